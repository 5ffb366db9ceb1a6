"""What is written from what is known: briefs, their outlines, and exports."""
