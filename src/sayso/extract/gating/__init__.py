"""What of a text says, at a glance, that it is worth reading for claims."""
