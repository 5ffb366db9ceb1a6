"""Parties that an account leaves out of a list of the primary's: "A, B and C" told as "A and C"."""

from collections.abc import Iterable, Sequence

from sayso.model.drift import Departure, Difference, Slot
from sayso.model.ids import EntityId
from sayso.review.accounts.align import Pair
from sayso.review.accounts.groups import sentences, side
from sayso.review.accounts.points import Point
from sayso.review.corpus import Corpus


def left_out(
    pairs: Sequence[Pair], primary: Sequence[Point], corpus: Corpus
) -> Iterable[Difference]:
    """Give the parties of lists of which the account has others, each once a list.

    One that its sentences name was not read there, and is not left out.
    """
    kept: dict[object, list[Pair]] = {}
    for pair in pairs:
        kept.setdefault(pair.primary.one_list, []).append(pair)
    told = {pair.primary.thing for pair in pairs}
    seen: set[object] = set()
    for point in primary:
        own = kept.get(point.one_list, [])
        item = (point.one_list, point.thing)
        if not own or point.thing in told or item in seen:
            continue
        seen.add(item)
        parties = [e for e in _parties(point, corpus) if e not in _parties(own[0].primary, corpus)]
        names = [corpus.entity(party).name for party in parties if corpus.is_named(party)]
        if names and not _are_named(parties, own, corpus):
            yield missing(own[0], point, " and ".join(names))


def missing(pair: Pair, point: Point, names: str) -> Difference:
    """Say what of a list is left out, beside the words of the account that has the others."""
    return Difference(
        slot=Slot.MISSING,
        how=Departure.LEFT_OUT,
        secondary=side(pair.secondary, None),
        primary=side(point, names),
        note=f"left out: {names}, which the primary lists",
    )


def _parties(point: Point, corpus: Corpus) -> tuple[EntityId, ...]:
    """Give the entities that a point is about."""
    ends = (corpus.cluster(argument.entity) for argument in point.claim.proposition.arguments)
    return tuple(end for end in ends if end is not None)


def _are_named(parties: Iterable[EntityId], pairs: Iterable[Pair], corpus: Corpus) -> bool:
    """Say whether the sentences of the account name one of the parties, by any of its names."""
    told = sentences(pair.secondary for pair in pairs)
    texts = [span.of(corpus.document(claim).text).casefold() for span, claim in told.items()]
    names = [name.casefold() for party in parties for name in corpus.clusters.names[party]]
    return any(name in text for name in names for text in texts)
