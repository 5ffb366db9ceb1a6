"""Groups what is told into incidents: within a document first, then across documents."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from sayso.model.findings import Knowledge, Record
from sayso.model.ids import ClaimId, EntityId, PassageId
from sayso.model.incidents import Incident, IncidentSlot
from sayso.review.incidents.answers import Answers
from sayso.review.incidents.sameness import LINKS, are_alike, contradict, same_words
from sayso.review.incidents.slots import incident_of
from sayso.review.incidents.telling import Telling, tellings

#: Sentences apart, at most: what came of an act, and "the attack" that takes it up.
_EFFECT_WITHIN: Final = 1
_TAKEN_UP_WITHIN: Final = 6
#: Incidents of a document that are looked back at; a list of thousands is read in time.
_LOOKED_BACK_AT: Final = 200

Group = list[Telling]


def incidents_of(knowledge: Knowledge) -> tuple[Incident, ...]:
    """Give the incidents of all documents, in the order in which they are first told.

    Documents whose tellings agree in kind, day, place and a party tell of one incident. Denials
    that stand beside one make none of their own.
    """
    groups: list[Group] = []
    for record in knowledge.records.values():
        groups.extend(g for g in group_document(record, knowledge.entity_of) if is_told(g))
    answers = Answers(knowledge)
    every = (incident_of(group) for group in across(groups))
    found = [replace(i, answers=answers.to(i.claims)) for i in every]
    beside = {claim for incident in found for claim in incident.answers}
    return tuple(i for i in found if not _only_answers(i, beside))


def _only_answers(incident: Incident, answers: Container[ClaimId]) -> bool:
    """Say whether an incident is nothing but denials, which stand beside what they deny."""
    return all(c.factuality.stance == "-" and c.id in answers for c in incident.claims)


def is_told(group: Sequence[Telling]) -> bool:
    """Say whether a group tells more than a word: somebody or something that was in it."""
    return any(telling.filled for telling in group)


def group_document(record: Record, entity_of: Mapping[EntityId, EntityId]) -> list[Group]:
    """Give the tellings of one document, those of one incident together, in order."""
    order = {p.id: n for n, p in enumerate(record.passages)}
    groups: list[Group] = []
    for telling in tellings(record, entity_of):
        home = _home(groups, telling, order)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return groups


def _home(
    groups: Sequence[Group], telling: Telling, order: Mapping[PassageId, int]
) -> Group | None:
    """Give the latest group that a telling belongs to, or None."""
    latest = groups[: -_LOOKED_BACK_AT - 1 : -1]
    for group in latest:
        if any(same_words(t, telling) for t in group):
            return group
    fit = [g for g in latest if may_join(g, telling)]
    for group in fit:
        if any(link(t, telling) for t in group for link in LINKS):
            return group
    return next((g for g in fit if _follows(g, telling, order)), None)


def _follows(group: Group, telling: Telling, order: Mapping[PassageId, int]) -> bool:
    """Say whether a telling takes up a group near before it: an effect, or "the attack"."""
    here = order.get(telling.claim.passage_id, 0)
    gap = here - max(order.get(t.claim.passage_id, 0) for t in group)
    if telling.effect:
        return gap <= _EFFECT_WITHIN
    return gap <= _TAKEN_UP_WITHIN and telling.known


def may_join(group: Iterable[Telling], telling: Telling) -> bool:
    """Say whether nothing keeps a telling apart from a group."""
    return all(are_alike(t.kind, telling.kind) and not contradict(t, telling) for t in group)


def across(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Give the groups with those of other documents joined that tell of the same incident."""
    joined: list[Group] = []
    by_setting: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        settings = list(product(sorted(_days(group)), sorted(_places(group))))
        near = (g for setting in settings for g in by_setting[setting])
        home = next((g for g in near if _same_incident(g, group)), None)
        if home is None:
            home = list(group)
            joined.append(home)
        else:
            home.extend(group)
        for setting in settings:
            if all(g is not home for g in by_setting[setting]):
                by_setting[setting].append(home)
    return tuple(joined)


def _same_incident(one: Group, other: Group) -> bool:
    """Say whether groups of different documents, of one day and place, agree in kind and party."""
    if not {t.claim.document_id for t in one}.isdisjoint(t.claim.document_id for t in other):
        return False
    agree = all(are_alike(a.kind, b.kind) and not contradict(a, b) for a in one for b in other)
    return agree and not _parties(one).isdisjoint(_parties(other))


def _days(group: Iterable[Telling]) -> set[str]:
    """Give the days of a group, as EDTF."""
    return {t.day for t in group if t.day is not None}


def _places(group: Iterable[Telling]) -> set[str]:
    """Give the codes of the places of a group, names where there is no code."""
    told = (t.claim.proposition.place for t in group)
    return {p.code or p.name for p in told if p is not None}


def _parties(group: Iterable[Telling]) -> set[str]:
    """Give the keys of the named parties of a group."""
    parties = (f for t in group for f in t.filled if f.slot is not IncidentSlot.WEAPON)
    return {f.key for f in parties if f.named}
