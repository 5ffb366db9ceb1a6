"""What the dependency tree of a sentence says: words, phrases, clauses, tense."""
