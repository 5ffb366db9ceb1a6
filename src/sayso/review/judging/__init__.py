"""Judgements made, and what of them stands in what is known."""
