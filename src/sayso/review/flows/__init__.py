"""Flows and capabilities: what claims tell of who gives what to whom, and of who has what."""
