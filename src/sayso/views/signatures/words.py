"""Judgements in words: who decided what, when and why; an edit with what stood there before."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.model.claims import Claim, PlaceMention
from sayso.model.findings import Change, Judgement, Knowledge
from sayso.model.grades import LIKELIHOODS, Likelihood, Verdict
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import Role
from sayso.views.naming import one_line

#: Verdict → what was done; of those on a pair with the other side.
_DONE: Final[Mapping[str, str]] = {
    Verdict.ACCEPT: "accepted",
    Verdict.REJECT: "rejected",
    Verdict.EDIT: "edited",
    Verdict.UNSURE: "left unsure",
    Verdict.SAME: "judged the same",
    Verdict.DIFFERENT: "judged different",
    Verdict.CLEAR: "cleared",
    Verdict.GRADE: "graded",
    Verdict.ASSESS: "assessed",
    Verdict.UNDO: "undone",
}


def told(knowledge: Knowledge, judgement: Judgement) -> str:
    """Give a judgement without what it is about: "accepted by Ada Okoye on 2026-03-01: why"."""
    what = _DONE.get(judgement.verdict, judgement.verdict)
    changes = "; ".join(change_words(knowledge, judgement, c) for c in judgement.changes)
    done = f"{what} ({changes})" if changes else what
    other = "" if judgement.other is None else f" as {judgement.other}"
    if judgement.verdict in {Verdict.CLEAR, Verdict.DIFFERENT} and judgement.other is not None:
        other = f" from {judgement.other}"
    return f"{done}{other} by {judgement.by} on {judgement.at.date()}: {judgement.reason}"


def change_words(knowledge: Knowledge, judgement: Judgement, change: Change) -> str:
    """Give one slot that was set, for an edit with how it was read before."""
    read = knowledge.judged.as_read.get(ClaimId(judgement.about))
    if judgement.verdict != Verdict.EDIT or read is None:
        return f"{change.slot} {_value_words(knowledge, change.value)}"
    told = [_VALUE[change.slot](read), change.value]
    if change.slot == "words":
        before, after = (_at(knowledge.document_of(read).text, place) for place in told)
    else:
        before, after = (_value_words(knowledge, value) for value in told)
    return f"{change.slot} {before} → {after}"


def edits_on(knowledge: Knowledge, claim: Claim) -> tuple[Judgement, ...]:
    """Give the edits that stand on a claim, oldest first."""
    return knowledge.judged.edits.get(claim.id, ())


def edit_mark(knowledge: Knowledge, claim: Claim) -> str:
    """Give " (edited by Ada Okoye: factuality CT+ → PS+)"; "" for what nobody edited."""
    marks = []
    for edit in edits_on(knowledge, claim):
        changes = "; ".join(change_words(knowledge, edit, change) for change in edit.changes)
        marks.append(f" (edited by {edit.by}: {changes})")
    return "".join(marks)


def likelihood_words(judgement: Judgement) -> tuple[str, str]:
    """Give an assessment's likelihood and its confidence, which never share a sentence.

    ("likely (55 to 80 %)", "moderate")
    """
    values = {change.slot: change.value for change in judgement.changes}
    likelihood = Likelihood(values["likelihood"])
    least, most = LIKELIHOODS[likelihood]
    words = likelihood.value.replace("_", " ")
    return f"{words} ({least} to {most} %)", values["confidence"]


def _value_words(knowledge: Knowledge, value: str) -> str:
    """Give a slot's value for people: a party by its name, nothing as "none"."""
    entity = knowledge.entity_behind(EntityId(value))
    return entity.name if entity is not None else value or "none"


def _at(text: str, place: str) -> str:
    """Give the words at "120-148"."""
    start, _, end = place.partition("-")
    return f"“{one_line(text[int(start) : int(end)])}”"


def _place(place: PlaceMention | None) -> str:
    return "" if place is None else ", ".join((place.name, place.code or "", place.level.value))


def _party(claim: Claim, role: Role) -> str:
    found = claim.proposition.filler(role)
    return "" if found is None else found.entity or found.text or ""


def _time(claim: Claim) -> str:
    time = claim.proposition.time
    return "" if time is None else time.edtf or time.text


#: What stands in a slot that can be edited.
_VALUE: Final[Mapping[str, Callable[[Claim], str]]] = {
    "factuality": lambda c: c.factuality.value,
    "modality": lambda c: c.modality.value,
    "predicate": lambda c: c.proposition.predicate.value,
    "subject": lambda c: _party(c, Role.SUBJECT),
    "object": lambda c: _party(c, Role.OBJECT),
    "time": _time,
    "place": lambda c: _place(c.proposition.place),
    "words": lambda c: f"{c.content.start}-{c.content.end}",
}
