"""Tying an entity of a text to a list entry: what speaks for it besides the name."""
