"""A second reader, learnt from annotated text, that objects where the rules missed a voice."""
