"""What the words around a name say of its place: its level, what holds it, its list."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.toponyms.options import alike_of, options_of
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
INSIDE = re.compile(
    r"(?:\s+\w+)?\s*,\s*(?:in\s+)?(?:the\s+)?|\s+(?:\w+\s+)?(?:in|of)\s+(?:the\s+)?(?:\w+\s+)?"
)
#: A name or abbreviation after a comma or bracket ("Paris, Tex.", "Vienna (Austria)").
STATED = re.compile(r"\s*[,(]\s*((?:[A-Z][\w.]*\s?){1,4})")
#: Characters, and other names of a list, looked at on each side.
WINDOW, PEERS = 40, 4
#: Levels whose names are also looked up by what all their spellings share.
SPELT = frozenset({PlaceLevel.ADMIN1, PlaceLevel.ADMIN2})
LARGER = frozenset({PlaceLevel.COUNTRY, PlaceLevel.ADMIN1})


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


def questions(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> Iterator[Question]:
    """Give a question for each name; names of one list share their cue."""
    known: dict[str, tuple[Place, ...]] = {}
    for name in (span.of(text) for span in spans):
        if name not in known:
            known[name] = options_of(name, gazetteer)
    options = [known[span.of(text)] for span in spans]
    for members in lists_of(text, spans):
        cue = cue_after(text, spans[members[-1]].end) or cue_before(text, spans[members[0]].start)
        for at, n in enumerate(members):
            own = cue_after(text, spans[n].end) or cue_before(text, spans[n].start) or cue
            near = members[max(0, at - PEERS) : at] + members[at + 1 : at + 1 + PEERS]
            choice = options[n]
            if own in SPELT:
                more = alike_of(spans[n].of(text), gazetteer)
                choice = tuple(dict.fromkeys((*choice, *more)))
            holder = holder_of(text, spans, options, n)
            stated = holder or stated_after(text, spans[n].end, gazetteer)
            yield Question(
                name=fold(spans[n].of(text)),
                options=possible(text, spans[n].end, choice, holder),
                cue=own,
                holder=stated,
                peers=tuple(options[m] for m in near if options[m]),
            )


def possible(
    text: str, end: int, options: tuple[Place, ...], holder: tuple[Place, ...]
) -> tuple[Place, ...]:
    """Leave out the places that do not lie where "in" or "of" after the name puts them.

    A country is left where nothing does ("the U.S. in Iraq").
    """
    if not holder or LISTED.match(text, end):
        return options
    countries = (p for p in options if p.level is PlaceLevel.COUNTRY and p.sure)
    return tuple(p for p in options if any(holds(h, p) for h in holder)) or tuple(countries)


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
    return tuple(p for p in options[n + 1] if p.level in LARGER)


def stated_after(text: str, end: int, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Give the larger places that a comma or bracket after a name adds ("Paris, Tex.")."""
    match = STATED.match(text, end, end + WINDOW)
    words = [] if match is None else match[1].split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        short = gazetteer.shortened(name)
        if short is not None:
            return (short,)
        named = tuple(p for p in gazetteer.named(name.rstrip(".,")) if p.level in LARGER)
        if any(p.sure for p in named):
            return named
    return ()


def cue_after(text: str, end: int) -> PlaceLevel | None:
    """Give the level that the word after a name states."""
    window = text[end : end + WINDOW]
    return next((level for level, word in AFTER if word.match(window)), None)


def cue_before(text: str, start: int) -> PlaceLevel | None:
    """Give the level that the words before a name state ("the province of")."""
    window = text[max(0, start - WINDOW) : start]
    return next((level for level, word in BEFORE if word.search(window)), None)


def holds(larger: Place, place: Place) -> bool:
    """Say whether one place lies in the other."""
    if larger.level is PlaceLevel.COUNTRY:
        return larger.country == place.country and place.level is not PlaceLevel.COUNTRY
    if larger.division is None or place.division is None:
        return larger.code == place.code and place.level is not larger.level
    return larger.division == place.division and place.level is not larger.level


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


def by_name(asked: Sequence[Question]) -> dict[str, list[int]]:
    """Give the numbers of the questions about each name, in order."""
    order = sorted(range(len(asked)), key=lambda n: asked[n].name)
    groups = itertools.groupby(order, key=lambda n: asked[n].name)
    return {name: list(numbers) for name, numbers in groups}
