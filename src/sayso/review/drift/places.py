"""Where a thing is, in a secondary account and in its primary: places, and lists of places."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.model.drift import Departure, Difference, Slot
from sayso.model.ids import ClaimId
from sayso.review.accounts.align import Pair
from sayso.review.accounts.groups import Group, named, sentences, side
from sayso.review.accounts.measures import place_departs
from sayso.review.accounts.points import Point
from sayso.review.corpus import Corpus
from sayso.review.drift.lists import missing
from sayso.review.entities.placing import site_key


def place_differences(group: Group, corpus: Corpus) -> Iterable[Difference]:
    """Give the places that depart, then those that a list leaves out, each once.

    A coarser place is no difference where the account gives the finer one elsewhere.
    """
    theirs = group.primary_sites
    if not theirs:
        return
    if not group.told_sites:
        yield from _no_place(group, corpus)
        return
    sites = [p.site for p in theirs.values() if p.site is not None]
    replaced: set[str] = set()
    for pair in group.told_sites.values():
        how = None if pair.secondary.site is None else place_departs(pair.secondary.site, sites)
        if how is Departure.DIFFERENT and not _is_named_in(pair.secondary, group.primary, corpus):
            left = _left(pair, group)
            replaced |= {p.site.key for p in left if p.site is not None}
            yield replace(_other_place(pair, left), dependent=_same_place(pair, group))
        elif how in {Departure.COARSER, Departure.FINER} and not _is_given_finer(pair, group):
            yield _other_grain(pair, how or Departure.COARSER, group)
    yield from _missing(group, replaced, corpus)


def _no_place(group: Group, corpus: Corpus) -> Iterable[Difference]:
    """Say that the account gives no place at all, where its sentences have none of them."""
    points = [
        p for p in group.primary_sites.values() if p.one_list == group.pairs[0].primary.one_list
    ]
    points = points or list(group.primary_sites.values())
    if any(_is_named_in(p, group.secondary, corpus) for p in points):
        return
    places = named(p.site for p in points)
    yield Difference(
        slot=Slot.PLACE,
        how=Departure.COARSER,
        secondary=side(group.pairs[0].secondary, None),
        primary=side(points[0], places),
        note=f"coarser: no place is named, where the primary has {places}",
    )


def _other_place(pair: Pair, left: tuple[Point, ...]) -> Difference:
    """Say that a place is another one, or stands in a list without being in the primary's."""
    told = named([pair.secondary.site])
    if not left:
        theirs = named([pair.primary.site])
        note = f"different: {told} is added to what the primary lists"
        slot, primary = Slot.ADDED, side(pair.primary, theirs or None)
    else:
        theirs = named(p.site for p in left)
        note = f"different: {told}, where the primary has {theirs}"
        slot, primary = Slot.PLACE, side(left[0], theirs)
    how = Departure.DIFFERENT
    return Difference(
        slot=slot, how=how, secondary=side(pair.secondary, told), primary=primary, note=note
    )


def _other_grain(pair: Pair, how: Departure, group: Group) -> Difference:
    """Say that a place is coarser or finer than the primary's."""
    here = pair.secondary.site
    near = [
        p
        for p in group.primary_sites.values()
        if here is not None
        and p.site is not None
        and (here.contains(p.site) if how is Departure.COARSER else p.site.contains(here))
    ]
    told, theirs = named([here]), named(p.site for p in near)
    lies = "which contains the primary's" if how is Departure.COARSER else "inside the primary's"
    return Difference(
        slot=Slot.PLACE,
        how=how,
        secondary=side(pair.secondary, told),
        primary=side(near[0] if near else pair.primary, theirs),
        note=f"{how}: {told}, {lies} {theirs}",
    )


def _missing(group: Group, replaced: set[str], corpus: Corpus) -> Iterable[Difference]:
    """Give the places of a list that the account shortens: it has some of them."""
    kept = {
        p.one_list: group.told_sites[key]
        for key, p in reversed(group.primary_sites.items())
        if key in group.told_sites
    }
    for key, point in group.primary_sites.items():
        pair = kept.get(point.one_list)
        is_told = key in group.told_sites or key in replaced
        if pair is None or is_told or _is_named_in(point, group.secondary, corpus):
            continue
        yield missing(pair, point, named([point.site]))


def _same_place(pair: Pair, group: Group) -> tuple[ClaimId, ...]:
    """Give the other claims of the account that have a pair's place for the same thing."""
    here = pair.secondary
    sites = ((p.claim.id, p.site) for p in group.secondary if p is not here)
    return tuple(
        claim
        for claim, site in sites
        if site is not None and here.site is not None and site.key == here.site.key
    )


def _left(pair: Pair, group: Group) -> tuple[Point, ...]:
    """Give the primary's places that stand where an account's list has another one.

    They are of the lists of which the account has other places, else of the pair's own.
    """
    lists = {
        group.primary_sites[key].one_list
        for key, other in group.told_sites.items()
        if key in group.primary_sites and other.secondary.one_list == pair.secondary.one_list
    } or {pair.primary.one_list}
    return tuple(
        p
        for key, p in group.primary_sites.items()
        if p.one_list in lists and key not in group.told_sites
    )


def _is_given_finer(pair: Pair, group: Group) -> bool:
    """Say whether an account gives a place of the primary inside, or outside, a pair's place."""
    here = pair.secondary.site
    shared = (p for key, p in group.primary_sites.items() if key in group.told_sites)
    return any(
        here is not None and p.site is not None and (here.contains(p.site) or p.site.contains(here))
        for p in shared
    )


def _is_named_in(point: Point, others: Iterable[Point], corpus: Corpus) -> bool:
    """Say whether a point's place stands in the sentences of others, where it was not read."""
    site = point.site
    if site is None:
        return False
    for span, claim in sentences(others).items():
        places = corpus.records[claim.document_id].extraction.places
        is_read = any(span.contains(p.span) and site_key(p) == site.key for p in places)
        if is_read or site.name.casefold() in span.of(corpus.document(claim).text).casefold():
            return True
    return False
