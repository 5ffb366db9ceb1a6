"""Questions about identity: which pairs of parties raise one, and what bears on it."""
