"""How what is large is packed: whole, or in pieces of which many releases share most."""
