"""Customers and the runs that screened."""
