"""Findings with a place as GeoJSON (RFC 7946), no point finer than a district unless asked for."""

import json
from collections.abc import Mapping
from typing import Final

from sayso.model.claims import PlaceMention
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Finding, Knowledge
from sayso.model.vocabulary import PlaceLevel
from sayso.views.evidence import confident_claims
from sayso.views.exports import rows
from sayso.views.exports.csv import finding_row
from sayso.views.json import JsonObject, JsonValue

#: Levels whose centre may always be told.
COARSE: Final = frozenset(
    {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1, PlaceLevel.ADMIN2, PlaceLevel.REGION}
)
#: Decimals of a degree: about a kilometre, and about a metre.
_COARSE_DECIMALS: Final = 2
_FINE_DECIMALS: Final = 5


class GeojsonExporter:
    """Writes one feature for each finding that has a place, with status, source and words."""

    format = "geojson"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one feature collection; a finding whose place has no point has no geometry."""
        centres = _centres(knowledge)
        features = [
            _feature(knowledge, finding, centres, terms)
            for finding in knowledge.findings.values()
            if finding.place is not None and confident_claims(knowledge, finding)
        ]
        made: JsonObject = {
            "type": "FeatureCollection",
            "program": terms.program,
            "made": rows.made_at(knowledge, terms).isoformat(),
            "precision": "as told" if terms.precise else "district or coarser",
            "features": features,
        }
        text = json.dumps(made, ensure_ascii=False, indent=1)
        return {"places.geojson": f"{text}\n".encode("utf-8", "replace")}


def _feature(
    knowledge: Knowledge, finding: Finding, centres: Mapping[str, PlaceMention], terms: Terms
) -> JsonObject:
    place = _place(knowledge, finding)
    properties: dict[str, JsonValue] = {**finding_row(knowledge, finding)}
    properties["role"] = rows.role(knowledge, finding)
    properties["place_level"] = None if place is None else place.level.value
    shown = place if place is None or terms.precise or place.level in COARSE else None
    if shown is None:
        shown = centres.get(finding.place_code or "")
    properties["point_is_of"] = None if shown is None else shown.name
    decimals = _FINE_DECIMALS if terms.precise else _COARSE_DECIMALS
    return {
        "type": "Feature",
        "id": finding.id,
        "geometry": _point(shown, decimals),
        "properties": properties,
    }


def _point(place: PlaceMention | None, decimals: int) -> JsonObject | None:
    if place is None or place.longitude is None or place.latitude is None:
        return None
    found = round(place.longitude, decimals), round(place.latitude, decimals)
    return {"type": "Point", "coordinates": list(found)}


def _place(knowledge: Knowledge, finding: Finding) -> PlaceMention | None:
    """Give the place of a finding as the first of its claims that names it tells it."""
    told = (knowledge.claim(claim).proposition.place for claim in finding.claims)
    return next((place for place in told if place and place.name == finding.place), None)


def _centres(knowledge: Knowledge) -> Mapping[str, PlaceMention]:
    """Give provinces and countries that any document names, by their code."""
    named = (p for r in knowledge.records.values() for p in r.extraction.places)
    wide = (PlaceLevel.COUNTRY, PlaceLevel.ADMIN1)
    return {p.code: p for p in named if p.code and p.level in wide and p.latitude is not None}
