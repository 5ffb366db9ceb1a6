"""How certain, in which polarity and colour a proposition is presented."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources
from typing import Final

from sayso.model.vocabulary import Factuality, Modality, Realis

_DEGREES: Final = {"U": 0, "PS": 1, "PR": 2, "CT": 3}
_OPPOSITE: Final = {"+": "-", "-": "+", "u": "u"}


@dataclass(frozen=True, slots=True)
class Stance:
    """Factuality, modality and realis of a proposition, for one source."""

    factuality: Factuality
    modality: Modality
    realis: Realis = Realis.ACTUAL

    def negated(self) -> "Stance":
        """Turn the polarity; what is unknown stays so."""
        value = self.factuality.value
        turned = Factuality(value[:-1] + _OPPOSITE[value[-1]])
        return replace(self, factuality=turned)

    def weakened_by(self, other: "Stance") -> "Stance":
        """Give the weaker of two stances with its modality; a negative one turns the polarity."""
        if other.factuality.stance == "-":
            return self.negated().weakened_by(other.negated())
        if _degree(other.factuality) < _degree(self.factuality):
            weaker = other.factuality
            if self.factuality.stance == "-":
                weaker = other.negated().factuality
            return replace(self, factuality=weaker, modality=other.modality)
        return self


#: What a plain statement says of its proposition.
PLAIN: Final = Stance(Factuality.CERTAIN, Modality.ASSERTED)
#: An open question.
OPEN: Final = Stance(Factuality.UNKNOWN, Modality.UNKNOWN)
#: Known to the source, who does not say.
WITHHELD: Final = Stance(Factuality.WITHHELD, Modality.UNKNOWN)
#: What somebody only alleges.
PURPORTED: Final = Stance(Factuality.POSSIBLE, Modality.PURPORTED)
#: What something is for: "a campaign to liberate the town".
PURPOSE: Final = Stance(Factuality.CERTAIN, Modality.INTENDED, Realis.PROSPECTIVE)

#: What depends on something else that may or may not be: "if they come, they will".
CONDITION: Final = Stance(Factuality.UNKNOWN, Modality.POSSIBLE, Realis.HYPOTHETICAL)

#: Modalities of what is yet to come.
FUTURE: Final = frozenset({Modality.INTENDED, Modality.ASPIRED})


def _degree(factuality: Factuality) -> int:
    """Give how certain a factuality is, from 0 (unknown) to 3 (certain)."""
    return 0 if factuality.stance == "?" else _DEGREES[factuality.value[:-1]]


def stance_of(text: str) -> Stance:
    """Read a stance of the tables, such as "PS+ possible"."""
    factuality, modality = text.split()
    stance = Stance(Factuality(factuality), Modality(modality))
    return replace(stance, realis=Realis.PROSPECTIVE) if stance.modality in FUTURE else stance


def stances_of(rows: Mapping[str, str]) -> dict[str, Stance | None]:
    """Read a table of stances; None stands for "not"."""
    return {word: None if text == "not" else stance_of(text) for word, text in rows.items()}


#: A row of a table: a stance, or None for "not".
Effect = Stance | None


@dataclass(frozen=True, slots=True)
class Hedges:
    """The tables of what words do to the proposition in their scope."""

    modals: Mapping[str, Effect]
    adverbs: Mapping[str, Effect]
    adjectives: Mapping[str, Effect]
    governors: Mapping[str, Effect]
    clausal: Mapping[str, Effect]
    pending: Mapping[str, Effect]
    prospective: frozenset[str]
    knowing: frozenset[str]
    nobody: frozenset[str]
    conditions: frozenset[str]
    evidence: frozenset[str]
    false: frozenset[str]
    unknown: frozenset[str]
    ways: frozenset[str]
    comparing: frozenset[str]
    fronting: frozenset[str]
    instead: frozenset[str]
    turning: frozenset[str]
    openings: frozenset[str]
    timeless: frozenset[str]
    over: frozenset[str]


@functools.cache
def hedges() -> Hedges:
    """Give the tables, read once a process."""
    path = resources.files("sayso.extract.wording").joinpath("tables/hedges.toml")
    rows = tomllib.loads(path.read_text("utf-8"))
    sets = {name: frozenset(row["words"]) for name, row in rows.items() if "words" in row}
    return Hedges(
        modals=stances_of(rows["modals"]),
        adverbs=stances_of(rows["adverbs"]),
        adjectives=stances_of(rows["adjectives"]),
        governors=stances_of(rows["governors"]),
        clausal=stances_of(rows["clausal_governors"]),
        pending=stances_of(rows["pending"]),
        **sets,
    )
