"""In whose voice, and how surely, the words of a sentence are told."""
