"""What a text says besides a name for its being a list entry, and what it does not say."""

from dataclasses import dataclass
from typing import Final

from sayso.match.normal import fold, sounds_of, words_of
from sayso.match.tables.countries import country_of
from sayso.match.tables.known import REGIME_NUMBERS, REGIME_SUBJECTS
from sayso.match.weighing.party import Party
from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry
from sayso.ports import NameIndex

#: Offices: a post agrees when the office in it stands around the name. "Leader", "commander" and
#: the like are left out: a text of this field has them beside every name.
_OFFICES: Final = frozenset(
    {"accountant", "ambassador", "attache", "banker", "chancellor", "cleric", "consul", "director"}
    | {"engineer", "facilitator", "financier", "governor", "imam", "inspector", "judge", "lawyer"}
    | {"lecturer", "mayor", "minister", "ministry", "physician", "president", "professor"}
    | {"propagandist", "recruiter", "representative", "scientist", "secretary", "smuggler"}
    | {"spokesman", "spokesperson", "teacher", "trafficker", "trafficking", "treasurer"}
)
SUBJECT_SOUNDS: Final = {sounds_of(name): number for name, number in REGIME_SUBJECTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What a document says around an entity.

    Attributes:
        names: of the other entities that it names.
        places: names or ISO 3166 codes of the places that it names.
        words: the sentences that mention the entity.
    """

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What agrees with an entry besides the name, each as a sentence; None where it does not.

    Attributes:
        post: words of an office or title of the entry stand around the name.
        party: another party that the entry names, or its regime's subject, is named.
        country: a country of the entry is named.
        missing: what the text does not give to compare.
    """

    post: str | None
    party: str | None
    country: str | None
    missing: tuple[str, ...]

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Give the sentences that agree, the most telling first."""
        return tuple(told for told in (self.post, self.party, self.country) if told is not None)


def grounds_of(entry: ListEntry, company: Company, index: NameIndex) -> Grounds:
    """Compare what the text says around an entity with an entry."""
    party = Party.of(entry)
    country = _country(party, company)
    missing: list[str] = []
    if country is None and party.countries:
        missing.append("no country of the entry is named in the text")
    if entry.schema == "Person":
        missing.append("no birth date in the text to compare")
    return Grounds(
        post=_post(entry, company),
        party=_named_party(entry, company, index),
        country=country,
        missing=tuple(missing),
    )


def _country(party: Party, company: Company) -> str | None:
    told = {place: country_of(place) for place in company.places}
    agreeing = [place for place, code in told.items() if code in party.countries]
    return f"country agrees: {', '.join(agreeing)}" if agreeing else None


def _post(entry: ListEntry, company: Company) -> str | None:
    around = {fold(word.surface) for word in words_of(company.words)}
    for post in (*entry.designations, *entry.titles):
        for word in words_of(post):
            if fold(word.surface) in _OFFICES & around:
                return f"post agrees: the entry has {post!r}, the text has {word.surface!r}"
    return None


def _named_party(entry: ListEntry, company: Company, index: NameIndex) -> str | None:
    """Say which party that the text names is tied to the entry by the list, or by its regime."""
    number = regime_of(entry)
    named_by_entry = _named_by(entry, index)
    for name in company.names:
        if number is not None and SUBJECT_SOUNDS.get(sounds_of(name)) == number:
            return f"the text names the {name}, whom the entry's regime ({number}) is about"
        hits = (hit for hit in index.find_in(name) if not hit.weak)
        for other in (index.entry(entry_id) for hit in hits for entry_id in hit.entries):
            if other is None or other.id == entry.id:
                continue
            if other.id in named_by_entry:
                return f"the text names {name}, and so does the entry ({other.reference})"
            if entry.reference in other.references:
                return f"the text names {name}, whose entry ({other.reference}) names this one"
    return None


def _named_by(entry: ListEntry, index: NameIndex) -> frozenset[EntryId]:
    """Give the entries that this one names, by reference or by name."""
    told = "\n\n".join((entry.remarks or "", *entry.designations))
    by_name = (e for hit in index.find_in(told) if not hit.weak for e in hit.entries)
    cited = (EntryId(f"{entry.authority}:{reference}") for reference in entry.references)
    return frozenset([*cited, *by_name])


def regime_of(entry: ListEntry) -> str | None:
    """Give the number of the resolution that an entry's regime is called by."""
    return next((REGIME_NUMBERS[r] for r in entry.regimes if r in REGIME_NUMBERS), None)
