"""What of a document stands in which row."""
