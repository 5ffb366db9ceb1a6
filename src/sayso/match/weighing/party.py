"""What is known beyond a name: each comparison with its outcome and reason in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from sayso.match.names.arrays import kind_of
from sayso.match.names.numbers import number_of, numbers_of
from sayso.match.tables.countries import country_of
from sayso.model.lists import ListEntry
from sayso.model.matches import Feature, Screening

#: An outcome that counts neither way: one side does not say.
SILENT: Final = ""
_NEAR_YEARS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An entry with what questions are compared with, read out once.

    Attributes:
        countries: ISO 3166 codes of those that it names, each once, in its order.
        numbers: of its papers, ships and wallets, as `number_of` gives them.
        years: first and last year of each date of birth that has both.
    """

    entry: ListEntry
    countries: tuple[str, ...]
    numbers: frozenset[str]
    years: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, entry: ListEntry) -> Self:
        """Read out what an entry says for comparison."""
        places = [place.country for place in (*entry.addresses, *entry.birth_places)]
        told = [*entry.nationalities, *(place for place in places if place is not None)]
        codes = (country_of(name) for name in told)
        ends = ((birth.start, birth.end) for birth in entry.births)
        return cls(
            entry=entry,
            countries=tuple(dict.fromkeys(code for code in codes if code is not None)),
            numbers=numbers_of(entry),
            years=tuple((int(a[:4]), int(b[:4])) for a, b in ends if a and b),
        )


class Compared(NamedTuple):
    """One comparison: its outcome (`SILENT` for none), both sides as told, and the reason."""

    outcome: str
    asked: str
    listed: str
    note: str


def birth(question: Screening, party: Party) -> Compared:
    """Compare the dates of birth, as far as either side gives one."""
    asked = question.birth or ""
    told = "; ".join(birth.surface for birth in party.entry.births)
    if not asked[:4].isdecimal() or not party.years:
        side = "entry" if asked else "question"
        return Compared(SILENT, asked, told, f"no date of birth in the {side}")
    year = int(asked[:4])
    gap = min(max(first - year, year - last, 0) for first, last in party.years)
    if any(birth.start == birth.end == asked for birth in party.entry.births):
        return Compared("birth_day_agrees", asked, told, "birth agrees to the day")
    if gap == 0:
        return Compared("birth_agrees", asked, told, "year of birth agrees")
    outcome = "birth_near" if gap <= _NEAR_YEARS else "birth_differs"
    return Compared(outcome, asked, told, f"birth differs by {gap} year{'s' * (gap > 1)}")


def country(question: Screening, party: Party) -> Compared:
    """Compare the country with the entry's nationalities, addresses and places of birth."""
    asked = country_of(question.country or "")
    told = ", ".join(party.countries)
    if asked is None or not party.countries:
        side = "question" if asked is None else "entry"
        return Compared(SILENT, asked or "", told, f"no known country in the {side}")
    if asked in party.countries:
        return Compared("country_agrees", asked, told, "the entry names this country")
    return Compared("country_differs", asked, told, "the entry names other countries")


def gender(question: Screening, party: Party) -> Compared:
    """Compare the genders by their first letter ("male", "F")."""
    asked, told = question.gender or "", party.entry.gender or ""
    if not asked or not told:
        side = "entry" if asked else "question"
        return Compared(SILENT, asked, told, f"no gender in the {side}")
    if asked[0].casefold() == told[0].casefold():
        return Compared("gender_agrees", asked, told, "gender agrees")
    return Compared("gender_differs", asked, told, "gender differs")


def address(question: Screening, party: Party) -> Compared:
    """Compare the town of an address with the entry's."""
    asked = question.address or ""
    towns = [place.city for place in party.entry.addresses if place.city]
    told = ", ".join(dict.fromkeys(towns))
    words = frozenset(asked.casefold().replace(",", " ").split())
    same = [town for town in towns if words.issuperset(town.casefold().split())]
    if same:
        return Compared("address_agrees", asked, told, f"the entry has an address in {same[0]}")
    side = "question" if not asked else "entry"
    note = "another town" if asked and told else f"no address in the {side}"
    return Compared(SILENT, asked, told, note)


def number(question: Screening, party: Party) -> Compared:
    """Compare numbers of papers, ships and wallets, letters and digits alone."""
    asked = {number_of(told) for told in question.ids} - {""}
    same = ", ".join(sorted(asked & party.numbers))
    told = ", ".join(sorted(asked)), ", ".join(sorted(party.numbers))
    if same:
        return Compared("number_agrees", *told, f"number agrees: {same}")
    return Compared(SILENT, *told, "no number agrees")


def schema(question: Screening, party: Party) -> Compared:
    """Compare the kinds: a person is no organisation, nor a ship either."""
    asked, listed = question.schema, party.entry.schema
    if asked is None or asked in {"LegalEntity", "Thing"} or kind_of(asked) == kind_of(listed):
        note = "the kind was not asked for" if asked is None else "the kind agrees"
        return Compared(SILENT, asked or "", listed, note)
    return Compared("schema_differs", asked, listed, "another kind of party")


#: The comparisons by the name of their feature, in the order in which they are shown.
COMPARISONS: Final[Mapping[str, Callable[[Screening, Party], Compared]]] = {
    "birth": birth,
    "country": country,
    "gender": gender,
    "address": address,
    "number": number,
    "schema": schema,
}


def compare(question: Screening, party: Party) -> Mapping[str, Compared]:
    """Make the comparisons beyond the name, by feature, in a fixed order."""
    return {name: made(question, party) for name, made in COMPARISONS.items()}


def features_of(compared: Mapping[str, Compared], odds: Mapping[str, float]) -> tuple[Feature, ...]:
    """Give comparisons as features; silent ones have log-odds 0.

    Args:
        compared: what was compared, by feature.
        odds: the log-odds of each outcome.
    """
    return tuple(
        Feature(
            name=name,
            log_odds=odds[one.outcome] if one.outcome else 0.0,
            query=one.asked,
            entry=one.listed,
            note=one.note,
        )
        for name, one in compared.items()
    )
