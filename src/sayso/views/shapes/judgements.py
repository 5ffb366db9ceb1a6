"""The JSON of judgements, grades and assessments."""

from collections.abc import Iterable, Sequence

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Judgement, Knowledge
from sayso.views.json import JsonObject, JsonValue
from sayso.views.signatures.grades import Graded
from sayso.views.signatures.words import likelihood_words


def judgement_json(judgement: Judgement) -> JsonObject:
    """Give one judgement as it was made."""
    return {
        "id": judgement.id,
        "about": judgement.about,
        "verdict": judgement.verdict,
        "other": judgement.other,
        "changes": {change.slot: change.value for change in judgement.changes},
        "by": judgement.by,
        "at": judgement.at.isoformat(),
        "reason": judgement.reason,
    }


def assessment_json(assessments: Sequence[Judgement]) -> JsonObject | None:
    """Give the assessment that stands, with those before it, oldest first; None for none."""
    if not assessments:
        return None
    *earlier, last = assessments
    likelihood, confidence = likelihood_words(last)
    before: list[JsonValue] = [judgement_json(j) for j in earlier]
    return {
        **judgement_json(last),
        "likelihood": last.changes[0].value,
        "likelihood_words": likelihood,
        "confidence": confidence,
        "earlier": before,
    }


def grades_json(grades: Iterable[Graded]) -> list[JsonObject]:
    """Give grades side by side: each with its axis, its meaning and who gave it, or the rule."""
    return [
        {
            "axis": one.axis,
            "source": one.name or None,
            "grade": one.grade,
            "meaning": one.meaning,
            "by": one.by,
            "rule": one.rule or None,
            "history": [judgement_json(judgement) for judgement in one.history],
        }
        for one in grades
    ]


def signed_json(knowledge: Knowledge, claim: Claim) -> JsonObject:
    """Give the verdict that stands on a claim (null for none) and its edits, oldest first."""
    verdict = knowledge.judged.claims.get(claim.id)
    edits = knowledge.judged.edits.get(claim.id, ())
    return {
        "judgement": None if verdict is None else judgement_json(verdict),
        "edits": [judgement_json(edit) for edit in edits],
    }


def review_json(knowledge: Knowledge, finding: Finding) -> JsonObject:
    """Give how many claims of a finding a person signed for, and how it was assessed."""
    signed = [c for c in finding.claims if knowledge.judged.acceptance(c) is not None]
    return {
        "accepted_claims": len(signed),
        "assessment": assessment_json(knowledge.judged.assessments.get(finding.id, ())),
    }
