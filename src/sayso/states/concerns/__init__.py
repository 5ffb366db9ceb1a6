"""Findings that may concern a measure, and what is said of states: beside, never in place of."""
