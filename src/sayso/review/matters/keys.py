"""What a claim is about, in a form in which claims of different documents can be compared."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from sayso.model.claims import Argument, Claim, PlaceMention
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import (
    RELATIONS,
    SYMMETRIC,
    EntityType,
    ListingStatus,
    PlaceLevel,
    Predicate,
    Realis,
    Role,
)
from sayso.review.corpus import Corpus
from sayso.review.entities.classes import Sort, sort_of
from sayso.review.entities.members import Member
from sayso.review.entities.names import head_noun, normal_name, normal_text
from sayso.review.entities.owners import OWNED
from sayso.review.entities.placing import site_key

#: What a general denial denies besides its own predicate: nobody who is not there runs a camp
#: there; who has no ties gives no support.
DENIES_TOO: Final = {
    Predicate.LOCATED_IN: frozenset(
        {Predicate.OPERATES, Predicate.ESTABLISHMENT, Predicate.HOLDS, Predicate.CONTROLS}
    ),
    Predicate.OPERATES: frozenset({Predicate.ESTABLISHMENT}),
    Predicate.ESTABLISHMENT: frozenset({Predicate.OPERATES}),
    Predicate.TIED_TO: frozenset(
        {Predicate.ALLIED_WITH, Predicate.SUPPORTS, Predicate.EMBEDDED_IN, Predicate.BRANCH_OF}
        | {Predicate.FRONT_FOR}
    ),
}
#: What makes a site somebody's.
RUNNING: Final = frozenset({Predicate.OPERATES, Predicate.ESTABLISHMENT})
_THE: Final = r"(?:the|this|that|these|those|its|their|his|her|whose)"
_DEFINITE = re.compile(rf"\b{_THE}\s+$|^{_THE}\b", re.IGNORECASE)
_LONGEST_DETERMINER: Final = 8
#: Roles without which two claims of one predicate would say different things.
_TELLING_ROLES: Final = (Role.ITEM, Role.DIRECTION, Role.OUTCOME, Role.SHARE)


@dataclass(frozen=True, slots=True)
class Party:
    """What fills subject or object.

    Attributes:
        key: equal for the same party in all documents.
        anchor: the party itself, or whose it is ("camps of the network").
        sort: of a nameless thing of the anchor's, what it is ("Facility/camp").
        means: the sort of party that it stands for ("any armed group"), or that it is of.
        general: it stands for all of that sort.
    """

    key: str
    entity: EntityId | None
    anchor: EntityId | None
    sort: str | None = None
    means: Sort | None = None
    general: bool = False

    def embraces(self, other: "Party | None") -> bool:
        """Say whether the other is this one, or one of the sort that this stands for."""
        if other is None:
            return False
        if self.general and self.means is not None:
            return other.means is not None and self.means.holds(other.means)
        return self.anchor is not None and self.anchor == other.anchor


@dataclass(frozen=True, slots=True)
class Site:
    """Where it is: a name, its code, and a key that is equal for all its spellings."""

    key: str
    name: str
    code: str | None
    level: PlaceLevel | None

    def contains(self, other: "Site") -> bool:
        """Say whether the other place is this one or lies in it, as far as codes tell."""
        if self.key == other.key:
            return True
        if self.code is None or other.code is None:
            return False
        if self.level is PlaceLevel.COUNTRY:
            return other.code.split("-")[0] == self.code
        return self.level is PlaceLevel.ADMIN1 and other.code == self.code


@dataclass(frozen=True, slots=True)
class Matter:
    """What is said, apart from who says it, when, and whether it is affirmed or denied."""

    predicate: Predicate
    subject: Party | None
    object: Party | None
    site: Site | None
    kind: str | None
    details: tuple[str, ...]

    @property
    def anchors(self) -> frozenset[EntityId]:
        """Give the parties that it is about."""
        ends = (self.subject, self.object)
        return frozenset([p.anchor for p in ends if p is not None and p.anchor is not None])

    @property
    def deniable_for(self) -> frozenset[EntityId]:
        """Give the parties of which one must be a party of all that a denial of this denies."""
        if self.predicate in SYMMETRIC:
            return self.anchors
        subject = self.subject
        return frozenset([subject.anchor] if subject is not None and subject.anchor else [])

    @property
    def key(self) -> tuple[str, ...]:
        """Give the parts that are equal for equal matters; unordered where it is symmetric."""
        ends = [_key(p) for p in (self.subject, self.object)]
        if self.predicate in SYMMETRIC:
            ends.sort()
        place = "" if self.site is None else self.site.key
        return (self.predicate, *ends, place, self.kind or "", *self.details)


def matter_of(claim: Claim, corpus: Corpus) -> Matter | None:
    """Give what a claim is about; None for what makes no finding.

    That is predicate `other`, a relation without any entity, an event without entity and place,
    and a tie of an entity with itself.
    """
    proposition = claim.proposition
    subject = _party(claim, Role.SUBJECT, corpus)
    # A place in the object's role is the site: "is in Kabul" and "is there", of Kabul, are one.
    target = _party(claim, Role.OBJECT, corpus, of=subject)
    site, predicate = _site(claim, corpus), proposition.predicate
    is_presence = predicate is Predicate.LOCATED_IN and (site is not None or target is None)
    run = _run_by_its_owner(claim, subject, corpus) if is_presence else None
    if run is not None:
        predicate, (subject, target) = Predicate.OPERATES, run
    elif site is not None and target is not None and _is_place(target, corpus):
        target = target if proposition.predicate in SYMMETRIC else replace(target, key="")
    matter = Matter(
        predicate=predicate,
        subject=subject,
        object=target,
        site=site,
        kind=proposition.kind,
        details=_details(claim, corpus),
    )
    return matter if _says_enough(matter) else None


def _run_by_its_owner(
    claim: Claim, site: Party | None, corpus: Corpus
) -> tuple[Party, Party] | None:
    """Give the owner of a nameless site, and the site as its owner's; None for anything else.

    "It runs camps. Its camps are in Ghazni" and "it runs camps in Ghazni" are one matter; "it is
    not clear whether it runs the camp. The camp is in Ghazni" says of nobody that he runs it.
    """
    if site is None or site.anchor is None or site.sort is None:
        return None
    if not site.sort.startswith(EntityType.FACILITY) or not _says_whose(claim, site.anchor, corpus):
        return None
    owner = Party(site.anchor, site.anchor, site.anchor, means=_of_sort(site.anchor, corpus))
    return owner, replace(site, key=f"{site.sort}/")


def _says_whose(presence: Claim, owner: EntityId, corpus: Corpus) -> bool:
    """Say whether who tells where a site is tells, as surely, that it is this party's.

    Who denies that it is there denies it of the party, whosever it is.
    """

    def tells(claim: Claim) -> bool:
        said, mine, theirs = claim.proposition, presence.speaker, claim.speaker
        return (
            said.predicate in RUNNING
            and said.entity(Role.OBJECT) == presence.proposition.entity(Role.SUBJECT)
            and corpus.cluster(said.entity(Role.SUBJECT)) == owner
            and claim.factuality is presence.factuality
            and (mine.kind, mine.entity) == (theirs.kind, theirs.entity)
        )

    beside = corpus.records[presence.document_id].extraction.claims
    return presence.factuality.stance == "-" or any(map(tells, beside))


def _party(claim: Claim, role: Role, corpus: Corpus, of: Party | None = None) -> Party | None:
    """Give what fills a role: an entity, or words without one; None when nothing does."""
    argument = claim.proposition.filler(role)
    return None if argument is None else _filled(claim, argument, corpus, of)


def _filled(claim: Claim, argument: Argument, corpus: Corpus, of: Party | None) -> Party | None:
    """Give a party by its name, else as a sort of party, a nameless thing, or mere words."""
    member = None if argument.entity is None else corpus.members.get(argument.entity)
    cluster = None if member is None else corpus.clusters.entity_of[member.id]
    if cluster is not None and corpus.is_named(cluster):
        return Party(cluster, cluster, cluster, means=_of_sort(cluster, corpus))
    words = argument.text if member is None else member.entity.name
    sort = None if _is_definite(claim, argument, corpus) else sort_of(words or "")
    if sort is not None:
        return Party(f"any/{sort.key}", cluster, None, means=sort, general=True)
    if member is not None and cluster is not None:
        return _nameless(member, cluster, corpus, of)
    return _words(claim, argument, corpus)


def _of_sort(cluster: EntityId, corpus: Corpus) -> Sort:
    """Give the sort that a named party is of: its type, and whether it is on a list."""
    entity = corpus.entity(cluster)
    listing = entity.listing
    listed = listing is not None and listing.status is not ListingStatus.POSSIBLE
    return _sort(entity.type, listed)


@cache
def _sort(kind: EntityType, listed: bool) -> Sort:  # noqa: FBT001  # a cache has no names
    return Sort(frozenset({kind}), listed)


def _is_definite(claim: Claim, argument: Argument, corpus: Corpus) -> bool:
    """Say whether words speak of one that is known: "the group", "its network"."""
    if argument.span is None:
        return True
    text, start = corpus.document(claim).text, argument.span.start
    around = (text[max(0, start - _LONGEST_DETERMINER) : start], argument.span.of(text))
    return any(_DEFINITE.search(words) for words in around)


def _nameless(member: Member, cluster: EntityId, corpus: Corpus, of: Party | None) -> Party:
    """Give a nameless thing by what it is and whose: "camps" of the subject are one thing."""
    if member.type not in OWNED:
        return Party(cluster, cluster, cluster)
    owner = corpus.owner(member.id)
    anchor = owner or (of.anchor if of is not None else None)
    if anchor is None or member.type is EntityType.DOCUMENT:
        return Party(cluster, cluster, owner or cluster)
    whose = "" if of is not None and anchor == of.anchor else anchor
    sort = f"{member.type}/{head_noun(member.entity.name)}"
    return Party(f"{sort}/{whose}", cluster, anchor, sort)


def _words(claim: Claim, argument: Argument, corpus: Corpus) -> Party | None:
    """Give a party for words without an entity, anchored in the party that they name, if any."""
    if argument.text is None:
        return None
    key = f"words/{normal_text(argument.text)}"
    return Party(key, None, _named_within(claim, argument.span, corpus))


def _named_within(claim: Claim, span: Span | None, corpus: Corpus) -> EntityId | None:
    """Give the first named entity that is mentioned within these words, or None."""
    if span is None:
        return None
    entities = corpus.records[claim.document_id].extraction.entities
    within = (
        (m.span, corpus.clusters.entity_of[e.id])
        for e in entities
        for m in e.mentions
        if span.contains(m.span) and corpus.members[e.id].named
    )
    return min(within, default=(span, None))[1]


def _site(claim: Claim, corpus: Corpus) -> Site | None:
    """Give where it is: the object's place, else the proposition's, else that of role place."""
    proposition = claim.proposition
    return (
        _site_of(proposition.entity(Role.OBJECT), corpus)
        or _known(proposition.place)
        or _site_of(proposition.entity(Role.PLACE), corpus)
    )


def _known(place: PlaceMention | None) -> Site | None:
    """Give the site of a place mention; None for None."""
    if place is None:
        return None
    return Site(site_key(place), place.name, place.code, place.level)


def _site_of(entity: EntityId | None, corpus: Corpus) -> Site | None:
    """Give the site that an entity is: a place, also one that the gazetteer does not know."""
    member = None if entity is None else corpus.members.get(entity)
    if member is None or member.type is not EntityType.PLACE:
        return None
    name = member.entity.name
    return _known(member.place) or Site(f"/{normal_name(name)}", name, None, None)


def _is_place(party: Party, corpus: Corpus) -> bool:
    """Say whether a party is a place."""
    return party.entity is not None and corpus.entity(party.entity).type is EntityType.PLACE


def _details(claim: Claim, corpus: Corpus) -> tuple[str, ...]:
    """Give what else tells two matters apart: item, direction, outcome, share, and realis."""
    fillers = (claim.proposition.filler(role) for role in _TELLING_ROLES)
    words = ["" if a is None else _kind_of(a, corpus) for a in fillers]
    realis = claim.proposition.realis
    return (*words, "" if realis is Realis.ACTUAL else realis.value)


def _kind_of(argument: Argument, corpus: Corpus) -> str:
    """Give what sort of thing an argument is, from its words or its entity's."""
    member = None if argument.entity is None else corpus.members.get(argument.entity)
    words = argument.text if member is None else member.entity.name
    return "" if words is None else head_noun(words)


def _says_enough(matter: Matter) -> bool:
    """Say whether a matter can be a finding."""
    ends = [p.entity for p in (matter.subject, matter.object) if p is not None]
    is_with_itself = len(ends) > 1 and ends[0] is not None and ends[0] == ends[1]
    if matter.predicate is Predicate.OTHER or is_with_itself:
        return False
    return (
        any(ends)
        or bool(matter.anchors)
        or (matter.predicate not in RELATIONS and matter.site is not None)
    )


def _key(party: Party | None) -> str:
    """Give the key of a party; "" for none, and for a place that stands as the site."""
    return "" if party is None else party.key
