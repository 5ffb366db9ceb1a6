"""The shapes of findings and ties, with all that they rest on."""

from dataclasses import dataclass

from sayso.model.vocabulary import FindingStatus, Predicate, Reply
from sayso.web.shapes.base import Assessment, Grade, JudgementTold, PartyRef, Told
from sayso.web.shapes.claims import EvidenceTold, Otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPlace(Told):
    """A finding's place; `code` is ISO 3166."""

    name: str | None
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RootTold(Told):
    """One independent origin of claims.

    Attributes:
        stance: "+" affirms, "-" denies, "?" neither.
        independent: false for unnamed collectives, which count as no root.
        concerned: it is the party that the finding is about.
        hedged: it says so with a hedge only.
        withdrawn: its source took it back: shown, and not counted.
        statements: the occasions on which it said so.
        misquoted: only ascribed to it: its own text says otherwise.
    """

    name: str
    stance: str
    claims: tuple[str, ...]
    independent: bool
    concerned: bool
    hedged: bool
    withdrawn: bool
    statements: int
    reasons: tuple[str, ...]
    misquoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingTold(Told):
    """Who was given what to answer, by whom and when, and what came back."""

    party: PartyRef
    reply: Reply
    asked_by: str | None
    on: str | None
    put: tuple[str, ...]
    document: str | None
    words: str | None
    locator: str | None
    answers: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingTold(Told):
    """All claims of one proposition, weighed; as `sayso findings --json` has it.

    Attributes:
        says: what it is about, its status first, parties with their standing on the lists.
        replies: claims with which a party concerned answered.
        explanation: why the status is what it is.
        accepted_claims: how many of its claims a person signed for.
        waits: it is about a person or ties two parties, was read surely by no claim, and waits in
            review.
    """

    id: str
    subject: PartyRef | None
    predicate: Predicate
    object: PartyRef | None
    kind: str | None
    place: FindingPlace | None
    time: str | None
    status: FindingStatus
    roots: tuple[RootTold, ...]
    positive_roots: int
    negative_roots: int
    reply: Reply
    replies: tuple[str, ...]
    right_of_reply: tuple[HearingTold, ...]
    interested_parties: tuple[RootTold, ...]
    claims: tuple[str, ...]
    explanation: str
    accepted_claims: int
    assessment: Assessment | None
    says: str
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieTold(Told):
    """A finding between two entities, never without its status.

    Attributes:
        start: EDTF, as `end`; null where no claim says.
        waits: it was read surely by no claim, and waits in review.
    """

    id: str
    subject: PartyRef
    predicate: Predicate
    object: PartyRef
    kind: str | None
    status: FindingStatus
    start: str | None
    end: str | None
    roots: tuple[RootTold, ...]
    reply: Reply
    replies: tuple[str, ...]
    right_of_reply: tuple[HearingTold, ...]
    says: str
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RootEvidence(Told):
    """One origin with the words that come from it, the most direct first."""

    name: str
    stance: str
    claims: tuple[str, ...]
    independent: bool
    concerned: bool
    hedged: bool
    withdrawn: bool
    statements: int
    reasons: tuple[str, ...]
    misquoted: bool
    evidence: tuple[EvidenceTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideTold(Told):
    """A claim in tension with a finding (both can be true), with the reason and its evidence."""

    reason: str
    claim: str
    words: str
    chain: tuple[str, ...]
    factuality: str
    document: str
    publisher: str | None
    published: str | None
    locator: str
    address: str
    notice: str | None
    signed: tuple[str, ...]
    grades: tuple[Grade, ...]
    otherwise: Otherwise | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedTold(Told):
    """A finding that says the same in general or in particular."""

    how: str
    finding: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyTold(Told):
    """Everything that one finding rests on; as `sayso why --json` has it.

    Attributes:
        parties: with their standing: "Kandor Front (not listed)".
        roots: affirming, denying, neither.
        replies: of a party concerned to the allegation itself.
        rejections: of a whole document that the finding rests on.
        beside: what leaves it standing.
        right_of_reply: who was asked, and what came back, in words.
    """

    finding: str
    says: str
    status: FindingStatus
    explanation: str
    parties: tuple[str, ...]
    roots: tuple[RootEvidence, ...]
    reply: str
    beside: tuple[BesideTold, ...]
    related: tuple[RelatedTold, ...]
    right_of_reply: tuple[str, ...]
    replies: tuple[EvidenceTold, ...]
    rejections: tuple[EvidenceTold, ...]
    assessment: Assessment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWhole(Told):
    """One finding, with everything that it rests on, and its tie where it is one.

    Attributes:
        judgement: the verdict of a person that stands on it as a whole.
    """

    finding: FindingTold
    why: WhyTold
    tie: TieTold | None
    judgement: JudgementTold | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllegationTold(Told):
    """A finding about a party, with who says so and who denies it, in their words.

    Attributes:
        said, denied: at most five each, the most direct first; `said_in_all` and `denied_in_all`
            count all.
    """

    finding: FindingTold
    said: tuple[EvidenceTold, ...]
    denied: tuple[EvidenceTold, ...]
    said_in_all: int
    denied_in_all: int
