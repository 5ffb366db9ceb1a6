"""A secondary account against its primary, slot by slot."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.errors import BadInput
from sayso.model.documents import Document
from sayso.model.drift import Comparison, Departure, Difference, Slot
from sayso.model.ids import ClaimId, DocumentId
from sayso.review.accounts.align import Alignment, Pair, align
from sayso.review.accounts.ascribed import Ascribed, ascribed_to, claims_of, own_voices
from sayso.review.accounts.groups import group, side
from sayso.review.accounts.points import Point, points_of
from sayso.review.corpus import Corpus
from sayso.review.drift.dependents import Dependents, ToldBy, with_dependents
from sayso.review.drift.likenesses import Likenesses
from sayso.review.drift.lists import left_out
from sayso.review.drift.places import place_differences
from sayso.review.drift.slots import slot_differences, speaker_key, speaker_name
from sayso.review.memory.notes import Shared

_ORDER: Final = {how: n for n, how in enumerate(Departure)}


def compare_accounts(
    secondary: Document, primary: Document, comparisons: "Comparisons"
) -> Comparison:
    """Compare what an account ascribes to its primary with what that says.

    Raises:
        BadInput: they are one document.
    """
    if secondary.id == primary.id:
        raise BadInput(f"{primary.name} is named twice: name an account and its primary")
    return comparisons.compare(secondary.id, primary.id)


class Comparisons:
    """Compares documents of one corpus; what it has read of a primary it keeps.

    Attributes:
        corpus: whose documents are compared.
        likenesses: finds words that no claim was read in.
    """

    def __init__(self, corpus: Corpus, told_by: ToldBy) -> None:
        self.corpus = corpus
        self._dependents = Dependents(corpus, told_by)
        self.likenesses = Likenesses(corpus)
        self._read: dict[DocumentId, Shared[tuple[Point, ...]]] = {}

    def compare(self, secondary: DocumentId, primary: DocumentId) -> Comparison:
        """Compare what one document ascribes to another with what that one says.

        Only what the primary was read to say otherwise is different. What it was not read to say
        at all is added, unless its text has like words: then nothing is said about it.
        """
        corpus = self.corpus
        voices = ascribed_to(secondary, primary, corpus)
        found = align(points_of(claims_of(secondary, corpus), voices, corpus), self.points(primary))
        unread = self.likenesses.of(primary, found.alone, found.other_party)
        skipped = {one.claim for one in unread}
        differences = (
            *self._in_slots(found, self.points(primary)),
            *left_out(found.pairs, self.points(primary), corpus),
            *(
                _other_party(pair, corpus)
                for pair in found.other_party
                if pair.secondary.claim.id not in skipped
            ),
            *(_added(one) for one in found.alone if one.claim.id not in skipped),
        )
        return Comparison(
            secondary=secondary,
            primary=primary,
            ascribed=len(voices),
            differences=self._in_order(differences, secondary, voices),
            unread=unread,
        )

    def points(self, document: DocumentId) -> tuple[Point, ...]:
        """Give all points of a document, with the voices beyond its author's own."""

        def read() -> tuple[Point, ...]:
            claims, voices = claims_of(document, self.corpus), own_voices(document, self.corpus)
            return points_of(claims, voices, self.corpus)

        return self.corpus.notes.shared(self._read, document, read)

    def _in_slots(self, found: Alignment, theirs: Sequence[Point]) -> Iterable[Difference]:
        """Give what departs in the slots of pairs; sources that were merged once, as such."""
        merged = _merged(found.pairs, self.corpus)
        yield from dict.fromkeys(merged.values())
        for one in group(found.pairs, theirs):
            yield from place_differences(one, self.corpus)
            for difference in slot_differences(one, self.corpus):
                ours = difference.secondary
                is_merged = ours is not None and ours.claim in merged
                if difference.slot is not Slot.SPEAKER or not is_merged:
                    yield difference

    def _in_order(
        self, found: Sequence[Difference], secondary: DocumentId, voices: Ascribed
    ) -> tuple[Difference, ...]:
        """Give differences with what depends on them, as `Comparison` orders them."""
        misquotes = any(difference.misquotes for difference in found)
        near = self._dependents.near(secondary, voices) if misquotes else ()
        misquoted = self._dependents.misquoted
        ranked = sorted(found, key=lambda d: (_ORDER[d.how], self._place(d), d.slot))
        return tuple(with_dependents(one, misquoted(one), near) for one in ranked)

    def _place(self, difference: Difference) -> tuple[str | int, ...]:
        ours = difference.secondary or difference.primary
        return () if ours is None else self.corpus.order(self.corpus.claims[ours.claim])


def _merged(pairs: Iterable[Pair], corpus: Corpus) -> Mapping[ClaimId, Difference]:
    """Give, by claim of the secondary, that its one source stands for several of the primary."""
    folded: dict[str, dict[str, Pair]] = {}
    claims: dict[str, list[ClaimId]] = {}
    for pair in pairs:
        told = speaker_key(pair.secondary.inner, corpus)
        theirs = speaker_key(pair.primary.inner, corpus)
        if told is not None and theirs is not None:
            folded.setdefault(told, {}).setdefault(theirs, pair)
            claims.setdefault(told, []).append(pair.secondary.claim.id)
    several = {told: own for told, own in folded.items() if len(own) > 1}
    return {
        claim: _merging(list(own.values()), corpus)
        for told, own in several.items()
        for claim in claims[told]
    }


def _merging(pairs: Sequence[Pair], corpus: Corpus) -> Difference:
    """Say that one source of an account stands where the primary has several."""
    told = speaker_name(pairs[0].secondary, corpus)
    theirs = "; ".join(filter(None, (speaker_name(p.primary, corpus) for p in pairs)))
    return Difference(
        slot=Slot.MERGED,
        how=Departure.COARSER,
        secondary=side(pairs[0].secondary, told),
        primary=side(pairs[0].primary, theirs),
        note=f"coarser: {told} stands for {len(pairs)} sources of the primary: {theirs}",
    )


def _other_party(pair: Pair, corpus: Corpus) -> Difference:
    """Say that the primary says it of another party."""
    here, there = (_parties(p, corpus) for p in (pair.secondary, pair.primary))
    ours = " and ".join(name for name in here if name not in there)
    theirs = " and ".join(name for name in there if name not in here)
    return Difference(
        slot=Slot.ADDED,
        how=Departure.DIFFERENT,
        secondary=side(pair.secondary, ours or None),
        primary=side(pair.primary, theirs or None),
        note=f"different: {ours or 'another'}, where the primary has {theirs or 'another'}",
    )


def _parties(point: Point, corpus: Corpus) -> tuple[str, ...]:
    """Give the names of the parties of a point, each once."""
    ends = (corpus.cluster(argument.entity) for argument in point.claim.proposition.arguments)
    return tuple(dict.fromkeys(corpus.entity(end).name for end in ends if end is not None))


def _added(point: Point) -> Difference:
    """Say that the primary was not read to say it."""
    return Difference(
        slot=Slot.ADDED,
        how=Departure.DIFFERENT,
        secondary=side(point, None),
        primary=None,
        note="different: ascribed to the primary, which was not read to say it",
    )
