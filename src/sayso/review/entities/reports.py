"""Reports that documents cite without their title: whose they are, and whether they are held."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from sayso.model.documents import Document
from sayso.model.ids import DocumentId, EntityId
from sayso.model.vocabulary import DocumentKind
from sayso.review.entities.members import Context, Member, Placement
from sayso.review.entities.names import head_noun, normal_name
from sayso.review.memory.notes import Table

#: Two documents that cite "the panel's report" so many days apart at most mean the same one.
SAME_REPORT_DAYS: Final = 7
#: A held report answers a citation when it was published at most so many days before it.
HELD_DAYS: Final = 366

_CITABLE: Final = frozenset({DocumentKind.REPORT, DocumentKind.STATEMENT, DocumentKind.SUBMISSION})


@dataclass(frozen=True, slots=True)
class Reports:
    """What is known about cited documents, by the entity of the cited document.

    Attributes:
        author: the party that wrote it, where a document says so.
        held: the document of the project that it is.
        cited_as: the other way round: the entities as which others cite a held document.
    """

    author: Table[EntityId, EntityId]
    held: Table[EntityId, DocumentId]
    cited_as: Table[DocumentId, frozenset[EntityId]]


def place_reports(
    members: Iterable[Member],
    placed: Mapping[EntityId, Placement],
    context: Context,
    known: Mapping[EntityId, Placement],
) -> dict[EntityId, Placement]:
    """Give placements to nameless reports of one author, cited in one story or one week.

    Each group takes the id of its first member.

    Args:
        members: cited documents, by date.
        placed: where the members belong by other rules.
        context: stories and owners.
        known: placements from before, of which those that are the same are taken over.
    """
    groups: dict[tuple[EntityId, str], Cited] = defaultdict(Cited)
    placements: dict[EntityId, Placement] = {}
    stories, owners = context.stories.answers, context.owners.answers
    for member in members:
        owner = owners.get(member.id)
        if member.named or owner is None:
            continue
        group = groups[placed[owner].id, head_noun(member.entity.name)]
        first = group.first(member, stories[member.document.id])
        before = known.get(member.id)
        placements[member.id] = (
            _placed_with(first, member) if before is None or before.id != first.id else before
        )
    return placements


def _placed_with(first: Member, member: Member) -> Placement:
    """Place a citation with the first one of the same report."""
    reason = (
        f"“{member.entity.name}” in {member.document.name}: "
        f"by the same author, cited in the same story or within {SAME_REPORT_DAYS} days"
    )
    return Placement(first.id, reason)


class Cited:
    """Nameless reports of one author; one report for each story, or for each week."""

    def __init__(self) -> None:
        self._reports: list[Member] = []
        self._of_story: dict[DocumentId, int] = {}
        self._days: list[tuple[int, ...]] = []

    def first(self, later: Member, story: DocumentId) -> Member:
        """Give the first citation of the report that a later one cites: itself when it is new.

        Two citations are of one report when they stand in one story, or in documents published
        within a week; the earliest report counts that fits.
        """
        number = len(self._reports)
        day = day_of(later.document.published)
        found = [self._of_story.get(story, number)]
        if day is not None:
            near = bisect_left(self._days, (day - SAME_REPORT_DAYS,))
            past = bisect_left(self._days, (day + SAME_REPORT_DAYS + 1,))
            found += [report for _, report in self._days[near:past]]
        same = min(found)
        if same == number:
            self._reports.append(later)
            self._of_story.setdefault(story, number)
            if day is not None:
                insort(self._days, (day, number))
        return self._reports[same]


class Shelf:
    """The held documents, by title and by publisher; they come by date."""

    def __init__(
        self, documents: Iterable[Document], publishers: Mapping[DocumentId, EntityId]
    ) -> None:
        self.publishers = publishers
        self._titled: dict[str, DocumentId] = {}
        self._published: dict[EntityId, dict[DocumentId, int]] = defaultdict(dict)
        self._dated: dict[EntityId, list[tuple[int, int, DocumentId]]] = defaultdict(list)
        for place, document in enumerate(documents):
            if document.title is not None:
                self._titled.setdefault(normal_name(document.title), document.id)
            publisher, day = publishers.get(document.id), day_of(document.published)
            if publisher is not None and document.kind in _CITABLE:
                self._published[publisher][document.id] = place
                if day is not None:
                    insort(self._dated[publisher], (day, place, document.id))

    def find(self, cited: Member, author: EntityId | None) -> DocumentId | None:
        """Give the held document that is cited: of that title, else its author's latest."""
        titled = self._titled.get(normal_name(cited.entity.name)) if cited.named else None
        if titled is not None or author is None:
            return titled
        return max(self._citable(cited.document, author), default=(0, None))[1]

    def _citable(self, citing: Document, author: EntityId) -> Iterable[tuple[int, DocumentId]]:
        """Give the author's latest that was there to be cited, not too long before, and itself."""
        if citing.id in self._published[author]:
            yield self._published[author][citing.id], citing.id
        day, dated = day_of(citing.published), self._dated[author]
        if day is not None:
            last = bisect_left(dated, (day + 1,)) - 1
            if last >= 0 and day - dated[last][0] <= HELD_DAYS:
                yield dated[last][1:]


def find_reports(
    members: Iterable[Member],
    entity_of: Mapping[EntityId, EntityId],
    shelf: Shelf,
    owners: Mapping[EntityId, EntityId],
) -> tuple[dict[EntityId, EntityId], dict[EntityId, DocumentId]]:
    """Give the authors of the cited documents, and those of them that are held.

    Members are cited documents and come by date.
    """
    author: dict[EntityId, EntityId] = {}
    held: dict[EntityId, DocumentId] = {}
    for member in members:
        cited, owner = entity_of[member.id], owners.get(member.id)
        if owner is not None:
            author.setdefault(cited, entity_of[owner])
        found = shelf.find(member, author.get(cited))
        if found is not None:
            held.setdefault(cited, found)
            publisher = shelf.publishers.get(found)
            author |= {} if publisher is None else {cited: author.get(cited, publisher)}
    return author, held


def days_between(start: str | None, end: str | None) -> int | None:
    """Give the days from one publication to another; None unless both are known to the day."""
    first, last = day_of(start), day_of(end)
    return None if first is None or last is None else last - first


@lru_cache(maxsize=100_000)
def day_of(published: str | None) -> int | None:
    """Give the number of a day of publication; None when it is not known to the day."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return None
