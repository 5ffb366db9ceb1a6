"""Any letter in ASCII."""

from anyascii import anyascii


def ascii_of(text: str) -> str:
    """Give a text with each character in the ASCII letters that are nearest to it."""
    return anyascii(text)
