"""Commands about accounts and what they were taken from."""
