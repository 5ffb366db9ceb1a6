"""The brief's own words, one language a table."""
