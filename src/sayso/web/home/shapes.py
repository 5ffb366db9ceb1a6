"""The shapes of the front page: the project, what is new in it, what a search finds, the brief."""

from dataclasses import dataclass

from pydantic import JsonValue

from sayso.web.shapes.base import Told
from sayso.web.shapes.parties import EntityTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Told):
    """How many there are of each; `waiting` is what waits in review; null: not counted yet.

    Attributes:
        contested: without those that wait in review, as the list of findings has them.
    """

    documents: int
    claims: int
    entities: int
    findings: int
    contested: int | None
    ties: int
    questions: int | None
    hypotheses: int
    to_obtain: int | None
    judgements: int
    waiting: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAge(Told):
    """A list in force and how old it is; `age_days` is null for the one that Sayso ships."""

    authority: str
    title: str
    release: str
    published: str
    age_days: int | None
    old: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTold(Told):
    """Words that must stand wherever documents that bear them are shown."""

    notice: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Told):
    """Something to do next: what it is, the command that does it, and the page where one can."""

    says: str
    command: str | None
    page: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTold(Told):
    """The project at a glance.

    Attributes:
        name: of its folder.
        empty: it holds no document yet; then `teaches` says how to begin.
        version: of the program.
        data_version: changes with everything that is added or decided.
    """

    name: str
    empty: bool
    teaches: tuple[Step, ...]
    counts: Counts
    lists: tuple[ListAge, ...]
    notices: tuple[NoticeTold, ...]
    version: str
    data_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTold(Told):
    """Who asks, and what they may do.

    Attributes:
        role: reader, reviewer or admin; null for a stranger, who must tell a token.
        token: whether requests must carry one.
        by: the name that signs unless another is given.
        upload_bytes: of one file, at most.
    """

    role: str | None
    token: bool
    by: str | None
    upload_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HitDocument(Told):
    """The document of a passage that was found."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageHit(Told):
    """A passage that holds the words; `marked` has them in «»."""

    document: HitDocument
    passage: str
    locator: str
    start: int
    end: int
    text: str
    marked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryHit(Told):
    """A list entry that may be meant: a question, not an answer.

    Attributes:
        probability: 0 to 1, that the name is the party's.
        says: why it was found, in words.
    """

    entry: str
    list: str
    reference: str
    name: str
    matched_name: str
    probability: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTold(Told):
    """What is found for some words, the best of each kind first.

    Attributes:
        more: whether there are passages, entities or entries beyond these.
        unread: why a part of it could not be searched ("no words in it").
    """

    q: str
    passages: tuple[PassageHit, ...]
    entities: tuple[EntityTold, ...]
    entries: tuple[EntryHit, ...]
    more: dict[str, bool]
    unread: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocument(Told):
    """A document that came in, and when."""

    id: str
    title: str
    publisher: str | None
    added: str
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedTold(Told):
    """What stays of an erased document."""

    document: str
    title: str | None
    added: str
    erased: str | None
    by: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsTold(Told):
    """What is new since a time; as `sayso watch --json` has it.

    Attributes:
        changes: findings, list changes and hits, each with its `kind`; at most 200.
        total: of the changes.
        in_review: new findings that wait there.
    """

    since: str
    until: str
    documents: tuple[AddedDocument, ...]
    erased: tuple[ErasedTold, ...]
    releases: tuple[str, ...]
    changes: tuple[dict[str, JsonValue], ...]
    total: int
    in_review: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLineTold(Told):
    """One sentence of the brief, with the claims that it rests on and its footnotes."""

    text: str
    claims: tuple[str, ...]
    footnotes: tuple[int, ...]
    status: str | None
    finding: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphTold(Told):
    """A numbered paragraph."""

    number: int
    lines: tuple[BriefLineTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTold(Told):
    """A section of the brief."""

    heading: str
    paragraphs: tuple[ParagraphTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteTold(Told):
    """What a line rests on: exact words with their place."""

    number: int
    claim: str
    words: str
    chain: tuple[str, ...]
    document: str
    publisher: str | None
    published: str | None
    locator: str
    address: str
    notice: str | None
    edits: tuple[str, ...]
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefParty(Told):
    """A party of the brief with its standing on the lists, and why."""

    entity: str
    name: str
    standing: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTold(Told):
    """What it was made with."""

    what: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFigure(Told):
    """A figure that other forms of the brief draw; `told` says what it shows."""

    key: str
    title: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefAnnex(Told):
    """A table at the end of the brief; each row has a cell for each column."""

    key: str
    heading: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[BriefFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefTold(Told):
    """The cited brief; as `sayso brief --to json` has it.

    Attributes:
        mark: "DRAFT, NOT REVIEWED", until every line's claims are accepted.
    """

    title: str
    mark: str | None
    reviewed: bool
    notices: tuple[str, ...]
    made: str
    cut_off: str
    versions: tuple[VersionTold, ...]
    sections: tuple[SectionTold, ...]
    footnotes: tuple[FootnoteTold, ...]
    parties: tuple[BriefParty, ...]
    sources: tuple[str, ...]
    limits: tuple[str, ...]
    language: str
    revision: tuple[str, ...]
    annexes: tuple[BriefAnnex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForm(Told):
    """A form that what is known can be written in."""

    format: str
    says: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForms(Told):
    """The forms that there are."""

    results: tuple[ExportForm, ...]
    total: int
