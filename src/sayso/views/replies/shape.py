"""The JSON of the right of reply."""

from collections.abc import Iterable

from sayso.model.findings import Finding, Knowledge
from sayso.model.hearings import Hearing
from sayso.views.json import JsonObject
from sayso.views.replies.text import hearing_line, hearings_of
from sayso.views.tables import finding_sentence


def hearings_shape(knowledge: Knowledge, finding: Finding) -> list[JsonObject]:
    """Give who was asked on a finding, and what came back, one object a party and occasion."""
    return [_hearing(knowledge, hearing) for hearing in hearings_of(knowledge, finding)]


def replies_json(
    knowledge: Knowledge, chosen: Iterable[tuple[Finding, Iterable[Hearing]]]
) -> JsonObject:
    """Give hearings with the finding that each is on, in the order given."""
    return {
        "replies": [
            {
                "finding": finding.id,
                "status": finding.status.value,
                "alleged": finding_sentence(knowledge, finding),
                **_hearing(knowledge, hearing),
            }
            for finding, hearings in chosen
            for hearing in hearings
        ]
    }


def _hearing(knowledge: Knowledge, hearing: Hearing) -> JsonObject:
    """Give one hearing."""
    party = knowledge.entities[hearing.party]
    return {
        "party": {"id": party.id, "name": party.name},
        "reply": hearing.reply.value,
        "asked_by": hearing.asked_by,
        "on": hearing.on,
        "put": list(hearing.put),
        "document": hearing.document,
        "words": hearing.words or None,
        "locator": hearing.locator or None,
        "answers": list(hearing.answers),
        "says": hearing_line(knowledge, hearing),
    }
