"""The commands with which people decide."""
