"""What is asked of the lists over HTTP, whatever the dialect."""
