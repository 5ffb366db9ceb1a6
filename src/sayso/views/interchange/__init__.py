"""What is known for annotators, fact-checkers and sharing communities, and as a frozen data set."""
