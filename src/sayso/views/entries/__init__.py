"""What is said of list entries: discrepancies, the draft amendment note, the fairness file."""
