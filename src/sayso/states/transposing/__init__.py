"""What shows that a state took up a UN entry, and since when."""
