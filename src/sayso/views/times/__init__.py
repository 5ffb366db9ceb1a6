"""What is said of other times than now, and what is new."""
