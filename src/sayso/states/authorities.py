"""Whose list is whose: authority → the state whose act a listing is, and where its days begin."""

from dataclasses import dataclass
from typing import Final

from sayso.states.countries import EU, UN_MEMBERS
from sayso.states.times.zones import BRUSSELS, NEW_YORK, zones_of

UN: Final = "un"


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority that keeps a list.

    Attributes:
        state: ISO 3166 alpha-2, or "EU".
        zones: of the place where it publishes.
        repeats_un_date: its entries' date of listing is the UN's where they follow the UN, and
            tells nothing of its own act.
    """

    state: str
    zones: tuple[str, ...]
    repeats_un_date: bool = False


_KNOWN: Final = {
    UN: Authority("UN", NEW_YORK),
    "eu": Authority(EU, BRUSSELS, repeats_un_date=True),
    "ofac": Authority("US", NEW_YORK),
    "ofac-cons": Authority("US", NEW_YORK),
    "us-dpl": Authority("US", NEW_YORK),
    "uk": Authority("GB", ("Europe/London",)),
    "uk-ofsi": Authority("GB", ("Europe/London",)),
    "ca": Authority("CA", ("America/Toronto",)),
    "au": Authority("AU", ("Australia/Sydney",)),
    "ch": Authority("CH", ("Europe/Zurich",)),
    "ae": Authority("AE", ("Asia/Dubai",)),
}


def authority_of(code: str) -> Authority | None:
    """Give whose list this is; of a code that the user chose by what it begins with.

    That is an authority ("eu-fsf", "uk-copy"), of whose data the same holds, or a state (fr-acme).
    None where it is neither ("acme"): nothing is concluded from such a list.
    """
    if code in _KNOWN:
        return _KNOWN[code]
    whose = code.partition("-")[0]
    if whose in _KNOWN and whose != UN:
        return _KNOWN[whose]
    state = whose.upper()
    return Authority(state, zones_of(state)) if state in {EU, *UN_MEMBERS} else None
