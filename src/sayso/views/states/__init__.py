"""How the measures are carried out, state by state, as text and JSON."""
