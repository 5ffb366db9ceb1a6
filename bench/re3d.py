"""Reads re3d: documents with the names in them and what ties two names."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.rows import Row, json_rows

#: The types of names that are scored; all others are left out on both sides.
TYPES = frozenset(
    {"Organisation", "Location", "Person", "Nationality", "Temporal", "Quantity", "Weapon"}
    | {"Vehicle", "MilitaryPlatform", "Money"}
)
DIRECTED = frozenset({"BelongsTo", "InChargeOf", "HasAttrOf", "Likes", "Dislikes"})
UNDIRECTED = frozenset(
    {"IsSynonymOf", "AlliesOf", "FightingAgainst", "CommWith", "CoLocated", "Apart"}
)


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A name: a half-open stretch of the text and its type."""

    begin: int
    end: int
    type: str

    @property
    def span(self) -> tuple[int, int]:
        """Give where it stands."""
        return self.begin, self.end

    def overlaps(self, other: "Named") -> bool:
        """Say whether two share a character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """A relation of two stretches of the text."""

    type: str
    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold: names of every type, and relations."""

    doc_id: str
    text: str
    names: tuple[Named, ...]
    relations: tuple[Related, ...]


def read(path: Path) -> Iterator[Document]:
    """Give the documents of a file, in order.

    Raises:
        BadInput: the file cannot be read, or a row is no document of re3d.
    """
    for row in json_rows(path):
        document = row.below("doc")
        text = document.take("text", str)
        yield Document(
            doc_id=document.take("_id", str),
            text=text,
            names=tuple(_named(found, text) for found in row.each("entities")),
            relations=tuple(_related(found, text) for found in row.each("relations")),
        )


def _named(row: Row, text: str) -> Named:
    return Named(*row.span("begin", "end", text), row.take("type", str))


def _related(row: Row, text: str) -> Related:
    return Related(
        row.take("type", str),
        row.span("sourceBegin", "sourceEnd", text),
        row.span("targetBegin", "targetEnd", text),
    )


def cuts_word(text: str, span: tuple[int, int]) -> bool:
    """Say whether a stretch begins or ends inside a word: "st ISIL" in "against ISIL"."""
    return any(
        0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum() for edge in span
    )
