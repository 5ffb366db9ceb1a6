"""How much is known of each party: by claims, by independent roots, by documents."""
