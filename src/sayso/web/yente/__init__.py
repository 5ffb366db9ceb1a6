"""The API of yente, as its clients know it."""
