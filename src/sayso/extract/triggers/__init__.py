"""Which words carry a predicate, and where its parties stand."""
