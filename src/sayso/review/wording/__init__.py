"""Words that review looks for itself, because no claim tells of them: asked, taken back."""
