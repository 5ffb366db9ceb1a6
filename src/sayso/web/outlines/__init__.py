"""Outlines of briefs: what each line rests on, and where they are kept."""
