"""Reports that documents cite without their title: whose they are, and whether they are held."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.model.documents import Document
from sayso.model.ids import DocumentId, EntityId
from sayso.model.vocabulary import DocumentKind, EntityType
from sayso.review.copies import date_order
from sayso.review.entities.members import Context, Member, Placement
from sayso.review.entities.names import head_noun, normal_name

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
    """

    author: Mapping[EntityId, EntityId]
    held: Mapping[EntityId, DocumentId]


def place_reports(
    members: Sequence[Member], placed: Mapping[EntityId, Placement], context: Context
) -> dict[EntityId, Placement]:
    """Give placements to nameless reports of one author, cited in one story or one week.

    Members come by date; each group takes the id of its first member.
    """
    groups: dict[tuple[EntityId, str], list[Member]] = defaultdict(list)
    placements: dict[EntityId, Placement] = {}
    for member in members:
        owner = context.owners.get(member.id)
        if member.type is not EntityType.DOCUMENT or member.named or owner is None:
            continue
        known = groups[placed[owner].id, head_noun(member.entity.name)]
        same = next((m for m in known if _is_same(m, member, context)), None)
        if same is None:
            known.append(member)
        first = same or member
        reason = (
            f"“{member.entity.name}” in {member.document.name}: "
            f"by the same author, cited in the same story or within {SAME_REPORT_DAYS} days"
        )
        placements[member.id] = Placement(first.id, reason)
    return placements


class Shelf:
    """The held documents, by title and by publisher."""

    def __init__(
        self, documents: Iterable[Document], publishers: Mapping[DocumentId, EntityId]
    ) -> None:
        self.publishers = publishers
        self._titled: dict[str, DocumentId] = {}
        self._published: dict[EntityId, list[Document]] = defaultdict(list)
        for document in sorted(documents, key=date_order):
            if document.title is not None:
                self._titled.setdefault(normal_name(document.title), document.id)
            publisher = publishers.get(document.id)
            if publisher is not None and document.kind in _CITABLE:
                self._published[publisher].append(document)

    def find(self, cited: Member, author: EntityId | None) -> DocumentId | None:
        """Give the held document that is cited: of that title, else its author's latest."""
        titled = self._titled.get(normal_name(cited.entity.name)) if cited.named else None
        if titled is not None or author is None:
            return titled
        earlier = [d.id for d in self._published[author] if self._may_be(d, cited)]
        return earlier[-1] if earlier else None

    def _may_be(self, held: Document, cited: Member) -> bool:
        """Say whether a document was there to be cited, and not too long before."""
        gap = days_between(held.published, cited.document.published)
        return held.id == cited.document.id or (gap is not None and 0 <= gap <= HELD_DAYS)


def find_reports(
    members: Sequence[Member],
    entity_of: Mapping[EntityId, EntityId],
    shelf: Shelf,
    context: Context,
) -> Reports:
    """Give the authors of the cited documents, and those of them that are held."""
    author: dict[EntityId, EntityId] = {}
    held: dict[EntityId, DocumentId] = {}
    for member in members:
        if member.type is not EntityType.DOCUMENT:
            continue
        cited, owner = entity_of[member.id], context.owners.get(member.id)
        if owner is not None:
            author.setdefault(cited, entity_of[owner])
        found = shelf.find(member, author.get(cited))
        if found is not None:
            held.setdefault(cited, found)
            publisher = shelf.publishers.get(found)
            author |= {} if publisher is None else {cited: author.get(cited, publisher)}
    return Reports(author, held)


def _is_same(first: Member, later: Member, context: Context) -> bool:
    """Say whether two citations are of one story or of one week."""
    stories = context.stories
    if stories[first.document.id] == stories[later.document.id]:
        return True
    gap = days_between(first.document.published, later.document.published)
    return gap is not None and abs(gap) <= SAME_REPORT_DAYS


def days_between(start: str | None, end: str | None) -> int | None:
    """Give the days from one publication to another; None unless both are known to the day."""
    if start is None or end is None:
        return None
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return None
