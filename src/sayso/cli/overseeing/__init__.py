"""Commands about how states carry the measures out."""
