"""Findings beside measures, and what is said of states: questions with their evidence."""

from dataclasses import dataclass

from sayso.model.flows import Standing
from sayso.model.ids import ClaimId, EntityId, FindingId
from sayso.model.vocabulary import Factuality, FindingStatus, Measure, Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Findings that may touch a measure against a listed party: a question, never a breach.

    Attributes:
        why: what about them may touch it, in words.
        reference: of the UN entry.
        party: whose entry it is.
        states: codes of the states that the findings name, as who gives, receives or is the place;
            none where they name none.
        standing: how far what is told has come.
        hedged: every claim keeps a distance.
        roots: independent ones, by name.
        denials: claims that deny it; `replies` answer it without denying it.
        findings, claims: at least one of each.
    """

    id: str
    measure: Measure
    why: str
    reference: str
    party: EntityId
    states: tuple[str, ...]
    standing: Standing
    status: FindingStatus
    hedged: bool
    time: str | None
    roots: tuple[str, ...]
    denials: tuple[ClaimId, ...]
    replies: tuple[ClaimId, ...]
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerns:
    """The questions, and what raises none.

    Attributes:
        asked: by state, measure and entry.
        possible: how many would be asked if a person judged that a possible entry is the party's.
        not_bound: how many touch a measure to which the entry is not subject by its regime.
        in_review: how many more there are with findings that are not read surely.
    """

    asked: tuple[Concern, ...]
    possible: int
    not_bound: int
    in_review: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim about what a state did, or did not do, to carry measures out.

    Attributes:
        state: its code.
        predicate: a report that it made or not, or somebody whom it listed, froze or exempted.
        references: UN entries that are those parties'.
        factuality: how sure its speaker is: of "has not reported", that it is not so.
        own: the state says so itself.
        against: claims that say the opposite of the same thing, and replies to it.
        published: when its document was, as EDTF; None where that is not told.
    """

    state: str
    claim: ClaimId
    finding: FindingId | None
    predicate: Predicate
    references: tuple[str, ...]
    factuality: Factuality
    own: bool
    against: tuple[ClaimId, ...]
    published: str | None = None
