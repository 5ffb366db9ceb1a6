"""Flows: who gives whom what, how much, since when; and what parties seek, acquire, hold, use."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import ClaimId, EntityId, FindingId
from sayso.model.vocabulary import FindingStatus


class Standing(StrEnum):
    """How far what is told has come; only what is told as done counts as a flow."""

    DONE = "done"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    CONDITIONAL = "on a condition"
    OPEN = "left open"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


class Rung(StrEnum):
    """A step of the ladder of capabilities, the lowest first."""

    SEEKS = "seeks"
    ACQUIRED = "acquired"
    HOLDS = "holds"
    USES = "uses"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Who gives, receives or has: equal keys are the same party in all documents.

    Attributes:
        entity: the entity across documents; None for mere words.
        named: it bears a name somewhere; what has none never meets across documents.
    """

    key: str
    entity: EntityId | None
    name: str
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is given or had: a kind of the table, or the document's own words where none fits.

    Attributes:
        key: that of the kind; for own words their head, which no kind has.
        broader: the key of the kind that this kind is part of.
        known: it is a kind of the table.
        means: it is a weapon, a material or a means, so far as the table tells.
    """

    key: str
    name: str
    broader: str | None = None
    known: bool = False
    means: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as an interval, never a sum; equal ones of several accounts stand once.

    Attributes:
        minimum, maximum: None where there is no bound; equal for a plain figure.
        rate: what it is given by ("month", "lorry"); None for a figure of the whole.
        words: how the documents put it, in order of appearance; at least one.
        accounts: how many places of documents give it.
    """

    unit: str | None
    minimum: float | None
    maximum: float | None
    rate: str | None
    words: tuple[str, ...]
    accounts: int
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A claim that denies what a row tells.

    Attributes:
        by: its root.
        concerned: that root is a party of what it denies.
        only: the kind of thing that it denies, where the row says none: it denies a part at most,
            and the status of the row does not change by it.
    """

    claim: ClaimId
    by: str
    concerned: bool
    only: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What several claims tell alike, on whose word, and what is held against it.

    Attributes:
        status: what is contested by a party concerned comes first, then what others dispute;
            else that of the best founded finding.
        hedged: every claim keeps a distance: possible, probable, purported, suspected, feared.
        accounts: how many places of documents tell it; several may tell of one thing that happened.
        roots: independent ones, by name; `nameless` are sources that count as none.
        time: EDTF from the first to the last time told; None where none is.
        published: dates of the first and last document that tell it.
        replies: answers of parties concerned that reject a document that it rests on.
        findings, claims: in order of appearance; at least one of each.
    """

    standing: Standing
    status: FindingStatus
    hedged: bool
    accounts: int
    roots: tuple[str, ...]
    nameless: tuple[str, ...]
    time: str | None
    published: tuple[str, str] | None
    places: tuple[str, ...]
    figures: tuple[Figure, ...]
    how_often: tuple[str, ...]
    denials: tuple[Denial, ...]
    replies: tuple[ClaimId, ...]
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One giver, one receiver and one kind of thing.

    Attributes:
        giver, receiver, thing: None where it is not said.
        how: predicates, with the kind of support in brackets.
        carriers: what it moves on, where the words name that instead of a giver.
        movements: how many, at least, were made; 0 where only a standing relation is told.
    """

    giver: End | None
    receiver: End | None
    thing: Thing | None
    how: tuple[str, ...]
    carriers: tuple[str, ...]
    movements: int
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """All flows asked for.

    Attributes:
        done: what counts as a flow.
        apart: plans, attempts, conditions, what is left open, denied or withdrawn.
        in_review: findings that were not taken because they were not read surely.
        left_out: claims that name no party and no place, so that nobody can be asked about them.
    """

    done: tuple[Flow, ...]
    apart: tuple[Flow, ...]
    in_review: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """One party and one kind of thing, rung by rung.

    Attributes:
        rungs: all four, the lowest first, each with what is told by its standing; an empty one
            says that no document held tells of it.
    """

    party: End
    thing: Thing
    rungs: tuple[tuple[Rung, tuple[Told, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """The ladders asked for; the counts are as in Flows."""

    rows: tuple[Capability, ...]
    in_review: int
    left_out: int
