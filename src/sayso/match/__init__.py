"""Names to list entries, with reasons."""
