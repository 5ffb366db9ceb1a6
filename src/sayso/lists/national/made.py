"""References for lists that give none."""

import re
from typing import Final

_APART: Final = re.compile(r"[\W_]+")


def made_reference(*parts: str) -> str:
    """Give a reference made of what stays the same of an entry: "ZARVAN-SHIPPING-2017-10-16".

    A party whose name or date is corrected is another one: the list itself does not tell.
    """
    return "-".join(_APART.sub("-", part).strip("-") for part in parts if part).upper()
