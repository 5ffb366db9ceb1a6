"""Drift: how accounts depart from their primaries, and reports from earlier ones."""
