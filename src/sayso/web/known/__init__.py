"""What is known, as our own API tells it: documents, claims, parties, findings."""
