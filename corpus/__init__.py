"""Annotated documents of the domain, and what builds them."""
