"""The log of what was added and decided, chained by hash."""
