"""Screening as people do it: alerts, clearings and what is new about them."""
