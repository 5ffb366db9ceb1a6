"""Asks the index: one party under several names, dates and countries; the best answer an entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from sayso.errors import BadInput
from sayso.model.ids import EntryId
from sayso.model.matches import Candidate, Screening
from sayso.web.asking.limits import LONGEST_NAME, MOST_QUERIES, MOST_SCREENINGS
from sayso.web.desk import Lists

#: Candidates looked at beyond those asked for, of which some are of a kind that was not asked for.
_SPARE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A party that is asked for, as far as it is known.

    Attributes:
        names, births, countries: each is tried with each; none of them is as good as unknown.
        schemata: of entries that may answer; None: all.
        excluded: entries that are not to be given.
    """

    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    schema: str | None = None
    schemata: frozenset[str] | None = None
    excluded: frozenset[EntryId] = field(default_factory=frozenset)

    @property
    def number(self) -> int:
        """Give how many questions this comes to."""
        return max(1, len(self.names)) * max(1, len(self.births)) * max(1, len(self.countries))

    def screenings(self) -> Iterator[Screening]:
        """Give every question that this comes to; a number stands for a name that is not told."""
        asked = product(
            self.names or self.ids[:1], self.births or (None,), self.countries or (None,)
        )
        for name, birth, country in asked:
            yield Screening(
                name=name, schema=self.schema, birth=birth, country=country, ids=self.ids
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Which answers are wanted, of all inquiries of a request."""

    authorities: frozenset[str]
    threshold: float
    limit: int


def check(inquiries: Sequence[Inquiry]) -> None:
    """Refuse a request that asks for too much at once.

    Raises:
        BadInput: names the limit.
    """
    if not 0 < len(inquiries) <= MOST_QUERIES:
        raise BadInput(
            f"{len(inquiries)} queries in one request: send 1 to {MOST_QUERIES}; for a file of "
            "names there is `sayso screen --batch`"
        )
    if any(len(name) > LONGEST_NAME for asked in inquiries for name in asked.names):
        raise BadInput(f"a name has more than {LONGEST_NAME} characters: send the name alone")
    if sum(asked.number for asked in inquiries) > MOST_SCREENINGS:
        raise BadInput(
            f"names × dates × countries come to more than {MOST_SCREENINGS} screenings: "
            "send fewer queries in one request"
        )


def candidates(lists: Lists, asked: Inquiry, bounds: Bounds) -> tuple[Candidate, ...]:
    """Give the entries that may be the party, each under what agrees best, best first.

    Ties are by entry id. No list, no answer: the index takes none for all of them.
    """
    best: dict[EntryId, Candidate] = {}
    for screening in asked.screenings() if bounds.authorities else ():
        for found in lists.index.screen(_bounded(screening, asked, bounds)):
            known = best.get(found.entry)
            if known is None or found.probability > known.probability:
                best[found.entry] = found
    ranked = sorted(best.values(), key=lambda found: (-found.probability, found.entry))
    return tuple(c for c in ranked if _may_answer(lists, c.entry, asked))[: bounds.limit]


def _bounded(screening: Screening, asked: Inquiry, bounds: Bounds) -> Screening:
    spare = len(asked.excluded) + (0 if asked.schemata is None else _SPARE)
    return replace(
        screening,
        authorities=bounds.authorities,
        threshold=bounds.threshold,
        limit=bounds.limit + spare,
    )


def _may_answer(lists: Lists, entry_id: EntryId, asked: Inquiry) -> bool:
    entry = lists.entry(entry_id)
    is_kind = asked.schemata is None or (entry is not None and entry.schema in asked.schemata)
    return is_kind and entry_id not in asked.excluded
