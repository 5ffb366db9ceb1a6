"""Names in texts in Arabic script: listed parties and places; no claims."""
