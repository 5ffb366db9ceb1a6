"""Who carried out which measure."""
