"""How well an entry answers a question: features with their log-odds and reasons in words."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sayso.match.likeness import Alignment
from sayso.match.normal import fold, spelt
from sayso.match.tables.countries import country_of
from sayso.model.lists import ListedName, ListEntry
from sayso.model.matches import Feature, Screening

#: Log-odds before anything is compared: few of those who are asked about are listed.
PRIOR: Final = -2.0
#: No sum of comparisons makes certain: probability 0.998 at most.
_MOST: Final = 6.0

#: Corners of the curves from a measure to log-odds, straight in between. Set by hand on the public
#: lists' own aliases, not calibrated on screening results.
_AGREEMENT_CURVE: Final = ((0.0, -8.0), (0.7, -2.5), (0.8, 0.0), (0.9, 2.2), (1.0, 4.5))
_MISSING_IN_ENTRY_CURVE: Final = ((0.0, 0.0), (0.25, -1.5), (0.5, -3.5), (1.0, -8.0))
_MISSING_IN_QUERY_CURVE: Final = ((0.0, 0.0), (0.25, -0.6), (0.5, -1.5), (1.0, -6.0))
#: Weight of the agreeing words (sum of their natural log rarity) → log-odds.
_RARITY_CURVE: Final = ((0.0, -4.0), (3.0, -2.5), (6.5, -0.5), (10.0, 0.5), (16.0, 1.5))
_COMMON_BELOW: Final = 6.5

#: A number outweighs names without a word in common: papers are borne under false names.
_NO_WORD_AGREES: Final = -14.0
_ID_EQUAL: Final = 17.0
_SHORTEST_NUMBER: Final = 5
_BIRTH_DAY_EQUAL: Final = 3.0
_BIRTH_AGREES: Final = 1.5
_BIRTH_NEAR: Final = -0.5
_BIRTH_DIFFERS: Final = -3.5
_NEAR_YEARS: Final = 2
_COUNTRY_AGREES: Final = 0.8
_COUNTRY_DIFFERS: Final = -1.0
_SCHEMA_DIFFERS: Final = -4.0
_WEAK_ALIAS: Final = -1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An entry with what questions are compared with, read out once.

    Attributes:
        countries: ISO 3166 codes of those that it names, each once, in its order.
        numbers: of its papers, as `number_of` gives them.
        years: first and last year of each date of birth that has both.
    """

    entry: ListEntry
    countries: tuple[str, ...]
    numbers: frozenset[str]
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A question, a party, and the name of it that is compared."""

    question: Screening
    party: Party
    name: ListedName
    alignment: Alignment


def party_of(entry: ListEntry) -> Party:
    """Read out what an entry says for comparison."""
    places = [place.country for place in (*entry.addresses, *entry.birth_places)]
    told = [*entry.nationalities, *(place for place in places if place is not None)]
    codes = (country_of(name) for name in told)
    ends = ((birth.start, birth.end) for birth in entry.births)
    return Party(
        entry=entry,
        countries=tuple(dict.fromkeys(code for code in codes if code is not None)),
        numbers=frozenset(number_of(paper.number or "") for paper in entry.documents) - {""},
        years=tuple((int(a[:4]), int(b[:4])) for a, b in ends if a is not None and b is not None),
    )


def name_features(case: Case) -> tuple[Feature, ...]:
    """Give the comparisons of the two names, in a fixed order."""
    return tuple(feature(case) for feature in NAME_FEATURES)


def party_features(case: Case) -> tuple[Feature, ...]:
    """Give the comparisons beyond the name, in a fixed order; silent ones have log-odds 0."""
    return tuple(feature(case) for feature in PARTY_FEATURES)


def probability_of(features: Sequence[Feature]) -> float:
    """Give the logistic of the prior and the features' log-odds, between 0 and 0.998."""
    total = min(_MOST, PRIOR + sum(feature.log_odds for feature in features))
    return 1.0 / (1.0 + math.exp(-max(total, -500.0)))


def name_agreement(case: Case) -> Feature:
    """Compare how alike the words are that answer each other."""
    alignment = case.alignment
    weights = [alignment.weights[a] + alignment.weights[b] for a, b, _ in alignment.pairs]
    alike = sum(w * pair[2] for w, pair in zip(weights, alignment.pairs, strict=True))
    share = alike / sum(weights) if weights else 0.0
    ours, theirs = spelt(case.question.name), spelt(case.name.text)
    pairs = ((ours.get(a, a), theirs.get(b, b)) for a, b, _ in alignment.pairs)
    told = ", ".join(a if fold(a) == fold(b) else f"{a} ~ {b}" for a, b in pairs)
    if not told:
        return _on_name(case, "name_agreement", _NO_WORD_AGREES, "no word agrees")
    return _on_name(case, "name_agreement", _on(_AGREEMENT_CURVE, share), f"agree: {told}")


def name_rarity(case: Case) -> Feature:
    """Ask how much it says that these words agree: common names agree by chance."""
    alignment = case.alignment
    weights = alignment.weights
    rarity = sum(min(weights[a], weights[b]) * alike for a, b, alike in alignment.pairs)
    if not alignment.pairs:
        return _on_name(case, "name_rarity", 0.0, "no word agrees")
    note = "the agreeing words are " + ("common" if rarity < _COMMON_BELOW else "rare")
    return _on_name(case, "name_rarity", _on(_RARITY_CURVE, rarity), note)


