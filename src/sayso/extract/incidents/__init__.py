"""What happened: the words for violent acts with everyone and everything in them."""
