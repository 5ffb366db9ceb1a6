"""What documents tell of states."""
