"""Where findings are said to be: by province, by country, and what cannot be placed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.model.briefs import Annex, Figure, Shade
from sayso.model.findings import Finding
from sayso.views.annexes.told import AGAINST, numbers_told, on_whose_word
from sayso.views.wording.texts import Texts


@dataclass(slots=True)
class Region:
    """A province or country with the findings that are said to be there."""

    code: str
    name: str
    findings: list[Finding] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)

    @property
    def contested(self) -> int:
        """Give how many of them somebody denies, disputes or took back."""
        return sum(finding.status in AGAINST for finding in self.findings)


def places_annex(told: Iterable[tuple[Finding, Sequence[int]]], texts: Texts) -> Annex | None:
    """Give the table of regions, most findings first, then by code, with a map a country.

    What is said of a city or district counts for its province; what is said of a country counts
    for the country alone. None where nothing has a place.
    """
    regions: dict[str, Region] = {}
    unplaced: dict[str, int] = {}
    for finding, numbers in told:
        if finding.place_code is not None:
            name = finding.place or finding.place_code
            region = regions.setdefault(finding.place_code, Region(finding.place_code, name))
            region.findings.append(finding)
            region.paragraphs.update(numbers)
        elif finding.place is not None:
            unplaced[finding.place] = unplaced.get(finding.place, 0) + 1
    ordered = sorted(regions.values(), key=lambda r: (-len(r.findings), r.code))
    if not ordered and not unplaced:
        return None
    return Annex(
        key="places",
        heading=texts.say("places.heading"),
        notes=(*texts.lines("places.notes"), *_unplaced(unplaced, texts)),
        columns=texts.lines("places.columns"),
        rows=tuple(_row(number, region, texts) for number, region in enumerate(ordered, 1)),
        figures=_maps(ordered, texts),
    )


def _unplaced(unplaced: dict[str, int], texts: Texts) -> Iterable[str]:
    if unplaced:
        names = "; ".join(f"{name} ({count})" for name, count in sorted(unplaced.items()))
        yield texts.say("places.unplaced", places=names)


def _row(number: int, region: Region, texts: Texts) -> tuple[str, ...]:
    return (
        str(number),
        region.name,
        region.code,
        str(len(region.findings)),
        str(region.contested),
        on_whose_word(texts, *region.findings),
        numbers_told(region.paragraphs, texts),
    )


def _maps(regions: Sequence[Region], texts: Texts) -> tuple[Figure, ...]:
    """Give a map for each country of which a province is named, most findings first."""
    numbered = list(enumerate(regions, 1))
    countries = dict.fromkeys(r.code[:2] for r in regions if "-" in r.code)
    figures = []
    for country in countries:
        parts = tuple(
            Shade(number, r.code, len(r.findings), r.contested)
            for number, r in numbered
            if r.code.startswith(f"{country}-")
        )
        findings = sum(shade.findings for shade in parts)
        name = texts.country(country)
        told = texts.say("places.map_told", country=name, findings=findings, provinces=len(parts))
        title = texts.say("places.map", country=name)
        figures.append(
            Figure(key=f"map-{country}", title=title, told=told, parts=parts, country=country)
        )
    return tuple(figures)
