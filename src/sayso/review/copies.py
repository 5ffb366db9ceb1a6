"""Copies of one story: documents that carry the same words, and the agency that they credit."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from sayso.model.documents import Document
from sayso.model.ids import DocumentId

#: Words in a row that count as one shingle.
SHINGLE_WORDS: Final = 5
#: Two documents are copies when so much of the shorter one stands in the other (0 to 1) …
SHARED: Final = 0.8
#: … and the shorter one is at least so long a part of the longer one: a shortened wire story is
#: a copy, a press release inside a long report is not.
LEAST_PART: Final = 1 / 3
#: Texts with fewer shingles are too short to say.
LEAST_SHINGLES: Final = 20
#: One shingle in so many is looked up; all are compared.
SAMPLING: Final = 4

_WORD = re.compile(r"\w+")
#: "KABUL, 23 May (Meridian Wire) - The …", "Herat (Meridian Wire) — The …" at the beginning of a
#: line; "Kandor Front (KF) - a group" and "(KF)-backed" are no datelines.
_CREDIT = re.compile(
    r"^(?P<place>(?!(?:The|An?)\s)(?:[A-Z0-9][\w.'’/-]*[ ,]{0,2}){0,7})"
    r"\((?P<agency>[A-Z][\w .&'-]{1,40})\)\s*(?:[–—]|-{1,2})\s+(?=[\"“‘']?[A-Z\d])",
    re.MULTILINE,
)
#: How much of a text, in code points, may hold its credit line.
_HEAD = 1500


def date_order(document: Document) -> tuple[str, str]:
    """Give the key that sorts documents by date of publication, undated last, ties by id."""
    return document.published or "9999", document.id


def credited_agency(document: Document) -> str | None:
    """Give the agency that the document's dateline credits, or None.

    What stands for the words before it ("Kandor Front (KF)") is an acronym and no agency.
    """
    lines = _CREDIT.finditer(document.text[:_HEAD])
    return next((m["agency"] for m in lines if not _is_acronym_of(m["agency"], m["place"])), None)


def _is_acronym_of(short: str, words: str) -> bool:
    """Say whether a short form is made of the first letters of the words."""
    return short.isupper() and short == "".join(re.findall(r"\b[A-Z]", words))


def find_stories(documents: Iterable[Document]) -> Mapping[DocumentId, DocumentId]:
    """Give, for each document, the first document that carries its story: itself when alone.

    First by date of publication, undated last, ties by id.
    """
    return Stories().find(sorted(documents, key=date_order))


@dataclass(frozen=True, slots=True)
class _Text:
    """What is kept of a document: its place among the others, its shingles, those looked up."""

    order: tuple[str, str]
    text: str
    shingles: "array[int]"
    sample: frozenset[int]


class Stories:
    """Finds copies, and keeps what it found, so that new documents alone are compared.

    Each looked-up shingle points to the first document that has it, so that a story with a
    thousand copies costs a thousand comparisons.
    """

    def __init__(self) -> None:
        self._texts: dict[DocumentId, _Text] = {}
        self._first_with: dict[int, DocumentId] = {}
        self._copied: dict[DocumentId, DocumentId] = {}

    def find(self, documents: Sequence[Document]) -> Mapping[DocumentId, DocumentId]:
        """Give what `find_stories` gives; the documents come in their order."""
        if not self._are_all_in(documents):  # one was taken out, or is of another date: begin anew
            for kept in (self._texts, self._first_with, self._copied):
                kept.clear()
        fresh = [d for d in documents if d.id not in self._texts]
        self._texts.update((d.id, _read(d)) for d in fresh)
        for later in self._to_compare([d.id for d in fresh]):
            original = self._nearest(later)
            if original is not None and self._are_copies(later, original):
                self._copied[later] = original
            else:
                self._copied.pop(later, None)
        first: dict[DocumentId, DocumentId] = {}
        for document in documents:
            first[document.id] = first.get(self._copied.get(document.id, document.id), document.id)
        return first

    def _are_all_in(self, documents: Iterable[Document]) -> bool:
        """Say whether all that is kept is among the documents, as it was."""
        held = 0
        for document in documents:
            known = self._texts.get(document.id)
            if known is not None:
                if known.order != date_order(document) or known.text != document.text:
                    return False
                held += 1
        return held == len(self._texts)

    def _to_compare(self, fresh: Sequence[DocumentId]) -> list[DocumentId]:
        """Give the documents of which an earlier one may be another than before."""
        moved: set[int] = set()
        for document in fresh:
            for shingle in self._texts[document].sample:
                holder = self._first_with.setdefault(shingle, document)
                if self._texts[document].order < self._texts[holder].order:
                    self._first_with[shingle] = document
                    moved.add(shingle)
        later = (d for d, text in self._texts.items() if not moved.isdisjoint(text.sample))
        return list(dict.fromkeys([*fresh, *later]))

    def _nearest(self, document: DocumentId) -> DocumentId | None:
        """Give the document that first had most of its looked-up shingles; None when none did."""
        holders = map(self._first_with.__getitem__, self._texts[document].sample)
        counts = Counter(holder for holder in holders if holder != document)
        return min(counts, key=lambda other: (-counts[other], other), default=None)

    def _are_copies(self, one: DocumentId, other: DocumentId) -> bool:
        """Say whether nearly all of the shorter text stands in the other, of like length."""
        own = frozenset(self._texts[one].shingles)
        shorter, longer = sorted((len(own), len(self._texts[other].shingles)))
        return (
            shorter >= LEAST_PART * longer
            and len(own.intersection(self._texts[other].shingles)) >= SHARED * shorter
        )


def _read(document: Document) -> _Text:
    """Read a text for its shingles; of one that is too short none is looked up."""
    shingles = _shingles(document.text)
    sample = (s for s in shingles if s % SAMPLING == 0) if len(shingles) >= LEAST_SHINGLES else ()
    return _Text(date_order(document), document.text, array("q", shingles), frozenset(sample))


def _shingles(text: str) -> frozenset[int]:
    """Give a number for every five words in a row, in lower case; the same on every run."""
    words = [crc32(w.encode("utf-8", "surrogatepass")) for w in _WORD.findall(text.casefold())]
    return frozenset(map(hash, zip(*(words[n:] for n in range(SHINGLE_WORDS)), strict=False)))
