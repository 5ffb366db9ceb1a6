"""UN symbols and web addresses that texts cite: S/2024/499, and what a footnote points to."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.documents import Document, Passage
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, DocumentId, Span
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
#: A report's own symbol stands by itself on a line of its head: so many code points.
_HEAD: Final = 300
_OWN: Final = re.compile(rf"^(?:United Nations\s+)?(?P<symbol>{_SYMBOL.pattern})\s*$", re.MULTILINE)
#: Resolutions and statements of the Council oblige; what is said to be so rests on none of them.
_LAW: Final = re.compile(r"[SAE]/(?:RES|PRST)/")
#: "footnote 12" as the place of a passage is called; "[12] See S/2024/499" in a plain text.
_NOTE: Final = re.compile(r"footnote (\d{1,3})$")
_BRACKETED: Final = re.compile(r"\[(\d{1,3})\]\s")
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’)]*(?:\[?\d{1,3}\]?)?\s+(?=\W*[A-Z])")


def cited_symbols(corpus: Corpus) -> tuple[Cited, ...]:
    """Give the UN symbols in texts and the addresses in footnotes that no document held bears."""
    held = bearers(corpus)
    found: dict[str, Cited] = {}
    for mark, cited_as, citation, claims in _marks(corpus):
        if mark not in held:
            row = found.setdefault(mark, Cited(mark, cited_as, mark))
            row.citations.append(citation)
            row.claims += claims
    return tuple(found.values())


def symbols_of_held(corpus: Corpus) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Give (citing, cited) for the symbols and addresses of documents that are held."""
    held = bearers(corpus)
    for mark, _, citation, _ in _marks(corpus):
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
    first = _OWN.search(document.text[:_HEAD])
    if first is not None and document.kind is DocumentKind.REPORT:
        yield first["symbol"]


#: A symbol or address, how it is known, its place, and the claims that it is given for.
_Mark = tuple[str, CitedAs, Citation, tuple[ClaimId, ...]]


def _marks(corpus: Corpus) -> Iterator[_Mark]:
    """Give every symbol and address, by the date of the documents."""
    for record in corpus.by_date():
        for passage in record.passages:
            marks = [(found, CitedAs.SYMBOL) for found in _SYMBOL.finditer(passage.text)]
            if passage.kind is PassageKind.FOOTNOTE:
                marks += [(found, CitedAs.ADDRESS) for found in _ADDRESS.finditer(passage.text)]
            for found, cited_as in marks:
                claims = () if _LAW.match(found[0]) else _claims_for(passage, found.start(), record)
                yield found[0], cited_as, _citation(passage, found[0]), claims


def _claims_for(passage: Passage, at: int, record: Record) -> tuple[ClaimId, ...]:
    """Give the claims that a citation is given for: in its sentence, or where its note is marked.

    Args:
        passage: holds the citation.
        at: where in the passage it stands, in code points.
        record: the document with both.
    """
    number = _NOTE.search(passage.locator) or _BRACKETED.match(passage.text)
    is_note = number is not None or passage.kind is PassageKind.FOOTNOTE
    around = None if is_note else _sentence(passage, at, len(passage.text))
    if number is not None:
        around = _marked(passage, number[1], record)
    claims = () if around is None else record.extraction.claims
    return tuple(c.id for c in claims if around is not None and around.overlaps(c.trigger))


def _marked(note: Passage, number: str, record: Record) -> Span | None:
    """Give the sentence on the page of a note that bears its number, up to there: "camps.12".

    None where no such mark stands on the page.
    """
    mark = re.compile(rf"(?<=[^\W\d_])[.,;:)”’\"]{{0,2}}\[?{number}\]?(?![\w/])")
    for passage in record.passages:
        is_body = passage.kind is PassageKind.SENTENCE and passage.page == note.page
        found = mark.search(passage.text) if is_body else None
        if found is not None:
            return _sentence(passage, found.start(), found.start())
    return None


def _sentence(passage: Passage, at: int, last: int) -> Span:
    """Give the sentence around a place in a passage, which a mark of a note may have kept whole."""
    ends = [end.end() for end in _SENTENCE_END.finditer(passage.text)]
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end > at), default=len(passage.text))
    return Span(passage.span.start + start, passage.span.start + min(end, last))


def _citation(passage: Passage, words: str) -> Citation:
    return Citation(
        document=passage.document_id,
        locator=passage.locator,
        words=words,
        sentence=passage.text,
    )
