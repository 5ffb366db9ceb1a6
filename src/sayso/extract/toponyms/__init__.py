"""Which place each name of a text means."""
