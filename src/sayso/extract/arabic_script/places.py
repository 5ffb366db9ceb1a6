"""Places in a text in Arabic script: countries, divisions and larger towns."""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from sayso.extract.arabic_script.letters import fold, table
from sayso.extract.arabic_script.words import Word, words_in
from sayso.model.claims import PlaceMention
from sayso.model.documents import Passage
from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel

#: Words of the longest name; letters of the longest that is doubtful for its shortness.
_MOST_WORDS: Final = 4
_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the table; degrees are of its centre.

    Attributes:
        sure: its name is taken for it in any text; else only beside a locating word.
    """

    name: str
    level: PlaceLevel
    code: str | None
    country: str
    latitude: float
    longitude: float
    sure: bool


@cache
def places() -> Mapping[str, tuple[Place, ...]]:
    """Give the places by their folded names, countries first, then divisions, then by people."""
    packed = files("sayso.extract.arabic_script").joinpath("tables/places.tsv.gz").read_bytes()
    found: dict[str, list[Place]] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        level, code, country, *centre, sure, name, spellings = line.split("\t")
        north, east = map(float, centre)
        place = Place(name, PlaceLevel(level), code or None, country, north, east, bool(sure))
        for spelling in spellings.split("|"):
            found.setdefault(spelling, []).append(place)
    return {spelling: tuple(named) for spelling, named in found.items()}


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the words around a name say: that it is a place, and of which level."""

    locating: bool
    level: PlaceLevel | None


def places_in(passages: Sequence[Passage]) -> Iterator[tuple[Passage, PlaceMention]]:
    """Give the known places of a document in order, each with its sentence; the longest names.

    A name of places in several countries is taken for the one in a country that the document tells
    otherwise; where it tells none of them or several, the place is given without code and centre.
    """
    found = [(passage, *one) for passage in passages for one in _names_in(passage.text)]
    lands = [{place.country for place in named} for _, _, named in found]
    told = frozenset(country for own in lands if len(own) == 1 for country in own)
    for passage, span, named in found:
        first = passage.span.start
        at = Span(first + span.start, first + span.end)
        yield passage, _mention(at, span.of(passage.text), _in_countries(named, told))


def _names_in(text: str) -> Iterator[tuple[Span, tuple[Place, ...]]]:
    """Give the names of places in a sentence, each with the places that bear it."""
    words = words_in(text)
    free = 0
    for number in range(len(words)):
        found = _longest(text, words, number) if number >= free else None
        if found is not None:
            span, named, free = found
            yield span, named


def _in_countries(named: tuple[Place, ...], told: frozenset[str]) -> tuple[Place, ...]:
    """Give those of the places that lie in the countries told, or all where none does."""
    return tuple(place for place in named if place.country in told) or named


def _longest(
    text: str, words: Sequence[Word], number: int
) -> tuple[Span, tuple[Place, ...], int] | None:
    """Give the longest place that begins at a word, and the number of the word after it."""
    known = places()
    for reading in words[number].readings:
        for count in range(min(_MOST_WORDS, len(words) - number), 0, -1):
            end = words[number + count - 1].end
            name = fold(f"{reading.added}{text[reading.start : end]}")
            beside = _beside(words, number, number + count, glued=reading.start)
            named = () if name in never() else known.get(name, ())
            if not beside.locating:
                named = () if is_doubtful(name) else tuple(p for p in named if p.sure)
            if named:
                return Span(reading.start, end), _of_level(named, beside), number + count
    return None


def _beside(words: Sequence[Word], start: int, end: int, *, glued: int) -> _Beside:
    """Give what the words before and after a name say; glued letters may be "in" or "to"."""
    cues = _cues()
    before = words[start - 1].folded if start else ""
    after = words[end].folded if end < len(words) else ""
    bare = {w.removeprefix("ال") for w in (before, after)} | {before, after}
    level = next((lev for lev in (PlaceLevel.ADMIN1, PlaceLevel.CITY) if cues[lev] & bare), None)
    preposition = words[start].folded[: glued - words[start].start][-1:] in {"ب", "ل"}
    located = before in cues["before"] or after in cues["after"] or preposition
    return _Beside(located or level is not None, level)


def _of_level(named: tuple[Place, ...], beside: _Beside) -> tuple[Place, ...]:
    """Give the places of the level that the words tell, else all; a town tells its province too."""
    if beside.level is None:
        return named
    return tuple(p for p in named if p.level is beside.level) or named


def _mention(span: Span, text: str, named: Sequence[Place]) -> PlaceMention:
    """Give a mention: of the first place where all are in one country, else of an unknown one."""
    if len({place.country for place in named}) > 1:
        return PlaceMention(span=span, text=text, name=text, level=PlaceLevel.REGION)
    place = named[0]
    return PlaceMention(
        span=span,
        text=text,
        name=place.name,
        level=place.level,
        code=place.code,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def is_doubtful(name: str) -> bool:
    """Say whether a folded name is a common word or a person's name too, or too short to tell."""
    doubtful, sure = _doubts()
    return name in doubtful or (len(name) <= _SHORT and name not in sure)


@cache
def never() -> frozenset[str]:
    """Give the folded words that are no place even after "in" or "from": "camp", "city"."""
    return frozenset(map(fold, table("words")["places"]["never"]))


@cache
def _doubts() -> tuple[frozenset[str], frozenset[str]]:
    words = table("words")["places"]
    return frozenset(map(fold, words["doubtful"])), frozenset(map(fold, words["sure"]))


@cache
def _cues() -> Mapping[str, frozenset[str]]:
    words = table("words")["locating"]
    return {
        "before": frozenset(map(fold, words["before"])),
        "after": frozenset(map(fold, words["after"])),
        PlaceLevel.ADMIN1: frozenset(map(fold, words["province"])),
        PlaceLevel.CITY: frozenset(map(fold, words["city"])),
    }
