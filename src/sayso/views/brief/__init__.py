"""The cited brief: what is said, by whom, and what was replied."""
