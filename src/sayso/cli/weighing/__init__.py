"""Commands with which people weigh: competing hypotheses, questions about identity."""
