"""The words that tell who says it and how sure: cues, turns of phrase, hedges."""
