"""Many pairs cleared at once: the rows of a file of alerts in which a person wrote a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from sayso.collect.tables.columns import LOST, is_lost
from sayso.collect.tables.rows import Row, Wanted, is_known, plain
from sayso.errors import BadInput, NotFound
from sayso.model.findings import Judgement
from sayso.model.ids import EntryId
from sayso.model.screenings import Subject, Terms
from sayso.review.screening.screener import Screener
from sayso.screenings import Screenings
from sayso.views.exports.csv import unguarded

_COLUMNS: Final = frozenset({"qid", "entry", "reason"})
#: What such a file is read for: who, which entry, and why it is not them.
CLEARINGS: Final = Wanted(
    lambda column: plain(column) in _COLUMNS or is_known(column), all_of=_COLUMNS
)


@dataclass(frozen=True, slots=True)
class Clearer:
    """A set of customers, read once, with what screens them.

    Attributes:
        customers: by their ids.
    """

    screenings: Screenings
    screener: Screener
    customers: Mapping[str, Subject]

    @classmethod
    def of(cls, screenings: Screenings, name: str, terms: Terms) -> Self:
        """Read a set of customers.

        Raises:
            NotFound: there is no such set.
        """
        held = {one.subject.key: one.subject for one in screenings.customers.all(name)}
        return cls(screenings, screenings.screener(terms, name), held)

    def clear(self, row: Row, by: str) -> Judgement | None:
        """Clear the pair of a row; None where no reason is given, or it is cleared already.

        Raises:
            BadInput: the row cannot be read.
            NotFound: there is no such customer, or the entry is no candidate.
        """
        if row.error is not None:
            raise BadInput(row.error)
        told = {plain(str(c)): str(cell or "").strip() for c, cell in row.cells.items()}
        reason, entry = told.get("reason", ""), told.get("entry", "")
        if is_lost(reason):
            raise BadInput(f"the reason: {LOST}")
        if not reason:
            return None
        subject = self._customer(told.get("qid", ""))
        if self.screener.standing(subject, EntryId(entry)) is not None:
            return None
        return self.screenings.clear(self.screener, subject, entry, (by, reason))

    def _customer(self, cell: str) -> Subject:
        found = self.customers.get(cell) or self.customers.get(unguarded(cell))
        if found is None:
            name = self.screener.name
            raise NotFound(f"no customer {cell!r} in {name!r}: ids are those of its file")
        return found
