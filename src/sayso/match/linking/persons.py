"""Persons of a text, tied to entries: a name alone is never enough without saying so."""

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
from sayso.match.normal import fold, names_in, spelt, words_of
from sayso.match.tables.spelling import TITLES
from sayso.match.words.likeness import is_spelling
from sayso.model.claims import DocumentEntity
from sayso.model.lists import ListedName
from sayso.model.matches import Listing
from sayso.ports import NameIndex

#: Screening below this is no contender; a name with a word more than the entry needs the other.
_LIKE: Final = 0.3
_LIKE_WITH_MORE_WORDS: Final = 0.6
#: So many names make a full name, and so many may do with other grounds.
_FULL_NAME: Final = 3
_SHORT_NAME: Final = 2
#: Log-odds of the rarity of the agreeing words from which agreement by chance is unlikely; below
#: it ("Mohammad Hassan") one ground more is asked for.
_RARE: Final = 1.2


@dataclass(frozen=True, slots=True)
class _Agreement:
    """How a person's name stands to the listed name that agrees best.

    Attributes:
        agreeing: sounds of the person's name that the listed name has; titles left out.
        more: those that it has not.
        lacking: those of the listed name that the person's has not.
    """

    contender: Contender
    listed: ListedName
    agreeing: tuple[str, ...]
    more: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def words(self) -> int:
        """Give how many names agree; "Abdul Rahman" and "Abu Bakr" are one each."""
        names = names_in(words_of(self.contender.name))
        return sum(frozenset(self.agreeing).issuperset(name.reading.sounds) for name in names)

    @property
    def has_first_name(self) -> bool:
        """Say whether the first name of the listed name agrees."""
        first = _telling(self.listed.text)[:1]
        return not frozenset(first) & frozenset(self.lacking)

    @property
    def rank(self) -> tuple[int, int, float]:
        """Give how well it agrees: no word too many, many words, screening's probability."""
        return -len(self.more), self.words, self.contender.candidate.probability

    @property
    def rarity(self) -> float:
        """Give the rarity of the agreeing words: 1 for each that one entry alone bears."""
        features = self.contender.candidate.features
        return next(f.measure for f in features if f.name == "name_rarity")


def link_person(entity: DocumentEntity, company: Company, index: NameIndex) -> Listing | None:
    """Give the listing of a person; None when too little of a listed name stands in the text."""
    found = contenders(names_of(entity), "Person", index, _LIKE)
    agreements = [_agreement(contender) for contender in found]
    if not agreements:
        return None
    most = max(agreement.rank[:2] for agreement in agreements)
    alike = [agreement for agreement in agreements if agreement.rank[:2] == most]
    supported = [(a, grounds_of(a.contender.entry, company, index)) for a in alike]
    supported.sort(key=lambda pair: (len(pair[1].agreeing), pair[0].rank), reverse=True)
    best, grounds = _of_the_un(supported)
    if not _is_worth_showing(best, grounds):
        return None
    entry = best.contender.entry
    others = [
        (a, g)
        for a, g in supported
        if a.contender.entry is not entry and not are_one_party(entry, a.contender.entry)
    ]
    rivals = sorted({a.contender.entry.reference for a, _ in others})
    contested = any(g.agreeing for _, g in others)
    sure = not contested and _is_sure(best, grounds, has_rivals=bool(rivals))
    reasons = [*_name_reasons(best), "type agrees: a person", *grounds.agreeing, *grounds.missing]
    if rivals:
        reasons.append(f"the name is also like that of {', '.join(rivals)}")
    if not grounds.agreeing:
        reasons.append("nothing but the name speaks for it")
    return listing(entity, best.contender, reasons, sure=sure)


def _of_the_un(supported: Sequence[tuple[_Agreement, Grounds]]) -> tuple[_Agreement, Grounds]:
    """Give the best, or the UN's entry of the same party that agrees as fully."""
    best, grounds = supported[0]
    for other, own in supported:
        entry = other.contender.entry
        as_full = len(other.lacking) <= len(best.lacking)
        as_full = as_full and len(own.agreeing) >= len(grounds.agreeing)
        if entry.authority == UN and as_full and are_one_party(best.contender.entry, entry):
            return other, own
    return best, grounds


def _is_sure(best: _Agreement, grounds: Grounds, *, has_rivals: bool) -> bool:
    """Say whether a name and what stands around it make a listing rather than a possibility.

    A full name that is rare needs no other ground, a short one needs one; one more is needed for
    a common name or one that another entry bears too, and one for a part of a longer name. A name
    without the entry's first name is a relative's as well.
    """
    if best.more or best.words < _SHORT_NAME or best.listed.quality == "weak":
        return False
    needed = (best.words < _FULL_NAME) + (best.rarity < _RARE or has_rivals) + bool(best.lacking)
    return best.has_first_name and len(grounds.agreeing) >= needed


def _is_worth_showing(best: _Agreement, grounds: Grounds) -> bool:
    """Say whether a name is more than a given name, a kunya or a chance likeness."""
    if best.more:
        return best.contender.candidate.probability >= _LIKE_WITH_MORE_WORDS
    if grounds.agreeing:
        hits = best.contender.hits
        own = bool(hits) and not any(hit.weak or len(hit.entries) > 1 for hit in hits)
        return own or best.words >= _SHORT_NAME
    whole = best.rarity >= _RARE and not best.lacking
    return best.words >= _FULL_NAME or (best.words >= _SHORT_NAME and whole)


def _agreement(contender: Contender) -> _Agreement:
    """Set a person's name against each of the entry's names; the best of them stands."""
    asked = _telling(contender.name)
    options: list[_Agreement] = []
    for listed in contender.entry.names:
        told = _telling(listed.text)
        agreeing = tuple(a for a in asked if any(is_spelling(a, b) for b in told))
        more = tuple(a for a in asked if a not in agreeing)
        lacking = tuple(b for b in told if not any(is_spelling(a, b) for a in asked))
        options.append(_Agreement(contender, listed, agreeing, more, lacking))
    return max(options, key=lambda o: (*o.rank[:2], o.listed.quality != "weak", -len(o.lacking)))


def _telling(name: str) -> tuple[str, ...]:
    """Give the sounds of a name without its titles."""
    words = (word for word in words_of(name) if fold(word.surface) not in TITLES)
    return tuple(sound for word in words for sound in word.reading.sounds)


def _name_reasons(best: _Agreement) -> tuple[str, ...]:
    count = len(names_in(words_of(best.contender.name)))
    told = f"name agrees: {best.words} of {count} words of {best.contender.name!r}"
    reasons = [f"{told} with {best.listed.text!r}"]
    if best.more:
        ours = spelt(best.contender.name)
        reasons.append(f"the entry's name lacks: {', '.join(ours[sound] for sound in best.more)}")
    if best.lacking:
        theirs = spelt(best.listed.text)
        lacking = ", ".join(theirs[sound] for sound in best.lacking)
        reasons.append(f"the text lacks of the entry's name: {lacking}")
    if best.listed.quality == "weak":
        reasons.append("the list calls this alias low quality")
    return tuple(reasons)
