"""What is said against it: rejections of a document, denials of something near, and by whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Final

from sayso.model.claims import Claim
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import LinkKind, Predicate
from sayso.review.corpus import Corpus
from sayso.review.findings.topics import Topic
from sayso.review.matters.keys import DENIES_TOO, Site
from sayso.review.memory.notes import Notes, Table
from sayso.review.origins.roots import Origin

#: A predicate with those that it contains and those that contain it.
_RELATED: Final = {
    one: tuple(p for p in Predicate if p in too or one in DENIES_TOO.get(p, ()) or p is one)
    for one in Predicate
    for too in [DENIES_TOO.get(one, frozenset())]
}
#: Predicate, party, and a country: or any place, or none in particular.
_Spot = tuple[Predicate, EntityId, str]
_ALL: Final = "*"
_NOWHERE: Final = ""


def find_rejections(corpus: Corpus) -> Mapping[EntityId, tuple[Claim, ...]]:
    """Give the claims that reject a document as a whole, by the document's entity.

    They stand under the document's author too, for claims whose source names only the author.
    """
    rejections: dict[EntityId, list[Claim]] = defaultdict(list)
    links = (link for link in corpus.links() if link.kind is LinkKind.REJECTS_DOCUMENT)
    for link in links:
        cited, claim = corpus.cluster(link.document), corpus.claims.get(link.a)
        if cited is None or claim is None:
            continue
        for target in filter(None, (cited, corpus.reports.author.answers.get(cited))):
            rejections[target].append(claim)
    return {target: in_order(claims, corpus) for target, claims in rejections.items()}


def find_parties(
    resting: Iterable[tuple[frozenset[EntityId], frozenset[EntityId]]],
    origins: Mapping[ClaimId, Origin],
    rejections: Mapping[EntityId, tuple[Claim, ...]],
    author: Mapping[EntityId, EntityId],
) -> Mapping[EntityId, frozenset[EntityId]]:
    """Give, for each cited document, the parties concerned in it.

    Those are the parties that claims resting on it speak of, but not its author, and those that
    answered it as a whole.

    Args:
        resting: of each topic, the documents that its claims were taken from, and its parties.
        origins: of each claim.
        rejections: by the entity of the cited document.
        author: of the cited documents.
    """
    parties: dict[EntityId, set[EntityId]] = defaultdict(set)
    for reports, anchors in resting:
        for report in reports:
            parties[report] |= anchors
    for report, claims in rejections.items():
        answering = (origins[claim.id].party for claim in claims)
        parties[report].update(party for party in answering if party is not None)
    return {report: frozenset(own - {author.get(report)}) for report, own in parties.items()}


def in_order(claims: Iterable[Claim], corpus: Corpus) -> tuple[Claim, ...]:
    """Give each claim once, in the order of the corpus."""
    wanted: dict[ClaimId, Claim] = {claim.id: claim for claim in claims}
    return tuple(sorted(wanted.values(), key=corpus.order))


class Denials:
    """The topics that somebody denies, where the topics that they may concern look for them.

    That is by predicate, by the party for which it is denied, and by country.
    """

    def __init__(self, notes: Notes) -> None:
        self._spots: Table[_Spot, tuple[Topic, ...]] = notes.table()

    def follow(self, gone: Iterable[Topic], fresh: Iterable[Topic]) -> None:
        """Take away the topics that went, and put those that came where they are looked for."""
        old, new = _by_spot(gone), _by_spot(fresh)
        for spot in old.keys() | new.keys():
            left = {topic.id for topic in old.get(spot, ())}
            kept = (t for t in self._spots.answers.get(spot, ()) if t.id not in left)
            self._spots.put(spot, (*kept, *new.get(spot, ())) or None)

    def near(self, topic: Topic) -> tuple[Topic, ...]:
        """Give the denied topics that share predicate, party and country with a topic."""
        matter = topic.matter
        zones = (_ALL,) if matter.site is None else (_NOWHERE, _zone(matter.site))
        spots = product(_RELATED[matter.predicate], sorted(matter.anchors), zones)
        found = {t.id: t for spot in spots for t in self._spots.get(spot, ())}
        return tuple(found.values())


def _by_spot(topics: Iterable[Topic]) -> Mapping[_Spot, list[Topic]]:
    """Give the denied topics by where they stand."""
    found: dict[_Spot, list[Topic]] = defaultdict(list)
    for topic in topics:
        matter = topic.matter
        zone = _NOWHERE if matter.site is None else _zone(matter.site)
        for party in matter.deniable_for if topic.denied else ():
            for here in (_ALL, zone):
                found[matter.predicate, party, here].append(topic)
    return found


def _zone(site: Site) -> str:
    """Give what is equal for two places of which one may lie in the other: the country."""
    return site.key if site.code is None else site.code.split("-")[0]
