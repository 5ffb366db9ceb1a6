"""The fields of a list entry, each read for itself."""
