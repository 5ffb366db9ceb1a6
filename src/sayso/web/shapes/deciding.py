"""The shapes of what waits for a person, what people decided, and how they weigh hypotheses."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from sayso.model.grades import Verdict
from sayso.model.hypotheses import Act, Rating
from sayso.model.log import LogKind
from sayso.views.review.queue import Waiting
from sayso.web.asking.limits import Text
from sayso.web.shapes.base import JudgementTold, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteTold(Told):
    """Exact words with their place; `says` is who says what, where they were read as a claim."""

    words: str
    where: str
    claim: str | None
    says: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTold(Told):
    """One thing that waits for a person.

    Attributes:
        about, other: its id, and that of the other side of a pair.
        why: it waits, one sentence each.
        further: words that are not quoted here.
        commands: that decide it on the command line.
        last: the judgement that stands on it: what a decision of the page names as `seen`.
    """

    kind: Waiting
    about: str
    other: str | None
    says: str
    why: tuple[str, ...]
    words: tuple[QuoteTold, ...]
    further: int
    commands: tuple[str, ...]
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueTold(Told):
    """One page of what waits, what matters most first; `kinds` counts all of it by kind."""

    results: tuple[ItemTold, ...]
    limit: int
    offset: int
    total: int
    kinds: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementAsked:
    """A decision.

    Attributes:
        about: the id of what it is on; of a grade also `publisher:NAME`, `kind:press`.
        other: of a pair the other side: an entity, or a list entry.
        values: a grade (`B`, `2`), or a likelihood and a confidence.
        changes: of an edit, slot → value; "" takes the value out.
        by: who signs.
        reason: why, for the record that stays.
        seen: the judgement that stood on it when the page looked, null for none; where somebody
            else decided since, the answer is 409 with what that was. Left out: not asked.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    about: Text
    verdict: Verdict
    by: Text
    reason: Text
    other: Text | None = None
    values: Annotated[tuple[Text, ...], Field(max_length=2)] = ()
    changes: Annotated[dict[str, str] | None, Field(max_length=10)] = None
    seen: Text | None = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoAsked:
    """That a judgement is to be taken back; a new one does so, and both are kept."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    by: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Told):
    """What was decided, with the earlier judgements on the same that are kept beside it."""

    judgement: JudgementTold
    earlier: tuple[JudgementTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow(Told):
    """A judgement, and whether it stands."""

    judgement: JudgementTold
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LogTold(Told):
    """One thing that was added or decided; each entry holds the hash of the one before.

    Attributes:
        says: what the document is called, or what was decided on says; null for what is gone.
    """

    number: int
    kind: LogKind
    about: str
    says: str | None
    at: str
    by: str | None
    judgement: JudgementTold | None
    undone: bool
    digest: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFaultTold(Told):
    """Something that is not as it was logged; `entry` is null for what no entry tells of."""

    entry: int | None
    about: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCheckTold(Told):
    """What a check of the log came to: `head` is the hash to note elsewhere."""

    sound: bool
    entries: int
    head: str
    faults: tuple[LogFaultTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAsked:
    """A step on a question: who takes it, and why."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    by: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAsked(StepAsked):
    """A question in words with its possible answers, or one about identity.

    Attributes:
        from_: the id of one that `/api/v1/questions` has; then it is not given in words.
    """

    question: Text | None = None
    hypotheses: Annotated[tuple[Text, ...], Field(max_length=20)] = ()
    from_: Annotated[Text | None, Field(alias="from")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupposeAsked(StepAsked):
    """One more hypothesis."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitAsked(StepAsked):
    """Evidence: a claim or finding by its id, or words of one's own, with whose word they tell."""

    about: Text | None = None
    words: Text = ""
    source: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingsAsked(StepAsked):
    """How one row sits with one hypothesis or more.

    Attributes:
        evidence: the row, "E1".
        ratings: by hypothesis, "H1".
        seen: what the page showed in those cells, null for none; where somebody else rated one
            since, the answer is 409. Left out: not asked.
    """

    evidence: Text
    ratings: Annotated[dict[str, Rating], Field(min_length=1, max_length=50)]
    seen: Annotated[dict[str, Rating | None] | None, Field(max_length=50)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoStepAsked(StepAsked):
    """A step that is to be taken back, "S7"; of the first, the question is closed."""

    step: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTold(Told):
    """One step on a question, what was taken back too."""

    key: str
    act: Act
    what: str
    by: str
    at: str
    reason: str
    undone_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Told):
    """One of two that may be one party, or one a front for the other."""

    id: str
    name: str
    type: str
    standing: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignClaim(Told):
    """A claim behind a sign, with who denies it."""

    id: str
    says: str
    confidence: float
    finding: str | None
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTold(Told):
    """What speaks for or against a relation: `bears_on` relation → for, against, neither.

    Attributes:
        more: claims behind it that are not here; /api/v1/claims has them.
    """

    sign: str
    says: str
    bears_on: dict[str, str]
    claims: tuple[SignClaim, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityTold(Told):
    """A question about identity; nothing is merged, and nothing follows from it."""

    id: str
    question: str
    one: Side
    other: Side
    signs: tuple[SignTold, ...]
    notices: tuple[str, ...]
    opened_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedTold(Told):
    """Who took a step, when, and why."""

    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine(Told):
    """A question under competing hypotheses, in short; `from`: the identity that it is about."""

    id: str
    question: str
    from_: Annotated[str | None, Field(alias="from")]
    opened: SignedTold
    withdrawn: bool
    hypotheses: int
    evidence: int
    least_inconsistent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisTold(Told):
    """One hypothesis with its inconsistency; `unrated` counts the evidence without a rating."""

    key: str
    text: str
    by: str
    at: str
    reason: str
    inconsistency: int
    unrated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Told):
    """The inconsistency of one hypothesis."""

    hypothesis: str
    inconsistency: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRowTold(Told):
    """One piece of evidence with its ratings by hypothesis; `words` are exact."""

    key: str
    kind: str
    id: str | None
    says: str
    words: str | None
    by: str
    at: str
    reason: str
    roots: tuple[str, ...]
    stance: str | None
    finding: str | None
    status: str | None
    beside: tuple[str, ...]
    gone: str | None
    repeats: str | None
    counts: bool
    ratings: dict[str, Rating]
    diagnosticity: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutSource(Told):
    """How the order falls without one source."""

    source: str
    falls: tuple[str, ...]
    order: tuple[Score, ...]
    least_inconsistent: tuple[str, ...]
    changes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutEvidence(Told):
    """How the order falls without one piece of evidence."""

    evidence: str
    falls: tuple[str, ...]
    order: tuple[Score, ...]
    least_inconsistent: tuple[str, ...]
    changes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixTold(Told):
    """A matrix of competing hypotheses, whole; as `sayso hypotheses show --json` has it."""

    id: str
    question: str
    from_: Annotated[str | None, Field(alias="from")]
    opened: SignedTold
    withdrawn: bool
    hypotheses: tuple[HypothesisTold, ...]
    weights: dict[str, int]
    order: tuple[Score, ...]
    least_inconsistent: tuple[str, ...]
    evidence: tuple[EvidenceRowTold, ...]
    without_source: tuple[WithoutSource, ...]
    without_evidence: tuple[WithoutEvidence, ...]
    notices: tuple[str, ...]
    note: str
