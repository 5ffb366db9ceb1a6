"""A project's records in a form that leaves it, and comes back equal."""
