"""Findings by province and by country, with what cannot be placed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sayso.model.findings import Finding, Knowledge
from sayso.model.vocabulary import PlaceLevel
from sayso.views.json import JsonObject, JsonValue
from sayso.views.tables import finding_sentence

#: To stand under every map: the boundaries are somebody's drawing.
DISCLAIMER: Final = (
    "Boundaries: Natural Earth. Boundaries and names do not imply endorsement. "
    "A shade counts what is said of a province, not what is there."
)
#: Findings told by name in each region; the others are counted.
MOST_TOLD: Final = 20


@dataclass(slots=True)
class Region:
    """A province or country with the findings that are said to be there.

    Attributes:
        name: as documents have it; its code where none names it.
        uncertain: findings whose claims place it in several regions.
    """

    code: str
    name: str
    findings: list[Finding] = field(default_factory=list)
    uncertain: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Findings by where they are said to be.

    Attributes:
        unplaced: by the name of the place that has no code.
        without_place: how many name none.
    """

    provinces: tuple[Region, ...]
    countries: tuple[Region, ...]
    unplaced: Counter[str]
    without_place: int


def placed(knowledge: Knowledge, findings: Iterable[Finding]) -> Placed:
    """Give findings by region, most first, then by code; within one in the order given.

    What is said of a city or district counts for its province; what is said of a country counts
    for the country alone, and for none of its provinces.
    """
    regions: dict[str, Region] = {}
    unplaced: Counter[str] = Counter()
    without = 0
    for finding in findings:
        code = finding.place_code
        if code is not None:
            region = regions.setdefault(code, Region(code, code))
            region.findings.append(finding)
            codes = _codes(knowledge, finding, region)
            region.uncertain += len({c for c in codes if "-" in c} | {code}) > 1
        elif finding.place is not None:
            unplaced[finding.place] += 1
        else:
            without += 1
    ordered = sorted(regions.values(), key=lambda r: (-len(r.findings), r.code))
    return Placed(
        provinces=tuple(r for r in ordered if "-" in r.code),
        countries=tuple(r for r in ordered if "-" not in r.code),
        unplaced=unplaced,
        without_place=without,
    )


def _codes(knowledge: Knowledge, finding: Finding, region: Region) -> set[str]:
    """Give the codes that a finding's claims have; the region takes the name that one gives it."""
    places = [knowledge.claim(claim).proposition.place for claim in finding.claims]
    found = [place for place in places if place is not None and place.code is not None]
    own = PlaceLevel.ADMIN1 if "-" in region.code else PlaceLevel.COUNTRY
    named = [p.name for p in found if p.code == region.code and p.level is own]
    if named and region.name == region.code:
        region.name = named[0]
    return {place.code for place in found if place.code is not None}


def map_shape(knowledge: Knowledge, found: Placed, waiting: int) -> dict[str, JsonValue]:
    """Give the map's JSON; `waiting` counts findings that wait in review."""
    return {
        "provinces": [_region(knowledge, region) for region in found.provinces],
        "countries": [_region(knowledge, region) for region in found.countries],
        "unplaced": dict(found.unplaced.most_common()),
        "without_place": found.without_place,
        "waiting": waiting,
        "precision": PlaceLevel.ADMIN1.value,
        "disclaimer": DISCLAIMER,
    }


def _region(knowledge: Knowledge, region: Region) -> JsonObject:
    statuses = Counter(finding.status.value for finding in region.findings)
    return {
        "code": region.code,
        "name": region.name,
        "country": region.code.partition("-")[0],
        "level": (PlaceLevel.ADMIN1 if "-" in region.code else PlaceLevel.COUNTRY).value,
        "total": len(region.findings),
        "statuses": dict(sorted(statuses.items())),
        "uncertain": region.uncertain,
        "findings": [
            {
                "id": finding.id,
                "status": finding.status.value,
                "says": finding_sentence(knowledge, finding),
                "place": finding.place,
            }
            for finding in region.findings[:MOST_TOLD]
        ],
    }
