"""Drift as people read it."""
