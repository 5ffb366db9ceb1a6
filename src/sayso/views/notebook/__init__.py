"""Claims, findings and ties as a notebook shows them."""
