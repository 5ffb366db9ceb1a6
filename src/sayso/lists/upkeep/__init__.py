"""What in a list is stale or at odds with itself, read from its own entries."""
