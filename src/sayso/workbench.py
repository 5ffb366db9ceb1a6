"""The house from the front."""
