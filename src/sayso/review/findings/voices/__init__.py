"""Who speaks in the documents, for whom, and on how many occasions."""
