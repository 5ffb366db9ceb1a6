"""Reads listed parties, labelled questions and strangers; JSONL and CSV, plain or packed."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from bench.rows import Row, json_rows, lines
from sayso.errors import BadInput
from sayso.model.ids import DocumentId, EntryId, ReleaseId
from sayso.model.lists import DateInterval, ListedDocument, ListedName, ListEntry, ListRelease
from sayso.model.matches import Screening

#: The releases stand for no day; a fixed one keeps what is made of them the same.
_DAY: Final = "2024-05-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A labelled question.

    Attributes:
        group: what kind of question it is, "set/class".
        exclude: a list whose own entries do not count, for the name is theirs; "" for none.
        expected: the entries that are meant; empty when none is listed.
    """

    qid: str
    group: str
    name: str
    schema: str | None
    birth: str | None
    country: str | None
    exclude: str
    expected: frozenset[EntryId]

    def screening(self, *, with_party: bool, threshold: float = 0.0, limit: int = 50) -> Screening:
        """Give the question as the index is asked: by name and kind, or with what else is known."""
        return Screening(
            name=self.name,
            schema=self.schema,
            birth=self.birth if with_party else None,
            country=self.country if with_party else None,
            threshold=threshold,
            limit=limit,
        )


def releases_of(path: Path) -> tuple[tuple[ListRelease, ...], Mapping[str, frozenset[EntryId]]]:
    """Read listed parties, one a line: a release for each list, and the entries of each cluster.

    Raises:
        BadInput: the file cannot be read, or a row is not as PROVENANCE describes.
    """
    entries: defaultdict[str, dict[EntryId, ListEntry]] = defaultdict(dict)
    clusters: defaultdict[str, set[EntryId]] = defaultdict(set)
    for row in json_rows(path):
        entry = _entry(row)
        entries[entry.authority][entry.id] = entry
        clusters[row.take("cluster", str)].add(entry.id)
    releases = tuple(_release(code, list(held.values())) for code, held in sorted(entries.items()))
    return releases, {name: frozenset(ids) for name, ids in clusters.items()}


def questions_of(path: Path, clusters: Mapping[str, frozenset[EntryId]]) -> Iterator[Question]:
    """Read labelled questions, one a line.

    Raises:
        BadInput: the file cannot be read, a row is not as PROVENANCE describes, or it expects a
            cluster that the index lacks.
    """
    for row in json_rows(path):
        expected = _texts(row, "expect")
        births, countries = _texts(row, "dob"), _texts(row, "country")
        yield Question(
            qid=str(row.fields["qid"]),
            group=f"{row.take('set', str)}/{row.take('cls', str)}",
            name=row.take("query", str),
            schema=row.take("schema", str) or None,
            birth=births[0] if births else None,
            country=countries[0] if countries else None,
            exclude=row.take("exclude_list", str),
            expected=frozenset(entry for name in expected for entry in clusters[name]),
        )


def strangers_of(paths: Iterable[Path]) -> list[Question]:
    """Read persons whom nobody lists, each name once, in the order of the names.

    CSV with a column full_name, plain or packed with gzip.

    Raises:
        BadInput: a file cannot be read, or lacks the column.
    """
    names = set[str]()
    for path in paths:
        rows = csv.DictReader((line + "\n" for _, line in lines(path)), restval="")
        if "full_name" not in (rows.fieldnames or ()):
            raise BadInput(f"{path.name}, line 1: no column full_name; is this the right file?")
        names |= {row["full_name"] for row in rows}
    return [
        Question(
            qid=name,
            group="stranger",
            name=name,
            schema="Person",
            birth=None,
            country=None,
            exclude="",
            expected=frozenset(),
        )
        for name in sorted(names - {""})
    ]


def fold_of(question: Question, folds: int) -> int:
    """Give which of so many parts a question is in: all of one party are in the same."""
    told = min(question.expected) if question.expected else question.name
    return int(sha256(told.encode("utf-8", "replace")).hexdigest(), 16) % folds


def _texts(row: Row, key: str) -> Sequence[str]:
    return [str(text) for text in row.take(key, list)]


def _entry(row: Row) -> ListEntry:
    authority = row.take("list", str)
    reference = row.take("id", str).partition("-")[2]
    names = [ListedName(text=row.take("name", str), kind="primary", quality="strong")]
    for alias in row.each("aliases"):
        weak = alias.fields.get("weak") is True
        text = alias.take("name", str)
        names.append(ListedName(text=text, kind="aka", quality="weak" if weak else "strong"))
    if row.fields.get("orig"):
        names.append(ListedName(text=row.take("orig", str), kind="original"))
    years = _texts(row, "dob")
    return ListEntry(
        id=EntryId(f"{authority}:{reference}"),
        authority=authority,
        reference=reference,
        schema=row.take("schema", str),
        names=tuple(names),
        births=tuple(
            DateInterval(start=f"{year}-01-01", end=f"{year}-12-31", surface=year) for year in years
        ),
        nationalities=tuple(_texts(row, "countries")),
        documents=tuple(ListedDocument(number=number) for number in _texts(row, "ids")),
    )


def _release(authority: str, entries: Sequence[ListEntry]) -> ListRelease:
    return ListRelease(
        id=ReleaseId(f"{authority}@{_DAY}"),
        authority=authority,
        published=_DAY,
        document_id=DocumentId(f"sha256:{authority}"),
        locator="bench",
        retrieved=datetime.fromisoformat(_DAY).replace(tzinfo=UTC),
        entries=tuple(sorted(entries, key=lambda entry: entry.reference)),
    )
