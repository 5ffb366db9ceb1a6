"""The UK Sanctions List, and OFSI's consolidated list that it replaced."""
