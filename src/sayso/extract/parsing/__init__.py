"""Passages to sentences: names under stand-ins, the parser, and its frequent mistakes mended."""
