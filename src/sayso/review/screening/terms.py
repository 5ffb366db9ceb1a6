"""The terms of a screening as people write them: "0.5 ofac=0.6", "birth country"."""

from collections.abc import Iterable
from typing import Final

from sayso.errors import BadInput
from sayso.model.screenings import Omissible, Terms

#: What the threshold of all lists without one of their own stands under.
OTHERS: Final = ""


def usual(thresholds: str, without: str) -> Terms:
    """Give the terms that two settings state.

    Raises:
        BadInput: a threshold is none, or there is no such field.
    """
    own = thresholds_of(thresholds.replace(",", " ").split())
    return Terms(
        threshold=own.pop(OTHERS, Terms().threshold),
        thresholds=tuple(sorted(own.items())),
        without=omitted(without),
    )


def thresholds_of(given: Iterable[str]) -> dict[str, float]:
    """Give the thresholds by list.

    Raises:
        BadInput: one is no probability.
    """
    found = {}
    for one in given:
        name, _, value = one.rpartition("=")
        authority = name.strip().casefold()
        try:
            found[authority] = float(value)
        except ValueError as bad:
            raise BadInput(f"threshold {one!r}: give 0.6, or ofac=0.6 for one list") from bad
        if not 0 <= found[authority] <= 1:
            raise BadInput(f"threshold {one!r}: a probability lies between 0 and 1")
    return found


def omitted(words: str) -> tuple[Omissible, ...]:
    """Give the fields that are left out.

    Raises:
        BadInput: one is none.
    """
    names = words.replace(",", " ").split()
    try:
        return tuple(sorted({Omissible(name) for name in names}))
    except ValueError as bad:
        known = ", ".join(Omissible)
        raise BadInput(f"--without {words}: what can be left out is {known}") from bad
