"""The words that carry a predicate, and where its parties stand, read from their tables."""

import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
        types: the only entity types that may fill a role here; words will not do.
        not_types: entity types that may not fill a role here.
        needs: roles that must be filled here, beside those of the predicate.
        unless: predicates that, read at the same word, make this one superfluous.
        around: what else the words around must be.
        places_at_object: the places of the clause are its objects.
        by_speaker: its subject is whoever says it.
        negates: the words say that it is not so ("is distinct from").
    """

    predicate: Predicate
    slots: Mapping[Role, tuple[str, ...]]
    kind: str | None
    through: frozenset[Role]
    types: Mapping[Role, frozenset[EntityType]]
    not_types: Mapping[Role, frozenset[EntityType]]
    needs: frozenset[Role]
    unless: frozenset[Predicate]
    around: "Around"
    places_at_object: bool
    by_speaker: bool
    negates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a row asks of the words around its own.

    Attributes:
        after, not_after: words, one or none of which stands before a noun.
        with_object, not_object: lemmas, one or none of which stands in the object's place.
        into: lemmas, one of which stands after the row's preposition ("in the ranks of").
        not_of: lemmas, none of which stands after "of" where an owner stands before the word
            ("the group's head of finance").
        doing, not_doing: lemmas, one or none of which is the verb that hangs on it ("try to buy").
        then: an infinitive hangs on it ("asked the council to").
        under, not_under: lemmas of words, one or none of which it hangs on.
        not_with: particles and prepositions that may not hang on it.
        alone: the verb must have no direct object.
        light: the subject or object must come by a light verb.
        one: a noun in the singular that tells of no other of its kind ("the", not "a").
        single: a noun in the singular.
        once: the verb tells one act that was done, no habit.
        habit, not_habit: the verb stands in the simple present, and so tells what is done again
            and again, or does not.
        state: the verb tells how things are, not what was done ("is listed").
        bare: a participle that stands without an auxiliary ("(not listed)").
    """

    after: frozenset[str]
    not_after: frozenset[str]
    with_object: frozenset[str]
    not_object: frozenset[str]
    into: frozenset[str]
    not_of: frozenset[str]
    doing: frozenset[str]
    not_doing: frozenset[str]
    under: frozenset[str]
    not_under: frozenset[str]
    not_with: frozenset[str]
    alone: bool
    light: bool
    one: bool
    single: bool
    once: bool
    habit: bool
    not_habit: bool
    then: bool
    state: bool
    bare: bool


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
        light: lemmas of light verbs: who gives, receives, intends or answers for it.
        kinds: the kind of support by the lemma of what is given.
        shares: lemmas of words for a part of the capital of a company.
        habits: lemmas of words that tell of a habit.
    """

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    frames: Mapping[Predicate, Frame]
    light: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]
    shares: frozenset[str]
    habits: frozenset[str]


class _RowTable(TypedDict, total=False):
    """A row as the table has it."""

    predicate: str
    words: list[str]
    subject: str
    object: str
    item: str
    recipient: str
    instrument: str
    purpose: str
    share: str
    direction: str
    outcome: str
    kind: str
    through: list[str]
    types: dict[str, list[str]]
    not_types: dict[str, list[str]]
    needs: list[str]
    unless: list[str]
    after: list[str]
    not_after: list[str]
    with_object: list[str]
    not_object: list[str]
    into: list[str]
    not_of: list[str]
    doing: list[str]
    not_doing: list[str]
    under: list[str]
    not_under: list[str]
    not_with: list[str]
    alone: bool
    light: bool
    one: bool
    single: bool
    once: bool
    habit: bool
    not_habit: bool
    then: bool
    state: bool
    bare: bool
    negates: bool


class _FrameTable(TypedDict, total=False):
    """A predicate's row."""

    subject: str
    object: str
    instrument: str
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
            shares=frozenset(nouns["share"]["words"]),
            habits=frozenset(nouns["habit"]["words"]),
        )
    except (ValueError, KeyError) as error:
        raise BadInput(f"a table of triggers is wrong: {error}; mend the row") from error


def _text(name: str) -> str:
    """Read one table of this folder."""
    folder = resources.files("sayso.extract.triggers").joinpath("tables")
    return folder.joinpath(f"{name}.toml").read_text("utf-8")


def _indexed(rows: Iterable[_RowTable]) -> dict[str, tuple[Entry, ...]]:
    """Give the rows by the lemmas of their words, in the order of the table."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for table in rows:
        unknown = sorted(set(table) - set(_RowTable.__annotations__))
        if unknown:
            raise ValueError(f"{table['words'][0]}: no key {unknown[0]!r}")
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
        Role.RECIPIENT: table.get("recipient", ""),
        Role.INSTRUMENT: table.get("instrument", ""),
        Role.PURPOSE: table.get("purpose", ""),
        Role.SHARE: table.get("share", ""),
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
        types=_types(table.get("types", {})),
        not_types=_types(table.get("not_types", {})),
        needs=frozenset(Role(role) for role in table.get("needs", ())),
        unless=frozenset(Predicate(name) for name in table.get("unless", ())),
        around=_around(table),
        places_at_object=given[Role.OBJECT] == "@",
        by_speaker=given[Role.SUBJECT] == "speaker",
        negates=table.get("negates", False),
    )


def _types(table: Mapping[str, list[str]]) -> dict[Role, frozenset[EntityType]]:
    """Give the entity types by role."""
    return {Role(role): frozenset(map(EntityType, names)) for role, names in table.items()}


def _around(table: _RowTable) -> Around:
    """Give what a row of the table asks of the words around."""
    return Around(
        after=frozenset(table.get("after", ())),
        not_after=frozenset(table.get("not_after", ())),
        with_object=frozenset(table.get("with_object", ())),
        not_object=frozenset(table.get("not_object", ())),
        into=frozenset(table.get("into", ())),
        not_of=frozenset(table.get("not_of", ())),
        doing=frozenset(table.get("doing", ())),
        not_doing=frozenset(table.get("not_doing", ())),
        under=frozenset(table.get("under", ())),
        not_under=frozenset(table.get("not_under", ())),
        not_with=frozenset(table.get("not_with", ())),
        alone=table.get("alone", False),
        light=table.get("light", False),
        one=table.get("one", False),
        single=table.get("single", False),
        once=table.get("once", False),
        habit=table.get("habit", False),
        not_habit=table.get("not_habit", False),
        then=table.get("then", False),
        state=table.get("state", False),
        bare=table.get("bare", False),
    )


def _frames(
    types: Mapping[str, list[str]], rows: Mapping[str, _FrameTable]
) -> dict[Predicate, Frame]:
    """Give the frame of each predicate; "other" has none."""
    frames: dict[Predicate, Frame] = {}
    for name, row in rows.items():
        sets = {
            Role.SUBJECT: row.get("subject"),
            Role.OBJECT: row.get("object"),
            Role.INSTRUMENT: row.get("instrument"),
        }
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
