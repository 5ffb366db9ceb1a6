"""Commands that screen: a name, a file of names, a text, customers."""
