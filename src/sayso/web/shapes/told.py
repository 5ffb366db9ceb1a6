"""The shapes of incidents, flows, capabilities, replies, sources and comparisons."""

from dataclasses import dataclass

from sayso.model.drift import Change, Slot
from sayso.model.flows import Standing
from sayso.model.incidents import IncidentKind
from sayso.model.vocabulary import (
    DocumentKind,
    Factuality,
    FindingStatus,
    Handling,
    Modality,
    Realis,
)
from sayso.web.shapes.base import DocumentRef, PartyRef, Told, Words
from sayso.web.shapes.findings import FindingPlace, HearingTold


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTold(Told):
    """Who says so of an incident, how, and in which words."""

    claim: str
    how: str
    by: tuple[str, ...]
    factuality: Factuality
    modality: Modality
    realis: Realis
    document: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotTold(Told):
    """Who or what has a part in an incident, with everyone who says so.

    Attributes:
        listing: its standing on the lists, in words.
        contested: somebody says so and somebody denies it.
    """

    entity: str | None
    name: str
    listing: str | None
    contested: bool
    said: tuple[SaidTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeTold(Told):
    """How many were killed, wounded, abducted or arrested, as one claim has it."""

    what: str
    min: float | None
    max: float | None
    exact: float | None
    text: str
    said: SaidTold


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTold(Told):
    """Who did what to whom, where, when, and who says so; as `sayso incidents --json` has it.

    Attributes:
        asked: whose answer was sought in vain.
        in_review: values that wait there.
    """

    id: str
    kind: IncidentKind
    place: FindingPlace | None
    times: tuple[str, ...]
    perpetrators: tuple[SlotTold, ...]
    victims: tuple[SlotTold, ...]
    targets: tuple[SlotTold, ...]
    weapons: tuple[SlotTold, ...]
    outcomes: tuple[OutcomeTold, ...]
    answers: tuple[SaidTold, ...]
    asked: tuple[str, ...]
    in_review: int
    documents: tuple[DocumentRef, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTold(Told):
    """Who gives, receives or has."""

    id: str | None
    name: str
    named: bool
    listing: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingTold(Told):
    """What is given or had; `kind` is null for own words that no kind fits."""

    kind: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Told):
    """When the first and the last document that tells so were published."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTold(Told):
    """A figure as several accounts put it."""

    min: float | None
    max: float | None
    unit: str | None
    rate: str | None
    words: tuple[str, ...]
    accounts: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Told):
    """A claim in its own words, with who says so and where."""

    claim: str
    by: tuple[str, ...]
    words: str
    document: DocumentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialTold(Told):
    """A denial; `only` says of what alone it is."""

    claim: str
    by: tuple[str, ...]
    words: str
    document: DocumentRef
    root: str
    concerned: bool
    only: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RungTold(Told):
    """What is told of one step of the ladder, on whose word, and what is held against it."""

    standing: Standing
    status: FindingStatus
    hedge: str | None
    accounts: int
    roots: tuple[str, ...]
    not_counted: tuple[str, ...]
    time: str | None
    published: Published
    places: tuple[str, ...]
    figures: tuple[FigureTold, ...]
    how_often: tuple[str, ...]
    denials: tuple[DenialTold, ...]
    replies: tuple[Answer, ...]
    findings: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowTold(RungTold):
    """Who gives whom what; as `sayso flows --json` has it."""

    giver: EndTold | None
    receiver: EndTold | None
    thing: ThingTold | None
    how: tuple[str, ...]
    carriers: tuple[str, ...]
    movements_at_least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowsTold(Told):
    """One page of flows.

    Attributes:
        apart: told, and not as done: planned, attempted, denied …; none of these is a flow.
        in_review, left_out: findings that wait, and claims that name nobody.
    """

    results: tuple[FlowTold, ...]
    limit: int
    offset: int
    total: int
    apart: tuple[FlowTold, ...]
    in_review: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rungs(Told):
    """The four steps of the ladder; an empty one says that no document held tells of it."""

    seeks: tuple[RungTold, ...]
    acquired: tuple[RungTold, ...]
    holds: tuple[RungTold, ...]
    uses: tuple[RungTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityTold(Told):
    """What one party seeks, acquired, holds and uses of one kind of thing."""

    party: EndTold | None
    thing: ThingTold | None
    rungs: Rungs


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilitiesTold(Told):
    """One page of the ladder of capabilities."""

    results: tuple[CapabilityTold, ...]
    limit: int
    offset: int
    total: int
    in_review: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTold(HearingTold):
    """Who was given what to answer on which finding, and what came back."""

    finding: str
    status: FindingStatus
    alleged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Told):
    """Where a document that is not held is cited, in which words."""

    document: DocumentRef
    locator: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine(Told):
    """A finding in one line."""

    id: str
    status: FindingStatus
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToObtain(Told):
    """A source that is cited and not held, with what rests on it."""

    key: str
    cited_as: str
    name: str
    author: str | None
    citations: tuple[Citation, ...]
    stories: int
    claims: tuple[str, ...]
    findings: tuple[FindingLine, ...]
    secondary_only: tuple[str, ...]
    may_be: tuple[DocumentRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTold(Told):
    """A document held, as a source: its story, copies, roots, and what only it tells."""

    id: str
    title: str
    publisher: str | None
    kind: DocumentKind
    handling: Handling
    published: str | None
    story: str
    copies: tuple[str, ...]
    cited_by: tuple[str, ...]
    claims: int
    roots: tuple[str, ...]
    only_here: tuple[str, ...]
    in_circle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSide(Told):
    """One account's words in a slot."""

    claim: str
    text: str
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceTold(Told):
    """Where a secondary account departs from its primary; null where a side has nothing."""

    slot: Slot
    secondary: AccountSide | None
    primary: AccountSide | None
    dependent: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonTold(Told):
    """A secondary account beside its primary."""

    secondary: DocumentRef
    primary: DocumentRef
    differences: tuple[DifferenceTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRef(Told):
    """One report of a series."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingTold(Told):
    """How one report of a series tells of a thing."""

    document: str
    claim: str
    text: str
    figure: str | None
    places: tuple[str, ...]
    factuality: str
    finding: str | None
    status: FindingStatus | None
    replies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentTold(Told):
    """What became of a thing from one report to the next."""

    subject: PartyRef | None
    change: Change
    earlier: TellingTold | None
    later: TellingTold | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesTold(Told):
    """Successive reports of one author, by date, and what changed between them."""

    reports: tuple[ReportRef, ...]
    changes: tuple[DevelopmentTold, ...]
