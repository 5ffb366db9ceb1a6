"""Commands with which a list and its evidence are kept in order."""
