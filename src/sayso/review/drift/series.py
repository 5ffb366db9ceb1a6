"""Successive reports of one author: what is new, grew, shrank, was dropped, stays."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.errors import BadInput
from sayso.model.claims import Quantity
from sayso.model.documents import Document
from sayso.model.drift import Change, Development, Series, Telling, Unread
from sayso.model.ids import DocumentId, EntityId
from sayso.model.vocabulary import Factuality
from sayso.review.accounts.measures import figure_moves
from sayso.review.accounts.points import Point, Thing
from sayso.review.corpus import Corpus
from sayso.review.drift.compare import Comparisons
from sayso.review.entities.names import normal_name

#: What is told together: a thing of one kind; of an event, with its time and place.
Key = tuple[Thing, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """All that one report tells of one thing, in the order of its text; at least one point."""

    points: tuple[Point, ...]

    @property
    def figure(self) -> Quantity | None:
        """Give the first figure."""
        figures = (p.claim.proposition.quantity for p in self.points)
        return next((q for q in figures if q is not None), None)

    @property
    def places(self) -> Mapping[str, str]:
        """Give the places by their keys."""
        return {p.site.key: p.site.name for p in self.points if p.site is not None}

    @property
    def factuality(self) -> Factuality:
        """Give that of the first point."""
        return self.points[0].claim.factuality

    def telling(self) -> Telling:
        """Give it for people; its words are those of the claim that gives the figure, or first."""
        with_figure = (p for p in self.points if p.claim.proposition.quantity is not None)
        claim = next(with_figure, self.points[0]).claim
        return Telling(
            document=claim.document_id,
            claim=claim.id,
            figure=None if self.figure is None else self.figure.text,
            places=tuple(self.places.values()),
            factuality=self.factuality.value,
        )


def in_series(documents: Sequence[Document], *, any_author: bool) -> tuple[Document, ...]:
    """Give successive reports by date.

    Args:
        documents: at least two, each once, each with a date that tells the order.
        any_author: let them be of different authors.

    Raises:
        BadInput: one stands twice or has no date, two dates tell no order, or they are of
            different authors.
    """
    if len(documents) < 2:  # noqa: PLR2004  # a step has two ends
        raise BadInput("a series has at least two documents: name them all")
    seen: set[DocumentId] = set()
    for document in documents:
        if document.id in seen:
            raise BadInput(f"{document.name} is named twice: name each document once")
        if document.published is None:
            key = document.id[7:15]
            raise BadInput(f"{document.name} has no date: `sayso describe {key} --published DATE`")
        seen.add(document.id)
    ordered = sorted(documents, key=lambda d: d.published or "")
    for one, other in pairwise(ordered):
        _check_step(one, other, any_author=any_author)
    return tuple(ordered)


def _check_step(one: Document, other: Document, *, any_author: bool) -> None:
    """Refuse two reports of which it cannot be told that one follows the other."""
    if (other.published or "").startswith(one.published or ""):
        raise BadInput(
            f"{one.name} ({one.published}) and {other.name} ({other.published}): their dates do "
            "not tell which came first: `sayso describe DOCUMENT --published DATE`"
        )
    authors = [normal_name(d.publisher or "") for d in (one, other)]
    if not any_author and (authors[0] != authors[1] or not authors[0]):
        raise BadInput(
            f"{one.name} is by {one.publisher or 'nobody known'}, {other.name} by "
            f"{other.publisher or 'nobody known'}: name reports of one author, or give --anyway"
        )


def develop(documents: Sequence[Document], comparisons: Comparisons) -> Series:
    """Set each report beside the one before it; what is told once and for all is only new once.

    Args:
        documents: as `in_series` gives them.
        comparisons: of the corpus that holds them.
    """
    told = [_told(comparisons.points(document.id)) for document in documents]
    found: list[Development] = []
    unread: list[Unread] = []
    ever: set[Key] = set()
    for later, (before, after) in zip(documents[1:], pairwise(told), strict=True):
        gone = {key: own.points[0] for key, own in before.items() if key not in after}
        relations = [point for point in gone.values() if point.is_relation]
        like = comparisons.likenesses.of(later.id, relations)
        unread += like
        skipped = {one.claim for one in like}
        ever |= set(before)
        for key in dict.fromkeys((*after, *before)):
            told_before, told_after = before.get(key), after.get(key)
            is_unread = key in gone and gone[key].claim.id in skipped
            seen = Seen(known=key in ever, unread=is_unread)
            step = _step(told_before, told_after, seen, comparisons.corpus)
            found += [] if step is None else [step]
    return Series(
        reports=tuple(document.id for document in documents),
        developments=_by_subject(found),
        unread=tuple(unread),
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """What else the reports hold of a thing.

    Attributes:
        known: an earlier report tells of it.
        unread: the later report has like words.
    """

    known: bool
    unread: bool


def _by_subject(found: Sequence[Development]) -> tuple[Development, ...]:
    """Order by subject, the most told first; then in the order of the steps."""
    told = Counter(one.subject for one in found)
    return tuple(sorted(found, key=lambda one: (-told[one.subject], one.subject or "")))


def _told(points: Iterable[Point]) -> dict[Key, Told]:
    """Gather what one report tells, in the order of its text."""
    found: dict[Key, list[Point]] = {}
    for point in points:
        found.setdefault(_key(point), []).append(point)
    return {key: Told(tuple(own)) for key, own in found.items()}


def _key(point: Point) -> Key:
    if point.is_relation:
        return point.thing, point.telling[:1]
    time = point.claim.proposition.time
    when = "" if time is None else time.edtf or ""
    where = "" if point.site is None else point.site.key
    return point.thing, (*point.telling, when, where)


def _step(
    before: Told | None, after: Told | None, seen: Seen, corpus: Corpus
) -> Development | None:
    """Say what became of a thing; nothing of a past event, or where the later was not read."""
    note = ""
    if before is not None and after is not None:
        change, note = _moved(before, after, corpus)
    elif after is not None:
        change, note = (
            Change.NEW,
            "told before, and not in the report between" if seen.known else "",
        )
    elif before is not None and before.points[0].is_relation and not seen.unread:
        change = Change.DROPPED
    else:
        return None
    return Development(
        subject=_subject((after or before), corpus),
        change=change,
        earlier=None if before is None else before.telling(),
        later=None if after is None else after.telling(),
        note=note,
    )


def _moved(before: Told, after: Told, corpus: Corpus) -> tuple[Change, str]:
    """Say what moved between two tellings of one thing: figure, places, certainty."""
    moves, notes = [], []
    if before.figure is not None and after.figure is not None:
        move = figure_moves(before.figure, after.figure)
        moves += [move] if move is not None else []
        notes += [f"{before.figure.text} → {after.figure.text}"] if move is not None else []
    came = [name for key, name in after.places.items() if key not in before.places]
    went = [
        name
        for key, name in before.places.items()
        if key not in after.places and not _is_named(name, after, corpus)
    ]
    if before.places and came:
        moves.append(Change.GREW)
        notes.append(f"now also in {', '.join(came)}")
    if after.places and went:
        moves.append(Change.SHRANK)
        notes.append(f"no longer in {', '.join(went)}")
    if before.factuality is not after.factuality:
        moves.append(Change.CHANGED)
        notes.append(f"{before.factuality} → {after.factuality}")
    kinds = set(moves)
    change = Change.STAYS if not kinds else moves[0] if len(kinds) == 1 else Change.CHANGED
    return change, "; ".join(notes)


def _is_named(place: str, told: Told, corpus: Corpus) -> bool:
    """Say whether a place stands in the sentences that tell of a thing."""
    claims = (point.claim for point in told.points)
    texts = (c.sentence.of(corpus.document(c).text) for c in claims)
    return any(place.casefold() in text.casefold() for text in texts)


def _subject(told: Told | None, corpus: Corpus) -> EntityId | None:
    """Give the party that a thing is about: who acts, else whom it concerns."""
    keys = () if told is None else told.points[0].thing[1:]
    ends = (EntityId(key) for key in keys)
    return next((end for end in ends if end in corpus.clusters.profiles), None)
