"""What is known, in the formats of neighbouring tools."""
