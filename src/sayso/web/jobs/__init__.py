"""Work that takes longer than a request: adding documents, screening a file."""
