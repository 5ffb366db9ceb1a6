"""One party, and what stands about it, the denial beside the allegation."""
