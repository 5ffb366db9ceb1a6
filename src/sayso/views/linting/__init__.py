"""What is wrong with the sentences of a brief, before anybody signs it."""
