"""Closed tables that matching reads: spellings, known names, countries."""
