"""Options of time travel: known time and valid time."""
