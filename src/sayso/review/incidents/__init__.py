"""Which claims speak of one incident, and what each of them tells of it."""
