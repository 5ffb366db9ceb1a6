"""The JSON of a matrix of competing hypotheses."""

from collections.abc import Iterable, Sequence

from sayso.model.findings import Knowledge
from sayso.model.hypotheses import WEIGHTS, EvidenceRow, Matrix, Score, Step, Without
from sayso.views.hypotheses.text import matrix_notices, row_words
from sayso.views.hypotheses.wording import NO_VERDICT, beside
from sayso.views.json import JsonObject
from sayso.views.naming import content_words


def questions_shape(matrices: Iterable[Matrix]) -> JsonObject:
    """Give each question in short, in the order given."""
    return {
        "questions": [
            {
                **_question(matrix),
                "hypotheses": len(matrix.hypotheses),
                "evidence": len(matrix.evidence),
                "least_inconsistent": list(matrix.least),
            }
            for matrix in matrices
        ]
    }


def matrix_shape(knowledge: Knowledge, matrix: Matrix) -> JsonObject:
    """Give a matrix whole: hypotheses and evidence by number, the rest as it is in the text."""
    scores = {score.hypothesis: score for score in matrix.scores}
    return {
        **_question(matrix),
        "hypotheses": [
            {
                "key": hypothesis.key,
                "text": hypothesis.step.words,
                **_signed(hypothesis.step),
                "inconsistency": scores[hypothesis.key].inconsistency,
                "unrated": scores[hypothesis.key].unrated,
            }
            for hypothesis in matrix.hypotheses
        ],
        "weights": {rating.value: weight for rating, weight in WEIGHTS.items()},
        "order": _order(matrix.scores),
        "least_inconsistent": list(matrix.least),
        "evidence": evidence_shapes(knowledge, matrix),
        "without_source": [{"source": w.what, **_without(w)} for w in matrix.without_root],
        "without_evidence": [{"evidence": w.what, **_without(w)} for w in matrix.without_row],
        "notices": list(matrix_notices(knowledge, matrix)),
        "note": NO_VERDICT,
    }


def evidence_shapes(knowledge: Knowledge, matrix: Matrix) -> list[JsonObject]:
    """Give the rows of evidence, in the order in which they were put forward."""
    return [_row(knowledge, row) for row in matrix.evidence]


def _question(matrix: Matrix) -> JsonObject:
    return {
        "id": matrix.id,
        "question": matrix.opened.words,
        "from": matrix.opened.about,
        "opened": _signed(matrix.opened),
        "withdrawn": matrix.withdrawn,
    }


def _signed(step: Step) -> JsonObject:
    return {"by": step.by, "at": step.at.isoformat(), "reason": step.reason}


def _row(knowledge: Knowledge, row: EvidenceRow) -> JsonObject:
    grounds, about = row.grounds, row.step.about
    kind = "own_words" if about is None else "claim" if about.startswith("c-") else "finding"
    finding = None if grounds.finding is None else knowledge.findings[grounds.finding]
    return {
        "key": row.key,
        "kind": kind,
        "id": about,
        "says": row_words(knowledge, row),
        "words": _words(knowledge, row),
        **_signed(row.step),
        "roots": list(grounds.roots),
        "stance": grounds.stance,
        "finding": grounds.finding,
        "status": None if finding is None else finding.status.value,
        "beside": list(beside(knowledge, grounds)),
        "gone": grounds.gone,
        "repeats": row.repeats,
        "counts": row.counts,
        "ratings": {key: rating.value for key, rating in row.ratings.items()},
        "diagnosticity": row.diagnosticity,
    }


def _words(knowledge: Knowledge, row: EvidenceRow) -> str | None:
    """Give the exact words: of the document for a claim, of the analyst for own words."""
    if row.grounds.claim is not None:
        return content_words(knowledge, knowledge.claim(row.grounds.claim))
    return row.step.words or None


def _order(scores: Sequence[Score]) -> list[JsonObject]:
    return [{"hypothesis": s.hypothesis, "inconsistency": s.inconsistency} for s in scores]


def _without(without: Without) -> JsonObject:
    return {
        "falls": list(without.rows),
        "order": _order(without.scores),
        "least_inconsistent": list(without.least),
        "changes": without.changes,
    }
