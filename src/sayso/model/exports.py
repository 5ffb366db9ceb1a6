"""On what terms something is exported: when, by what, from which lists, how finely placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry
from sayso.model.vocabulary import FindingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an export says of itself, and how far it goes.

    Attributes:
        made: UTC; None: the newest retrieval among the documents.
        recorded: when the last of what it rests on was recorded, UTC; None: when it is made.
        known: the time that is looked back to, UTC; None: now.
        notices: what an answer for another time than now must say of itself.
        program: name and version.
        releases: of the lists that names were set beside.
        entries: of these lists, as they stand, for the parties listed.
        precise: points finer than a district may be told.
        public: what rests on documents that are not public is left out.
        left_out: findings of these statuses are left out.
    """

    made: datetime | None = None
    recorded: datetime | None = None
    known: datetime | None = None
    notices: tuple[str, ...] = ()
    program: str = "Sayso"
    releases: tuple[ReleaseId, ...] = ()
    entries: Mapping[EntryId, ListEntry] = field(default_factory=dict)
    precise: bool = False
    public: bool = False
    left_out: tuple[FindingStatus, ...] = ()


PLAIN: Final = Terms()
