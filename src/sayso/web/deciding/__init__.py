"""What waits for a person, what people decided, and the log of all of it."""
