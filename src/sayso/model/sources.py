"""Sources: documents that are cited and not held, and those held with the roots that they give."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import ClaimId, DocumentId, FindingId


class CitedAs(StrEnum):
    """How a source that is not held is known."""

    DOCUMENT = "document"
    ACCOUNT = "account"
    SYMBOL = "symbol"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where one document cites a source.

    Attributes:
        words: by which it is cited, as they stand there.
        sentence: around them.
    """

    document: DocumentId
    locator: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceToObtain:
    """A source that is cited and not held.

    Attributes:
        key: of the entity, outlet, symbol or address that it is known by.
        name: the words that tell most.
        author: whose it is, where a document says so.
        citations: in the order of the documents by date, then of their text.
        stories: how many independent texts cite it: copies of one story are one.
        claims: that rest on it, in the order of the documents by date.
        findings: that those claims belong to, what matters most first.
        secondary_only: those of the findings of which nothing that is held is the source.
        may_be: documents held that it may be; a question, never a match.
    """

    key: str
    cited_as: CitedAs
    name: str
    author: str | None
    citations: tuple[Citation, ...]
    stories: int
    claims: tuple[ClaimId, ...] = ()
    findings: tuple[FindingId, ...] = ()
    secondary_only: tuple[FindingId, ...] = ()
    may_be: tuple[DocumentId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSource:
    """A document held, as a source.

    Attributes:
        story: the first document that carries its story; itself when it is alone.
        copies: all documents of that story, by date; itself among them.
        cited_by: documents held that cite it.
        roots: names of the independent roots of its claims, by alphabet; the document's own
            voice is one of them where it speaks for itself.
        only_here: those of the roots that no document of another story gives.
        in_circle: it cites documents that lead back to it.
    """

    document: DocumentId
    story: DocumentId
    copies: tuple[DocumentId, ...]
    cited_by: tuple[DocumentId, ...]
    claims: int
    roots: tuple[str, ...]
    only_here: tuple[str, ...]
    in_circle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The queue of sources to obtain, and the documents held.

    Attributes:
        to_obtain: those on which most rests first.
        held: by date of publication, undated last.
    """

    to_obtain: tuple[SourceToObtain, ...]
    held: tuple[HeldSource, ...]
