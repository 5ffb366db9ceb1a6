"""The numbers by which ships are known."""

import re
from typing import Final

_NUMBER: Final = re.compile(
    r"(?:IMO\s*(?:number|no\.?)?\s*:?\s*)?(\d{7})", re.IGNORECASE | re.ASCII
)
_WEIGHTS: Final = (7, 6, 5, 4, 3, 2)


def ship_number(text: str) -> str | None:
    """Give the seven digits of a ship's IMO number; None for any other.

    The last digit checks the six before it (IMO resolution A.1117(30)); the numbers that IMO gives
    to companies and registered owners do not keep to that rule.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    *digits, check = map(int, found[1])
    weighed = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return found[1] if weighed % 10 == check else None
