"""Names in the raw text: of lists and tables, by their shape, and by the words around them."""
