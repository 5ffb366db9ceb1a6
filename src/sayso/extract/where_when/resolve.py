"""Which place of a name is meant: cues beside it, its list, the countries of the text, its size."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.where_when.places import Gazetteer, Place, fold
from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel

LEVEL_WORDS = {
    PlaceLevel.COUNTRY: "country|countries|republic",
    PlaceLevel.ADMIN1: "provinces?|governorates?|states?|regions?|oblasts?|vilayats?",
    PlaceLevel.ADMIN2: "districts?|tehsils?|agency|agencies|count(?:y|ies)|subdistricts?",
    PlaceLevel.CITY: "city|cities|towns?|villages?|municipality|capital",
    PlaceLevel.REGION: "valleys?|mountains?|area|peninsula|desert|basin",
}
AFTER = [(k, re.compile(rf"\s+(?:{words})\b", re.IGNORECASE)) for k, words in LEVEL_WORDS.items()]
BEFORE = [
    (k, re.compile(rf"\b(?:{words})(?: of|:|,| called| named)?\s+(?:the\s+)?$", re.IGNORECASE))
    for k, words in LEVEL_WORDS.items()
]
#: What stands between two places of one list ("Ghazni, Logar and Parwan").
LISTED = re.compile(r"\s*(?:,|;|,?\s*(?:and|or|&)|,?\s*as well as)\s*(?:in\s+)?(?:the\s+)?")
#: What stands between a place and the one that holds it ("Kunduz, Afghanistan").
INSIDE = re.compile(r"\s*,\s*(?:in\s+)?|\s+(?:\w+\s+)?(?:in|of)\s+(?:the\s+)?(?:\w+\s+)?")
#: Characters, and other names of a list, looked at on each side.
WINDOW, PEERS = 40, 4
#: A city of that many people is meant by its bare name rather than its province.
METROPOLIS = 1_000_000

#: A country whose papers take it for granted; a share (0 to 1) of names that makes a text one
#: country's.
UNTOLD, MOST = "US", 0.6

#: What each sign adds to a place's score; our own choice of November 2026, to be measured.
WEIGHTS = {
    "cue agrees": 6.0,
    "cue disagrees": -4.0,
    "held by the place after it": 6.0,
    "its usual name": 1.5,
    "country": 5.0,
    "first level": 3.2,
    "city of its province's name": 2.0,
    "same list": 3.0,
    "country of the text": 4.0,
    "per tenfold population": 0.5,
}


@dataclass(frozen=True, slots=True)
class Question:
    """One name in a text with all that helps to tell which place it is.

    Attributes:
        name: folded.
        options: every place of the name.
        cue: the level that a word beside it states.
        holder: the places of the name after it that may hold it.
        peers: the options of its neighbours in its list.
    """

    name: str
    options: tuple[Place, ...]
    cue: PlaceLevel | None
    holder: tuple[Place, ...]
    peers: tuple[tuple[Place, ...], ...]


def resolve(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> tuple[Place | None, ...]:
    """Give the place that each name means, None where the gazetteer has none.

    Args:
        text: the document's.
        spans: in the order of the text.
        gazetteer: where names are looked up.
    """
    options = [gazetteer.named(span.of(text)) for span in spans]
    countries = countries_of(text, gazetteer)
    return tuple(best(question, countries) for question in questions(text, spans, options))


def best(question: Question, countries: dict[str, float]) -> Place | None:
    """Give the place that scores highest, the first of equals; None where it must be another."""
    ranked = [(score(place, question, countries), place) for place in question.options]
    if not ranked:
        return None
    chosen = max(ranked, key=lambda pair: pair[0])[1]
    return None if is_astray(chosen, question, countries) else chosen


def is_astray(place: Place, question: Question, countries: dict[str, float]) -> bool:
    """Say whether a town lies in a country that its text never names, where it speaks of another.

    The name is then that of a quarter or village that the gazetteer lacks: of the 23 such towns in
    LGL, 19 are wrong. An American paper does not name the country of its own towns.
    """
    told = question.cue is not None or bool(question.holder) or place.sure
    if place.level is not PlaceLevel.CITY or told or place.country == UNTOLD or not countries:
        return False
    speaks_of_another = max(countries.values()) >= MOST and place.country not in countries
    return speaks_of_another and place.population < METROPOLIS


def countries_of(text: str, gazetteer: Gazetteer) -> dict[str, float]:
    """Give the share (0 to 1) of each country among the names that leave no doubt."""
    counts: Counter[str] = Counter()
    for found in gazetteer.find_in(text):
        countries = {p.country for p in found.places if p.country}
        if found.people_of is not None:
            counts[found.people_of] += 1
        elif len(countries) == 1:
            counts.update(countries)
        elif found.places[0].level is PlaceLevel.COUNTRY and found.places[0].country:
            counts[found.places[0].country] += 1
    total = sum(counts.values())
    return {country: count / total for country, count in counts.items()}


def questions(
    text: str, spans: Sequence[Span], options: Sequence[tuple[Place, ...]]
) -> Iterator[Question]:
    """Give a question for each name; names of one list share their cue."""
    for members in lists_of(text, spans):
        cue = cue_after(text, spans[members[-1]].end) or cue_before(text, spans[members[0]].start)
        for at, n in enumerate(members):
            own = cue_after(text, spans[n].end) or cue_before(text, spans[n].start) or cue
            near = members[max(0, at - PEERS) : at] + members[at + 1 : at + 1 + PEERS]
            peers = tuple(options[m] for m in near if options[m])
            holder = holder_of(text, spans, options, n)
            inside = possible(text, spans[n].end, options[n], holder)
            yield Question(fold(spans[n].of(text)), inside, own, holder, peers)


def possible(
    text: str, end: int, options: tuple[Place, ...], holder: tuple[Place, ...]
) -> tuple[Place, ...]:
    """Leave out the places that do not lie where "in" or "of" after the name puts them."""
    if not holder or LISTED.match(text, end):
        return options
    return tuple(p for p in options if any(holds(h, p) for h in holder))


def lists_of(text: str, spans: Sequence[Span]) -> Iterator[list[int]]:
    """Give the places of the spans that stand in one list together, in order."""
    members: list[int] = []
    for n, span in enumerate(spans):
        if members:
            end = spans[members[-1]].end
            gap = text[end : min(span.start, end + WINDOW + 1)]
            if not LISTED.fullmatch(gap):
                yield members
                members = []
        members.append(n)
    if members:
        yield members


def holder_of(
    text: str, spans: Sequence[Span], options: Sequence[tuple[Place, ...]], n: int
) -> tuple[Place, ...]:
    """Give the larger places that the name after this one may mean, if it may hold this one."""
    if n + 1 >= len(spans) or spans[n + 1].start - spans[n].end > WINDOW:
        return ()
    if not INSIDE.fullmatch(text[spans[n].end : max(spans[n].end, spans[n + 1].start)]):
        return ()
    return tuple(p for p in options[n + 1] if p.level in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1})


def cue_after(text: str, end: int) -> PlaceLevel | None:
    """Give the level that the word after a name states."""
    window = text[end : end + WINDOW]
    return next((level for level, word in AFTER if word.match(window)), None)


def cue_before(text: str, start: int) -> PlaceLevel | None:
    """Give the level that the words before a name state ("the province of")."""
    window = text[max(0, start - WINDOW) : start]
    return next((level for level, word in BEFORE if word.search(window)), None)


def score(place: Place, question: Question, countries: dict[str, float]) -> float:
    """Weigh one place as the meaning of a name."""
    signs = [
        ("cue agrees", float(question.cue is place.level)),
        ("cue disagrees", float(question.cue not in {None, place.level})),
        ("held by the place after it", float(any(holds(h, place) for h in question.holder))),
        ("its usual name", float(fold(place.name) == question.name)),
        ("country", float(place.level is PlaceLevel.COUNTRY)),
        ("first level", float(place.level is PlaceLevel.ADMIN1 and place.sure)),
        ("city of its province's name", float(place.capital or place.population >= METROPOLIS)),
        ("same list", agreement(place, question.peers)),
        ("country of the text", countries.get(place.country or "", 0.0)),
        ("per tenfold population", math.log10(max(place.population, 1))),
    ]
    if place.level is PlaceLevel.COUNTRY:
        signs.pop()
    return sum(WEIGHTS[name] * value for name, value in signs)


def holds(larger: Place, place: Place) -> bool:
    """Say whether one place lies in the other."""
    if larger.level is PlaceLevel.COUNTRY:
        return larger.country == place.country and place.level is not PlaceLevel.COUNTRY
    return larger.code == place.code and place.level is not larger.level


def agreement(place: Place, peers: tuple[tuple[Place, ...], ...]) -> float:
    """Give the share of a list's other names that can be of this level and country."""
    if not peers:
        return 0.0
    alike = [
        any(p.level is place.level and (p.country == place.country) for p in options)
        or any(p.level is place.level is PlaceLevel.COUNTRY for p in options)
        for options in peers
    ]
    return sum(alike) / len(alike)
