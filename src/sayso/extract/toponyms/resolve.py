"""Which place of a name is meant, all names of a text read together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.extract.toponyms.beliefs import believed, cases_of, in_company
from sayso.extract.toponyms.evidence import Evidence, evidence_of
from sayso.extract.toponyms.levels import METROPOLIS, level_score
from sayso.extract.toponyms.questions import Question, questions
from sayso.extract.toponyms.signs import UNTOLD, Case
from sayso.extract.where_when.places import Gazetteer, Place
from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel

#: Share (0 to 1) of the names that makes a text one country's.
MOST = 0.6
#: Share (0 to 1) of a text's names believed in a country that makes a town there no stray.
AMONG = 0.3


def resolve(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> tuple[Place | None, ...]:
    """Give the place that each name means, None where the gazetteer has none.

    Args:
        text: the document's.
        spans: in the order of the text.
        gazetteer: where names are looked up.
    """
    asked = tuple(questions(text, spans, gazetteer))
    evidence = evidence_of(text, asked, gazetteer)
    read = in_company(cases_of(asked, evidence))
    return tuple(best(options, evidence) for options in read)


def whereabouts(
    text: str, spans: Sequence[Span], found: Sequence[Place | None]
) -> tuple[Place | None, ...]:
    """Give the same places, and a region for each name that the gazetteer lacks.

    The region has the first level that most of the text's names lie in and the point of the
    nearest of those; there is none where no name lies in a first level. A guess for maps and
    measures: no claim is placed by it.
    """
    lying = [(span, p) for span, p in zip(spans, found, strict=True) if p and p.division]
    counts = Counter(place.division for _, place in lying)
    if not counts:
        return tuple(found)
    home = counts.most_common(1)[0][0]
    there = [(span, place) for span, place in lying if place.division == home]

    def guessed(span: Span) -> Place:
        _, near = min(there, key=lambda pair: abs(pair[0].start - span.start))
        return replace(near, name=span.of(text), level=PlaceLevel.REGION, number=0, population=0)

    return tuple(
        place if place is not None else guessed(span)
        for span, place in zip(spans, found, strict=True)
    )


def best(options: Sequence[Case], evidence: Evidence) -> Place | None:
    """Give the place that is meant, None where it must be one that the gazetteer lacks.

    The first level (or country) that is believed most, then the level within it.
    """
    if not options:
        return None
    beliefs = believed(options)
    grounds: dict[tuple[str, str], float] = defaultdict(float)
    for place, belief in beliefs.items():
        grounds[ground_of(place)] += belief
    chosen = max(grounds, key=lambda ground: grounds[ground])
    inside = [p for p in beliefs if ground_of(p) == chosen]
    question = options[0].question
    place = max(inside, key=lambda p: (level_score(p, question), beliefs[p]))
    company = next(case.company for case in options if case.place == place)
    astray = is_astray(place, question, evidence.countries) and company.country < AMONG
    return None if astray else place


def ground_of(place: Place) -> tuple[str, str]:
    """Give the ground that a place stands on: its first level, or itself where it is larger."""
    if place.level is PlaceLevel.COUNTRY:
        return ("country", place.country or "")
    return ("division", place.division or f"{place.code} {place.name}")


def is_astray(place: Place, question: Question, countries: Mapping[str, float]) -> bool:
    """Say whether a town lies in a country that its text never names, where it speaks of another.

    The name is then that of a quarter or village that the gazetteer lacks: of the 23 such towns in
    LGL, 19 are wrong. An American paper does not name the country of its own towns.
    """
    told = question.cue is not None or bool(question.holder) or place.sure
    if place.level is not PlaceLevel.CITY or told or place.country in UNTOLD or not countries:
        return False
    speaks_of_another = max(countries.values()) >= MOST and place.country not in countries
    return speaks_of_another and place.population < METROPOLIS
