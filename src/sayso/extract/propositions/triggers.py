"""The words that carry a predicate, and where its parties stand, read from their tables."""

import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Final, TypedDict

from sayso.errors import BadInput
from sayso.model.vocabulary import EntityType, Predicate, Role

#: Slots that are filled when the places, or the sources, are known.
_FILLED_LATER: Final = frozenset({"", "@", "speaker"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One way in which words carry a predicate.

    Attributes:
        slots: for each role, where its filler stands, tried in order.
        kind: of support; "item" where the thing that is given tells it.
        through: roles that a group's members stand in for it ("fighters of X are embedded in").
        only_through: lemmas, one of which must stand in the object's place ("in the ranks of").
        not_types: entity types that may not fill a role here.
        after, not_after: words, one or none of which stands before the noun.
        unless: a predicate that, read at the same word, makes this one superfluous.
        without_object: the verb must have no direct object.
        needs_light: the subject or object must come by a light verb.
        places_at_object: the places of the clause are its objects.
        by_speaker: its subject is whoever says it.
    """

    predicate: Predicate
    slots: Mapping[Role, tuple[str, ...]]
    kind: str | None = None
    through: frozenset[Role] = frozenset()
    only_through: frozenset[str] = frozenset()
    not_types: Mapping[Role, frozenset[EntityType]] = field(default_factory=dict)
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    unless: Predicate | None = None
    without_object: bool = False
    needs_light: bool = False
    places_at_object: bool = False
    by_speaker: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A row under one of its words, with the particle and the preposition that the word needs."""

    row: Row
    particle: str | None
    preposition: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What may fill the parties of a predicate, and which must be there."""

    types: Mapping[Role, frozenset[EntityType]]
    words: frozenset[Role]
    needs: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Triggers:
    """All tables of triggers.

    Attributes:
        verbs, nouns: rows by the lemma of their word, in the order of the table.
        light: lemmas of light verbs: who gives, who receives, who answers for it.
        kinds: the kind of support by the lemma of what is given.
    """

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    frames: Mapping[Predicate, Frame]
    light: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]


class _RowTable(TypedDict, total=False):
    """A row as the table has it."""

    predicate: str
    words: list[str]
    subject: str
    object: str
    item: str
    instrument: str
    purpose: str
    direction: str
    outcome: str
    kind: str
    through: list[str]
    only_through: list[str]
    not_types: dict[str, list[str]]
    after: list[str]
    not_after: list[str]
    unless: str
    without_object: bool
    needs_light: bool


class _FrameTable(TypedDict, total=False):
    """A predicate's row."""

    subject: str
    object: str
    words: list[str]
    needs: list[str]


@functools.cache
def triggers() -> Triggers:
    """Give the tables, read once a process.

    Raises:
        BadInput: a row names a predicate, type or role that is not in the vocabulary.
    """
    nouns = tomllib.loads(_text("nouns"))
    frames = tomllib.loads(_text("predicates"))
    try:
        return Triggers(
            verbs=_indexed(tomllib.loads(_text("verbs"))["row"]),
            nouns=_indexed(nouns["row"]),
            frames=_frames(frames["types"], frames["predicates"]),
            light={use: frozenset(words) for use, words in nouns["light"].items()},
            kinds={
                word: kind
                for kind, words in tomllib.loads(_text("kinds")).items()
                for word in words
            },
        )
    except (ValueError, KeyError) as error:
        raise BadInput(f"a table of triggers is wrong: {error}; mend the row") from error


def _text(name: str) -> str:
    """Read one table of this folder."""
    folder = resources.files("sayso.extract.propositions").joinpath("tables")
    return folder.joinpath(f"{name}.toml").read_text("utf-8")


def _indexed(rows: Iterable[_RowTable]) -> dict[str, tuple[Entry, ...]]:
    """Give the rows by the lemmas of their words, in the order of the table."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for table in rows:
        row = _row(table)
        for word in table["words"]:
            verb, _, preposition = word.partition(">")
            lemma, _, particle = verb.partition(" ")
            found[lemma].append(Entry(row, particle or None, preposition or None))
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def _row(table: _RowTable) -> Row:
    """Turn a row of the table into ours."""
    given: dict[Role, str] = {
        Role.SUBJECT: table.get("subject", "S"),
        Role.OBJECT: table.get("object", "O"),
        Role.ITEM: table.get("item", ""),
        Role.INSTRUMENT: table.get("instrument", ""),
        Role.PURPOSE: table.get("purpose", ""),
        Role.DIRECTION: table.get("direction", ""),
        Role.OUTCOME: table.get("outcome", ""),
    }
    return Row(
        predicate=Predicate(table["predicate"]),
        slots={
            role: tuple(slots.split("|"))
            for role, slots in given.items()
            if slots not in _FILLED_LATER
        },
        kind=table.get("kind"),
        through=frozenset(Role(role) for role in table.get("through", ())),
        only_through=frozenset(table.get("only_through", ())),
        not_types={
            Role(role): frozenset(map(EntityType, names))
            for role, names in table.get("not_types", {}).items()
        },
        after=frozenset(table.get("after", ())),
        not_after=frozenset(table.get("not_after", ())),
        unless=Predicate(table["unless"]) if "unless" in table else None,
        without_object=table.get("without_object", False),
        needs_light=table.get("needs_light", False),
        places_at_object=given[Role.OBJECT] == "@",
        by_speaker=given[Role.SUBJECT] == "speaker",
    )


def _frames(
    types: Mapping[str, list[str]], rows: Mapping[str, _FrameTable]
) -> dict[Predicate, Frame]:
    """Give the frame of each predicate; "other" has none."""
    frames: dict[Predicate, Frame] = {}
    for name, row in rows.items():
        sets = {Role.SUBJECT: row.get("subject"), Role.OBJECT: row.get("object")}
        frames[Predicate(name)] = Frame(
            types={
                role: frozenset(map(EntityType, types[kind]))
                for role, kind in sets.items()
                if kind is not None
            },
            words=frozenset(map(Role, row.get("words", ()))),
            needs=frozenset(map(Role, row.get("needs", ()))),
        )
    return frames
