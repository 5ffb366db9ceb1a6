"""What a whole text says of where it is at home: what it names, dials and how it is written."""

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from sayso.extract.toponyms.questions import Question
from sayso.extract.where_when.places import Found, Gazetteer, Place
from sayso.model.vocabulary import PlaceLevel

#: A name followed by what may be an abbreviation ("Paris, Tex.", "Boone, N.C.").
ABBREVIATED = re.compile(r"[a-z]\w*,\s+((?:[A-Z][a-z]{0,4}\.\s?){1,2}|[A-Z]{2}\b)")
#: A North American telephone number with its area code.
TELEPHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-–./ ]{1,2}\d{3}[-–. ]\d{4}(?!\d)")
#: People of a town that is meant by its bare name rather than a first level of that name.
METROPOLIS = 1_000_000
#: People of a town that counts as one that a name may mean without more.
TOWN = 15_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a text is at home.

    Attributes:
        countries: ISO 3166 alpha-2 → share (0 to 1) of the names that leave no doubt of theirs.
        divisions: GeoNames first level → share (0 to 1) of those that the text names or states.
        dialled: GeoNames first level → share (0 to 1) of the area codes of its telephones.
        habits: ISO 3166 alpha-2 → share (0 to 1) of the words that only papers of a country use.
    """

    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    dialled: Mapping[str, float]
    habits: Mapping[str, float]


def evidence_of(text: str, asked: Sequence[Question], gazetteer: Gazetteer) -> Evidence:
    """Read the whole text for countries, peoples, first levels and their abbreviations."""
    found = list(gazetteer.find_in(text))
    divisions: Counter[str] = Counter()
    for short in ABBREVIATED.finditer(text):
        code = gazetteer.short.get(short[1].strip())
        if code is not None:
            divisions[code] += 1
    for one in found:
        division = sole_division(one)
        if division is not None:
            divisions[division] += 1
    for question in asked:
        stated = [p.division for p in question.holder if p.level is PlaceLevel.ADMIN1]
        if len(stated) == 1 and stated[0] is not None:
            divisions[stated[0]] += 1
    return Evidence(
        countries=shares(countries_of(found)),
        divisions=shares(divisions),
        dialled=shares(dialled_in(text, gazetteer)),
        habits=shares(habits_in(text)),
    )


def dialled_in(text: str, gazetteer: Gazetteer) -> Counter[str]:
    """Count the first levels of the telephone numbers in a text ("(318) 555-0123")."""
    areas = (match[1] for match in TELEPHONE.finditer(text))
    return Counter(gazetteer.dialling[area] for area in areas if area in gazetteer.dialling)


def habits_in(text: str) -> Counter[str]:
    """Count the different words that only papers of one country use, by country."""
    counts: Counter[str] = Counter()
    for country, words in habits().items():
        seen = {match.group() for match in words.finditer(text)}
        if seen:
            counts[country] = len(seen)
    return counts


@functools.cache
def habits() -> dict[str, re.Pattern[str]]:
    """Give what finds the words of each country's papers, from `tables/habits.toml`."""
    table = files("sayso.extract.toponyms").joinpath("tables/habits.toml").read_text("utf-8")
    return {
        country: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
        for country, words in tomllib.loads(table).items()
    }


def sole_division(found: Found) -> str | None:
    """Give the first level that a name leaves no doubt of ("Ohio"), None of others ("Georgia")."""
    firsts = [p for p in found.places if p.level is PlaceLevel.ADMIN1 and p.sure]
    rival = any(is_rival(p) for p in found.places)
    return firsts[0].division if len(firsts) == 1 and not rival else None


def is_rival(place: Place) -> bool:
    """Say whether a place is as well known as a first level of its name."""
    known = place.capital or place.population >= METROPOLIS
    return place.level is PlaceLevel.COUNTRY or (place.level is PlaceLevel.CITY and known)


def countries_of(names: Sequence[Found]) -> Counter[str]:
    """Count each country among the names that leave no doubt of theirs."""
    counts: Counter[str] = Counter()
    for found in names:
        known = (p for p in found.places if p.sure or p.population >= TOWN)
        countries = {p.country for p in known if p.country}
        if found.people_of is not None:
            counts[found.people_of] += 1
        elif len(countries) == 1:
            counts.update(countries)
        elif found.places[0].level is PlaceLevel.COUNTRY and found.places[0].country:
            counts[found.places[0].country] += 1
    return counts


def shares(counts: Counter[str]) -> dict[str, float]:
    """Give the share of each; none of none."""
    total = sum(counts.values())
    return {key: count / total for key, count in counts.items()}
