"""The facts of an entry that are compared, each in a form that spelling does not change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.model.lists import DateInterval, ListEntry
from sayso.states.linking.names import NameForms, NameKey
from sayso.states.linking.numbers import number_key

_LATIN: Final = "Latn"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an entry tells.

    Attributes:
        field: "name" (the primary one), "alias", "birth", "document".
        text: as the list writes it.
        key: its normal form: the sounds of a name, the days of a birth, the signs of a number.
        script: of a name, ISO 15924.
    """

    field: str
    text: str
    key: tuple[str, ...]
    script: str | None = None

    @property
    def kind(self) -> str:
        """Give with what it is compared: names of all kinds with one another."""
        return "name" if self.field == "alias" else self.field


@dataclass(frozen=True, slots=True)
class FactForms:
    """How facts are compared."""

    names: NameForms

    def facts(self, entry: ListEntry) -> tuple[Fact, ...]:
        """Give the facts of an entry in its order, each once."""
        found: dict[tuple[str, tuple[str, ...]], Fact] = {}
        for fact in (*self._named(entry), *_births(entry), *_documents(entry)):
            found.setdefault((fact.kind, fact.key), fact)
        return tuple(found.values())

    def _named(self, entry: ListEntry) -> Iterator[Fact]:
        for place, name in enumerate(entry.names):
            key: NameKey = self.names.key(name.text)
            if key:
                field = "alias" if place else "name"
                yield Fact(field, name.text, key, name.script or _LATIN)

    def same(self, one: Fact, other: Fact) -> bool:
        """Say whether two facts are one, as far as their forms tell.

        Births are where their days have one in common; names where each word is a spelling of one.
        """
        if one.kind != other.kind:
            return False
        if one.kind == "birth":
            return one.key[0] <= other.key[1] and other.key[0] <= one.key[1]
        if one.kind == "document":
            short, long = sorted((one.key[0], other.key[0]), key=len)
            return short in long
        return self.names.alike(one.key, other.key)


def _births(entry: ListEntry) -> Iterator[Fact]:
    for birth in entry.births:
        start, end = birth.start or birth.end, birth.end or birth.start
        if start is not None and end is not None:
            yield Fact("birth", _words(birth), (start, end))


def _words(birth: DateInterval) -> str:
    return birth.surface or " to ".join(day for day in (birth.start, birth.end) if day)


def _documents(entry: ListEntry) -> Iterator[Fact]:
    for paper in entry.documents:
        key = number_key(paper.number or "")
        if key is not None:
            yield Fact("document", paper.number or "", (key,))


def untold_fields(entries: Iterable[ListEntry]) -> tuple[str, ...]:
    """Give the fields, "birth" and "document", of which no entry of a list tells."""
    held = list(entries)
    told = {"birth": any(e.births for e in held), "document": any(e.documents for e in held)}
    return tuple(field for field, is_told in told.items() if not is_told)
