"""The index of listed names: built once from releases, asked many times, never changed."""

import math
from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self, TypeVar

from sayso.match.find import NameFinder
from sayso.match.likeness import align, nearest
from sayso.match.normal import skeleton, sounds_of
from sayso.match.score import (
    Case,
    Party,
    name_features,
    number_of,
    party_features,
    party_of,
    probability_of,
)
from sayso.match.spellings import spellings_of
from sayso.match.tables.spelling import LEGAL_FORMS, TITLES
from sayso.model.ids import EntryId
from sayso.model.lists import ListedName, ListEntry, ListRelease
from sayso.model.matches import Candidate, Feature, NameHit, Screening

_T = TypeVar("_T")
#: Words at least so alike may answer each other, 0 to 1.
_ALIKE: Final = 0.7
#: Words with the same consonants are so alike, from this many on: Arabic writes no short vowels.
_ALIKE_BY_SKELETON: Final = 0.8
_SHORTEST_SKELETON: Final = 3
#: A whole name written without spaces, 0 to 1.
_ALIKE_TOGETHER: Final = 0.85
#: So many names are compared word by word, and so many of one entry; the others share too little.
_COMPARED_NAMES: Final = 80
_NAMES_OF_ONE: Final = 5
#: What a title or a legal form weighs, against another word as rare.
_LIGHT: Final = 0.3
_LIGHT_WORDS: Final = frozenset(s for word in TITLES | LEGAL_FORMS for s in sounds_of(word))
#: A longer text holds no name: the rest is not read. Code points; words.
_MAX_NAME_LENGTH: Final = 400
_MAX_WORDS: Final = 16
#: Words and names whose likes are remembered: texts ask for the same ones again and again.
_KEPT: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class _Name:
    """One listed name, ready to be compared."""

    party: Party
    listed: ListedName
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Query:
    """A question's words, each with the listed words like it, and the rarity of all."""

    sounds: tuple[str, ...]
    near: Mapping[str, Mapping[str, float]]
    weights: Mapping[str, float]


