"""The shapes of documents: what they say, where on which page, and what was refused."""

from dataclasses import dataclass

from sayso.model.vocabulary import (
    DocumentKind,
    EntityType,
    Handling,
    MentionKind,
    PassageKind,
    PlaceLevel,
)
from sayso.web.shapes.base import Told
from sayso.web.shapes.claims import ClaimTold, PartyNamed


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTold(Told):
    """What is known about one document.

    Attributes:
        published: EDTF.
        characters: of its text, in code points.
        notice: words that must stand wherever it is shown.
        passages, claims, refused: how many of each.
    """

    id: str
    kind: DocumentKind
    title: str | None
    publisher: str | None
    published: str | None
    retrieved: str
    language: str | None
    locator: str
    media_type: str
    characters: int
    encoding: str | None
    notice: str | None
    attached_to: str | None
    handling: Handling
    collection: str | None
    lawful_basis: str | None
    name: str
    passages: int
    claims: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageTold(Told):
    """A sentence, heading or footnote at its place: code points of the document's text."""

    id: str
    start: int
    end: int
    locator: str
    kind: PassageKind
    paragraph: int
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionTold(Told):
    """Words that refer to an entity.

    Attributes:
        entity: across documents, for /api/v1/entities; `name` and `standing` are that one's.
        rule: why they are read so.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    rule: str
    entity: str
    type: EntityType
    name: str
    standing: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace(Told):
    """A place that the text names."""

    start: int
    end: int
    text: str
    name: str
    code: str | None
    lat: float | None
    lon: float | None
    level: PlaceLevel
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTime(Told):
    """A stretch of time that the text names."""

    start: int
    end: int
    text: str
    edtf: str | None
    timex: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedTold(Told):
    """What was read and not taken for a claim, by reason."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWhole(Told):
    """One document with all that was taken out of it.

    Attributes:
        parties: entity id → who it is, of all that the document names.
        remarks: what its reader wants a person to know ("page 4 has no text layer").
        has_pages: whether /pages shows them as pictures.
    """

    document: DocumentTold
    text: str
    passages: tuple[PassageTold, ...]
    claims: tuple[ClaimTold, ...]
    mentions: tuple[MentionTold, ...]
    parties: dict[str, PartyNamed]
    places: tuple[TextPlace, ...]
    times: tuple[TextTime, ...]
    refused: tuple[RefusedTold, ...]
    remarks: tuple[str, ...]
    has_pages: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSize(Told):
    """One page of a PDF: from 1, in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsTold(Told):
    """The pages of a PDF."""

    pages: tuple[SheetSize, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxed(Told):
    """Where on a page the words of a passage or claim stand.

    Attributes:
        boxes: left, top, right, bottom; in points from the page's upper left corner.
    """

    id: str
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTold(Told):
    """One page of a PDF with its boxes.

    Attributes:
        unplaced: passages and claims of the page whose words were not found on it.
    """

    number: int
    width: float
    height: float
    passages: tuple[Boxed, ...]
    claims: tuple[Boxed, ...]
    unplaced: tuple[str, ...]
