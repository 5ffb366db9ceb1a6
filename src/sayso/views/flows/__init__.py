"""Flows and capabilities for people: rows of tables, each with whose word it is."""
