"""The index of listed names: built once from releases, asked many times, never changed."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from heapq import heappop, heappush
from typing import Final, NamedTuple, Self

import numpy as np

from sayso.match.find import NameFinder
from sayso.match.names.arrays import KINDS, NameArrays, arrays_of
from sayso.match.names.numbers import is_number
from sayso.match.names.search import Compared, NameSearch
from sayso.match.spellings import spellings_of
from sayso.match.weighing.model import GROUPS, OTHER, PERSON, NameModel
from sayso.match.weighing.party import Compared as Beyond
from sayso.match.weighing.party import Party, compare, features_of
from sayso.match.weighing.told import name_features
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.matches import Candidate, NameHit, Screening

#: No sum of comparisons makes certain: probability 0.998 at most.
MOST_LOG_ODDS: Final = 6.0
_PERSON: Final = KINDS.index("Person")
#: Parties whose entries were read and are remembered.
_KEPT: Final = 1 << 14
#: A sum in another order may be so much more.
_ROUNDING: Final = 1e-9


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


class _Weighed(NamedTuple):
    """An entry with all that is compared; `odds` are of these, the intercept apart."""

    probability: float
    odds: float
    best: _Best
    party: Party
    beyond: Mapping[str, Beyond]


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
        or a digit has none. "IMO 9187629" asks for the number, too.
        """
        search, limit = self._search, max(question.limit, 0)
        if not limit:
            return ()
        if is_number(question.name):
            question = replace(question, ids=(*question.ids, question.name))
        bearers = [
            entry
            for entry in search.bearers(question.ids)
            if search.allows(entry, question.authorities)
        ]
        compared = search.compare(
            question.name,
            authorities=question.authorities,
            also=bearers,
            # Where no threshold leaves any out, others fill the limit.
            least=limit if question.threshold <= 0 else 0,
        )
        if compared is None:
            return ()
        weighed = self._weighed(self._best(compared), question, frozenset(bearers))
        return tuple(self._candidate(question, compared, one) for one in weighed)

    def compared(self, question: Screening) -> Compared | None:
        """Give the names that a question is compared with, and what is measured of each."""
        return self._search.compare(question.name, authorities=question.authorities)

    def party_of_name(self, compared: Compared, row: int) -> Party:
        """Give whose name a row of comparisons is about."""
        return self._party(int(self.arrays.name_entries[compared.names[row]]))

    def _best(self, compared: Compared) -> list[_Best]:
        """Give each entry's best name."""
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
        return [
            _Best(entry, row, odds[row], tuple(by_group[row].tolist()))
            for entry, row in best.items()
        ]

    def _weighed(
        self, best: Sequence[_Best], question: Screening, bearers: frozenset[int]
    ) -> list[_Weighed]:
        """Give the entries at or above the threshold, the surest first, no more than the limit.

        Which number a party bears is known at once. Of the others, who agrees so little by name
        that nothing else could lift it among these is not looked at, nor is who agrees less.
        """
        held: list[_Weighed] = []
        surest: list[float] = []  # a heap, of no more than the limit
        least, lifts = question.threshold, self._lifts(question)
        hopes = [(self._hope(one, lifts), one) for one in best]
        for hope, one in sorted(hopes, key=lambda h: (h[1].entry not in bearers, -h[0])):
            if one.entry not in bearers and hope < least:
                break
            weighed = self._told(question, one)
            held.append(weighed)
            heappush(surest, weighed.probability)
            if len(surest) > question.limit:
                heappop(surest)
            if len(surest) == question.limit:
                least = max(question.threshold, surest[0])
        passing = [w for w in held if w.probability >= least]
        return sorted(passing, key=lambda w: (-w.probability, w.party.entry.id))[: question.limit]

    def _lifts(self, question: Screening) -> list[float]:
        """Give by how much what is known beyond the name can at most lift one without a number."""
        if not _tells_more(question):
            return [_ROUNDING for _ in self._models]
        told = [model.party for model in self._models]
        gains = [sum(odds for odds in party.values() if odds > 0) for party in told]
        return [g - p["number_agrees"] + _ROUNDING for g, p in zip(gains, told, strict=True)]

    def _hope(self, best: _Best, lifts: Sequence[float]) -> float:
        """Give the probability that an entry can have at most."""
        lift = lifts[int(self.arrays.entry_kinds[best.entry] == _PERSON)]
        return self._probability(best.entry, best.odds + lift)

    def _told(self, question: Screening, best: _Best) -> _Weighed:
        party = self._party(best.entry)
        beyond = compare(question, party)
        weights = self._model(best.entry).party
        odds = best.odds + sum(weights[one.outcome] for one in beyond.values() if one.outcome)
        return _Weighed(self._probability(best.entry, odds), odds, best, party, beyond)

    def _certainty(self, entry: int, odds: float) -> float:
        model = self._model(entry)
        return model.certainty(model.intercept + odds)

    def _probability(self, entry: int, odds: float) -> float:
        return probability_of(self._certainty(entry, odds))

    def _candidate(self, question: Screening, compared: Compared, one: _Weighed) -> Candidate:
        entry, best = one.party.entry, one.best
        model, certainty = self._model(best.entry), self._certainty(best.entry, one.odds)
        listed = entry.names[int(self.arrays.name_listed[compared.names[best.row]])]
        # What each comparison weighs is told as it counts in the end, so that the sum is right.
        share = (certainty - model.intercept) / one.odds if one.odds else 1.0
        named = name_features(
            question.name, listed.text, compared, best.row, [g * share for g in best.by_group]
        )
        told = {o.outcome: model.party[o.outcome] * share for o in one.beyond.values() if o.outcome}
        return Candidate(
            entry=entry.id,
            authority=entry.authority,
            reference=entry.reference,
            release=self._release_of[entry.authority],
            name=entry.name,
            matched_name=listed.text,
            probability=one.probability,
            features=(*named, *features_of(one.beyond, told)),
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
    """Say whether a question tells anything beside the name and the kind.

    Who bears one of its numbers was looked up, so that no other entry gains by them.
    """
    told = (question.birth, question.country, question.gender, question.address, question.ids)
    return any(told)
