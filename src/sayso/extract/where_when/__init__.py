"""Places, times and quantities."""
