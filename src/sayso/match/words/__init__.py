"""Words of names in any script, in small Latin letters, and how they sound."""
