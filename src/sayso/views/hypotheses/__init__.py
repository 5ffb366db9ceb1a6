"""Matrices of competing hypotheses and questions about identity, for people and programs."""
