"""What a claim is about, and which matter contains which."""
