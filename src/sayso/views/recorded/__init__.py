"""What documents tell of states: records, what is said, and questions on the measures."""
