"""Incidents in lines of text: each slot with who says so, denials beside what they deny."""

from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.incidents import Incident, IncidentSlot, Outcome, SlotValue
from sayso.views.incidents.say_so import find_claim, how_said, in_review
from sayso.views.naming import chain_names, in_words, label, one_line, quote
from sayso.views.replies.text import asked_of

#: The heading of each slot.
SLOT_HEADINGS: Final[Mapping[IncidentSlot, str]] = {
    IncidentSlot.PERPETRATOR: "by",
    IncidentSlot.VICTIM: "victim",
    IncidentSlot.TARGET: "target",
    IncidentSlot.WEAPON: "with",
}


def value_name(knowledge: Knowledge, value: SlotValue) -> str:
    """Give a party with its standing to the lists; mere words in quotation marks."""
    entity = knowledge.entity_behind(value.entity)
    named = entity is not None and value.text in entity.names
    return label(entity) if entity is not None and named else quote(value.text)


def incident_title(incident: Incident) -> str:
    """Give what, where and when in one line, without any party."""
    where = "" if incident.place is None else f" in {incident.place.name}"
    when = " or ".join(in_words(time) for time in incident.times)
    return f"{incident.kind.value}{where}{f', {when}' if when else ''}"


def incident_text(knowledge: Knowledge, incident: Incident) -> str:
    """Give an incident in lines: its title, then each value with everyone who says so."""
    lines = [f"{incident.id}  {incident_title(incident)}"]
    waiting = 0
    for value in incident.values:
        if in_review(knowledge, incident, value):
            waiting += 1
            continue
        said = "; ".join(_sayings(knowledge, incident, value))
        heading = SLOT_HEADINGS[value.slot]
        lines.append(f"  {heading}: {value_name(knowledge, value)} — {said}")
    lines += [_outcome_line(knowledge, incident, one) for one in incident.outcomes]
    lines += dict.fromkeys(_answer_line(knowledge, answer) for answer in incident.answers)
    asked = asked_of(knowledge, [claim.id for claim in incident.claims])
    lines += [f"  {line}" for line in asked]
    if waiting:
        wait = "1 named person waits" if waiting == 1 else f"{waiting} named persons wait"
        lines.append(f"  {wait} in review as perpetrator")
    return "\n".join(lines)


def _sayings(knowledge: Knowledge, incident: Incident, value: SlotValue) -> Iterator[str]:
    """Give how and by whom a value is said, each once."""
    claims = (find_claim(knowledge, incident, c) for c in value.claims)
    yield from dict.fromkeys(said_by(knowledge, claim, value) for claim in claims)


def said_by(knowledge: Knowledge, claim: Claim, value: SlotValue | None) -> str:
    """Give "blamed by the police (via The Kandor Post)"."""
    *carriers, speaker = chain_names(knowledge, claim)
    via = f" (via {', '.join(reversed(carriers))})" if carriers else ""
    return f"{how_said(knowledge, claim, value)} {speaker}{via}"


def _outcome_line(knowledge: Knowledge, incident: Incident, outcome: Outcome) -> str:
    """Give one figure with its bounds as they are worded, and who says so."""
    said = said_by(knowledge, find_claim(knowledge, incident, outcome.claim), None)
    return f"  {outcome.what}: {quote(outcome.quantity.text)} — {said}"


def _answer_line(knowledge: Knowledge, answer: ClaimId) -> str:
    """Give an answer in its own words."""
    claim = knowledge.claim(answer)
    words = one_line(claim.content.of(knowledge.document_of(claim).text))
    return f"  answered by {chain_names(knowledge, claim)[-1]}: {quote(words)}"
