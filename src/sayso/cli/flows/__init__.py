"""Commands about what moves between parties, and what they come to have."""
