"""What other tools hand on, as documents with their claims."""
