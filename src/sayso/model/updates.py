"""Updating lists: where an authority publishes its list, and what asking there came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.ids import ReleaseId
from sayso.model.lists import ListRelease
from sayso.model.vocabulary import ListChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Where an authority publishes its list.

    Attributes:
        authority: its code; "name=ftm" where its user named it and the file is FollowTheMoney.
        format: of the file, for people ("XML").
        page: where the authority itself states the address; None for one that the user states.
        terms: under what the list may be used, and where that is said.
        is_stated: the address is the user's, from the settings.
    """

    authority: str
    address: str
    format: str
    page: str | None = None
    terms: str | None = None
    is_stated: bool = False

    @property
    def code(self) -> str:
        """Give the authority's code alone, as it stands in releases."""
        return self.authority.partition("=")[0]


class UpdateStatus(StrEnum):
    """What asking for a newer release came to."""

    ADDED = "added"
    WOULD_ADD = "would be added"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUpdate:
    """What became of one authority's list.

    Attributes:
        release: the one that stands now; of a dry run the one that would; None where it failed.
        entries: of that release; None where nothing was read.
        previous: the newest that was held before, if that is another.
        changes: how many entries changed since then, by kind.
        relisted: documents in which names stand otherwise to the lists than before.
        error: what went wrong, where and what to do.
        is_outside: nobody answered: trying again later may help.
    """

    authority: str
    address: str
    status: UpdateStatus
    release: ReleaseId | None = None
    entries: int | None = None
    previous: ReleaseId | None = None
    changes: Mapping[ListChangeKind, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    relisted: int = 0
    error: str | None = None
    is_outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """One authority's list: how it can be read and brought up to date, and what is held.

    Attributes:
        name, publisher: of the list.
        feed: None where no address is known.
        newest: the newest release held, without its entries.
        releases: how many are held.
        age_days: of the newest release, since it was published.
    """

    authority: str
    name: str
    publisher: str
    feed: Feed | None
    newest: ListRelease | None = None
    releases: int = 0
    age_days: int | None = None
