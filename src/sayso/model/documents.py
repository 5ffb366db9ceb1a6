"""Documents and passages: what was read, kept as it was, with every stretch of it addressable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sayso.errors import Ungrounded
from sayso.model.ids import DocumentId, PassageId, Span
from sayso.model.vocabulary import DocumentKind, Handling, PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The raw bytes as they came, apart from the working text (the evidentiary copy).

    Attributes:
        locator: the path, address or "standard input" that the bytes came from.
        media_type: as found from the bytes, not as claimed by the sender.
        retrieved: when, UTC.
        headers: what the sender said, for bytes that came over HTTP.
    """

    id: DocumentId
    content: bytes
    locator: str
    media_type: str
    retrieved: datetime
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document and what is known about it; its text is never rewritten.

    Attributes:
        published: EDTF, with the granularity that the document states ("2023-04").
        language: ISO 639-1, or None when it could not be told.
        encoding: of the bytes, for plain text and HTML.
        notice: words that must stand wherever the document is shown ("Invented for the demo …").
        attached_to: the e-mail that this document came with.
        lawful_basis: on what ground the collection is held.
    """

    id: DocumentId
    kind: DocumentKind
    title: str | None
    publisher: str | None
    published: str | None
    retrieved: datetime
    language: str | None
    locator: str
    media_type: str
    text: str
    encoding: str | None = None
    notice: str | None = None
    attached_to: DocumentId | None = None
    handling: Handling = Handling.PUBLIC
    collection: str | None = None
    lawful_basis: str | None = None

    @property
    def name(self) -> str:
        """Give the title, or else the last part of the locator."""
        return self.title or self.locator.rstrip("/").rsplit("/", 1)[-1] or self.locator


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, heading, footnote or list entry at its exact place in a document.

    Attributes:
        span: in code points of the document's text.
        locator: for people: "p. 3, para. 12", "para. 4", "entry QDe.132".
        paragraph: which paragraph of the document, from 1; sentences of one paragraph share it.
        page: from 1, where the document has pages.
    """

    id: PassageId
    document_id: DocumentId
    span: Span
    text: str
    locator: str
    kind: PassageKind = PassageKind.SENTENCE
    paragraph: int = 1
    page: int | None = None


def check_passages(document: Document, passages: tuple[Passage, ...]) -> None:
    """Refuse passages whose words are not the document's words at their place.

    Raises:
        Ungrounded: names the first passage that differs.
    """
    for passage in passages:
        if passage.document_id != document.id or passage.span.of(document.text) != passage.text:
            raise Ungrounded(f"{document.name}, {passage.locator}: the passage is not in the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A document with its raw bytes and its passages, whole, as collection hands it on.

    Attributes:
        attachments: documents that came inside this one (an e-mail's), each whole.
        remarks: what the reader wants a person to know ("page 4 has no text layer").
    """

    original: Original
    document: Document
    passages: tuple[Passage, ...]
    attachments: tuple["Intake", ...] = ()
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_passages(self.document, self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A correction of what is known about a document: appended, never written over.

    Attributes:
        about: one of the fields of Document that may be described.
    """

    document_id: DocumentId
    about: str
    value: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """That a document's content was taken out, when and why; its hash and title stay."""

    document_id: DocumentId
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """That a document was added, and when: this stays when its content is erased.

    Attributes:
        at: UTC.
        title: of an erased document, as it was last described; None while it is held.
        erasure: None while it is held.
        corrections: how often what is known about it was corrected, its names were set beside
            other lists, or claims were marked in it.
    """

    document_id: DocumentId
    at: datetime
    title: str | None = None
    erasure: Erasure | None = None
    corrections: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A passage that answers a full-text query; `marked` has the found words in «»."""

    passage: Passage
    document_name: str
    marked: str
