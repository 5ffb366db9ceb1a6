"""Assembles an incident: its slots, each value with the claims that carry it, side by side."""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.model.claims import PlaceMention
from sayso.model.ids import ClaimId, IncidentId
from sayso.model.incidents import Incident, IncidentKind, IncidentSlot, Outcome, SlotValue
from sayso.model.vocabulary import PlaceLevel, Realis
from sayso.review.incidents.telling import Filled, Telling

#: The kind that says more wins where several are told of one act.
_TELLING_MORE: Final = (
    IncidentKind.ARSON,
    IncidentKind.ROBBERY,
    IncidentKind.ABDUCTION,
    IncidentKind.BOMBING,
    IncidentKind.ARREST,
    IncidentKind.SEIZURE,
    IncidentKind.STOPPAGE,
    IncidentKind.KILLING,
    IncidentKind.ATTACK,
)
#: The finest last.
_FINER: Final = (
    PlaceLevel.COUNTRY,
    PlaceLevel.REGION,
    PlaceLevel.ADMIN1,
    PlaceLevel.ADMIN2,
    PlaceLevel.CITY,
)
#: What a figure of a claim of these kinds counts; wounded are told by the word.
_COUNTED: Final = {
    IncidentKind.KILLING: "killed",
    IncidentKind.ABDUCTION: "abducted",
    IncidentKind.ARREST: "arrested",
}
_WOUNDING: Final = ("wound", "injure", "maim", "hurt")


def incident_of(group: Sequence[Telling]) -> Incident:
    """Give the incident of tellings that are in order; there is at least one."""
    kinds = {t.kind for t in group}
    times = (t.claim.proposition.time for t in group)
    return Incident(
        id=IncidentId(f"i-{group[0].claim.id}"),
        kind=next(k for k in _TELLING_MORE if k in kinds),
        values=tuple(_values(group)),
        place=_finest(group),
        times=tuple(dict.fromkeys(t.edtf for t in times if t is not None and t.edtf is not None)),
        outcomes=tuple(_outcomes(group)),
        claims=tuple(t.claim for t in group),
    )


def _values(group: Sequence[Telling]) -> Iterator[SlotValue]:
    """Give what fills the slots, by slot, then as it appears."""
    for slot in IncidentSlot:
        first: dict[str, Filled] = {}
        carried: dict[str, list[ClaimId]] = {}
        for telling in group:
            for one in (f for f in telling.filled if f.slot is slot):
                first.setdefault(one.key, one)
                carried.setdefault(one.key, []).append(telling.claim.id)
        for key, one in first.items():
            claims = tuple(carried[key])
            yield SlotValue(slot=slot, entity=one.entity, text=one.text, claims=claims)


def _finest(group: Sequence[Telling]) -> PlaceMention | None:
    """Give the finest place that is told, the first of equals."""
    places = [t.claim.proposition.place for t in group]
    told = [p for p in places if p is not None]
    return max(told, key=lambda p: _FINER.index(p.level), default=None)


def _outcomes(group: Sequence[Telling]) -> Iterator[Outcome]:
    """Give the figures of what happened to people, each with its claim, equal ones once."""
    seen: set[tuple[object, ...]] = set()
    for telling in group:
        claim, figure = telling.claim, telling.claim.proposition.quantity
        wounding = claim.extractor.split(": ")[-1].split()[1:2]
        what = "wounded" if set(wounding) & set(_WOUNDING) else _COUNTED.get(telling.kind)
        if figure is None or what is None or claim.proposition.realis is not Realis.ACTUAL:
            continue
        key = (what, figure.minimum, figure.maximum, figure.exact, claim.source_chain)
        if key not in seen:
            seen.add(key)
            yield Outcome(what=what, quantity=figure, claim=claim.id)