def token_missing(case: Case) -> Feature:
    """Weigh the words of either name that the other lacks."""
    alignment = case.alignment
    ours = _share(alignment, alignment.query_only, [a for a, _, _ in alignment.pairs])
    theirs = _share(alignment, alignment.name_only, [b for _, b, _ in alignment.pairs])
    odds = _on(_MISSING_IN_ENTRY_CURVE, ours) + _on(_MISSING_IN_QUERY_CURVE, theirs)
    lacks = (
        ("entry", alignment.query_only, spelt(case.question.name)),
        ("question", alignment.name_only, spelt(case.name.text)),
    )
    note = "; ".join(
        f"the {side} lacks: {', '.join(words.get(sound, sound) for sound in sounds)}"
        for side, sounds, words in lacks
        if sounds
    )
    odds = odds if alignment.pairs else 0.0
    return _on_name(case, "token_missing", odds, note or "no word is missing")


def alias_quality(case: Case) -> Feature:
    """Ask whether the list itself calls the name of low quality."""
    weak = case.name.quality == "weak"
    odds = _WEAK_ALIAS if weak else 0.0
    note = "the list calls this alias low quality" if weak else "not a low-quality alias"
    return _on_name(case, "alias_quality", odds, note)


def birth(case: Case) -> Feature:
    """Compare the dates of birth, as far as either side gives one."""
    asked = case.question.birth or ""
    births, years = case.party.entry.births, case.party.years
    told = "; ".join(birth.surface for birth in births)
    if not asked[:4].isdecimal() or not years:
        side = "entry" if asked else "question"
        return _feature("birth_unknown", 0.0, asked, told, f"no date of birth in the {side}")
    year = int(asked[:4])
    gap = min(max(first - year, year - last, 0) for first, last in years)
    if any(birth.start == birth.end == asked for birth in births):
        return _feature("birth_agrees", _BIRTH_DAY_EQUAL, asked, told, "birth agrees to the day")
    if gap == 0:
        return _feature("birth_agrees", _BIRTH_AGREES, asked, told, "year of birth agrees")
    odds = _BIRTH_NEAR if gap <= _NEAR_YEARS else _BIRTH_DIFFERS
    return _feature("birth_differs", odds, asked, told, f"birth differs by {gap} years")


def country(case: Case) -> Feature:
    """Compare the country with the entry's nationalities, addresses and places of birth."""
    asked = country_of(case.question.country or "")
    listed = case.party.countries
    told = ", ".join(listed)
    if asked is None or not listed:
        side = "question" if asked is None else "entry"
        return _feature("country", 0.0, asked or "", told, f"no known country in the {side}")
    agrees = asked in listed
    note = "the entry names this country" if agrees else "the entry names other countries"
    return _feature("country", _COUNTRY_AGREES if agrees else _COUNTRY_DIFFERS, asked, told, note)


def id_equal(case: Case) -> Feature:
    """Compare numbers of papers, letters and digits alone."""
    asked = {number_of(number) for number in case.question.ids} - {""}
    listed = case.party.numbers
    same = ", ".join(sorted(asked & listed))
    odds = _ID_EQUAL if same else 0.0
    note = f"number agrees: {same}" if same else "no number agrees"
    return _feature("id_equal", odds, ", ".join(sorted(asked)), ", ".join(sorted(listed)), note)


def schema(case: Case) -> Feature:
    """Compare the kinds: a person is no organisation, nor a ship either."""
    asked, listed = case.question.schema, case.party.entry.schema
    differs = asked is not None and _kind(asked) != _kind(listed)
    note = "another kind of party" if differs else "the kind agrees, or was not asked for"
    return _feature("schema", _SCHEMA_DIFFERS if differs else 0.0, asked or "", listed, note)


#: The comparisons, each group in the order in which it is shown.
NAME_FEATURES: Final[tuple[Callable[[Case], Feature], ...]] = (
    name_agreement,
    name_rarity,
    token_missing,
    alias_quality,
)
PARTY_FEATURES: Final[tuple[Callable[[Case], Feature], ...]] = (birth, country, id_equal, schema)


def number_of(number: str) -> str:
    """Give the letters and digits of a paper's number, in small letters; "" for too short a one."""
    told = "".join(c for c in number.casefold() if c.isalnum())
    return told if len(told) >= _SHORTEST_NUMBER else ""


def _kind(schema: str) -> str:
    return schema if schema in {"Person", "Vessel", "Airplane"} else "Organization"


def _on_name(case: Case, name: str, odds: float, note: str) -> Feature:
    return _feature(name, odds, case.question.name, case.name.text, note)


def _feature(name: str, odds: float, query: str, entry: str, note: str) -> Feature:
    return Feature(name=name, log_odds=round(odds, 3), query=query, entry=entry, note=note)


def _share(alignment: Alignment, alone: Sequence[str], paired: Sequence[str]) -> float:
    """Give the share of a side's weight that has no answer."""
    missing = sum(alignment.weights[word] for word in alone)
    whole = missing + sum(alignment.weights[word] for word in paired)
    return missing / whole if whole else 0.0


def _on(curve: Sequence[tuple[float, float]], measure: float) -> float:
    """Give the height of a curve at a measure; flat outside its corners."""
    if measure <= curve[0][0]:
        return curve[0][1]
    for (left, low), (right, high) in pairwise(curve):
        if measure <= right:
            return low + (high - low) * (measure - left) / (right - left)
    return curve[-1][1]
