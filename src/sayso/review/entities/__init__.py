"""One entity for all that documents say of the same person, group, place or report."""
