"""Makes the rows of the table of places from what the packages and our hand lists say."""

import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from gazetteer_sources import Country, Division, Point, Town, iso_units, plain

from sayso.extract.where_when.places import LEVELS, fold
from sayso.extract.where_when.spelling import skeleton

Hand = Mapping[str, Mapping[str, list[str]]]
#: Countries read closely: every spelling of every town, and bare names of first levels.
CLOSE = ("AF", "PK", "IQ", "SY", "YE", "SO", "ML", "IR", "TJ", "UZ", "TM", "KG")
#: Countries whose first-level names are taken for places in any text.
FAMILIAR = {*CLOSE, "US", "CA", "AU", "GB", "DE", "IN", "CN", "TR", "SA", "LY", "SD", "NG", "UA"}
#: Countries whose names are spelt in many ways: also found by what all spellings share.
SPELT = ("AF", "PK")
#: Countries of whose ISO codes print uses those of the second level: provinces, not regions.
PROVINCES = {"PH"}
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
LARGE, KNOWN_WORLDWIDE, TOWN = 100_000, 300_000, 15_000
#: Spellings of a town; letters of the shortest.
SPELLINGS, SHORTEST = 30, 4
#: Endings that a second level's name may go without.
KINDS = ("District", "County", "Parish", "Agency", "Borough", "Census Area", "Municipality")
ARTICLES = ("Al ", "An ", "Ar ", "As ", "Aḑ ")


@dataclass(slots=True)
class Row:
    """One place of the table.

    Attributes:
        at: GeoNames code of the country or first level that it is or lies in, with the ISO code
            after "=" where the first level itself has none ("RS.SE=RS-24", "=IQ-KR").
        told: folded spellings that are taken for it in any text, where it is sure.
        others: folded spellings that find it where something else says that a place is meant.
    """

    level: str
    at: str
    centre: Point
    name: str
    population: int = 0
    number: int = 0
    capital: bool = False
    sure: bool = False
    told: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    @property
    def country(self) -> str:
        """Give ISO 3166 alpha-2."""
        return self.at.removeprefix("=")[:2]

    @property
    def key(self) -> str:
        """Give its name, folded."""
        return fold(self.name)

    def line(self) -> str:
        """Give its line: the name stands only where capitals do not follow from the key."""
        places = 3 if self.country in CLOSE or self.level == "country" else 2
        latitude, longitude = (f"{degrees:.{places}f}" for degrees in self.centre)
        cells = (
            *(self.key, "" if self.name == self.key.title() else self.name),
            *(str([str(level) for level in LEVELS].index(self.level)), self.at),
            *(latitude, longitude, str(self.population or "")),
            *(f"{'c' if self.capital else ''}{'s' if self.sure else ''}", str(self.number or "")),
        )
        return "\t".join(cells)


class World:
    """Everything that was read, and what follows from it at a look.

    Attributes:
        iso: GeoNames code of a first level → ISO 3166-2, "" where ISO has none.
        inside: GeoNames code of a division → its towns.
    """

    def __init__(self, known: Iterable[Division | None], towns: list[Town], hand: Hand) -> None:
        self.divisions = [d for d in known if d is not None]
        self.towns, self.hand, self.units = towns, hand, iso_units()
        self.inside: dict[str, list[Town]] = defaultdict(list)
        for town in towns:
            self.inside[town.first].append(town)
            self.inside[town.second].append(town)
        self.iso = {d.code: d.iso for d in self.divisions if d.level == 1}
        self.own = {d.code: d.iso for d in self.divisions}
        spare = {(d.code[:2], fold(d.name)): d.iso for d in self.divisions if d.level != 1}
        for division in self.divisions:
            if division.level == 1 and not division.iso:
                self.iso[division.code] = spare.get((division.code[:2], fold(division.name)), "")

    def at(self, first: str, second: str, centre: Point) -> str:
        """Give where a place lies: its first level, and what ISO has there where ISO lacks that.

        ISO's unit is that of its second level, else the one with the nearest centre.
        """
        country = first[:2]
        if self.iso.get(first) and not (country in PROVINCES and self.own.get(second)):
            return first
        if self.own.get(second):
            return f"{first}={self.own[second]}"
        units = {
            code: point
            for code, unit in self.units.get(country, {}).items()
            if unit["parentCode"] is None and (point := unit_centre(unit))
        }
        near = min(units, key=lambda code: (distance(units[code], centre), code), default=country)
        return f"{first if first in self.iso else country}={near}"

    def people(self, code: str) -> int:
        """Give the people of the towns of a division."""
        return sum(t.population for t in self.inside.get(code, ()))


