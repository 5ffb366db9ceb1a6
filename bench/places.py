"""Scores the places that names in a text are taken for: gold names given, as in LGL or GeoVirus.

`adm1_accuracy` is over all placed names: a country is right when answered as a country with the
same ISO code, anything below when its GeoNames first level is right. `adm1_below_accuracy` leaves
countries out, `country_accuracy` is of countries alone. `acc_161km` is the share within 161 km.
What is not answered is wrong everywhere. Gold's first level is the file's, else that of its
GeoNames id, else that of the nearest town; a country is what bears the id or the page of one. A
name that the gazetteer lacks is answered with the first level that most names around it lie in.
"""

import argparse
import functools
import json
import math
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, cast

from bench.place_corpora import Article, Gold, placed, read
from sayso.errors import BadInput
from sayso.extract.toponyms.resolve import resolve, whereabouts
from sayso.extract.where_when.places import Gazetteer, Place
from sayso.model.vocabulary import PlaceLevel

#: Kilometres: the mean radius of the Earth; a hundred miles; a degree of latitude.
EARTH_KM, NEAR_KM, DEGREE_KM = 6371.0, 161.0, 111.0
#: Degrees of latitude and longitude; widest search for a town around a point, in cells.
CELL, WIDEST = 1, 12


class Answer(TypedDict, total=False):
    """One row of a document's predictions."""

    index: int
    lat: float
    lon: float
    level: str
    country: str | None
    adm1: str | None


@dataclass(frozen=True, slots=True)
class Target:
    """What a right answer must be: a country, or a first level, and a point."""

    country: str | None
    first: str | None
    point: tuple[float, float]