class ListIndex:
    """The names of list releases, to find in texts and to screen against.

    Attributes:
        releases: what it was built from.
    """

    def __init__(self, releases: Sequence[ListRelease]) -> None:
        self.releases = tuple(release.id for release in releases)
        held = {entry.id: (entry, release.id) for release in releases for entry in release.entries}
        ordered = [held[entry_id] for entry_id in sorted(held)]
        self._parties = {entry.id: party_of(entry) for entry, _ in ordered}
        self._releases = {entry.id: release_id for entry, release_id in ordered}
        self._names = tuple(_names(self._parties.values()))
        self._postings = _gathered((s, i) for i, n in enumerate(self._names) for s in n.sounds)
        self._words = tuple(self._postings)
        self._by_skeleton = _gathered((skeleton(word), word) for word in self._words)
        self._written_together = _gathered(
            ("".join(n.sounds), i) for i, n in enumerate(self._names)
        )
        self._weights = _weights(self._names, len(ordered))
        self._totals = tuple(sum(self._weights[s] for s in n.sounds) for n in self._names)
        self._near = lru_cache(maxsize=_KEPT)(self._words_near)
        self._one_word = lru_cache(maxsize=_KEPT)(self._written_as)
        self._finder = NameFinder(spellings_of([entry for entry, _ in ordered]))

    @classmethod
    def build(cls, releases: Sequence[ListRelease]) -> Self:
        """Give an index of these releases; of an entry in several, the last release's stands."""
        return cls(releases)

    def find_in(self, text: str) -> tuple[NameHit, ...]:
        """Give the listed names in a running text, in order; where two overlap, the longer."""
        return self._finder.find_in(text)

    def entry(self, entry_id: EntryId) -> ListEntry | None:
        """Give an entry of the indexed releases."""
        party = self._parties.get(entry_id)
        return None if party is None else party.entry

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        """Give the candidates at or above the threshold, best first, ties by entry id.

        One candidate an entry, under the name of it that agrees best. A question without a letter
        or a digit has none.
        """
        query = self._query(question.name)
        if not query.sounds:
            return ()
        best: dict[EntryId, tuple[float, Case, tuple[Feature, ...]]] = {}
        for name in self._compared(question, query):
            alignment = align(query.sounds, name.sounds, query.near, query.weights)
            case = Case(question, name.party, name.listed, alignment)
            features = name_features(case)
            odds = sum(feature.log_odds for feature in features)
            entry_id = name.party.entry.id
            if entry_id not in best or odds > best[entry_id][0]:
                best[entry_id] = odds, case, features
        found = (self._candidate(case, features) for _, case, features in best.values())
        passing = (c for c in found if c.probability >= question.threshold)
        ranked = sorted(passing, key=lambda c: (-c.probability, c.entry))
        return tuple(ranked[: max(question.limit, 0)])

    def _query(self, name: str) -> _Query:
        sounds = sounds_of(name[:_MAX_NAME_LENGTH])[:_MAX_WORDS]
        near = {sound: self._near(sound) for sound in sounds}
        rarest = math.log(1 + len(self._parties))
        own = {s: rarest * (_LIGHT if s in _LIGHT_WORDS else 1.0) for s in sounds}
        return _Query(sounds, near, ChainMap(self._weights, own))

    def _words_near(self, sound: str) -> Mapping[str, float]:
        """Give the listed words like this one: by their letters, or by their consonants alone."""
        bones = skeleton(sound)
        alike = self._by_skeleton.get(bones, ()) if len(bones) >= _SHORTEST_SKELETON else ()
        near = dict.fromkeys(alike, _ALIKE_BY_SKELETON)
        for word, likeness in nearest(sound, self._words, least=_ALIKE).items():
            near[word] = max(likeness, near.get(word, 0.0))
        return near

    def _written_as(self, together: str) -> tuple[str, ...]:
        """Give the listed names like this one when all are written without spaces, best first."""
        return tuple(nearest(together, tuple(self._written_together), least=_ALIKE_TOGETHER))

    def _compared(self, question: Screening, query: _Query) -> Iterator[_Name]:
        """Give the names to compare: those that share most with the query, or bear a number.

        With a threshold of 0 the first names of other entries follow, to fill the limit.
        """
        seen: Counter[EntryId] = Counter()
        compared = 0
        for name in self._blocked(query):
            if seen[name.party.entry.id] < _NAMES_OF_ONE and _is_asked(name.party, question):
                seen[name.party.entry.id] += 1
                compared += 1
                yield name
            if compared == _COMPARED_NAMES:
                break
        numbers = frozenset(number_of(number) for number in question.ids) - {""}
        room = question.limit - len(seen) if question.threshold <= 0 else 0
        if not numbers and room <= 0:
            return
        for party in self._parties.values():
            if party.entry.id not in seen and _is_asked(party, question):
                if room > 0 or party.numbers & numbers:
                    yield _Name(party, party.entry.names[0], sounds_of(party.entry.name))
                room -= 1

    def _blocked(self, query: _Query) -> Iterator[_Name]:
        """Give the names that share a word with the query, those that share most first.

        Before them stand the names that are the query but for its spaces.
        """
        for same in self._one_word("".join(query.sounds)):
            yield from (self._names[place] for place in self._written_together[same])
        shared: defaultdict[int, float] = defaultdict(float)
        for sound in query.sounds:
            best: dict[int, float] = {}
            for word, alike in query.near[sound].items():
                for place in self._postings[word]:
                    best[place] = max(best.get(place, 0.0), alike * self._weights[word])
            for place, weight in best.items():
                shared[place] += weight
        asked = sum(query.weights[sound] for sound in query.sounds)

        def rank(place: int) -> tuple[float, int]:
            return -shared[place] / (asked + self._totals[place]), place

        yield from (self._names[place] for place in sorted(shared, key=rank))

    def _candidate(self, case: Case, names: tuple[Feature, ...]) -> Candidate:
        features = (*names, *party_features(case))
        entry = case.party.entry
        return Candidate(
            entry=entry.id,
            authority=entry.authority,
            reference=entry.reference,
            release=self._releases[entry.id],
            name=entry.name,
            matched_name=case.name.text,
            probability=probability_of(features),
            features=features,
        )


def _is_asked(party: Party, question: Screening) -> bool:
    return not question.authorities or party.entry.authority in question.authorities


def _names(parties: Iterable[Party]) -> Iterator[_Name]:
    for party in parties:
        for listed in party.entry.names:
            sounds = sounds_of(listed.text)[:_MAX_WORDS]
            if sounds:
                yield _Name(party, listed, sounds)


def _gathered(pairs: Iterable[tuple[str, _T]]) -> Mapping[str, Sequence[_T]]:
    """Give for each key its values in order, each once."""
    gathered: defaultdict[str, dict[_T, None]] = defaultdict(dict)
    for key, value in pairs:
        gathered[key][value] = None
    return {key: tuple(values) for key, values in gathered.items()}


def _weights(names: Sequence[_Name], entries: int) -> dict[str, float]:
    """Give each word's rarity: natural log of entries over those that bear it."""
    bearers = Counter(
        sound for _, sound in {(n.party.entry.id, s) for n in names for s in n.sounds}
    )
    return {
        sound: math.log((1 + entries) / count) * (_LIGHT if sound in _LIGHT_WORDS else 1.0)
        for sound, count in bearers.items()
    }
