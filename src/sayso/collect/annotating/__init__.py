"""Annotations that people or other tools made on a text, as its claims."""
