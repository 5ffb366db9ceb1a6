"""What an element of the EU's file tells: an attribute's text, a remark, a country."""

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

#: The code that stands where no country is known.
_UNKNOWN: Final = "00"


def told(element: Element, attribute: str) -> str | None:
    """Give an attribute's text with white space made even; None when it is absent or empty."""
    return " ".join((element.get(attribute) or "").split()) or None


def remark_of(element: Element) -> str | None:
    """Give an element's remarks as one line; None without any."""
    texts = (" ".join((e.text or "").split()) for e in element.iterfind("remark"))
    return "; ".join(text for text in texts if text) or None


def country_of(element: Element) -> str | None:
    """Give the country's name as the list writes it, in capitals; None where it is unknown."""
    if told(element, "countryIso2Code") == _UNKNOWN:
        return None
    return told(element, "countryDescription") or told(element, "countryIso2Code")


def unique(values: Iterable[str | None]) -> tuple[str, ...]:
    """Give what there is, each once, in order."""
    return tuple(dict.fromkeys(value for value in values if value is not None))
