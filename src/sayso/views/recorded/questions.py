"""Findings that may concern a measure, as questions with their evidence; as text and JSON."""

from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.concerns import Concern, Concerns
from sayso.model.findings import Knowledge
from sayso.model.flows import Standing
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import in_words, label, plain_name
from sayso.views.recorded.records import claim_line, claim_shape
from sayso.views.tables import finding_sentence

#: Stands under every list of questions.
NOTE: Final = (
    "each is a question, not a breach: what the state knew, whether an exemption was granted and "
    "what its law says do not stand in these findings"
)
_MEASURES: Final = {
    "assets_freeze": "freeze of assets",
    "travel_ban": "travel ban",
    "arms_embargo": "arms embargo",
}


def question_words(knowledge: Knowledge, one: Concern) -> str:
    """Give the question: "Did this touch the arms embargo against Kandor Front (QDe.901)?"."""
    party = label(knowledge.entities[one.party])
    would = "Would" if one.standing is Standing.PLANNED else "Did"
    return f"{would} this touch the {_MEASURES[one.measure]} against {party}?"


def questions_text(knowledge: Knowledge, found: Concerns, names: Mapping[str, str]) -> str:
    """Give the questions, each with what raises it, on whose word, and what is held against it."""
    return "\n".join(
        line for one in found.asked for line in (*question_lines(knowledge, one, names), "")
    )


def questions_json(knowledge: Knowledge, found: Concerns) -> JsonObject:
    """Give the questions, and how many others there may be."""
    return {"questions": [question_shape(knowledge, one) for one in found.asked], **beside(found)}


def beside(found: Concerns) -> dict[str, JsonValue]:
    """Give how many other questions there may be, and that each is no more than one."""
    return {
        "possible": found.possible,
        "not_bound": found.not_bound,
        "in_review": found.in_review,
        "note": NOTE,
    }


def question_shape(knowledge: Knowledge, one: Concern) -> JsonObject:
    """Give one question with what raises it and what is held against it."""
    return {
        "id": one.id,
        "question": question_words(knowledge, one),
        "measure": one.measure.value,
        "why": one.why,
        "reference": one.reference,
        "party": {"id": one.party, "name": plain_name(knowledge.entities[one.party])},
        "states": list(one.states),
        "standing": one.standing.value,
        "status": one.status.value,
        "hedged": one.hedged,
        "time": one.time,
        "roots": list(one.roots),
        "findings": list(one.findings),
        "claims": [{"claim": c, **claim_shape(knowledge, c)} for c in one.claims],
        "denials": [{"claim": c, **claim_shape(knowledge, c)} for c in one.denials],
        "replies": [{"claim": c, **claim_shape(knowledge, c)} for c in one.replies],
    }


def question_lines(knowledge: Knowledge, one: Concern, names: Mapping[str, str]) -> Iterator[str]:
    """Give one question with what raises it, on whose word, and what is held against it."""
    states = ", ".join(f"{names.get(code, code)} ({code})" for code in one.states)
    yield f"{one.id}  {states or 'no state is named'}"
    yield f"  {question_words(knowledge, one)}"
    denied = "; DENIED, see below" if one.denials else ""
    hedged = "; HEDGED" if one.hedged else ""
    when = f", {in_words(one.time)}" if one.time is not None else ""
    yield f"  {one.why} [{one.status.value}, {one.standing.value}{hedged}{denied}]{when}"
    for finding in one.findings:
        yield f"    {finding}  {finding_sentence(knowledge, knowledge.findings[finding])}"
    for told, claims in (("", one.claims), ("DENIED: ", one.denials), ("ANSWER: ", one.replies)):
        for claim in claims:
            yield f"    {told}{claim_line(knowledge, claim)}"
