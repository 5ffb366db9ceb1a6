"""What the checks of a release look things up in: its entries, and those of earlier releases."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sayso.lists.upkeep.remarks import State, death_of
from sayso.model.ids import ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.upkeep import Discrepancy, DiscrepancyKind, EntryWords


@dataclass(frozen=True, slots=True)
class Scope:
    """One release under check.

    Attributes:
        entries: by reference.
        deaths: of the persons that are recorded as deceased, by reference.
        last_seen: gives the latest earlier release that is held and has a reference, or None.
    """

    release: ListRelease
    entries: Mapping[str, ListEntry]
    deaths: Mapping[str, State]
    last_seen: Callable[[str], ReleaseId | None]

    def gone(self, reference: str) -> str:
        """Say where a reference that the release has not was seen last."""
        seen = self.last_seen(reference)
        before = "nor in an earlier release held" if seen is None else f"it was in {seen}"
        return f"not in {self.release.id}, {before}"


def scope_of(release: ListRelease, last_seen: Callable[[str], ReleaseId | None]) -> Scope:
    """Give what the checks of a release, with its entries, need."""
    deaths = ((entry.reference, death_of(entry)) for entry in release.entries)
    return Scope(
        release=release,
        entries={entry.reference: entry for entry in release.entries},
        deaths={reference: state for reference, state in deaths if state is not None},
        last_seen=last_seen,
    )


def found(
    kind: DiscrepancyKind,
    entry: ListEntry,
    says: str,
    words: Iterable[EntryWords] = (),
    others: Iterable[str] = (),
) -> Discrepancy:
    """Put a discrepancy of an entry together."""
    return Discrepancy(
        kind=kind,
        reference=entry.reference,
        name=entry.name,
        says=says,
        words=tuple(dict.fromkeys(words)),
        others=tuple(dict.fromkeys(others)),
    )
