"""Names that no table has, told by the words around them anywhere in the document."""
