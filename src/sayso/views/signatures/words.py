"""Judgements in words: who decided what, when and why; an edit with what stood there before."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.model.claims import Claim, PlaceMention
from sayso.model.findings import Change, Judgement, Knowledge
from sayso.model.grades import LIKELIHOODS, Likelihood, Verdict
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import Role
from sayso.views.naming import one_line
from sayso.views.wording.texts import ENGLISH, Texts


def told(knowledge: Knowledge, judgement: Judgement, texts: Texts = ENGLISH) -> str:
    """Give a judgement without what it is about: "accepted by Ada Okoye on 2026-03-01: why"."""
    known = judgement.verdict in set(Verdict)
    done = texts.say(f"judged.{judgement.verdict}") if known else judgement.verdict
    changes = "; ".join(change_words(knowledge, judgement, c, texts) for c in judgement.changes)
    if changes:
        done = texts.say("judged.changed", done=done, changes=changes)
    if judgement.other is not None:
        is_apart = judgement.verdict in {Verdict.CLEAR, Verdict.DIFFERENT}
        form = "judged.from" if is_apart else "judged.as"
        done = texts.say(form, done=done, other=judgement.other)
    day, by, why = judgement.at.date(), judgement.by, judgement.reason
    return texts.say("judged.told", done=done, by=by, day=day, reason=why)


def change_words(
    knowledge: Knowledge, judgement: Judgement, change: Change, texts: Texts = ENGLISH
) -> str:
    """Give one slot that was set, for an edit with how it was read before."""
    read = knowledge.judged.as_read.get(ClaimId(judgement.about))
    if judgement.verdict != Verdict.EDIT or read is None:
        value = _value_words(knowledge, change.value, texts)
        return texts.say("judged.slot", slot=change.slot, value=value)
    told = [_VALUE[change.slot](read), change.value]
    if change.slot == "words":
        text = knowledge.document_of(read).text
        before, after = (_at(text, place, texts) for place in told)
    else:
        before, after = (_value_words(knowledge, value, texts) for value in told)
    return texts.say("judged.slot_changed", slot=change.slot, before=before, value=after)


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


def likelihood_words(judgement: Judgement, texts: Texts = ENGLISH) -> tuple[str, str]:
    """Give an assessment's likelihood and its confidence, which never share a sentence.

    ("likely (55 to 80 %)", "moderate")
    """
    values = {change.slot: change.value for change in judgement.changes}
    likelihood = Likelihood(values["likelihood"])
    least, most = LIKELIHOODS[likelihood]
    words = texts.say(f"likelihood.{likelihood.value}")
    banded = texts.say("judged.likelihood", words=words, least=least, most=most)
    return banded, texts.say(f"confidence.{values['confidence']}")


def _value_words(knowledge: Knowledge, value: str, texts: Texts) -> str:
    """Give a slot's value for people: a party by its name, nothing as "none"."""
    entity = knowledge.entity_behind(EntityId(value))
    return entity.name if entity is not None else value or texts.say("judged.none")


def _at(text: str, place: str, texts: Texts) -> str:
    """Give the words at "120-148"."""
    start, _, end = place.partition("-")
    return texts.say("join.quote", words=one_line(text[int(start) : int(end)]))


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
