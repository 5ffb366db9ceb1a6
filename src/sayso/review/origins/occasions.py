"""On how many occasions one root said something, whoever carried it."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.model.ids import EntityId
from sayso.review.entities.reports import SAME_REPORT_DAYS


@dataclass(slots=True)
class _Occasion:
    """One statement of a root, as several claims tell of it."""

    persons: set[EntityId]
    stories: set[str]


class Occasions:
    """The statements of one root, found by story, report and week without a look at the others."""

    def __init__(self) -> None:
        self.known: list[_Occasion] = []
        self._of: dict[str, list[int]] = defaultdict(list)
        self._dated: list[tuple[int, int]] = []
        self._undated: list[int] = []

    def put(self, persons: set[EntityId], places: Sequence[str], day: int | None) -> None:
        """Count a claim to the earliest statement that it can be of, or to a new one.

        Args:
            persons: who spoke, where one person did.
            places: its story, then the reports that it rests on.
            day: the number of the day of its document; None when that is not known.
        """
        number = min(filter(partial(self._may_be, persons), self._near(places, day)), default=None)
        if number is None:
            number = len(self.known)
            self.known.append(_Occasion(set(), set()))
            for report in places[1:]:
                self._of[report].append(number)
            if day is None:
                self._undated.append(number)
            else:
                insort(self._dated, (day, number))
        same = self.known[number]
        same.persons |= persons
        if places[0] not in same.stories:
            same.stories.add(places[0])
            self._of[places[0]].append(number)

    def _may_be(self, persons: set[EntityId], number: int) -> bool:
        """Say whether no other person spoke then."""
        theirs = self.known[number].persons
        return not persons or not theirs or not persons.isdisjoint(theirs)

    def _near(self, places: Sequence[str], day: int | None) -> Iterator[int]:
        """Give the statements of one story, report or week; what has no day may be any."""
        if day is None:
            yield from range(len(self.known))
            return
        yield from (number for place in places for number in self._of.get(place, ()))
        first = bisect_left(self._dated, (day - SAME_REPORT_DAYS,))
        past = bisect_left(self._dated, (day + SAME_REPORT_DAYS + 1,))
        yield from (number for _, number in self._dated[first:past])
        yield from self._undated
