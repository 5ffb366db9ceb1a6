"""The corpus that ships with the package."""
