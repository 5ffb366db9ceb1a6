"""The front page: what the project holds, what is new, and search over all of it."""
