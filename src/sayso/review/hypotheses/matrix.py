"""Steps to a matrix: what stands after every undoing, and what follows from the ratings."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sayso.model.hypotheses import (
    Act,
    EvidenceRow,
    Grounds,
    Hypothesis,
    Matrix,
    Past,
    QuestionId,
    Rating,
    Step,
    StepId,
)
from sayso.review.hypotheses.weighing import (
    diagnosticity_of,
    least_of,
    scores_of,
    without_roots,
    without_rows,
)


def matrices_of(steps: Sequence[Step], grounds_of: Callable[[Step], Grounds]) -> tuple[Matrix, ...]:
    """Give the matrix of each question, the first opened first.

    Args:
        steps: of all questions, in the order in which they were appended.
        grounds_of: says what the evidence of a step rests on.
    """
    by_question: dict[QuestionId, list[Step]] = defaultdict(list)
    for step in steps:
        by_question[step.question].append(step)
    return tuple(_matrix(own, grounds_of) for own in by_question.values())


def _matrix(steps: Sequence[Step], grounds_of: Callable[[Step], Grounds]) -> Matrix:
    """Give the matrix of one question; its first step opens it."""
    history = _history(steps)
    undone = {past.step.id for past in history if past.undone is not None}
    hypotheses = tuple(
        Hypothesis(key=f"H{number}", step=step)
        for number, step in enumerate(_of(steps, Act.HYPOTHESIS), 1)
        if step.id not in undone
    )
    evidence = _rows(steps, undone, hypotheses, grounds_of)
    counted = [row for row in evidence if row.counts]
    keys = [hypothesis.key for hypothesis in hypotheses]
    scores = scores_of(keys, counted)
    return Matrix(
        id=steps[0].question,
        opened=steps[0],
        withdrawn=steps[0].id in undone,
        hypotheses=hypotheses,
        evidence=evidence,
        scores=scores,
        least=least_of(scores, counted),
        without_root=without_roots(keys, counted),
        without_row=without_rows(keys, counted),
        history=history,
    )


def _history(steps: Sequence[Step]) -> tuple[Past, ...]:
    """Number the steps, and tell by which later step each was undone; an undoing can be undone."""
    numbered = [(f"S{number}", step) for number, step in enumerate(steps, 1)]
    undone: dict[str, str] = {}
    for key, step in reversed(numbered):
        if step.act is Act.UNDO and step.about is not None and step.id not in undone:
            undone.setdefault(step.about, key)
    return tuple(Past(key=key, step=step, undone=undone.get(step.id)) for key, step in numbered)


def _of(steps: Sequence[Step], act: Act) -> list[Step]:
    return [step for step in steps if step.act is act]


def _rows(
    steps: Sequence[Step],
    undone: set[StepId],
    hypotheses: Sequence[Hypothesis],
    grounds_of: Callable[[Step], Grounds],
) -> tuple[EvidenceRow, ...]:
    """Give the rows that stand, each with the ratings that stand; a later rating replaces one."""
    key_of_step = {hypothesis.step.id: hypothesis.key for hypothesis in hypotheses}
    cells: dict[StepId | None, dict[str, Rating]] = defaultdict(dict)
    for step in _of(steps, Act.RATE):
        hypothesis = None if step.hypothesis is None else key_of_step.get(step.hypothesis)
        if step.id not in undone and hypothesis is not None and step.rating is not None:
            cells[step.evidence][hypothesis] = step.rating
    rows = [
        EvidenceRow(
            key=f"E{number}",
            step=step,
            grounds=grounds_of(step),
            repeats=None,
            ratings=_in_order(cells[step.id], hypotheses),
            diagnosticity=diagnosticity_of(cells[step.id].values()),
        )
        for number, step in enumerate(_of(steps, Act.EVIDENCE), 1)
        if step.id not in undone
    ]
    return tuple(replace(row, repeats=_repeated(row, rows)) for row in rows)


def _in_order(
    ratings: Mapping[str, Rating], hypotheses: Sequence[Hypothesis]
) -> Mapping[str, Rating]:
    return {h.key: ratings[h.key] for h in hypotheses if h.key in ratings}


def _repeated(row: EvidenceRow, rows: Sequence[EvidenceRow]) -> str | None:
    """Give the row that already has the word of these roots on the same matter, or None."""
    same = (other for other in rows if other.key != row.key and _says_the_same(row, other))
    return next((o.key for o in same if _is_before(o, row, rows)), None)


def _says_the_same(row: EvidenceRow, other: EvidenceRow) -> bool:
    """Say whether another row has all the roots of this one, of one finding and one stance."""
    mine, its = row.grounds, other.grounds
    if mine.gone is not None or its.gone is not None or mine.stance != its.stance:
        return False
    is_one_claim = mine.claim is not None and mine.claim == its.claim
    is_one_finding = mine.finding is not None and mine.finding == its.finding
    return is_one_claim or (is_one_finding and set(mine.roots) <= set(its.roots))


def _is_before(other: EvidenceRow, row: EvidenceRow, rows: Sequence[EvidenceRow]) -> bool:
    """Say whether the other row is the one to keep: it has more roots, or came first."""
    more = len(other.grounds.roots) > len(row.grounds.roots)
    return more or (
        len(other.grounds.roots) == len(row.grounds.roots) and rows.index(other) < rows.index(row)
    )
