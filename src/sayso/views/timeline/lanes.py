"""Claims with a time in lanes; open and vague intervals stay as they were said."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from sayso.model.claims import Claim
from sayso.model.clocks import Stretch
from sayso.model.findings import Knowledge
from sayso.model.ids import FindingId
from sayso.model.vocabulary import Role
from sayso.views.exports.rows import speakers_with
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import PARTIES, chain_names, content_words, counted
from sayso.views.tables import claim_sentence

_OPEN: Final = frozenset({"", ".."})
#: A day, certain; everything else is vague.
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class LanesBy(StrEnum):
    """What the lanes are."""

    SPEAKER = "speaker"
    ENTITY = "entity"


@dataclass(slots=True)
class Lane:
    """One lane: the claims of a speaker, or about an entity, that give a time; earliest first."""

    key: str
    name: str
    spans: list[tuple[Stretch, Claim]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All lanes, the fullest first.

    Attributes:
        undated: claims that give no time.
        waiting: claims with a time whose finding waits in review.
    """

    by: LanesBy
    lanes: tuple[Lane, ...]
    undated: int
    waiting: int


def timeline(
    knowledge: Knowledge, claims: Iterable[Claim], waits: Collection[FindingId], by: LanesBy
) -> Timeline:
    """Give claims in lanes; what waits in review is counted.

    Args:
        knowledge: holds them.
        claims: those asked about.
        waits: findings that wait in review; none: all are shown.
        by: what the lanes are.
    """
    lanes: dict[str, Lane] = {}
    undated = waiting = 0
    for claim in claims:
        time = claim.proposition.time
        stretch = None if time is None or time.edtf is None else Stretch.of(time.edtf)
        if stretch is None:
            undated += 1
        elif knowledge.finding_of.get(claim.id) in waits:
            waiting += 1
        else:
            for key, name in _lanes_of(knowledge, claim, by):
                lanes.setdefault(key, Lane(key, name)).spans.append((stretch, claim))
    for lane in lanes.values():
        lane.spans.sort(key=_order)
    ordered = sorted(lanes.values(), key=lambda lane: (-len(lane.spans), lane.name, lane.key))
    return Timeline(by=by, lanes=tuple(ordered), undated=undated, waiting=waiting)


def _lanes_of(knowledge: Knowledge, claim: Claim, by: LanesBy) -> Iterator[tuple[str, str]]:
    if by is LanesBy.SPEAKER:
        speaker = knowledge.entity_behind(claim.speaker.entity)
        name = chain_names(knowledge, claim)[-1]
        yield (name if speaker is None else speaker.id), name
        return
    for role in (Role.SUBJECT, Role.OBJECT):
        filler = claim.proposition.filler(role)
        entity = None if filler is None else knowledge.entity_behind(filler.entity)
        if entity is not None and entity.type in PARTIES:
            yield entity.id, entity.name


def _order(span: tuple[Stretch, Claim]) -> tuple[date, date, str]:
    stretch, claim = span
    return stretch.first or date.min, stretch.last or date.max, claim.id


def timeline_shape(
    knowledge: Knowledge, found: Timeline, most_lanes: int, most_spans: int
) -> dict[str, JsonValue]:
    """Give the timeline's JSON: so many lanes, and so many spans of each, at most."""
    shown = found.lanes[:most_lanes]
    cut = [(lane, lane.spans[:most_spans]) for lane in shown]
    days = [stretch for _, spans in cut for stretch, _ in spans]
    left = sum(len(lane.spans) for lane in found.lanes) - sum(len(spans) for _, spans in cut)
    firsts = [day for one in days if (day := one.first or one.last) is not None]
    lasts = [day for one in days if (day := one.last or one.first) is not None]
    lanes_left = len(found.lanes) - len(shown)
    return {
        "lanes_by": found.by.value,
        "lanes": [
            {
                "key": lane.key,
                "name": lane.name,
                "total": len(lane.spans),
                "spans": [_span(knowledge, stretch, claim) for stretch, claim in spans],
            }
            for lane, spans in cut
        ],
        "earliest": min(firsts).isoformat() if firsts else None,
        "latest": max(lasts).isoformat() if lasts else None,
        "undated": found.undated,
        "waiting": found.waiting,
        "lanes_left_out": lanes_left,
        "spans_left_out": left,
        "remainder": _remainder(lanes_left, left, found.waiting),
    }


def timeline_rows(knowledge: Knowledge, found: Timeline) -> Iterator[JsonObject]:
    """Give every claim with a time, lane by lane, with who says so and who denies it."""
    for lane in found.lanes:
        for stretch, claim in lane.spans:
            home = knowledge.finding_of.get(claim.id)
            finding = None if home is None else knowledge.findings.get(home)
            yield {
                "lane": lane.name,
                **_span(knowledge, stretch, claim),
                "affirmed_by": "" if finding is None else speakers_with(finding, "+"),
                "denied_by": "" if finding is None else speakers_with(finding, "-"),
                "notice": knowledge.document_of(claim).notice,
            }


def _span(knowledge: Knowledge, stretch: Stretch, claim: Claim) -> JsonObject:
    home = knowledge.finding_of.get(claim.id)
    finding = None if home is None else knowledge.findings.get(home)
    parts = [part for part in stretch.edtf.split("/") if part not in _OPEN]
    return {
        "claim": claim.id,
        "finding": home,
        "status": None if finding is None else finding.status.value,
        "says": claim_sentence(knowledge, claim),
        "words": content_words(knowledge, claim),
        "speaker": chain_names(knowledge, claim)[-1],
        "document": claim.document_id,
        "edtf": stretch.edtf,
        "earliest": None if stretch.first is None else stretch.first.isoformat(),
        "latest": None if stretch.last is None else stretch.last.isoformat(),
        "open_start": stretch.first is None,
        "open_end": stretch.last is None,
        "vague": not all(_DAY.fullmatch(part) for part in parts),
        "factuality": claim.factuality.value,
    }


def _remainder(lanes: int, spans: int, waiting: int) -> str | None:
    parts = []
    if spans:
        within = f", {counted(lanes, 'lane')} of them whole" if lanes else ""
        parts.append(f"{counted(spans, 'more claim')} not drawn{within}")
    if waiting:
        parts.append(f"{counted(waiting, 'claim')} waiting in review")
    return "; ".join(parts) or None
