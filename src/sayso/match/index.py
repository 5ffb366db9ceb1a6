"""The index of listed names: built once from releases, asked many times, never changed."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from sayso.match.find import NameFinder
from sayso.match.names.arrays import KINDS, NameArrays, arrays_of
from sayso.match.names.search import Compared, NameSearch
from sayso.match.spellings import spellings_of
from sayso.match.weighing.model import GROUPS, OTHER, PERSON, NameModel
from sayso.match.weighing.party import Party, compare, features_of
from sayso.match.weighing.told import name_features
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.matches import Candidate, NameHit, Screening

#: No sum of comparisons makes certain: probability 0.998 at most.
MOST_LOG_ODDS: Final = 6.0
_ALMOST: Final = 1e-9
_PERSON: Final = KINDS.index("Person")
#: Parties whose entries were read and are remembered.
_KEPT: Final = 1 << 14


class _Best(NamedTuple):
    """The name of an entry that agrees best.

    Attributes:
        entry: its number.
        row: the name's row among those compared.
        odds: what its comparisons weigh together, with the intercept.
        by_group: what they weigh by what they are about.
        certainty: the log-odds that it is right, as far as the name tells.
    """

    entry: int
    row: int
    odds: float
    by_group: tuple[float, ...]
    certainty: float


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

    @cached_property
    def _models(self) -> tuple[NameModel, NameModel]:
        """Give the weights of parties that are no person, and of persons, when first asked."""
        shipped = NameModel.shipped()
        return shipped[OTHER], shipped[PERSON]

    def _model(self, entry: int) -> NameModel:
        return self._models[int(self.arrays.entry_kinds[entry] == _PERSON)]

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
        """Give each entry's best name, the surest entry first, ties by entry."""
        entries = self.arrays.name_entries[compared.names]
        persons = self.arrays.entry_kinds[entries] == _PERSON
        by_group = np.zeros((entries.size, len(GROUPS)))
        for model, rows in zip(self._models, (~persons, persons), strict=True):
            if rows.any():
                by_group[rows] = model.by_group(compared.measures[rows])
        odds = by_group.sum(axis=1).tolist()
        best: dict[int, int] = {}
        for row, entry in enumerate(entries.tolist()):
            if entry not in best or odds[row] > odds[best[entry]]:
                best[entry] = row
        told = (self._told(e, row, odds[row], by_group[row]) for e, row in best.items())
        return sorted(told, key=lambda one: (-one.certainty, one.entry))

    def _told(self, entry: int, row: int, odds: float, by_group: NDArray[np.float64]) -> _Best:
        model = self._model(entry)
        summed = odds + model.intercept
        return _Best(entry, row, summed, tuple(by_group.tolist()), model.certainty(summed))

    def _hopeful(
        self, best: Sequence[_Best], question: Screening, limit: int, bearers: frozenset[int]
    ) -> list[_Best]:
        """Give the entries that what is known beyond the name may lift over the threshold.

        No more of them than could be within the limit, whatever speaks against the others.
        """
        least = _logit(question.threshold) - _ALMOST
        most, fewest = self._certainty(question, 1), self._certainty(question, -1)
        hopeful = [one for one in best if most(one) >= least or one.entry in bearers]
        if len(hopeful) <= limit:
            return hopeful
        least = sorted(map(fewest, hopeful), reverse=True)[limit - 1] - _ALMOST
        return [one for one in hopeful if most(one) >= least or one.entry in bearers]

    def _certainty(self, question: Screening, way: int) -> Callable[[_Best], float]:
        """Give what says how sure an entry is if all else agrees (1), or nothing does (-1)."""
        told = _may_tell(question)
        odds = [
            sum(o for name, o in model.party.items() if o * way > 0 and told(name))
            for model in self._models
        ]
        if not any(odds):
            return lambda best: best.certainty

        def certainty(best: _Best) -> float:
            kind = int(self.arrays.entry_kinds[best.entry] == _PERSON)
            return self._models[kind].certainty(best.odds + odds[kind])

        return certainty

    def _candidate(self, question: Screening, compared: Compared, best: _Best) -> Candidate:
        party, arrays = self._party(best.entry), self.arrays
        entry = party.entry
        listed = entry.names[int(arrays.name_listed[compared.names[best.row]])]
        model = self._model(best.entry)
        beyond = compare(question, party)
        told = best.odds - model.intercept
        told += sum(model.party[one.outcome] for one in beyond.values() if one.outcome)
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


def _may_tell(question: Screening) -> Callable[[str], bool]:
    """Give which outcomes, beside the name's, may count for a question.

    Who bears one of its numbers was looked up, so that no other entry gains by them.
    """
    told = (question.birth, question.country, question.gender, question.address, question.ids)
    if any(told):
        return "number_agrees".__ne__
    return "schema_differs".__eq__ if question.schema else lambda _: False


def _logit(probability: float) -> float:
    if probability <= 0.0:
        return -math.inf
    return math.log(probability / (1.0 - probability)) if probability < 1.0 else math.inf
