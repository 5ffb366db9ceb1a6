"""Overseeing the states from the front: one method per thing a user can ask of it."""

from collections.abc import Sequence
from typing import Protocol

from sayso.model.oversight import (
    Difference,
    Implementation,
    LagSlice,
    Oversight,
    StateLine,
    StateRecord,
)


class Overseeing(Protocol):
    """What can be asked of how states carry the measures out; `workbench.overseeing()` gives it."""

    def oversight(self) -> Oversight:
        """Give all that is known, computed once for what is held."""
        ...

    def lines(self, *, every: bool = False) -> tuple[StateLine, ...]:
        """Give one line a state, by code: those of which something is held, or `every` one."""
        ...

    def implementations(self, state: str) -> tuple[Implementation, ...]:
        """Give every obligation of one state, by reference and measure.

        Raises:
            NotFound: no state has this code or name; says which are like it.
        """
        ...

    def gaps(self, state: str | None = None) -> tuple[Implementation, ...]:
        """Give what is late, missing, unknown or to be confirmed, by state and reference."""
        ...

    def lags(self, state: str | None = None) -> tuple[Implementation, ...]:
        """Give what has a lag, by state and reference."""
        ...

    def lag_slices(self, state: str | None = None) -> tuple[LagSlice, ...]:
        """Give the lags by year and by regime of listing."""
        ...

    def across(self, reference: str) -> tuple[Implementation, ...]:
        """Give one UN entry in every state of which something is held."""
        ...

    def differences(self, state: str | None = None) -> tuple[Difference, ...]:
        """Give in what national entries differ from the UN's."""
        ...

    def records(self, state: str | None = None) -> tuple[StateRecord, ...]:
        """Give what documents tell of the states, oldest first, corrected ones left out."""
        ...

    def add(self, records: Sequence[StateRecord]) -> None:
        """Append records, all or none."""
        ...
