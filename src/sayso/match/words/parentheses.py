"""What lists put in parentheses after a name: an abbreviation, or words about the name."""

import re
from typing import Final

_PARENTHESES: Final = re.compile(r"\([^()]*\)")


def readings_of(name: str) -> tuple[str, ...]:
    """Give a listed name as it stands, and without what stands in parentheses, if anything does."""
    without = _PARENTHESES.sub(" ", name)
    return (name,) if without == name or not without.strip() else (name, without)
