"""What our own API answers, for its description: the JSON of the views, shape by shape."""
