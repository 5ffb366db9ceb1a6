"""Reads OntoGUM: documents cut into words, with the clusters of mentions in CoNLL-U."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.rows import Row, json_rows
from sayso.errors import BadInput

#: The words from the first to the one before the last, numbered in the document from 0.
Mention = tuple[int, int]
#: "(12" opens a mention of cluster 12, "12)" closes it, "(12)" is one of a single word.
_BRACKETS: Final = re.compile(r"\((?P<opens>\d+)(?P<alone>\))?|(?P<closes>\d+)\)")
_NUMBER: Final = re.compile(r"(?P<first>\d{1,6})(?:-(?P<last>\d{1,6}))?|\d{1,6}\.\d{1,6}")
_FIELDS: Final = 10


@dataclass(frozen=True, slots=True)
class Document:
    """A text, where its words stand in it, and the gold clusters."""

    doc_id: str
    text: str
    words: tuple[tuple[int, int], ...]
    clusters: tuple[tuple[Mention, ...], ...]

    def mention_at(self, start: int, end: int) -> Mention | None:
        """Give the words that share a character with a stretch of the text, if any do."""
        own = [n for n, (first, last) in enumerate(self.words) if first < end and start < last]
        return (own[0], own[-1] + 1) if own else None


def read(path: Path) -> Iterator[Document]:
    """Give the documents of a file, in order.

    Raises:
        BadInput: the file cannot be read, or a row is no document of OntoGUM.
    """
    for row in json_rows(path):
        yield document_of(row)


def document_of(row: Row) -> Document:
    """Give the document of a row; its text is its words with the blanks that CoNLL-U tells of.

    Raises:
        BadInput: a line has not ten fields, or the brackets of the mentions do not match.
    """
    page = _Page()
    for number, line in enumerate(row.take("ontogum_conllu", str).split("\n"), 1):
        page.add(line, f"{row.place}, line {number} of its CoNLL-U")
    if any(page.opened.values()):
        raise BadInput(f"{row.place}: a mention is never closed; get the file again")
    clusters = tuple(tuple(sorted(found)) for _, found in sorted(page.clusters.items()))
    return Document(row.take("doc", str), page.text, tuple(page.words), clusters)


@dataclass(slots=True)
class _Page:
    """A document while it is read."""

    text: str = ""
    words: list[tuple[int, int]] = field(default_factory=list)
    clusters: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    opened: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _gap: str = ""  # before the next word
    _contracted: tuple[int, str] = (0, "")  # the last word of "don't", and the gap after it

    def add(self, line: str, place: str) -> None:
        """Take one line: a remark, a word, or the end of a sentence."""
        if line.startswith("# newpar") and self.text and "_block" not in line:
            self._gap = "\n\n"
        if not line.strip():
            self._contracted = (0, "")
        elif not line.startswith("#"):
            fields = line.split("\t")
            number = _NUMBER.fullmatch(fields[0])
            if len(fields) != _FIELDS or number is None:
                raise BadInput(f"{place}: no word in {_FIELDS} fields; get the file again")
            self._take(number, fields[1], fields[-1], place)

    def _take(self, number: re.Match[str], form: str, remarks: str, place: str) -> None:
        """Take a word, or a contraction whose words follow; what is only understood is no word."""
        gap = "" if "SpaceAfter=No" in remarks else " "
        if number["last"] is not None:
            self._contracted = (int(number["last"]), gap)
        elif number["first"] is not None:
            last, behind = self._contracted
            here = int(number["first"])
            self._write(form, "" if here < last else behind if here == last else gap)
            for part in remarks.split("|"):
                if part.startswith("Entity="):
                    self._mark(part, place)

    def _write(self, form: str, gap: str) -> None:
        start = len(self.text) + len(self._gap)
        self.text += self._gap + form
        self.words.append((start, len(self.text)))
        self._gap = gap

    def _mark(self, brackets: str, place: str) -> None:
        """Open and close the mentions whose brackets stand at the last word."""
        here = len(self.words) - 1
        for found in _BRACKETS.finditer(brackets):
            cluster = int(found["opens"] or found["closes"])
            if found["opens"]:
                self.opened[cluster].append(here)
            if found["alone"] or found["closes"]:
                if not self.opened[cluster]:
                    raise BadInput(f"{place}: mention {cluster} was not opened; get the file again")
                self.clusters[cluster].append((self.opened[cluster].pop(), here + 1))
