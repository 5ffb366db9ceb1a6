"""Incidents for people: who says what of them, and how."""
