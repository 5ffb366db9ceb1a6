"""What waits for a person, and what a final brief must have been signed for."""
