"""How states carry the measures out, as people and programs are told of it."""
