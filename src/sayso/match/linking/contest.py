"""The entries that an entity may be, and the listing that one of them makes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.match.linking.grounds import regime_of
from sayso.match.normal import fold, sounds_of, words_of
from sayso.model.claims import DocumentEntity
from sayso.model.lists import ListEntry
from sayso.model.matches import Candidate, Listing, NameHit, Screening
from sayso.model.vocabulary import ListingStatus
from sayso.ports import NameIndex

#: Whose entry stands where another list has the same party too.
UN: Final = "un"
#: A name alone never makes more than this; agreeing grounds never less than the other, 0 to 1.
_MOST_WHEN_POSSIBLE: Final = 0.6
_LEAST_WHEN_LISTED: Final = 0.9
#: Words that may stand beside a group's name and change nothing.
_GENERIC: Final = frozenset(
    {"group", "movement", "organisation", "organization", "network", "militants", "militant"}
    | {"fighters", "terrorist", "terrorists", "banned", "outlawed", "faction", "outfit", "party"}
)
_CANDIDATES: Final = 8
#: An entry that bears a name is found by screening it above this, and among so many.
_SHOWN: Final = 0.1
_SHOWN_CANDIDATES: Final = 50


@dataclass(frozen=True, slots=True)
class Contender:
    """An entry that an entity may be, under one of the entity's names.

    Attributes:
        name: the entity's, as the text has it.
        hits: listed names that make up the whole of it; empty when it is only like one.
        candidate: the entry as screening that name finds it.
    """

    entry: ListEntry
    name: str
    hits: tuple[NameHit, ...]
    candidate: Candidate


def are_one_party(one: ListEntry, other: ListEntry) -> bool:
    """Say whether entries of two lists name one party, so that neither speaks against the other.

    One refers to the other's UN reference, or a name that is no doubtful alias stands on both and
    no year of birth contradicts it. Two entries of one list never do.
    """
    if one.authority == other.authority:
        return False
    if _un_references(one) & _un_references(other):
        return True
    born = _years(one), _years(other)
    contradicted = all(born) and born[0].isdisjoint(born[1])
    return not contradicted and not _sure_names(one).isdisjoint(_sure_names(other))


def _un_references(entry: ListEntry) -> set[str]:
    return {*entry.un_references, *((entry.reference,) if entry.authority == UN else ())}


def _years(entry: ListEntry) -> set[str]:
    return {end[:4] for birth in entry.births for end in (birth.start, birth.end) if end}


def _sure_names(entry: ListEntry) -> set[tuple[str, ...]]:
    strong = (name.text for name in entry.names if name.quality != "weak")
    return {tuple(sorted(sounds_of(text))) for text in strong}


def names_of(entity: DocumentEntity) -> tuple[str, ...]:
    """Give an entity's names, the fullest first, each once."""
    return tuple(dict.fromkeys((entity.name, *entity.aliases)))


def contenders(
    names: Sequence[str], schema: str, index: NameIndex, least: float
) -> tuple[Contender, ...]:
    """Give the entries of a schema that these names may mean, for each name the likeliest first.

    Args:
        names: the entity's.
        schema: FollowTheMoney: Person or Organization.
        index: where to ask.
        least: screening finds below this probability do not count; whole listed names always do.
    """
    found: list[Contender] = []
    for name in names:
        whole = _whole_hits(name, index)
        found += _of_hits(name, whole, index)
        seen = {contender.entry.id for contender in found if contender.name == name}
        question = Screening(name=name, schema=schema, threshold=least, limit=_CANDIDATES)
        for candidate in index.screen(question):
            entry = index.entry(candidate.entry)
            if entry is not None and candidate.entry not in seen:
                found.append(Contender(entry, name, (), candidate))
    return tuple(c for c in found if (c.entry.schema == "Person") == (schema == "Person"))


def _of_hits(name: str, hits: tuple[NameHit, ...], index: NameIndex) -> Iterator[Contender]:
    """Give a contender for each entry that bears every one of these listed names.

    An acronym is not found by screening, nor is a name that only the press uses: the names as the
    list has them are asked for next.
    """
    if not hits:
        return
    shared = frozenset.intersection(*(frozenset(hit.entries) for hit in hits))
    held = (index.entry(entry_id) for entry_id in sorted(shared))
    left = {entry.id: entry for entry in held if entry is not None}
    names = (name, *(hit.name for hit in hits), *(entry.name for entry in left.values()))
    for asked in dict.fromkeys(names):
        question = Screening(name=asked, threshold=_SHOWN, limit=_SHOWN_CANDIDATES)
        for candidate in index.screen(question) if left else ():
            entry = left.pop(candidate.entry, None)
            if entry is not None:
                yield Contender(entry, name, hits, candidate)


def _whole_hits(name: str, index: NameIndex) -> tuple[NameHit, ...]:
    """Give the listed names in a name, when nothing else that tells stands in it."""
    hits = index.find_in(name)
    rest = [
        word
        for word in words_of(name)
        if word.reading.sounds
        and fold(word.surface) not in _GENERIC
        and not any(hit.span.start <= word.start < hit.span.end for hit in hits)
    ]
    return () if rest else hits


def listing(
    entity: DocumentEntity, contender: Contender, reasons: Iterable[str], *, sure: bool
) -> Listing:
    """Give the listing that a contender makes: listed when sure, else possible.

    Its probability is screening's, held above or below what sure and unsure links may have.
    """
    told = contender.candidate.probability
    bounded = max(told, _LEAST_WHEN_LISTED) if sure else min(told, _MOST_WHEN_POSSIBLE)
    return Listing(
        entity=entity.id,
        status=ListingStatus.LISTED if sure else ListingStatus.POSSIBLE,
        authority=contender.entry.authority,
        reference=contender.entry.reference,
        regime=regime_of(contender.entry),
        probability=round(bounded, 3),
        reasons=tuple(reasons),
        name=contender.entry.name,
        release=contender.candidate.release,
    )
