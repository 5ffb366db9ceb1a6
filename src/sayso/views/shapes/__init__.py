"""The JSON of the commands, noun by noun."""