def first_level_rows(world: World) -> Iterator[Row]:
    """Give the first levels of GeoNames, and those that only ISO has of the near countries."""
    for division in world.divisions:
        if division.level == 1:
            country, iso = division.code[:2], world.iso[division.code]
            unit = world.units.get(country, {}).get(iso, {})
            towns = [t.centre for t in world.inside.get(division.code, ())]
            centre = unit_centre(unit) or (median(towns) if towns else (0.0, 0.0))
            row = Row("admin1", division.code, centre, "", world.people(division.code))
            row.number, row.others = division.number, latin(division.others)
            yield spelt(row, spellings_of(world.hand, iso, [division.name, unit.get("name")]))
    had = set(world.iso.values())
    for country in CLOSE:
        for code, unit in world.units[country].items():
            if code not in had:
                row = Row("admin1", f"={code}", unit_centre(unit) or (0.0, 0.0), "")
                yield spelt(row, spellings_of(world.hand, code, [unit["name"]]))


def spellings_of(hand: Hand, iso: str, names: Iterable[object]) -> list[str]:
    """Give the spellings of a first level, our own before the packages'."""
    country, _, unit = iso.partition("-")
    given = [str(name) for name in names if name]
    own = [plain(name) for name in given] if country in CLOSE else []
    return [*hand.get(country, {}).get(unit, []), *own, *given]


def spelt(row: Row, names: list[str]) -> Row:
    """Name a first level and say how sure its bare name is."""
    row.name = names[0]
    row.sure = row.key not in WORDS and row.country in FAMILIAR
    row.told = {fold(n) for n in names}
    row.told |= {fold(n.removeprefix(a)) for n in names for a in ARTICLES if n.startswith(a)}
    return row


def unit_centre(unit: Mapping[str, object]) -> Point | None:
    """Give the centre of a unit of ISO 3166-2, if it is known."""
    point = unit.get("latLng")
    return (float(point[0]), float(point[1])) if isinstance(point, list) else None


def country_rows(countries: list[Country], hand: Hand, towns: list[Town]) -> Iterator[Row]:
    """Give the countries, each at the middle of its towns."""
    points: dict[str, list[Point]] = defaultdict(list)
    for town in towns:
        points[town.country].append(town.centre)
    for country in countries:
        spellings = hand["names"].get(country.code) or [country.name]
        told = {fold(n) for n in [*spellings, country.name]} | {f"={country.code.lower()}"}
        centre = median(points[country.code]) if country.code in points else (0.0, 0.0)
        people, number = country.population, country.number
        row = Row("country", country.code, centre, spellings[0], people, number, sure=True)
        row.told, row.others = told, {fold(n) for n in hand["others"].get(country.code, ())}
        yield row


def town_rows(world: World, countries: list[Country]) -> list[Row]:
    """Give the towns, with spellings in Latin letters, and mark the capitals."""
    rows = [town_row(town, world) for town in world.towns if town.name]
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_country[row.country].append(row)
    for country in countries:
        name = fold(country.capital)
        same = [r for r in by_country[country.code] if name in {r.key, *r.told, *r.others}]
        for city in sorted(same, key=lambda r: -r.population)[:1]:
            city.capital = city.sure = True
    return rows


def town_row(town: Town, world: World) -> Row:
    """Give one town; those of the near countries and large ones with all their spellings."""
    known = town.country in CLOSE or town.population >= KNOWN_WORLDWIDE
    name = plain(town.name) if town.country in CLOSE else town.name
    at = world.at(town.first, town.second, town.centre)
    row = Row("city", at, town.centre, name, town.population, town.number)
    row.sure = town.population >= LARGE and fold(town.name) not in WORDS
    others = latin(town.others) if known or town.population >= TOWN else set()
    if known:
        row.told = others
    else:
        row.others = others
    return row


