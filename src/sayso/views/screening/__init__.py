"""Alerts as people read and file them."""
