"""What the encoder reads where the tables of words have nothing, and how sure a claim is."""
