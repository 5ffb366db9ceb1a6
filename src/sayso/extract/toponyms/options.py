"""Every place that a name in a text may mean, by the spellings that it may stand for."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sayso.extract.where_when.places import Gazetteer, Place, fold
from sayso.extract.where_when.spelling import skeleton

#: Words of a name that print shortens, folded.
SHORTENED = (("st", "saint"), ("mt", "mount"), ("ft", "fort"), ("pt", "point"))
#: What may stand before the name that the gazetteer has ("northern Virginia").
PART = re.compile(
    r"^(?:north|south|east|west|northern|southern|eastern|western|northeast(?:ern)?|"
    r"northwest(?:ern)?|southeast(?:ern)?|southwest(?:ern)?|central|upper|lower|greater|downtown|"
    r"metro(?:politan)?|inner|rural|mid|old|city of|town of|village of|port of|state of|"
    r"province of|county of|republic of)[\s-]+",
    re.IGNORECASE,
)
#: What may stand after it ("Jerome Township", "Neches River", "Delhi NCR").
KIND = re.compile(
    r"\s+(?:townships?|twp\.?|city|town|village|valley|river|creek|lake|area|region|metro|"
    r"metropolitan area|river valley|division|county|counties|parish|province|state|district|"
    r"borough|municipality|governorate|prefecture|territory|island|islands|peninsula|harbou?r|airport|coast|hills)$",
    re.IGNORECASE,
)
#: Names of some provinces that by themselves mean a part of the world ("against the West").
DIRECTIONS = frozenset({"north", "south", "east", "west"})
#: Likeness (0 to 1) below which a spelling is none of a name, and how much less like than the
#: likest it may be.
LIKE, NEAR = 0.5, 0.15
POSSESSIVE = re.compile(r"['’]s?$")


def options_of(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Give every place that a name may mean, of the spelling that says most.

    An abbreviation means its first level alone; a people its country; a name that the gazetteer
    lacks is looked up without the words for a part or a kind of place, one after the other. A
    direction alone means none.
    """
    if fold(name) in DIRECTIONS:
        return ()
    short = gazetteer.shortened(name)
    if short is not None:
        return (short,)
    for spelling in spellings(name):
        found = places_of(spelling, gazetteer)
        if found:
            return found
    return alike_of(name, gazetteer)


def alike_of(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Give the divisions that a name may be another spelling of, the likest where several are."""
    found = gazetteer.alike(skeleton(KIND.sub("", name)))
    likeness = [ratio(fold(name), fold(place.name)) for place in found]
    least = max(LIKE, max(likeness, default=0.0) - NEAR)
    return tuple(p for p, like in zip(found, likeness, strict=True) if like >= least)


def ratio(one: str, other: str) -> float:
    """Give the likeness (0 to 1) of two names."""
    return SequenceMatcher(None, one, other).ratio()


def places_of(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Give the places of one spelling and of what it is short for, or the country of a people."""
    found = dict.fromkeys(gazetteer.named(name))
    found |= dict.fromkeys(p for long in lengthened(name) for p in gazetteer.named(long))
    code = gazetteer.people_of(name)
    people = None if code is None else gazetteer.country(code)
    if people is not None and not any(p.sure for p in found):
        return (people,)
    return tuple(found)


def lengthened(name: str) -> Iterator[str]:
    """Give "Mount Pleasant" for "Mt. Pleasant", and the other way round."""
    words = fold(name).split(" ")
    for short, long in SHORTENED:
        if short in words or long in words:
            swap = {short: long, long: short}
            yield " ".join(swap.get(word, word) for word in words)


def spellings(name: str) -> Iterator[str]:
    """Give a name, then without a genitive, a word for a part, a word for a kind, and both."""
    yield name
    bare = POSSESSIVE.sub("", name)
    if bare != name:
        yield bare
    for shorter in (PART.sub("", bare), KIND.sub("", bare), KIND.sub("", PART.sub("", bare))):
        if shorter != bare:
            yield shorter