class World:
    """The gazetteer, looked up by number and by point."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.numbers: dict[int, Place] = {}
        self.cells: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place in gazetteer.everywhere():
            if place.number:
                self.numbers[place.number] = place
            if place.level is PlaceLevel.CITY and place.division:
                self.cells[cell_of(place.latitude, place.longitude)].append(place)
        self.gazetteer = gazetteer

    @functools.lru_cache(maxsize=100_000)  # noqa: B019 (one world a run)
    def nearest(self, latitude: float, longitude: float) -> str | None:
        """Give the GeoNames first level of the nearest town, None far from any."""
        row, column = cell_of(latitude, longitude)
        reach = math.inf
        found: list[Place] = []
        for ring in range(WIDEST):
            if ring > reach:
                break
            fresh = [p for cell in around(row, column, ring) for p in self.cells.get(cell, ())]
            found += fresh
            if fresh and reach == math.inf:
                reach = ring + 1  # a nearer one may stand in the next ring
        point = (latitude, longitude)
        best = min(found, key=lambda p: kilometres(point, (p.latitude, p.longitude)), default=None)
        return None if best is None else best.division

    def target(self, gold: Gold) -> Target:
        """Give what a right answer to a gold place is."""
        point = (gold.latitude, gold.longitude)
        country = self.country_of(gold)
        if country is not None:
            return Target(country, None, point)
        known = self.numbers.get(gold.first) or self.numbers.get(gold.number)
        first = None if known is None else known.division
        return Target(None, first or self.nearest(*point), point)

    def country_of(self, gold: Gold) -> str | None:
        """Give the ISO code of a gold place that is a country, else None."""
        place = self.numbers.get(gold.number)
        if place is None and gold.page:
            named = self.gazetteer.named(gold.page.split(" (", maxsplit=1)[0])
            place = next((p for p in named if p.level is PlaceLevel.COUNTRY), None)
            if "(country)" not in gold.page and "(" in gold.page:
                place = None
        return place.country if place and place.level is PlaceLevel.COUNTRY else None

    def first_of(self, answer: Answer) -> str | None:
        """Give the GeoNames first level of an answer."""
        given = answer.get("adm1")
        return given or self.nearest(answer["lat"], answer["lon"])


def cell_of(latitude: float, longitude: float) -> tuple[int, int]:
    """Give the cell that a point lies in."""
    return (math.floor(latitude / CELL), math.floor(longitude / CELL))


def around(row: int, column: int, ring: int) -> Iterable[tuple[int, int]]:
    """Give the cells at that many steps from a cell, around the date line too."""
    for r in range(row - ring, row + ring + 1):
        for c in range(column - ring, column + ring + 1):
            if max(abs(r - row), abs(c - column)) == ring:
                yield r, (c + 180) % 360 - 180


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the distance of two points on a sphere."""
    a, b = math.radians(one[0]), math.radians(other[0])
    east = math.radians(other[1] - one[1])
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(east / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def is_right(answer: Answer, target: Target, world: World) -> bool:
    """Say whether an answer has the right country, or the right first level."""
    is_country = answer["level"] == PlaceLevel.COUNTRY
    if target.country is not None:
        return is_country and answer["country"] == target.country
    return not is_country and target.first is not None and world.first_of(answer) == target.first


def score(
    articles: list[Article], answers: Mapping[str, Sequence[Answer]], world: World
) -> dict[str, float | int]:
    """Give the figures; `answers` are by article, those of other articles do not count."""
    given = {(name, row["index"]): row for name, rows in answers.items() for row in rows}
    right: dict[bool, list[bool]] = {True: [], False: []}
    near: list[bool] = []
    for article, index, _, gold in placed(articles):
        target, answer = world.target(gold), given.get((article.id, index))
        is_country = target.country is not None
        right[is_country].append(answer is not None and is_right(answer, target, world))
        away = kilometres(target.point, (answer["lat"], answer["lon"])) if answer else math.inf
        near.append(away <= NEAR_KM)
    every = right[True] + right[False]
    return {
        "adm1_accuracy": share(every),
        "adm1_below_accuracy": share(right[False]),
        "country_accuracy": share(right[True]),
        "acc_161km": share(near),
        "countries": len(right[True]),
        "n": len(every),
    }


def share(found: list[bool]) -> float:
    """Give the share of true, 0 of none."""
    return round(sum(found) / len(found), 4) if found else 0.0


def answers_of(article: Article, gazetteer: Gazetteer, *, by_people: bool) -> list[Answer]:
    """Give what the product takes each name of an article for; or the most populous place."""
    spans = sorted({toponym.span for toponym in article.toponyms})
    if by_people:
        most = [gazetteer.named(span.of(article.text)) for span in spans]
        found = [max(options, key=lambda p: p.population, default=None) for options in most]
    else:
        known = resolve(article.text, spans, gazetteer)
        found = list(whereabouts(article.text, spans, known))
    by_span = dict(zip(spans, found, strict=True))
    return [
        Answer(
            index=index,
            lat=place.latitude,
            lon=place.longitude,
            level=place.level.value,
            country=place.country,
            adm1=place.division,
        )
        for index, toponym in enumerate(article.toponyms)
        if (place := by_span[toponym.span]) is not None
    ]


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="LGL, TR-News, GeoVirus or GeoWebNews XML")
    parser.add_argument("--predictions", type=Path, help="write what was scored, a row a document")
    parser.add_argument(
        "--peer", choices=["population"], help="take the most populous place of each name instead"
    )
    options = parser.parse_args()
    began = time.perf_counter()
    try:
        articles = read(options.corpus)
    except BadInput as error:
        sys.exit(str(error))
    gazetteer = Gazetteer.load()
    answers = {a.id: answers_of(a, gazetteer, by_people=options.peer is not None) for a in articles}
    seconds = time.perf_counter() - began
    if options.predictions is not None:
        rows = ({"doc_id": name, "places": places} for name, places in answers.items())
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        options.predictions.write_text("".join(lines), encoding="utf-8")
    figures = score(articles, cast(Mapping[str, Sequence[Answer]], answers), World(gazetteer))
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cost = {"seconds": round(seconds, 2), "peak_mb": round(peak_kb / 1024, 1)}
    print(json.dumps({**figures, **cost}, ensure_ascii=False))


if __name__ == "__main__":
    main()
