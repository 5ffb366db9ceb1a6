"""What a word of saying brings in, who says it, and how the source stands to it."""
