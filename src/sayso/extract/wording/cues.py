"""The words that bring in what somebody says, read from their table."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources

from sayso.extract.wording.stances import Stance, stance_of
from sayso.model.vocabulary import Realis


@dataclass(frozen=True, slots=True, kw_only=True)
class CueClass:
    """A family of cues, with the stance that each of its uses gives to what is said."""

    name: str
    plain: Stance
    negated: Stance
    unsaid: Stance
    objects: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue classes of verbs and of nouns, by lemma.

    Attributes:
        that: verbs that are cues only before a clause with "that".
    """

    verbs: Mapping[str, CueClass]
    nouns: Mapping[str, CueClass]
    that: Mapping[str, CueClass]


@functools.cache
def cues() -> Cues:
    """Give the table of cues, read once a process."""
    verbs: dict[str, CueClass] = {}
    nouns: dict[str, CueClass] = {}
    that: dict[str, CueClass] = {}
    for name, row in tomllib.loads(_table("cues")).items():
        realis = Realis(row.get("realis", Realis.ACTUAL))
        plain, negated, unsaid = (
            _in_time(stance_of(row[use]), realis) for use in ("plain", "negated", "unsaid")
        )
        family = CueClass(
            name=name,
            plain=plain,
            negated=negated,
            unsaid=unsaid,
            objects=row.get("objects", False),
        )
        verbs |= dict.fromkeys(row["verbs"], family)
        nouns |= dict.fromkeys(row["nouns"], family)
        that |= dict.fromkeys(row.get("that", ()), family)
    return Cues(verbs, nouns, that)


def _table(name: str) -> str:
    """Give the text of one of the tables."""
    path = resources.files("sayso.extract.wording").joinpath(f"tables/{name}.toml")
    return path.read_text("utf-8")


def _in_time(stance: Stance, realis: Realis) -> Stance:
    """Give the stance with the realis of its class, where that says more than the stance."""
    return stance if realis is Realis.ACTUAL else replace(stance, realis=realis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Turns of phrase around a source.

    Attributes:
        matters: verb → the prepositions that bring in what somebody is said to do or to be.
        owning, owned: the verbs and nouns of "claimed responsibility for".
        silence: families of cues that, negated before "whether", tell nothing on purpose.
    """

    matters: Mapping[str, frozenset[str]]
    owning: frozenset[str]
    owned: frozenset[str]
    acts: frozenset[str]
    views: frozenset[str]
    accounts: frozenset[str]
    prefacing: frozenset[str]
    continuing: frozenset[str]
    dismissing: frozenset[str]
    describing: frozenset[str]
    withholding: frozenset[str]
    silence: frozenset[str]
    seeing: frozenset[str]
    reports: frozenset[str]
    showing: frozenset[str]
    hearing: frozenset[str]
    proving: frozenset[str]
    verdicts: frozenset[str]
    utterances: frozenset[str]
    naming: frozenset[str]
    uttering: frozenset[str]
    topics: frozenset[str]
    documents: frozenset[str]
    grounds: frozenset[str]
    adding: frozenset[str]
    imputations: frozenset[str]
    linking: frozenset[str]
    offices: frozenset[str]
    leading: frozenset[str]
    granted: frozenset[str]
    employing: frozenset[str]
    resulting: frozenset[str]
    facts: frozenset[str]
    counting: frozenset[str]
    going_round: frozenset[str]
    holding: frozenset[str]
    viewing: frozenset[str]
    enacting: frozenset[str]
    sides: frozenset[str]


@functools.cache
def wording() -> Wording:
    """Give the table of turns of phrase, read once a process."""
    rows = tomllib.loads(_table("wording"))
    sets = {name: frozenset(row["words"]) for name, row in rows.items() if "words" in row}
    return Wording(
        matters=_links(rows["matters"]),
        owning=frozenset(rows["owning"]["verbs"]),
        owned=frozenset(rows["owning"]["nouns"]),
        silence=frozenset(rows["silence"]["families"]),
        **sets,
    )


def _links(rows: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    """Give the prepositions of each verb, from the verbs of each preposition."""
    verbs = {verb for row in rows.values() for verb in row}
    return {v: frozenset(link for link, row in rows.items() if v in row) for v in verbs}
