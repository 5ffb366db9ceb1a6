"""Whom descriptions and pronouns mean, by what was mentioned before them."""
