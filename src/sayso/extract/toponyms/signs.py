"""What speaks for one place as the meaning of a name, each sign with its weight."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.toponyms.evidence import Evidence
from sayso.extract.toponyms.options import lengthened
from sayso.extract.toponyms.questions import Question, agreement, holds
from sayso.extract.where_when.places import Place, fold
from sayso.model.vocabulary import PlaceLevel

#: What each sign adds to a place's score, in log-odds. Fitted in November 2026 on the places of
#: `corpus/train` (`python -m training.place_signs corpus/train`), 261 names with a choice; what is
#: our own choice stands in that script. Measured on news that it has not seen: `bench.places`.
WEIGHTS: dict[str, float] = {
    "country": 4.6,
    "first level": 1.56,
    "second level": 1.28,
    "area": 0.0,
    "capital": 1.2,
    "per tenfold people of a town": 0.25,
    "per tenfold people of a division": 0.31,
    "its usual name": 0.66,
    "second level by its bare name": -0.53,
    "taken for it in any text": 1.5,
    "cue agrees": 2.0,
    "cue disagrees": -1.0,
    "held by the place after it": 4.0,
    "held elsewhere in the text": 2.0,
    "same list": 1.0,
    "country of the text": 2.78,
    "first level of the text": 2.0,
    "names nearby": 1.29,
    "names in its first level": 2.0,
    "names that may lie nearby": 1.5,
    "names that may lie in its first level": 2.0,
    "first level of its telephones": 0.0,
    "words of its country's papers": 0.0,
    "names in its country": 1.42,
}


@dataclass(frozen=True, slots=True)
class Company:
    """How the other names of a text stand to a place.

    Attributes:
        nearby: how many of them are believed within about a hundred kilometres.
        division, country: share (0 to 1) of them that are believed in its first level, its country.
        possible: how many of them may lie within about a hundred kilometres, a name of n places
            counted as 1 / (1 + log n).
        possible_division: the same share (0 to 1) of all of them for its first level.
    """

    nearby: float = 0.0
    division: float = 0.0
    country: float = 0.0
    possible: float = 0.0
    possible_division: float = 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """One place as the meaning of one name, in its text.

    Attributes:
        elsewhere: what may hold the name where it stands elsewhere in the text.
    """

    place: Place
    question: Question
    elsewhere: tuple[Place, ...]
    evidence: Evidence
    company: Company = Company()


def score(case: Case) -> float:
    """Weigh one place as the meaning of a name."""
    return sum(WEIGHTS[name] * value for name, value in signs(case))


def signs(case: Case) -> Iterator[tuple[str, float]]:
    """Give the signs that speak for or against a place, with their strength."""
    yield from own_signs(case.place, case.question)
    yield from said_signs(case)
    place, company = case.place, case.company
    yield "names nearby", math.log1p(company.nearby)
    if place.level not in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1, PlaceLevel.REGION}:
        yield "names that may lie nearby", math.log1p(company.possible)
    if place.level is not PlaceLevel.COUNTRY:
        yield "names in its first level", company.division
        yield "names that may lie in its first level", company.possible_division
        yield "names in its country", company.country


def own_signs(place: Place, question: Question) -> Iterator[tuple[str, float]]:
    """Give what a place is of itself: its level, its size, and whether the name is its own."""
    own = fold(place.name)
    usual = own == question.name or own in lengthened(question.name)
    tenfold = math.log10(max(place.population, 10)) - 1
    match place.level:
        case PlaceLevel.COUNTRY:
            yield "country", 1.0
        case PlaceLevel.ADMIN1:
            yield "first level", 1.0
            yield "per tenfold people of a division", tenfold
        case PlaceLevel.ADMIN2:
            yield "second level", 1.0
            yield "per tenfold people of a division", tenfold
            yield "second level by its bare name", float(not usual)
        case PlaceLevel.REGION:
            yield "area", 1.0
        case PlaceLevel.CITY:
            yield "per tenfold people of a town", tenfold
            yield "capital", float(place.capital)
    yield "its usual name", float(usual)
    yield "taken for it in any text", float(place.sure)


def said_signs(case: Case) -> Iterator[tuple[str, float]]:
    """Give what the text says beside the name, in its list, and on the whole."""
    place, question = case.place, case.question
    yield "cue agrees", float(question.cue is place.level)
    yield "cue disagrees", float(question.cue not in {None, place.level})
    yield "held by the place after it", float(any(holds(h, place) for h in question.holder))
    yield "held elsewhere in the text", float(any(holds(h, place) for h in case.elsewhere))
    yield "same list", agreement(place, question.peers)
    evidence, country = case.evidence, place.country or ""
    yield "country of the text", evidence.countries.get(country, 0.0)
    if place.level is not PlaceLevel.COUNTRY:
        yield "first level of the text", evidence.divisions.get(place.division or "", 0.0)
        yield "first level of its telephones", evidence.dialled.get(place.division or "", 0.0)
        yield "words of its country's papers", evidence.habits.get(country, 0.0)
