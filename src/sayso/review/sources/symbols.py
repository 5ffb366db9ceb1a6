"""UN symbols and web addresses that texts cite: S/2024/499, and what a footnote points to."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.documents import Document, Passage
from sayso.model.ids import DocumentId
from sayso.model.sources import Citation, CitedAs
from sayso.model.vocabulary import DocumentKind, PassageKind
from sayso.review.corpus import Corpus
from sayso.review.sources.cited import Cited

#: "S/2024/499", "S/2023/95/Add.1", "S/RES/2734", "A/HRC/55/80", "S/AC.51/2023/3".
_SYMBOL: Final = re.compile(
    r"(?<![\w/])(?:S|A|E)/(?:(?:RES|PRST)/\d+(?:/\d+)?|(?:(?:[A-Z]{2,4}(?:\.\d+)?)/)?\d+(?:/\d+)+)"
    r"(?:/(?:Add|Corr|Rev)\.\d+)?"
)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?()\[\]{}]")
#: How far into a report's text, in code points, its own symbol stands.
_HEAD: Final = 300


def cited_symbols(corpus: Corpus) -> tuple[Cited, ...]:
    """Give the UN symbols in texts and the addresses in footnotes that no document held bears."""
    held = bearers(corpus)
    found: dict[str, Cited] = {}
    for mark, cited_as, citation in _marks(corpus):
        if mark not in held:
            row = found.setdefault(mark, Cited(mark, cited_as, mark))
            row.citations.append(citation)
    return tuple(found.values())


def symbols_of_held(corpus: Corpus) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Give (citing, cited) for the symbols and addresses of documents that are held."""
    held = bearers(corpus)
    for mark, _, citation in _marks(corpus):
        if mark in held:
            yield citation.document, held[mark]


def bearers(corpus: Corpus) -> Mapping[str, DocumentId]:
    """Give the documents held by the symbol that they bear, and by their address."""
    found: dict[str, DocumentId] = {}
    for record in corpus.by_date():
        for mark in _own_marks(record.document):
            found.setdefault(mark, record.document.id)
    return found


def _own_marks(document: Document) -> Iterator[str]:
    yield document.locator
    for text in (document.locator, document.title or ""):
        yield from (found[0] for found in _SYMBOL.finditer(text))
    first = _SYMBOL.search(document.text, 0, _HEAD)
    if first is not None and document.kind is DocumentKind.REPORT:
        yield first[0]


def _marks(corpus: Corpus) -> Iterator[tuple[str, CitedAs, Citation]]:
    """Give every symbol and address with its place, by the date of the documents."""
    for record in corpus.by_date():
        for passage in record.passages:
            for found in _SYMBOL.finditer(passage.text):
                yield found[0], CitedAs.SYMBOL, _citation(passage, found[0])
            if passage.kind is PassageKind.FOOTNOTE:
                for found in _ADDRESS.finditer(passage.text):
                    yield found[0], CitedAs.ADDRESS, _citation(passage, found[0])


def _citation(passage: Passage, words: str) -> Citation:
    return Citation(
        document=passage.document_id,
        locator=passage.locator,
        words=words,
        sentence=passage.text,
    )
