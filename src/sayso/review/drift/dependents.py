"""What rests on a misquoted slot: in the account itself, and in what others have from it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sayso.model.claims import Claim, Quantity
from sayso.model.drift import Difference, Slot
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.review.accounts.ascribed import Ascribed, cited_as, claims_of, meant_by
from sayso.review.accounts.measures import bounds, telling_of
from sayso.review.accounts.points import Point, points_of
from sayso.review.corpus import Corpus
from sayso.review.memory.notes import Table
from sayso.review.memory.records import Changes


class ToldBy:
    """Keeps the claims in whose chain each entity stands.

    Attributes:
        claims: by entity, of a document or across documents.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.claims: Table[EntityId, tuple[Claim, ...]] = corpus.notes.table()
        self._corpus = corpus
        self._of: dict[DocumentId, tuple[tuple[EntityId, Claim], ...]] = {}
        self._by: dict[EntityId, dict[ClaimId, Claim]] = defaultdict(dict)

    def follow(self, changes: Changes) -> None:
        """Take changes of the corpus up."""
        stale, records = self._corpus.notes.stale, self._corpus.records.answers
        for key in changes.gone:
            self._exchange(key, ())
        again = [record for key, record in records.items() if _reader(key) in stale]
        for record in (*changes.fresh, *again):
            key = record.document.id
            told = self._corpus.notes.piece(_reader(key), partial(self._told, record))
            self._exchange(key, told)

    def _told(self, record: Record) -> tuple[tuple[EntityId, Claim], ...]:
        """Give who tells what in one document."""
        rejected = self._corpus.rejected
        told = (c for c in record.extraction.claims if len(c.source_chain) > 1)
        claims = [c for c in told if c.id not in rejected]
        ends = ((node, c) for c in claims for node in c.source_chain)
        return tuple((end, c) for node, c in ends for end in meant_by(node, self._corpus))

    def _exchange(self, key: DocumentId, told: tuple[tuple[EntityId, Claim], ...]) -> None:
        """Put what a document tells in the place of what it told."""
        old = self._of.pop(key, ())
        for entity, claim in old:
            self._by[entity].pop(claim.id, None)
        for entity, claim in told:
            self._by[entity][claim.id] = claim
        if told:
            self._of[key] = told
        for entity in dict.fromkeys(entity for entity, _ in (*old, *told)):
            self.claims.put(entity, tuple(self._by[entity].values()) or None)


def _reader(document: DocumentId) -> str:
    return f"told by {document}"


class Dependents:
    """Finds the claims that rest on misquoted slots of one corpus."""

    def __init__(self, corpus: Corpus, told_by: ToldBy) -> None:
        self._corpus = corpus
        self._told_by = told_by

    def near(self, secondary: DocumentId, ascribed: Ascribed) -> tuple[Point, ...]:
        """Give the points that may rest on an account, by date and place.

        They are what it says itself, and what others have from it; what it ascribes to the primary
        was compared, and what it has from others is theirs.
        """
        corpus = self._corpus
        told = (c for c in claims_of(secondary, corpus) if len(c.voices) == 1)
        own = [c for c in told if c.id not in ascribed]
        meant = cited_as(secondary, corpus)
        taken = {c.id: c for entity in meant for c in self._told_by.claims.get(entity, ())}
        others = [c for c in taken.values() if c.document_id != secondary]
        ordered = sorted((*own, *others), key=corpus.order)
        return points_of(ordered, {c.id: () for c in ordered}, corpus)

    def misquoted(self, difference: Difference) -> Point | None:
        """Give the point of an account that misquotes; None when it does not."""
        ours = difference.secondary if difference.misquotes else None
        claims = () if ours is None else (self._corpus.claims[ours.claim],)
        return next(iter(points_of(claims, {c.id: () for c in claims}, self._corpus)), None)


def with_dependents(difference: Difference, own: Point | None, near: Sequence[Point]) -> Difference:
    """Give a difference with the claims that say the same in a misquoted slot, of the same thing.

    For a place, that is anything said to be there of the same party.

    Args:
        difference: may have claims that depend on it already; they come first.
        own: the point that misquotes; None when it does not.
        near: what may rest on it.
    """
    if own is None:
        return difference
    resting = (p.claim.id for p in near if _rests_on(p, own, difference.slot))
    return replace(difference, dependent=tuple(dict.fromkeys((*difference.dependent, *resting))))


def _rests_on(point: Point, misquoted: Point, slot: Slot) -> bool:
    """Say whether a point has the misquoted value, of the same thing or party."""
    if slot is Slot.SPEAKER:  # what is said stays as it is, whoever says it
        return False
    if slot is Slot.PLACE and misquoted.site is not None:
        shared = set(point.thing[1:]) & set(misquoted.thing[1:]) - {""}
        return bool(shared) and point.site is not None and misquoted.site.contains(point.site)
    if point.thing != misquoted.thing or not telling_of(point.telling, misquoted.telling):
        return False
    return _value(point, slot) == _value(misquoted, slot)


def _value(point: Point, slot: Slot) -> object:
    """Give what a point has in a slot, to be compared; for added things, its place."""
    proposition = point.claim.proposition
    match slot:
        case Slot.QUANTITY:
            return _bounds(proposition.quantity)
        case Slot.TIME:
            return None if proposition.time is None else proposition.time.edtf
        case Slot.HEDGE:
            return point.claim.factuality, proposition.realis
        case _:
            return None if point.site is None else point.site.key


def _bounds(figure: Quantity | None) -> tuple[float, float] | None:
    return None if figure is None else bounds(figure)
