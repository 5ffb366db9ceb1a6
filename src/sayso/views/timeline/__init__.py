"""The timeline: what is said to have been when, in lanes by speaker or by entity."""
