"""The whole of review: records and judgements to what is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.model.claims import ClaimLink
from sayso.model.findings import Finding, Judgement, Knowledge, Record, Tie
from sayso.model.hearings import Hearing
from sayso.model.ids import ClaimId, DocumentId, EntityId, FindingId
from sayso.model.vocabulary import EntityType, FindingStatus, ListingStatus
from sayso.review.answers.hearings import hearings_of
from sayso.review.corpus import Corpus
from sayso.review.drift.compare import Comparisons
from sayso.review.drift.misquotes import Misquotes
from sayso.review.findings.topics import Topic
from sayso.review.findings.weighing import Scales
from sayso.review.gathering.ground import Ground
from sayso.review.judgements import decide
from sayso.review.judging.pairs import Entries
from sayso.review.judging.records import JudgedRecords
from sayso.review.judging.standing import with_judgements
from sayso.review.links import Links, fair_links, links_of
from sayso.review.memory.notes import Notes
from sayso.review.memory.pause import no_search
from sayso.review.memory.records import Changes
from sayso.review.origins.roots import Origins
from sayso.review.precision import Elaborations, Told, elaborating, told_in
from sayso.review.ties import tie_of

#: Not contested, listed parties and independent roots and claims (as negative numbers), id.
Importance = tuple[bool, int, int, int, FindingId]
#: Who can be listed in the sense of the order of findings.
_LISTABLE = frozenset({EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """All that follows from one topic.

    Attributes:
        importance: sorts what matters most first.
        rests_on: the cited documents that its claims were taken from, where there are any.
        unsaid: claims that take something back.
        told: what it affirms, if anything.
    """

    finding: Finding
    importance: Importance
    tie: Tie | None
    links: tuple[ClaimLink, ...]
    hearings: tuple[Hearing, ...]
    rests_on: Mapping[ClaimId, tuple[EntityId, ...]]
    unsaid: frozenset[ClaimId]
    told: Told | None


class Review:
    """Assembles what is known, time after time; only what a change concerns is worked out anew.

    What it gives never depends on what it gave before. A review that failed half-way is not asked
    again.
    """

    def __init__(self) -> None:
        self._notes = Notes()
        self._judged = JudgedRecords()
        self._ground = Ground(self._notes)
        self._misquotes = Misquotes(self._ground.corpus)
        self._scales = Scales(self._ground.corpus)
        self._elaborations = Elaborations(self._notes)
        self._links = Links()
        self._records: Mapping[DocumentId, Record] = {}
        self._topics: dict[FindingId, Topic] = {}
        self._followed: dict[FindingId, Followed] = {}
        self._ranking: list[tuple[Importance, Followed]] = []
        self._finding_of: dict[ClaimId, FindingId] = {}
        self._hearings: dict[FindingId, tuple[Hearing, ...]] = {}
        self._rests_on: dict[ClaimId, tuple[EntityId, ...]] = {}
        self._unsaid: set[ClaimId] = set()

    @property
    def corpus(self) -> Corpus:
        """Give what is gathered of the records that were assembled last; it is only to be read."""
        return self._ground.corpus

    def comparisons(self) -> Comparisons:
        """Give what compares their documents."""
        return self._misquotes.comparisons()

    @property
    def origins(self) -> Origins:
        """Give the roots of their claims."""
        return self._scales.origins

    @no_search()
    def assemble(
        self,
        records: Iterable[Record],
        judgements: Sequence[Judgement] = (),
        entries: Entries = lambda _: None,
    ) -> Knowledge:
        """Give everything that follows from records, judgements and the list entries in force.

        The order of the records decides only the order of `records` and `claims`. Entities come the
        most mentioned first; findings what matters most first: contested ones, then those that
        involve a listed party, then by independent roots and claims; all ties by id.

        Args:
            records: all of them; of two of one document the later one counts.
            judgements: all of them, in any order.
            entries: the lists in force.
        """
        decisions = decide(judgements)
        read = {record.document.id: record for record in records}
        kept = self._judged.follow(read, decisions)
        changes = Changes.between(self._records, kept)
        self._records = kept
        corpus = self._ground.follow(kept, changes, decisions)
        misquotes = self._misquotes.follow(changes, self._ground.documents)
        self._weigh(*self._scales.follow(changes, misquotes))
        followed = [each for _, each in self._ranking]
        knowledge = Knowledge(
            records=kept,
            entities=corpus.clusters.entities(),
            findings={each.finding.id: each.finding for each in followed},
            ties=tuple(each.tie for each in followed if each.tie is not None),
            claims=dict(corpus.claims),
            entity_of=dict(corpus.clusters.entity_of.answers),
            links=self._links.beside(fair_links(corpus, self._unsaid), misquotes),
            finding_of=dict(self._finding_of),
            hearings=dict(self._hearings),
            rests_on=self._scales.loose | self._rests_on,
        )
        return with_judgements(knowledge, read, judgements, entries)

    def _weigh(self, gone: Iterable[Topic], fresh: Iterable[Topic]) -> None:
        """Weigh the topics that came, and those of which something else is known than before."""
        before = {topic.id: self._followed.pop(topic.id) for topic in gone}
        for key in before:
            del self._topics[key]
        to_weigh = {topic.id: topic for topic in fresh}
        self._topics |= to_weigh
        to_weigh |= {key: self._topics[key] for key in self._topics.keys() & self._notes.stale}
        before |= {key: self._followed[key] for key in to_weigh if key in self._followed}
        after = {
            key: self._notes.piece(key, partial(self._follow, topic))
            for key, topic in to_weigh.items()
        }
        self._followed |= after
        self._exchange(before, after)
        self._notes.stale.clear()

    def _exchange(
        self, before: Mapping[FindingId, Followed], after: Mapping[FindingId, Followed]
    ) -> None:
        """Put findings in the place of those that they were before."""
        for key, old in before.items():
            del self._hearings[key]
            self._unsaid -= old.unsaid
            for claim in old.finding.claims:
                self._finding_of.pop(claim, None)
                self._rests_on.pop(claim, None)
        for key, new in after.items():
            self._hearings[key] = new.hearings
            self._unsaid |= new.unsaid
            self._finding_of |= dict.fromkeys(new.finding.claims, key)
            self._rests_on |= new.rests_on
        kept = [place for place in self._ranking if place[0][-1] not in before]
        self._ranking = sorted(kept + [(each.importance, each) for each in after.values()])
        precise = self._elaborations.follow(before, {k: each.told for k, each in after.items()})
        links: dict[str, tuple[ClaimLink, ...]] = {k: each.links for k, each in after.items()}
        links |= precise
        self._links.exchange({*before, *map(elaborating, before), *links}, links)

    def _follow(self, topic: Topic) -> Followed:
        """Weigh one topic, and give what follows from it."""
        corpus = self._ground.corpus
        weighed = self._scales.weigh(topic)
        finding = self._scales.finding(weighed)
        return Followed(
            finding=finding,
            importance=_importance(finding, corpus),
            tie=tie_of(finding, corpus),
            links=links_of(weighed, corpus),
            hearings=hearings_of(weighed, corpus),
            rests_on={
                voice.claim.id: tuple(sorted(voice.origin.rests_on))
                for voice in weighed.own
                if voice.origin.rests_on
            },
            unsaid=frozenset(v.claim.id for v in weighed.own if v.unsaid is not None),
            told=told_in(weighed),
        )


def assemble(
    records: Iterable[Record],
    judgements: Sequence[Judgement] = (),
    entries: Entries = lambda _: None,
) -> Knowledge:
    """Give all that follows from records, judgements and list entries once: `Review.assemble`."""
    return Review().assemble(records, judgements, entries)


def _importance(finding: Finding, corpus: Corpus) -> Importance:
    """Give the key that sorts what matters most first."""
    listed = sum(_is_listed(party, corpus) for party in (finding.subject, finding.object))
    roots = sum(root.independent for root in finding.roots)
    contested = finding.status is FindingStatus.CONTESTED
    return (not contested, -listed, -roots, -len(finding.claims), finding.id)


def _is_listed(party: EntityId | None, corpus: Corpus) -> bool:
    """Say whether a person or group is on a list, or the subject of a regime."""
    if party is None:
        return False
    entity = corpus.entity(party)
    listing = entity.listing
    firm = listing is not None and listing.status is not ListingStatus.POSSIBLE
    return firm and entity.type in _LISTABLE
