"""Competing hypotheses: the steps that people take on a question, and the matrix they come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from sayso.errors import BadInput
from sayso.model.ids import ClaimId, FindingId

QuestionId = NewType("QuestionId", str)
StepId = NewType("StepId", str)


class Rating(StrEnum):
    """How a piece of evidence sits with a hypothesis: Heuer's CC, C, N, I, II and NA."""

    VERY_CONSISTENT = "very_consistent"
    CONSISTENT = "consistent"
    NEUTRAL = "neutral"
    INCONSISTENT = "inconsistent"
    VERY_INCONSISTENT = "very_inconsistent"
    NOT_APPLICABLE = "not_applicable"


#: What a rating adds to the inconsistency of a hypothesis; every other rating adds nothing. Heuer
#: counts what speaks against a hypothesis, because what agrees with one agrees with others too.
#: Neither grades nor confidence weigh here: they are other axes.
WEIGHTS: Final[Mapping[Rating, int]] = {Rating.INCONSISTENT: 1, Rating.VERY_INCONSISTENT: 2}


class Act(StrEnum):
    """What a step does."""

    OPEN = "open"
    HYPOTHESIS = "hypothesis"
    EVIDENCE = "evidence"
    RATE = "rate"
    UNDO = "undo"


#: What each act cannot do without, by the names of a step's fields.
_NEEDED: Final[Mapping[Act, tuple[str, ...]]] = {
    Act.OPEN: ("words",),
    Act.HYPOTHESIS: ("words",),
    Act.EVIDENCE: (),
    Act.RATE: ("evidence", "hypothesis", "rating", "reason"),
    Act.UNDO: ("about", "reason"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a person on a question: appended and signed; undoing is a new one.

    Attributes:
        words: the question, the hypothesis, or evidence in the analyst's own words; "" else.
        about: the claim or finding that is evidence, the step that is undone, or the question
            about an identity that is opened.
        source: whose word the analyst's own words report; None for the analyst's.
        evidence, hypothesis, rating: of the cell that is rated; the first two by their steps.

    Raises:
        BadInput: nobody signs, or what the act needs is missing.
    """

    id: StepId
    question: QuestionId
    act: Act
    by: str
    at: datetime
    reason: str = ""
    words: str = ""
    about: str | None = None
    source: str | None = None
    evidence: StepId | None = None
    hypothesis: StepId | None = None
    rating: Rating | None = None

    def __post_init__(self) -> None:
        missing = [n for n in ("by", *_NEEDED[self.act]) if not str(getattr(self, n) or "").strip()]
        if missing:
            raise BadInput(f"{self.act} on {self.question}: it has no {', no '.join(missing)}")
        if self.act is Act.EVIDENCE and (self.about is None) == (not self.words.strip()):
            raise BadInput("evidence is a claim, a finding, or words of your own: give one of them")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One possible answer to a question.

    Attributes:
        key: "H1"; never given to another one.
    """

    key: str
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a piece of evidence rests on, as the records stand now.

    Attributes:
        claim, finding: what it is; both are None for an analyst's own words and for what is gone.
        stance: "+" it says that something is so, "-" that it is not, "?" neither.
        roots: the names of those on whose word it stands; it falls when none of them is left.
        gone: why it no longer counts; None while it does.
    """

    claim: ClaimId | None = None
    finding: FindingId | None = None
    stance: str = "+"
    roots: tuple[str, ...] = ()
    gone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One row of a matrix: a piece of evidence with its ratings.

    Attributes:
        key: "E1"; never given to another one.
        repeats: the row that is the same word of the same root; only that one counts.
        ratings: by the key of the hypothesis; what was not rated is left out.
        diagnosticity: how many steps of the scale from CC to II lie between its highest and its
            lowest rating, 0 to 4; None while fewer than two hypotheses are rated.
    """

    key: str
    step: Step
    grounds: Grounds
    repeats: str | None
    ratings: Mapping[str, Rating]
    diagnosticity: int | None

    @property
    def counts(self) -> bool:
        """Say whether it is there, and the first to say what it says."""
        return self.grounds.gone is None and self.repeats is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How much of the evidence speaks against a hypothesis.

    Attributes:
        hypothesis: its key.
        inconsistency: the sum of the weights of its ratings, over the rows that count.
        unrated: rows that count and were not rated for it.
    """

    hypothesis: str
    inconsistency: int
    unrated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """The order of the hypotheses if something were not there.

    Attributes:
        what: the name of a root, or the key of a row.
        rows: that would fall with it.
        scores: the least inconsistent first.
        least: the hypotheses that would be least inconsistent.
        changes: these are others than with all the evidence.
    """

    what: str
    rows: tuple[str, ...]
    scores: tuple[Score, ...]
    least: tuple[str, ...]
    changes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One step as the history tells it.

    Attributes:
        key: "S1": its number within the question, which `undo` takes.
        undone: the key of the step that took it back, or None.
    """

    key: str
    step: Step
    undone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A question with its hypotheses, the evidence on them, and what follows from the ratings.

    Attributes:
        opened: the step that asked it; `withdrawn` when that step was undone.
        hypotheses, evidence: in the order in which they were added, without withdrawn ones.
        scores: the least inconsistent first, ties by number.
        least: the hypotheses that are least inconsistent; none while there is nothing rated.
        without_root, without_row: by name of the root, and in the order of the rows.
        history: every step, oldest first.
    """

    id: QuestionId
    opened: Step
    withdrawn: bool
    hypotheses: tuple[Hypothesis, ...]
    evidence: tuple[EvidenceRow, ...]
    scores: tuple[Score, ...]
    least: tuple[str, ...]
    without_root: tuple[Without, ...]
    without_row: tuple[Without, ...]
    history: tuple[Past, ...]
