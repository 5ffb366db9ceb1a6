"""What people are given: evidence, briefs, exports."""
