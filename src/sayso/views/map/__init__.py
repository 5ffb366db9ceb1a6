"""The map: what is said to be where, by province, never as a point."""
