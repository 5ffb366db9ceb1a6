"""Which matter contains which, so that denying the one denies the other."""

from sayso.model.vocabulary import EVENTS, SYMMETRIC, Predicate
from sayso.review.matters.keys import DENIES_TOO, RUNNING, Matter, Party, Site
from sayso.review.matters.things import may_be_one_kind


def covers(general: Matter, special: Matter) -> bool:
    """Say whether denying the one denies the other: same parties, a place that contains its place.

    The general matter may leave out place, kind and, for presence, the object; it may speak of a
    sort of party ("any armed group").
    """
    same = _reaches(general, special) and _same_parties(general, special)
    if not same and not _is_of_its_sites(general, special):
        return False
    kinds = general.kind is None or general.kind == special.kind
    return kinds and _may_be_one(general, special) and _contains(general.site, special.site)


def meets(one: Matter, other: Matter) -> bool:
    """Say whether two matters share a part: one may be wider in one way and narrower in another.

    "Is not in Ghazni" meets "runs camps in Afghanistan" without denying it.
    """
    if not _reaches(one, other) and not _reaches(other, one):
        return False
    kinds = None in {one.kind, other.kind} or one.kind == other.kind
    sites = _contains(one.site, other.site) or _contains(other.site, one.site)
    return (
        kinds
        and sites
        and _may_be_one(one, other)
        and (_same_parties(one, other) or _same_parties(other, one))
    )


def _may_be_one(one: Matter, other: Matter) -> bool:
    """Say whether nothing else tells two matters apart: neither kind of thing nor outcome.

    Who denies having given money denies neither that rockets were given nor that they will be.
    """
    item, *others, realis = one.details
    its_item, *its_others, its_realis = other.details
    is_act = one.predicate in EVENTS or other.predicate in EVENTS
    return (
        may_be_one_kind(item, its_item)
        and all(not a or not b or a == b for a, b in zip(others, its_others, strict=True))
        and (realis == its_realis or not is_act)
    )


def _reaches(general: Matter, special: Matter) -> bool:
    """Say whether a predicate is the other's or contains it, with a party to hold on to."""
    too = DENIES_TOO.get(general.predicate, frozenset())
    same = special.predicate == general.predicate or special.predicate in too
    return same and bool(general.anchors)


def _same_parties(general: Matter, special: Matter) -> bool:
    """Say whether a denial is about the parties of an allegation."""
    one, other = general.subject, special.subject
    if general.predicate in SYMMETRIC:
        return _same_pair(general, special)
    if one is None or other is None or not one.embraces(other):
        return False
    if one.sort is not None and one.key != other.key:  # "no centres of X are there", not "no X"
        return special.object is not None and special.object.sort == one.sort
    return _has_object(general, special)


def _is_of_its_sites(general: Matter, special: Matter) -> bool:
    """Say whether having no such sites denies that they are somewhere: "has no camps"."""
    if general.predicate not in RUNNING or special.predicate is not Predicate.LOCATED_IN:
        return False
    owner, sites, site = general.subject, general.object, special.subject
    if owner is None or sites is None or site is None or sites.sort is None:
        return False
    return sites.sort == site.sort and owner.embraces(site)


def _same_pair(general: Matter, special: Matter) -> bool:
    """Say whether a symmetric denial is about the two parties of an allegation."""
    ends = (general.subject, general.object)
    if not any(party is not None and party.general for party in ends):
        return len(general.anchors) > 1 and general.anchors <= special.anchors
    ways = ((special.subject, special.object), (special.object, special.subject))
    return any(_embrace(general, way) for way in ways)


def _has_object(general: Matter, special: Matter) -> bool:
    """Say whether a matter's object is the other's, embraces it, or is any."""
    mine, theirs = general.object, special.object
    if general.predicate is Predicate.LOCATED_IN or mine is None or not mine.key:
        return True  # who is not there runs no camp there either
    same = theirs is not None and mine.key == theirs.key
    return same or (mine.general and mine.embraces(theirs))


def _embrace(general: Matter, ends: tuple[Party | None, Party | None]) -> bool:
    """Say whether both parties of a matter embrace these two, in this order."""
    both = zip((general.subject, general.object), ends, strict=True)
    return all(mine is not None and mine.embraces(end) for mine, end in both)


def _contains(general: Site | None, special: Site | None) -> bool:
    """Say whether a place contains another; nowhere in particular contains every place."""
    return general is None or (special is not None and general.contains(special))
