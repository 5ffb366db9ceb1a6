"""What a list is called, by its authority."""

from collections.abc import Mapping
from typing import Final

_TITLES: Final[Mapping[str, str]] = {
    "default": "All lists in force",
    "un": "United Nations Security Council Consolidated List",
    "ofac": "United States: OFAC sanctions lists",
    "eu": "European Union: Financial Sanctions Files",
    "uk": "United Kingdom: UK Sanctions List",
    "ca": "Canada: Consolidated Autonomous Sanctions List",
    "au": "Australia: DFAT Consolidated List",
    "ch": "Switzerland: SECO sanctions",
}


def title_of(authority: str) -> str:
    """Give a list's title; of one that is not known here, its authority in capitals."""
    return _TITLES.get(authority, authority.upper())
