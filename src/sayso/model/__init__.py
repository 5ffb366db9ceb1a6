"""The nouns of Sayso, in the order of the data; standard library only."""
