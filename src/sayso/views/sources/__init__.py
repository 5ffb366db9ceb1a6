"""What is said of sources: the queue to obtain, and the documents held."""
