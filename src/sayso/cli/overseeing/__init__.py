"""Commands about states: how they carry the measures out, and what documents tell of them."""
