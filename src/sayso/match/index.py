"""The index of listed names: built once from releases, asked many times, never changed."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, NamedTuple, Self

from sayso.match.find import NameFinder
from sayso.match.names.arrays import NameArrays, arrays_of
from sayso.match.names.search import Compared, NameSearch
from sayso.match.spellings import spellings_of
from sayso.match.weighing.model import NameModel
from sayso.match.weighing.party import Party, compare, features_of
from sayso.match.weighing.told import name_features
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.matches import Candidate, NameHit, Screening

#: No sum of comparisons makes certain: probability 0.998 at most.
MOST_LOG_ODDS: Final = 6.0
#: Parties whose entries were read and are remembered.
_KEPT: Final = 1 << 14


class _Best(NamedTuple):
    """The name of an entry that agrees best: its row among those compared, and what it weighs."""

    entry: int
    row: int
    odds: float
    by_group: tuple[float, ...]


class ListIndex:
    """The names of list releases, to find in texts and to screen against.

    Attributes:
        releases: what it was built from.
        arrays: of their names.
    """

    def __init__(
        self,
        arrays: NameArrays,
        releases: Sequence[ReleaseId],
        entry_of: Callable[[EntryId], ListEntry | None],
    ) -> None:
        """Ask arrays that were built from the entries of these releases.

        Args:
            arrays: of the entries' names.
            releases: their ids; of an entry in several, the last one's stands.
            entry_of: gives an entry of them.
        """
        self.releases = tuple(releases)
        self.arrays = arrays
        self._search = NameSearch(arrays)
        self._model = NameModel.shipped()
        self._entry_of = entry_of
        self._party = lru_cache(maxsize=_KEPT)(self._party_of)
        self._release_of = {release.partition("@")[0]: release for release in releases}

    @classmethod
    def build(cls, releases: Sequence[ListRelease]) -> Self:
        """Give an index of these releases; of an entry in several, the last release's stands."""
        held = {entry.id: entry for release in releases for entry in release.entries}
        arrays = arrays_of([held[entry_id] for entry_id in sorted(held)])
        return cls(arrays, [release.id for release in releases], held.get)

    def find_in(self, text: str) -> tuple[NameHit, ...]:
        """Give the listed names in a running text, in order; where two overlap, the longer."""
        return self._finder.find_in(text)

    @cached_property
    def _finder(self) -> NameFinder:
        held = (self.entry(EntryId(entry_id)) for entry_id in self._search.entries)
        return NameFinder(spellings_of([entry for entry in held if entry is not None]))

    def in_memory(self) -> Self:
        """Read all entries now: from here on nobody is asked for one, in other processes either."""
        ids = [EntryId(entry_id) for entry_id in self._search.entries]
        held = {entry_id: self._entry_of(entry_id) for entry_id in ids}
        self._entry_of = held.get
        return self

    def entry(self, entry_id: EntryId) -> ListEntry | None:
        """Give an entry of the indexed releases."""
        return self._entry_of(entry_id)

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        """Give the candidates at or above the threshold, best first, ties by entry id.

        One candidate an entry, under the name of it that agrees best. A question without a letter
        or a digit has none.
        """
        search, limit = self._search, max(question.limit, 0)
        bearers = [
            entry
            for entry in search.bearers(question.ids)
            if search.allows(entry, question.authorities)
        ]
        more = self._others(question, bearers) if question.threshold <= 0 else ()
        compared = search.compare(
            question.name, authorities=question.authorities, also=(*bearers, *more)
        )
        if compared is None or not limit:
            return ()
        best = self._best(compared)
        hopeful = self._hopeful(best, question, limit, frozenset(bearers))
        found = [self._candidate(question, compared, one) for one in hopeful]
        passing = [c for c in found if c.probability >= question.threshold]
        return tuple(sorted(passing, key=lambda c: (-c.probability, c.entry))[:limit])

    def compared(self, question: Screening) -> Compared | None:
        """Give the names that a question is compared with, and what is measured of each."""
        return self._search.compare(question.name, authorities=question.authorities)

    def party_of_name(self, compared: Compared, row: int) -> Party:
        """Give whose name a row of comparisons is about."""
        return self._party(int(self.arrays.name_entries[compared.names[row]]))

    def _others(self, question: Screening, seen: Sequence[int]) -> Iterator[int]:
        """Give entries that fill the limit where no threshold leaves any out."""
        entries = range(len(self._search.entries))
        allowed = (e for e in entries if self._search.allows(e, question.authorities))
        return islice((e for e in allowed if e not in seen), max(question.limit, 0))

    def _best(self, compared: Compared) -> list[_Best]:
        """Give each entry's best name, the best entry first, ties by entry."""
        by_group = self._model.by_group(compared.measures)
        odds = by_group.sum(axis=1).tolist()
        entries = self.arrays.name_entries[compared.names].tolist()
        best: dict[int, int] = {}
        for row, entry in enumerate(entries):
            if entry not in best or odds[row] > odds[best[entry]]:
                best[entry] = row
        ranked = sorted(best.items(), key=lambda one: (-odds[one[1]], one[0]))
        return [_Best(e, row, odds[row], tuple(by_group[row].tolist())) for e, row in ranked]

    def _hopeful(
        self, best: Sequence[_Best], question: Screening, limit: int, bearers: frozenset[int]
    ) -> list[_Best]:
        """Give the entries that what is known beyond the name may lift over the threshold.

        No more of them than could be within the limit.
        """
        lifts = [odds for odds in self._model.party.values() if odds > 0]
        lift = sum(lifts) - self._model.party["number_agrees"]
        least = self._model.summed(_logit(question.threshold)) - self._model.intercept - lift
        last = best[limit - 1].odds - lift if len(best) > limit else -math.inf
        if not _tells_more(question):
            least, last = least + lift, last + lift
        return [b for b in best if b.odds >= max(least, last) - 1e-9 or b.entry in bearers]

    def _candidate(self, question: Screening, compared: Compared, best: _Best) -> Candidate:
        party, arrays = self._party(best.entry), self.arrays
        entry = party.entry
        listed = entry.names[int(arrays.name_listed[compared.names[best.row]])]
        model = self._model
        beyond = compare(question, party)
        told = best.odds + sum(model.party[one.outcome] for one in beyond.values() if one.outcome)
        certainty = model.certainty(model.intercept + told)
        # What each comparison weighs is told as it counts in the end, so that the sum is right.
        share = (certainty - model.intercept) / told if told else 1.0
        named = name_features(
            question.name, listed.text, compared, best.row, [g * share for g in best.by_group]
        )
        weights = {outcome: odds * share for outcome, odds in model.party.items()}
        return Candidate(
            entry=entry.id,
            authority=entry.authority,
            reference=entry.reference,
            release=self._release_of[entry.authority],
            name=entry.name,
            matched_name=listed.text,
            probability=probability_of(certainty),
            features=(*named, *features_of(beyond, weights)),
        )

    def _party_of(self, entry: int) -> Party:
        held = self._entry_of(EntryId(self._search.entries[entry]))
        if held is None:
            raise KeyError(self._search.entries[entry])
        return Party.of(held)


def probability_of(log_odds: float) -> float:
    """Give the logistic of log-odds, between 0 and 0.998."""
    return 1.0 / (1.0 + math.exp(-max(min(MOST_LOG_ODDS, log_odds), -500.0)))


def _tells_more(question: Screening) -> bool:
    """Say whether a question has more than a name and a kind."""
    told = (question.birth, question.country, question.gender, question.address, question.ids)
    return any(told)


def _logit(probability: float) -> float:
    if probability <= 0.0:
        return -math.inf
    return math.log(probability / (1.0 - probability)) if probability < 1.0 else math.inf
