"""How the weights that ship are made, from what is written and annotated in `corpus/`."""
