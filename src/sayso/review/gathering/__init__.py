"""The corpus kept up with its records: where each document's entities belong, and what is cited."""
