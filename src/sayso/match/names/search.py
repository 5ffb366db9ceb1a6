"""One question to the listed names: which are compared, and how well each agrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.match.names.alignment import Aligner, Alignment
from sayso.match.names.arrays import NameArrays, texts_of
from sayso.match.names.asked import Asked, Finder, asked_of
from sayso.match.names.measures import measures_of
from sayso.match.names.nearby import Lexicon
from sayso.match.names.numbers import number_of
from sayso.match.words.readings import key


@dataclass(frozen=True, slots=True)
class Compared:
    """The names that were compared with a question, one row each.

    Attributes:
        asked: the question's words.
        names: numbers of the names, ascending.
        alignment: which words answer each other.
        measures: columns as in `MEASURES`.
        forms: the listed words by their numbers, in small Latin letters.
        bare: for each listed word, whether it was written without vowels.
    """

    asked: Asked
    names: NDArray[np.int64]
    alignment: Alignment
    measures: NDArray[np.float64]
    forms: Sequence[str]
    bare: NDArray[np.bool_]


class NameSearch:
    """Searches the names of one set of arrays; for any number of threads."""

    def __init__(self, arrays: NameArrays) -> None:
        self.arrays = arrays
        self.entries = texts_of(arrays.entries)
        self.authorities = texts_of(arrays.authorities)
        self.lexicon = Lexicon(arrays)
        self._finder = Finder(arrays)
        self._aligner = Aligner(arrays, self.lexicon, self._finder)
        self._entry_starts = np.searchsorted(arrays.name_entries, np.arange(len(self.entries) + 1))

    def compare(
        self,
        name: str,
        *,
        authorities: frozenset[str],
        also: Iterable[int] = (),
        least: int = 0,
    ) -> Compared | None:
        """Set a name against the listed names that share most with it.

        Args:
            name: the question's; None comes back when no name shares anything with it.
            authorities: the lists that count; empty for all.
            also: entries whose names are compared whatever they share.
            least: where fewer entries are found, the first of the others fill up.
        """
        asked = asked_of(name, self.lexicon)
        if asked is None:
            return None
        allowed = self._allowed(authorities)
        found = [self._finder.find(asked, allowed), *(self.names_of(entry) for entry in also)]
        names = np.unique(np.concatenate(found)) if len(found) > 1 else found[0]
        if least:
            others = self._others(names, allowed, least)
            names = np.sort(np.concatenate([names, *(self.names_of(entry) for entry in others)]))
        if not names.size:
            return None
        alignment = self._aligner.align(asked, names)
        forms = self.lexicon.forms
        measures = measures_of(self.arrays, forms, asked, names, alignment)
        return Compared(asked, names, alignment, measures, forms, self.arrays.bare)

    def _others(
        self, names: NDArray[np.int64], allowed: NDArray[np.bool_] | None, least: int
    ) -> Sequence[int]:
        """Give the first entries beside those of these names, as many as these lack."""
        found = np.unique(self.arrays.name_entries[names])
        if found.size >= least:
            return ()
        open_ = np.ones(len(self.entries), np.bool_)
        if allowed is not None:
            open_ = allowed[self.arrays.entry_authorities]
        open_[found] = False
        others: list[int] = np.flatnonzero(open_)[: least - found.size].tolist()
        return others

    def bearers(self, numbers: Iterable[str]) -> tuple[int, ...]:
        """Give the entries that bear one of these numbers, ascending."""
        arrays, found = self.arrays, set[int]()
        for number in {number_of(told) for told in numbers} - {""}:
            place = int(np.searchsorted(arrays.numbers, np.uint64(key(number))))
            if place < arrays.numbers.size and int(arrays.numbers[place]) == key(number):
                row = slice(arrays.number_starts[place], arrays.number_starts[place + 1])
                found.update(arrays.number_entries[row].tolist())
        return tuple(sorted(found))

    def names_of(self, entry: int) -> NDArray[np.int64]:
        """Give the numbers of an entry's names, ascending."""
        return np.arange(self._entry_starts[entry], self._entry_starts[entry + 1])

    def allows(self, entry: int, authorities: frozenset[str]) -> bool:
        """Say whether an entry is of one of these lists; none stands for all."""
        code = self.authorities[int(self.arrays.entry_authorities[entry])]
        return not authorities or code in authorities

    def _allowed(self, authorities: frozenset[str]) -> NDArray[np.bool_] | None:
        if not authorities:
            return None
        return np.array([code in authorities for code in self.authorities], np.bool_)
