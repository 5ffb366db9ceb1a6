"""Copies of one story: documents that carry the same words, and the agency that they credit."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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
#: "KABUL, 23 May (Meridian Wire) -" at the beginning of a line.
_CREDIT = re.compile(r"^[^()\n]{0,60}\((?P<agency>[A-Z][\w .&'-]{1,40})\)\s*[-–—]", re.MULTILINE)
#: How much of a text, in code points, may hold its credit line.
_HEAD = 1500


def date_order(document: Document) -> tuple[str, str]:
    """Give the key that sorts documents by date of publication, undated last, ties by id."""
    return document.published or "9999", document.id


def credited_agency(document: Document) -> str | None:
    """Give the agency that the document's dateline credits, or None."""
    found = _CREDIT.search(document.text[:_HEAD])
    return None if found is None else found["agency"]


def find_stories(documents: Iterable[Document]) -> Mapping[DocumentId, DocumentId]:
    """Give, for each document, the first document that carries its story: itself when alone.

    First by date of publication, undated last, ties by id.
    """
    ordered = sorted(documents, key=date_order)
    shingles = {d.id: _shingles(d.text) for d in ordered}
    first = {d.id: d.id for d in ordered}
    for copy, earlier in _pairs_to_compare(shingles):
        if _are_copies(shingles[copy], shingles[earlier]):
            first[copy] = first[earlier]
    return first


def _shingles(text: str) -> frozenset[int]:
    """Give a number for every five words in a row, in lower case; the same on every run."""
    words = [crc32(w.encode("utf-8", "surrogatepass")) for w in _WORD.findall(text.casefold())]
    return frozenset(map(hash, zip(*(words[n:] for n in range(SHINGLE_WORDS)), strict=False)))


def _pairs_to_compare(
    shingles: Mapping[DocumentId, frozenset[int]],
) -> Iterable[tuple[DocumentId, DocumentId]]:
    """Give for each document the earlier one that it shares most with, in order of date.

    Each looked-up shingle points to the first document that has it, so that a story with a
    thousand copies costs a thousand comparisons.
    """
    first_with: dict[int, DocumentId] = {}
    shared: dict[DocumentId, Counter[DocumentId]] = defaultdict(Counter)
    for document, all_of_it in shingles.items():
        if len(all_of_it) < LEAST_SHINGLES:
            continue
        for shingle in all_of_it:
            if shingle % SAMPLING == 0:
                holder = first_with.setdefault(shingle, document)
                if holder != document:
                    shared[document][holder] += 1
    for document, counts in shared.items():
        yield document, min(counts, key=lambda other: (-counts[other], other))


def _are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    """Say whether nearly all of the shorter text stands in the other, of like length."""
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= LEAST_PART * longer and len(one & other) >= SHARED * shorter
