"""What review remembers from one time to the next, so that only what is concerned is done again."""
