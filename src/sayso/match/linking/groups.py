"""Groups and bodies of a text, tied to entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.match.linking.contest import (
    UN,
    Contender,
    are_one_party,
    contenders,
    listing,
    names_of,
)
from sayso.match.linking.grounds import Company, Grounds, grounds_of
from sayso.match.normal import fold, sounds_of, words_of
from sayso.match.tables.known import DESCRIBING_WORDS, NOT_LISTED_NAMES, PRESS_NAMES
from sayso.model.claims import DocumentEntity
from sayso.model.lists import ListEntry
from sayso.model.matches import Listing, NameHit
from sayso.model.vocabulary import EntityType
from sayso.ports import NameIndex

#: A name that is no listed name counts as like one from this probability of screening on.
_LIKE: Final = 0.85
_LONGEST_ACRONYM: Final = 5
_TYPE: Final = "type agrees: a group or organisation"
_PUBLIC: Final = frozenset({EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET})
_NOT_LISTED: Final = frozenset(map(sounds_of, NOT_LISTED_NAMES))


@dataclass(frozen=True, slots=True)
class _Claimant:
    """An entry with everything in the text that speaks for it."""

    entry: ListEntry
    by_name: tuple[Contender, ...]
    grounds: Grounds

    @property
    def is_named(self) -> bool:
        """Say whether a name stands in the text that tells the group by itself."""
        return any(_tells(c, hit) for c in self.by_name for hit in c.hits)

    @property
    def is_weak(self) -> bool:
        """Say whether every name in the text is a doubtful alias."""
        return all(hit.weak for contender in self.by_name for hit in contender.hits)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Give how much speaks for it: a telling name, names, other grounds."""
        return self.is_named, len(self.by_name), len(self.grounds.agreeing)


def link_group(entity: DocumentEntity, company: Company, index: NameIndex) -> Listing | None:
    """Give the listing of a group or body; None when no listed name is like its own."""
    if sounds_of(entity.name) in _NOT_LISTED:
        return None
    found = contenders(names_of(entity), "Organization", index, _LIKE)
    named = [contender for contender in found if contender.hits]
    if not named:
        return _like(entity, found, company, index)
    claimants = _claimants(named, company, index)
    best = max(claimants, key=lambda claimant: claimant.rank)
    if not best.is_named and _is_unlikely(best, entity):
        return None
    equals = [c.entry for c in claimants if c.rank == best.rank and c is not best]
    rivals = [entry.reference for entry in equals if not are_one_party(best.entry, entry)]
    by_context = bool(best.grounds.agreeing) and not best.is_weak
    sure = not rivals and (best.is_named or by_context)
    doubts = [f"the name is also that of {', '.join(rivals)}"] if rivals else []
    if not sure and not rivals:
        doubts = ["the text has only an acronym, or a name that others bear as well"]
    return listing(entity, best.by_name[0], (*_reasons(best), *doubts), sure=sure)


def _like(
    entity: DocumentEntity, found: Sequence[Contender], company: Company, index: NameIndex
) -> Listing | None:
    """Give a possible listing for a name that is only like a listed one."""
    telling = [c for c in found if _is_whole(c) and not _only_describes(c.candidate.matched_name)]
    if not telling:
        return None
    best = max(telling, key=lambda contender: contender.candidate.probability)
    grounds = grounds_of(best.entry, company, index)
    name = f"only a similar name is listed: {best.candidate.matched_name!r} for {best.name!r}"
    return listing(entity, best, (name, _TYPE, *grounds.agreeing, *grounds.missing), sure=False)


def _is_whole(contender: Contender) -> bool:
    """Say whether neither name has a word that the other lacks."""
    features = contender.candidate.features
    return all(feature.measure == 0 for feature in features if feature.name == "token_missing")


def _only_describes(name: str) -> bool:
    return DESCRIBING_WORDS.issuperset(fold(w.surface) for w in words_of(name) if w.reading.sounds)


def _claimants(
    named: Sequence[Contender], company: Company, index: NameIndex
) -> tuple[_Claimant, ...]:
    """Give the entries that bear the names, the UN's first, then by id."""
    entries = {
        (contender.entry.authority != UN, contender.entry.id): contender.entry
        for contender in named
    }
    return tuple(
        _Claimant(
            entry=entry,
            by_name=tuple(c for c in named if c.entry is entry),
            grounds=grounds_of(entry, company, index),
        )
        for _, entry in sorted(entries.items())
    )


def _reasons(claimant: _Claimant) -> tuple[str, ...]:
    names = dict.fromkeys(_told(c, hit) for c in claimant.by_name for hit in c.hits)
    return (*names, _TYPE, *claimant.grounds.agreeing, *claimant.grounds.missing)


def _told(contender: Contender, hit: NameHit) -> str:
    words = hit.span.of(contender.name)
    if _is_acronym(words):
        return f"acronym {words} agrees: {contender.entry.name}"
    if frozenset(sounds_of(words)) <= frozenset(sounds_of(hit.name)):
        return f"name agrees: {words!r} is listed as {hit.name!r}"
    return f"name agrees: {words!r} is a usual name of {contender.entry.name!r}"


def _tells(contender: Contender, hit: NameHit) -> bool:
    """Say whether a listed name tells the group by itself: a name, or an acronym all know."""
    if hit.weak:
        return False
    words = hit.span.of(contender.name)
    entry = contender.entry
    usual = PRESS_NAMES.get((entry.authority, entry.reference), ())
    return not _is_acronym(words) or words in usual


def _is_acronym(words: str) -> bool:
    letters = [character for character in words if character.isalnum()]
    return len(letters) <= _LONGEST_ACRONYM and sum(map(str.isupper, letters)) > 1


def _is_unlikely(claimant: _Claimant, entity: DocumentEntity) -> bool:
    """Say whether an acronym or a doubtful alias is most likely somebody else's.

    So it is when a state's body would be an armed group, and when nothing around a doubtful alias
    speaks for the entry ("Ministry of Defence", where no country of the entry is named).
    """
    kinds = {hit.type for contender in claimant.by_name for hit in contender.hits}
    other_kind = entity.type in _PUBLIC and EntityType.ARMED_GROUP in kinds
    return other_kind or (claimant.is_weak and not claimant.grounds.agreeing)
