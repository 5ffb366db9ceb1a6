"""The word lists of entity reading: known bodies, nouns that describe, words that shape names."""

import functools
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files

from sayso.extract.where_when.places import fold, keep_length
from sayso.model.vocabulary import EntityType

Words = Mapping[str, frozenset[str]]
#: Types of which a noun in the plural describes people together.
PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})


@dataclass(frozen=True, slots=True)
class Body:
    """A body that reports name all the time, under one of its names.

    Attributes:
        key: the same for all names of one body.
        spellings: the name is found only as it is spelt in these (one word, or capitals); empty
            where any will do.
    """

    key: str
    type: EntityType
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heads:
    """Nouns that describe an entity.

    Attributes:
        types: noun → types it may have, in the order of the table.
        generic: nouns that may stand for any entity of their type ("the group").
        modifiers, open: type → words before a noun that give it, and the nouns they give it to.
        suffixes: endings of nouns for persons; no_persons: nouns that have one and are none.
        titles: nouns for an office, which stand with a capital before a name.
    """

    types: Mapping[str, tuple[EntityType, ...]]
    generic: frozenset[str]
    modifiers: Words
    open: Words
    suffixes: tuple[str, ...]
    no_persons: frozenset[str]
    titles: frozenset[str]

    def type_of(self, noun: str, before: Collection[str], *, plural: bool) -> EntityType | None:
        """Give the type of what a noun describes, or None where it describes no entity.

        Args:
            noun: lemma, in lower case.
            before: the words before it in its phrase, in lower case.
            plural: a noun for a person in the plural ("officials") is of a Group.
        """
        for name, words in self.modifiers.items():
            if noun in self.open[name] and not words.isdisjoint(before):
                return EntityType(name)
        types = self.types.get(noun, ()) or self.by_suffix(noun)
        if plural and not PEOPLE.isdisjoint(types):
            return EntityType.GROUP
        return next(iter(types), None)

    def by_suffix(self, noun: str) -> tuple[EntityType, ...]:
        """Give what the ending of a noun tells ("charcoal-seller" is a person)."""
        ends = noun.endswith(self.suffixes) and noun not in self.no_persons
        return (EntityType.PERSON,) if ends else ()


@dataclass(frozen=True, slots=True)
class Shapes:
    """The words that names of groups and bodies are built with.

    Attributes:
        joined: first words of names with -e-, -ul- and the like; joins: those.
        last, first, before: word → type, for a name that ends with it, that goes on with "of" or
            "for", that goes on with a bare name.
        of_state: what stands after a people's adjective ("government").
    """

    joined: frozenset[str]
    joins: tuple[str, ...]
    last: Mapping[str, EntityType]
    first: Mapping[str, EntityType]
    before: Mapping[str, EntityType]
    of_state: tuple[str, ...]


@functools.cache
def table(name: str) -> str:
    """Give the text of a table of the package."""
    place = files("sayso.extract.names").joinpath(f"tables/{name}.toml")
    return place.read_text(encoding="utf-8")


@functools.cache
def word_lists() -> Words:
    """Give the lists of the table of words by their names."""
    return {name: frozenset(words) for name, words in tomllib.loads(table("words")).items()}


def word_list(name: str) -> frozenset[str]:
    """Give one list of the table of words."""
    return word_lists()[name]


@functools.cache
def known_bodies() -> Mapping[str, Body]:
    """Give the known bodies by folded name."""
    found: dict[str, Body] = {}
    for type_name, bodies in tomllib.loads(table("known_bodies")).items():
        for names in bodies:
            for name in names:
                alike = tuple(n for n in names if fold(n) == fold(name))
                exact = not {" ", "-"} & set(name) or name.isupper()
                body = Body(fold(names[0]), EntityType(type_name), alike if exact else ())
                found.setdefault(fold(name), body)
    return found


@functools.cache
def body_lengths() -> Mapping[str, int]:
    """Give the most words of a known body's name by its first word."""
    lengths: dict[str, int] = {}
    for name in known_bodies():
        keep_length(name, lengths)
    return lengths


@functools.cache
def heads() -> Heads:
    """Give the nouns that describe an entity."""
    sections = tomllib.loads(table("heads"))
    modifiers, opened = sections.pop("modifiers"), sections.pop("open")
    endings = sections.pop("suffixes")
    types: dict[str, tuple[EntityType, ...]] = {}
    for type_name, kinds in sections.items():
        for word in (w for words in kinds.values() for w in words):
            types[word] = (*types.get(word, ()), EntityType(type_name))
    return Heads(
        types=types,
        generic=frozenset(w for kinds in sections.values() for w in kinds.get("generic", ())),
        modifiers={name: frozenset(words) for name, words in modifiers.items()},
        open={name: frozenset(words) for name, words in opened.items()},
        suffixes=tuple(endings["Person"]),
        no_persons=frozenset(endings["but"]),
        titles=frozenset(sections["Person"]["office"]),
    )


@functools.cache
def shapes() -> Shapes:
    """Give the words that names of groups and bodies are built with."""
    read = tomllib.loads(table("shapes"))
    return Shapes(
        joined=frozenset(read["joined"]),
        joins=tuple(read["joins"]),
        last=typed(read["last"]),
        first=typed(read["first"]),
        before=typed(read["before"]),
        of_state=tuple(sorted(read["of_state"]["PublicBody"], key=lambda w: (-len(w), w))),
    )


def typed(words: Mapping[str, list[str]]) -> Mapping[str, EntityType]:
    """Turn "type → words" into "word → type"; the first type that has a word keeps it."""
    found: dict[str, EntityType] = {}
    for name, members in words.items():
        for word in members:
            found.setdefault(word, EntityType(name))
    return found


def alternatives(words: Collection[str]) -> str:
    """Give a pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
