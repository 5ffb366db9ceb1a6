"""The cited brief: paragraphs that rest on claims."""

from dataclasses import dataclass
from datetime import datetime

from sayso.errors import Uncited
from sayso.model.ids import ClaimId, EntityId, FindingId
from sayso.model.oversight import Proof
from sayso.model.vocabulary import FindingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """The words that a line rests on, and whose they are.

    Attributes:
        number: from 1, in order of first use in the brief.
        claim: None where the words are a list's, a law's or a gazette's own.
        words: exactly as they stand in the document.
        chain: the speakers, outermost first, as names.
        notice: what must be said wherever the document is shown.
        edits: who set right how the words were read, with what stood there before.
        grades: that people gave to its sources and to the item, one sentence each.
    """

    number: int
    claim: ClaimId | None
    words: str
    chain: tuple[str, ...]
    document: str
    publisher: str | None
    published: str | None
    locator: str
    address: str
    notice: str | None = None
    edits: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One sentence of a brief.

    Attributes:
        footnotes: numbers of the footnotes that it rests on.
        proofs: what it rests on where that is no claim: entries of lists, acts, gazettes.

    Raises:
        Uncited: neither a claim nor a proof stands behind the sentence.
    """

    text: str
    claims: tuple[ClaimId, ...]
    footnotes: tuple[int, ...]
    status: FindingStatus | None = None
    finding: FindingId | None = None
    proofs: tuple[Proof, ...] = ()

    def __post_init__(self) -> None:
        if not (self.claims or self.proofs) or not self.footnotes:
            raise Uncited(f"no claim stands behind this line of the brief: {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered paragraph: an allegation with what was replied to it."""

    number: int
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person or group of the brief with its standing on the lists.

    Attributes:
        standing: "QDe.132", "not listed", "possible: QDi.352", "subject of the 1988 regime".
    """

    entity: EntityId
    name: str
    standing: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A report that cites every sentence.

    Attributes:
        made, cut_off: UTC; nothing that was added after the cut-off is in it.
        limits: what was not held, not read or not reviewed, one sentence each.
        versions: the program's and the list releases', as (what, version).
        notices: what must be said at the head of the brief, with its scope.
        reviewed: False until every line's claims are accepted by a person.
    """

    title: str
    made: datetime
    cut_off: datetime
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    parties: tuple[Party, ...]
    sources: tuple[str, ...]
    limits: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    notices: tuple[str, ...] = ()
    reviewed: bool = False
