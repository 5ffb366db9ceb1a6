"""Drift: accounts against their primaries, and reports against earlier ones."""
