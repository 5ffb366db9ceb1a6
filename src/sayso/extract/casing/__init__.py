"""Capitals for texts that have none or nothing else: headlines, telexes, old wire copy."""
