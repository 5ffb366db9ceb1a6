"""One reader per media type: raw bytes in, text and its blocks out."""
