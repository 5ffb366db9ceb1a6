"""Documents in: fetch, read by media type, cut into passages."""
