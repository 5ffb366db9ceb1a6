"""What an alert rests on: a name alone is worded otherwise than what a birth date confirms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sayso.model.lists import ListedName, ListEntry
from sayso.model.matches import Candidate, Feature
from sayso.model.screenings import Subject


class Ground(StrEnum):
    """How what was compared stands to each other."""

    CONFIRMED = "confirmed"
    SUPPORTED = "supported"
    NAME_ONLY = "name_only"
    CONTESTED = "contested"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Compared:
    """A candidate with all that is known of both sides."""

    subject: Subject
    candidate: Candidate
    entry: ListEntry | None

    @property
    def listed_name(self) -> ListedName | None:
        """Give the entry's name that agreed best, with what the list says of it."""
        names = () if self.entry is None else self.entry.names
        return next((n for n in names if n.text == self.candidate.matched_name), None)


_NAME: Final = "name"
_PARENTHESES: Final = re.compile(r"\([^()]*\)")
#: What features compare, where they are not called by it.
_KINDS: Final = {
    "name_agreement": _NAME,
    "name_rarity": _NAME,
    "token_missing": _NAME,
    "word_order": _NAME,
    "alias_quality": _NAME,
    "schema": "kind",
}
#: What is told of every alert, in this order, though nothing was compared.
ALWAYS: Final = ("birth", "country", "number")


def asked_of(subject: Subject) -> Mapping[str, str]:
    """Give what was asked about beyond the name, by kind."""
    told = {
        "birth": subject.birth,
        "country": subject.country,
        "number": ", ".join(subject.ids),
        "gender": subject.gender,
        "address": subject.address,
    }
    return {kind: words for kind, words in told.items() if words}


def kind_of(feature: Feature) -> str:
    """Give what a feature compares: name, birth, country, gender, address, number or kind."""
    return _KINDS.get(feature.name, feature.name)


def beyond_the_name(candidate: Candidate) -> tuple[Feature, ...]:
    """Give the comparisons of other things than names."""
    return tuple(f for f in candidate.features if kind_of(f) != _NAME)


def ground_of(compared: Compared) -> Ground:
    """Tell what an alert rests on.

    Only a number, or a date of birth to the day, confirms: a year or a country is shared by many.
    """
    agrees, differs = _sides(compared.candidate)
    if differs:
        return Ground.CONTESTED if agrees else Ground.CONTRADICTED
    if not agrees:
        return Ground.NAME_ONLY
    is_firm = "number" in agrees or ("birth" in agrees and _to_the_day(compared))
    return Ground.CONFIRMED if is_firm else Ground.SUPPORTED


def ground_words(compared: Compared) -> str:
    """Say what an alert rests on, in half a sentence."""
    agrees, differs = _sides(compared.candidate)
    name = f"{'same' if _is_same(compared) else 'similar'} name"
    birth = "date of birth" if _to_the_day(compared) else "year of birth"
    agrees = [birth if kind == "birth" else kind for kind in agrees]
    agree = f"{_and(agrees)} agree{_s(agrees)}"
    disagree = f"{_and(differs)} disagree{_s(differs)}"
    told = {
        Ground.CONFIRMED: f"confirmed: {name}, {agree}, nothing disagrees",
        Ground.SUPPORTED: f"{name}, {agree}; not confirmed",
        Ground.NAME_ONLY: f"{name}, nothing to disagree: {_silent(compared)}",
        Ground.CONTESTED: f"{agree}, but {disagree}",
        Ground.CONTRADICTED: f"{name}, but {disagree}",
    }
    return told[ground_of(compared)]


def _sides(candidate: Candidate) -> tuple[list[str], list[str]]:
    """Give what agrees and what disagrees beyond the name, each once; a name may disagree too."""
    found = beyond_the_name(candidate)
    agrees = dict.fromkeys(kind_of(f) for f in found if f.log_odds > 0)
    differs = dict.fromkeys(kind_of(f) for f in found if f.log_odds < 0)
    if agrees and sum(f.log_odds for f in candidate.features if kind_of(f) == _NAME) < 0:
        differs = {_NAME: None, **differs}
    return list(agrees), list(differs)


def _to_the_day(compared: Compared) -> bool:
    births = () if compared.entry is None else compared.entry.births
    return any(b.start == b.end == compared.subject.birth and b.start for b in births)


def _is_same(compared: Compared) -> bool:
    """Say whether two names have the same words, in any order, case and with or without accents."""
    asked, listed = compared.subject.name, compared.candidate.matched_name
    pairs = [pair for feature in compared.candidate.features for pair in feature.pairs]
    if any(kind != "same" for *_, kind in pairs):
        return False
    own = _plain(asked)
    # An abbreviation that the list puts after a name, in parentheses, makes no other name.
    readings = (_plain(listed), _plain(_PARENTHESES.sub(" ", listed)))
    return any(
        len(pairs) == len(own) == len(theirs) or sorted(own) == sorted(theirs)
        for theirs in readings
    )


def _plain(name: str) -> list[str]:
    kept = "".join(c if c.isalnum() or not c.isprintable() else " " for c in name.casefold())
    return kept.split()


def _silent(compared: Compared) -> str:
    """Say why nothing beyond the name speaks for or against it."""
    ours = asked_of(compared.subject)
    listed = {kind_of(f) for f in compared.candidate.features if f.entry}
    absent = [kind for kind in ours if kind not in listed]
    idle = [kind for kind in ours if kind in listed]
    told = [f"{_and(idle)} {'tell' if len(idle) > 1 else 'tells'} nothing"] if idle else []
    told += [f"the entry has no {_and(absent, 'or')} to set beside"] if absent else []
    return ", ".join(told) or "only a name was asked about"


def _and(words: Sequence[str], joint: str = "and") -> str:
    return f" {joint} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _s(words: Sequence[str]) -> str:
    return "s" if len(words) == 1 else ""
