"""Which national entry is which UN entry, and on what that rests."""
