"""The profile of one party: allegations with their denials, ties, places, what it says itself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Sized
from typing import Final

from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import ClaimId, FindingId
from sayso.views.evidence import evidence_of, said_by
from sayso.views.json import JsonObject, JsonValue
from sayso.views.profiles.rows import entity_row, finding_row, tie_row
from sayso.views.ranking.figures import Figures
from sayso.views.shapes.evidence import claim_json, evidence_shape
from sayso.views.tables import directness

#: Of each kind at most so many stand in a profile; the others are counted, and have their lists.
MOST: Final = 100
#: Words quoted of those who say so, and of those who deny it.
MOST_QUOTED: Final = 5


def profile_shape(knowledge: Knowledge, entity: Entity, figures: Figures) -> dict[str, JsonValue]:
    """Give all that is known of an entity; long parts are cut, and `more` counts what is not here.

    Args:
        knowledge: holds it.
        entity: whose profile it is.
        figures: what it takes part in.
    """
    spoken = said_by(knowledge, entity)
    findings = [knowledge.findings[f] for f in figures.findings]
    places = _places(knowledge, figures)
    gathered = dict(zip(entity.members, entity.reasons, strict=True))
    parts: Mapping[str, Sized] = {
        "allegations": findings,
        "ties": figures.ties,
        "says": spoken,
        "places": places,
        "gathered": list(gathered),
    }
    return {
        "entity": entity_row(entity, figures),
        "allegations": [allegation(knowledge, finding) for finding in findings[:MOST]],
        "ties": [tie_row(knowledge, tie) for tie in figures.ties[:MOST]],
        "says": [claim_json(knowledge, claim) for claim in spoken[:MOST]],
        "denials": [c.id for c in spoken[:MOST] if c.factuality.stance == "-"],
        "places": places[:MOST],
        "gathered": {member: gathered[member] for member in list(gathered)[:MOST]},
        "more": {name: max(0, len(part) - MOST) for name, part in parts.items()},
    }


def allegation(knowledge: Knowledge, finding: Finding) -> JsonObject:
    """Give a finding with the words of those who say so, and of those who deny it, beside."""
    affirmed = _claims(knowledge, finding, "+")
    denied = list(dict.fromkeys([*_claims(knowledge, finding, "-"), *finding.replies]))
    return {
        "finding": finding_row(knowledge, finding),
        "said": _quoted(knowledge, affirmed),
        "denied": _quoted(knowledge, denied),
        "said_in_all": len(affirmed),
        "denied_in_all": len(denied),
    }


def _claims(knowledge: Knowledge, finding: Finding, stance: str) -> list[ClaimId]:
    """Give the claims of one stance; hedges and what leaves it open stand with who says so."""
    claims = sorted(finding.voices, key=lambda c: directness(knowledge, knowledge.claim(c)))
    is_denial = stance == "-"
    return [c for c in claims if (knowledge.claim(c).factuality.stance == "-") is is_denial]


def _quoted(knowledge: Knowledge, claims: Iterable[ClaimId]) -> list[JsonObject]:
    shown = list(claims)[:MOST_QUOTED]
    return [evidence_shape(evidence_of(knowledge, knowledge.claim(c))) for c in shown]


def _places(knowledge: Knowledge, figures: Figures) -> list[JsonObject]:
    """Give the places that claims name, by number of claims, then by name."""
    claims: Counter[tuple[str, str | None]] = Counter()
    findings: defaultdict[tuple[str, str | None], dict[FindingId, None]] = defaultdict(dict)
    for key in figures.claims:
        place = knowledge.claim(key).proposition.place
        if place is not None:
            claims[place.name, place.code] += 1
            home = knowledge.finding_of.get(key)
            findings[place.name, place.code].update({} if home is None else {home: None})
    ordered: Sequence[tuple[str, str | None]] = sorted(
        claims, key=lambda p: (-claims[p], p[0], p[1] or "")
    )
    return [
        {"name": p[0], "code": p[1], "claims": claims[p], "findings": list(findings[p])}
        for p in ordered
    ]
