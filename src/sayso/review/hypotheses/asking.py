"""The next steps on a question: what a person asks for, checked against what stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sayso.errors import BadInput, NotFound
from sayso.model.hypotheses import (
    Act,
    EvidenceRow,
    Hypothesis,
    Matrix,
    Past,
    QuestionId,
    Rating,
    Step,
    StepId,
)
from sayso.model.ids import key_of

Keyed = TypeVar("Keyed", EvidenceRow, Hypothesis, Past)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who takes a step, when, and why."""

    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """What is put forward as evidence: a claim or finding by its id, or an analyst's own words."""

    about: str | None = None
    words: str = ""
    source: str | None = None


def find_question(matrices: Sequence[Matrix], key: str) -> Matrix:
    """Give the question with this id, beginning of an id, or these words.

    Raises:
        NotFound: none fits, or several do.
    """
    found = [m for m in matrices if key == m.id or _same_words(key, m.opened.words)]
    found = found or [m for m in matrices if key.startswith("q-") and m.id.startswith(key)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(matrix.id for matrix in found)
        raise NotFound(f"{len(found)} questions fit {key!r}: name one by its id ({ids})")
    raise NotFound(f"no question {key!r}: `sayso hypotheses list` has them")


class NextSteps:
    """Makes the steps of one signature on one question, numbered after those that it has."""

    def __init__(self, signed: Signature, question: QuestionId, taken: int) -> None:
        self._signed = signed
        self._question = question
        self._number = taken

    def make(self, act: Act, **fields: object) -> Step:
        """Give the next step; fields that are not given stay empty."""
        self._number += 1
        signed = self._signed
        key = key_of("s", self._question, str(self._number), signed.by, signed.at.isoformat())
        return Step(
            id=StepId(key),
            question=self._question,
            act=act,
            by=signed.by,
            at=signed.at,
            reason=signed.reason,
            **fields,  # type: ignore[arg-type]  # fields of Step by name
        )


def open_question(
    matrices: Sequence[Matrix],
    words: str,
    hypotheses: Sequence[str],
    signed: Signature,
    about: str | None = None,
) -> tuple[Step, ...]:
    """Give the steps that open a question with its first hypotheses.

    Raises:
        BadInput: it is open already, or two of the hypotheses are one.
    """
    question = QuestionId(key_of("q", _plain(words)))
    if any(matrix.id == question for matrix in matrices):
        raise BadInput(f"this question is {question} already: `sayso hypotheses show {question}`")
    if len({_plain(one) for one in hypotheses}) < len(hypotheses):
        raise BadInput("two of the hypotheses have the same words: say in what they differ")
    steps = NextSteps(signed, question, 0)
    opened = steps.make(Act.OPEN, words=words, about=about)
    return (opened, *(steps.make(Act.HYPOTHESIS, words=one) for one in hypotheses))


def suppose(matrix: Matrix, words: str, signed: Signature) -> tuple[Step, ...]:
    """Give the step that adds a hypothesis.

    Raises:
        BadInput: it is there already, or the question was withdrawn.
    """
    steps = _next(matrix, signed)
    same = next((h for h in matrix.hypotheses if _same_words(words, h.step.words)), None)
    if same is not None:
        raise BadInput(f"{same.key} of {matrix.id} has these words: say in what yours differs")
    return (steps.make(Act.HYPOTHESIS, words=words),)


def put_forward(matrix: Matrix, exhibits: Sequence[Exhibit], signed: Signature) -> tuple[Step, ...]:
    """Give the steps that add evidence.

    Raises:
        BadInput: a claim or finding is there already, or the question was withdrawn.
    """
    held = {row.step.about: row.key for row in matrix.evidence if row.step.about is not None}
    twice = next((e.about for e in exhibits if e.about in held), None)
    if twice is not None:
        raise BadInput(f"{twice} is {held[twice]} of {matrix.id} already: rate that row")
    steps = _next(matrix, signed)
    return tuple(
        steps.make(Act.EVIDENCE, about=e.about, words=e.words, source=e.source) for e in exhibits
    )


def rate(
    matrix: Matrix, row: str, ratings: Mapping[str, Rating], signed: Signature
) -> tuple[Step, ...]:
    """Give the steps that rate one row, a step for each hypothesis.

    Raises:
        NotFound: no such row or hypothesis.
        BadInput: nothing is rated, or the evidence is gone.
    """
    steps, found = _next(matrix, signed), find_row(matrix, row)
    if not ratings:
        raise BadInput(f"{found.key}: nothing is rated: give H1=inconsistent, for one")
    if found.grounds.gone is not None:
        raise BadInput(f"{found.key} of {matrix.id} no longer counts: {found.grounds.gone}")
    cells = [(_hypothesis(matrix, key).step.id, rating) for key, rating in ratings.items()]
    return tuple(
        steps.make(Act.RATE, evidence=found.step.id, hypothesis=hypothesis, rating=rating)
        for hypothesis, rating in cells
    )


def undo(matrix: Matrix, step: str, signed: Signature) -> tuple[Step, ...]:
    """Give the step that takes another one back.

    Raises:
        NotFound: no such step.
        BadInput: it was taken back already.
    """
    past = _find(matrix.history, step, "step")
    if past.undone is not None:
        raise BadInput(f"{past.key} of {matrix.id} was undone by {past.undone}: undo that instead")
    steps = NextSteps(signed, matrix.id, len(matrix.history))
    return (steps.make(Act.UNDO, about=past.step.id),)


def find_row(matrix: Matrix, key: str) -> EvidenceRow:
    """Give the row with this key, "E1".

    Raises:
        NotFound: there is none, or it was withdrawn.
    """
    return _find(matrix.evidence, key, "evidence")


def _hypothesis(matrix: Matrix, key: str) -> Hypothesis:
    return _find(matrix.hypotheses, key, "hypothesis")


def _find(keyed: Sequence[Keyed], key: str, what: str) -> Keyed:
    found = next((one for one in keyed if one.key == key.upper()), None)
    if found is None:
        there = f"{keyed[0].key} to {keyed[-1].key}" if keyed else "none"
        raise NotFound(f"no {what} {key!r}: there is {there}")
    return found


def _next(matrix: Matrix, signed: Signature) -> NextSteps:
    """Give what makes the next steps.

    Raises:
        BadInput: the question was withdrawn.
    """
    if matrix.withdrawn:
        raise BadInput(f"{matrix.id} was withdrawn: `sayso hypotheses history` says by which step")
    return NextSteps(signed, matrix.id, len(matrix.history))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .?!؟")


def _same_words(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)
