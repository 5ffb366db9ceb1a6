"""Competing hypotheses: what steps are allowed, what they come to, and what would change it."""
