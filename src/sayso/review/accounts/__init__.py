"""Two accounts of the same things, set side by side."""