def latin(names: Iterable[str]) -> set[str]:
    """Give the folded names that are written in Latin letters, the shortest of many."""
    kept = {fold(n) for n in names if n and n[0].isupper() and len(n) >= SHORTEST}
    fit = sorted((n for n in kept if n.isascii()), key=lambda n: (len(n), n))
    return set(fit[:SPELLINGS])


def second_level_rows(world: World, centres: Iterable[Row]) -> Iterator[Row]:
    """Give the second levels: each at its towns, else at the town of its name, else its division.

    The near countries' bear the bare name ("Nad Ali"), all others' the full ("Boone County").
    """
    points = {(row.at.split("=")[0], row.key): row.centre for row in centres}
    middles = {row.at: row.centre for row in centres if row.level == "admin1"}
    for division in world.divisions:
        if division.level == 1:
            continue
        country, number, _ = division.code.split(".", 2)
        at = f"{country}.{number}"
        names = [division.name, *(n for n in division.others if fold(n).isascii())]
        bare = [bare_name(name) for name in names]
        name = plain(bare[0]) if country in CLOSE else division.name
        towns = [t.centre for t in world.inside.get(division.code, ())]
        centre = middle(towns) if towns else points.get((at, fold(name)), middles.get(at))
        centre = centre or (0.0, 0.0)
        held = world.at(at, division.code, centre)
        row = Row("admin2", held, centre, name, world.people(division.code))
        row.number = division.number
        row.others = {fold(n) for n in (*names, *bare)}
        yield row


def with_spellings(rows: list[Row], hand: Mapping[str, list[list[str]]], world: World) -> list[Row]:
    """Give the second levels with the spellings of our list, and those that GeoNames lacks.

    A group of spellings belongs to the row of its province that has one of them, or the skeleton
    of one; else it is a row of its own, at the province's centre.
    """
    geonames = {iso: code for code, iso in world.iso.items() if iso}
    near: dict[str, list[Row]] = defaultdict(list)
    middles: dict[str, Row] = {}
    for row in rows:
        if row.level == "admin2":
            near[row.at].append(row)
        elif row.level == "admin1":
            middles[row.at] = row
    for iso, groups in hand.items():
        at = geonames[iso]
        for names in groups:
            folded = {fold(n) for n in names}
            rough = {skeleton(n) for n in names} - {""}
            exact = [r for r in near[at] if folded & {r.key, *r.others}]
            alike = [r for r in near[at] if rough & {skeleton(s) for s in (r.key, *r.others)}]
            found = next(iter(exact or alike), None)
            if found is None:
                found = Row("admin2", at, middles[at].centre, names[0])
                rows.append(found)
            found.others |= {found.key, *folded}
            found.name = names[0]
    return rows


def add_skeletons(rows: Iterable[Row]) -> None:
    """Let divisions of the countries of `SPELT` be found by the skeletons of their names too."""
    for row in rows:
        if row.country in SPELT and row.level in {"admin1", "admin2"}:
            spelt = {skeleton(s) for s in (row.key, *row.told, *row.others) if s.isascii()}
            row.others |= {f"~{one}" for one in spelt if one}


def bare_name(name: str) -> str:
    """Give a second level's name without the word for what it is."""
    for kind in KINDS:
        name = name.removesuffix(f" {kind}")
    return name.strip()


def hand_rows(hand: Mapping[str, Mapping[str, list[str | float]]], world: World) -> Iterator[Row]:
    """Give the areas and districts of the hand list."""
    geonames = {iso: code for code, iso in world.iso.items() if iso}
    for section, level in (("regions", "region"), ("districts", "admin2")):
        for name, (code, latitude, longitude) in hand[section].items():
            at = geonames.get(str(code), f"={code}" if "-" in str(code) else str(code))
            centre = (float(latitude), float(longitude))
            yield Row(level, at, centre, name, sure=True, told={fold(name)})


def middle(points: list[Point]) -> Point:
    """Give the mean of some points, at least one."""
    return (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))


def median(points: list[Point]) -> Point:
    """Give the middle latitude and the middle longitude."""
    return (statistics.median(p[0] for p in points), statistics.median(p[1] for p in points))


def distance(one: Point, other: Point) -> float:
    """Give a distance good enough to compare by, in degrees."""
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(one[0] - other[0], east)
