"""Which of the places of one name in one first level is meant: the town, the district or all."""

import math

from sayso.extract.toponyms.questions import Question, agreement, holds
from sayso.extract.where_when.places import Place, fold
from sayso.model.vocabulary import PlaceLevel

#: A city of that many people is meant by its bare name rather than its province.
METROPOLIS = 1_000_000

#: What each sign adds to a place's score; our own choice of November 2026, held by the tests on
#: provinces and towns of one name and by the places of the annotated articles.
WEIGHTS = {
    "cue agrees": 6.0,
    "cue disagrees": -4.0,
    "held by the place after it": 6.0,
    "its usual name": 3.0,
    "first level": 3.2,
    "second level": -2.0,
    "city of its province's name": 2.0,
    "same list": 3.0,
    "per tenfold population": 0.5,
}


def level_score(place: Place, question: Question) -> float:
    """Weigh the level of one place as the meaning of a name."""
    signs = (
        ("cue agrees", float(question.cue is place.level)),
        ("cue disagrees", float(question.cue not in {None, place.level})),
        ("held by the place after it", float(any(holds(h, place) for h in question.holder))),
        ("its usual name", float(fold(place.name) == question.name)),
        ("first level", float(place.level is PlaceLevel.ADMIN1 and place.sure)),
        ("second level", float(place.level is PlaceLevel.ADMIN2)),
        ("city of its province's name", float(is_great(place))),
        ("same list", agreement(place, question.peers)),
        ("per tenfold population", tenfold(place)),
    )
    return sum(WEIGHTS[name] * value for name, value in signs)


def is_great(place: Place) -> bool:
    """Say whether a town is a capital or a metropolis."""
    if place.level is not PlaceLevel.CITY:
        return False
    return place.capital or place.population >= METROPOLIS


def tenfold(place: Place) -> float:
    """Give how often a town's people are tenfold; 0 for what is no town."""
    return math.log10(max(place.population, 1)) if place.level is PlaceLevel.CITY else 0.0
