"""The words for violent acts and where their parties stand, read from their table."""

import functools
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TypedDict

from sayso.errors import BadInput
from sayso.model.incidents import IncidentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One row of the table under one of its words.

    Attributes:
        particle, preposition: what must stand with the word.
        subject, object, weapon: slots, tried in order.
        with_object: the name of a list, one of whose words must be the verb's object.
        needs_weapon: the weapon's slot must be filled by a weapon.
        people, things: its object is one of these only.
        effect: it tells what came of an act, which may have been no act at all ("died").
        into: the name of a list, one of whose words must stand after the preposition.
        casualties: it stands for those who were hit ("the victims were X and Y").
    """

    kind: IncidentKind
    particle: str | None
    preposition: str | None
    subject: tuple[str, ...]
    object: tuple[str, ...]
    weapon: tuple[str, ...]
    with_object: str | None
    needs_weapon: bool
    people: bool
    things: bool
    effect: bool
    casualties: bool
    into: str | None


@dataclass(frozen=True, slots=True)
class Acts:
    """The table.

    Attributes:
        verbs, nouns: rows by lemma, in the order of the table.
        explosives, weapons: lemmas.
    """

    verbs: Mapping[str, tuple[Act, ...]]
    nouns: Mapping[str, tuple[Act, ...]]
    lists: Mapping[str, frozenset[str]]


class _Row(TypedDict, total=False):
    """A row as the table has it."""

    kind: str
    verbs: list[str]
    nouns: list[str]
    subject: str
    object: str
    weapon: str
    with_object: str
    needs_weapon: bool
    people: bool
    things: bool
    effect: bool
    casualties: bool
    into: str


@functools.cache
def acts() -> Acts:
    """Give the table, read once a process.

    Raises:
        BadInput: a row has a key or a kind that is not known.
    """
    path = files("sayso.extract.incidents").joinpath("tables/acts.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    rows: list[_Row] = table.pop("act")
    try:
        return Acts(
            verbs=_by_word(rows, "verbs"),
            nouns=_by_word(rows, "nouns"),
            lists={name: frozenset(part["words"]) for name, part in table.items()},
        )
    except (ValueError, KeyError) as error:
        raise BadInput(f"the table of acts is wrong: {error}; mend the row") from error


def _by_word(rows: list[_Row], sort: str) -> dict[str, tuple[Act, ...]]:
    """Give the rows of verbs or of nouns by lemma."""
    found: dict[str, list[Act]] = defaultdict(list)
    for row in rows:
        unknown = sorted(set(row) - set(_Row.__annotations__))
        if unknown:
            raise ValueError(f"no key {unknown[0]!r}")
        words = row.get("verbs", []) if sort == "verbs" else row.get("nouns", [])
        for word in words:
            verb, _, preposition = word.partition(">")
            lemma, _, particle = verb.partition(" ")
            found[lemma].append(_act(row, particle or None, preposition or None))
    return {lemma: tuple(several) for lemma, several in found.items()}


def _act(row: _Row, particle: str | None, preposition: str | None) -> Act:
    """Give one row under one word."""

    def slots(text: str) -> tuple[str, ...]:
        return tuple(text.split("|")) if text else ()

    return Act(
        kind=IncidentKind(row["kind"]),
        particle=particle,
        preposition=preposition,
        subject=slots(row.get("subject", "S")),
        object=slots(row.get("object", ">|O" if preposition and "into" not in row else "O")),
        weapon=slots(row.get("weapon", "with|using")),
        with_object=row.get("with_object"),
        needs_weapon=row.get("needs_weapon", False),
        people=row.get("people", False),
        things=row.get("things", False),
        effect=row.get("effect", False),
        casualties=row.get("casualties", False),
        into=row.get("into"),
    )
