"""Findings: topics with their voices, roots, status and replies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.claims import Claim, ClaimLink
from sayso.model.findings import Finding
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import Reply
from sayso.review.corpus import Corpus
from sayso.review.findings.keys import Party, covers, figures_differ
from sayso.review.findings.replies import find_asked, find_parties, find_rejections, in_order
from sayso.review.findings.roots import Origins
from sayso.review.findings.status import Voice, count, explain, roots_of, status_of
from sayso.review.findings.topics import Topic, find_topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A topic with all that speaks to it.

    Attributes:
        own: the voices of its own claims.
        broader: denials of something more general, which deny this too.
        beside: denials that come close without denying it: of another figure.
        rejections: claims that reject a document that this rests on.
    """

    topic: Topic
    own: tuple[Voice, ...]
    broader: tuple[Voice, ...] = ()
    beside: tuple[Voice, ...] = ()
    rejections: tuple[Claim, ...] = ()

    @property
    def denials(self) -> tuple[Voice, ...]:
        """Give all voices that deny it, or come close."""
        return tuple(v for v in (*self.own, *self.broader, *self.beside) if v.stance == "-")


def weigh_all(
    corpus: Corpus, misquotes: Iterable[ClaimLink] = ()
) -> tuple[tuple[Weighed, Finding], ...]:
    """Give all findings with what they were made from, by the date of their first claim.

    Args:
        corpus: whose claims are weighed.
        misquotes: links from claims to the primaries that say otherwise; they do not count.
    """
    topics = find_topics(corpus)
    scales = Scales(corpus, topics, {x.a: x.reason for x in reversed(tuple(misquotes))})
    weighed = (scales.weigh(topic) for topic in topics)
    return tuple((each, scales.finding(each)) for each in weighed)


class Scales:
    """Weighs one topic against all that the corpus knows."""

    def __init__(
        self, corpus: Corpus, topics: Sequence[Topic], misquotes: Mapping[ClaimId, str]
    ) -> None:
        self._corpus = corpus
        self._misquotes = misquotes
        self._origins = Origins(corpus)
        self._rejections = find_rejections(corpus)
        author = corpus.reports.author
        self._parties = find_parties(topics, self._origins, self._rejections, author)
        self._asked = find_asked(corpus)
        self._denials = _denials_by_party(topics)

    def weigh(self, topic: Topic) -> Weighed:
        """Gather the voices that speak to a topic, and the rejections of what it rests on."""
        affirming = [c for c in topic.claims if c.factuality.stance == "+"]
        rests_on = {r for c in affirming for r in self._origins.of(c).rests_on}
        concerned = self._concerned(topic, rests_on)
        own = followed_home(self._voices(topic.claims, concerned), self._corpus)
        general = self._general_denials(topic) if affirming else ()
        denials = [v for v in self._voices(general, concerned) if v.stance == "-"]
        rejections = (c for report in rests_on for c in self._rejections.get(report, ()))
        return Weighed(
            topic=topic,
            own=own,
            broader=tuple(v for v in denials if not _is_other_figure(v.claim, affirming)),
            beside=tuple(v for v in denials if _is_other_figure(v.claim, affirming)),
            rejections=in_order(rejections, self._corpus),
        )

    def finding(self, weighed: Weighed) -> Finding:
        """Give the finding that follows from the voices."""
        topic, voices = weighed.topic, (*weighed.own, *weighed.broader)
        answers = (v.claim for v in weighed.denials if v.concerned)
        tally = count(voices)
        status = status_of(tally)
        site = topic.matter.site
        return Finding(
            id=topic.id,
            subject=_entity(topic.matter.subject),
            predicate=topic.matter.predicate,
            object=_entity(topic.matter.object),
            place=None if site is None else site.name,
            place_code=None if site is None else site.code,
            time=topic.time,
            kind=topic.matter.kind,
            claims=tuple(claim.id for claim in topic.claims),
            roots=roots_of(voices),
            status=status,
            reply=self._reply(weighed),
            replies=tuple(c.id for c in in_order((*answers, *weighed.rejections), self._corpus)),
            explanation=explain(status, tally),
        )

    def _voices(self, claims: Iterable[Claim], concerned: frozenset[EntityId]) -> tuple[Voice, ...]:
        """Give the voices of claims."""
        origins = ((claim, self._origins.of(claim)) for claim in claims)
        misquotes = self._misquotes
        return tuple(
            Voice(claim, origin, origin.party in concerned, misquotes.get(claim.id))
            for claim, origin in origins
        )

    def _concerned(self, topic: Topic, rests_on: Iterable[EntityId]) -> frozenset[EntityId]:
        """Give the parties concerned: of the topic, their spokespersons' bodies, of its reports."""
        own = topic.matter.anchors
        concerned = own | {self._origins.speaks_for(party) for party in own}
        return concerned.union(*(self._parties.get(report, ()) for report in rests_on))

    def _general_denials(self, topic: Topic) -> tuple[Claim, ...]:
        """Give the claims of topics which, when denied, deny this topic too."""
        near = {t.id: t for party in topic.matter.anchors for t in self._denials.get(party, ())}
        general = (t for t in near.values() if t.id != topic.id and covers(t.matter, topic.matter))
        return in_order((claim for t in general for claim in t.claims), self._corpus)

    def _reply(self, weighed: Weighed) -> Reply:
        """Give the most specific thing that came back from a party concerned."""
        if any(v.concerned for v in weighed.own if v.stance == "-"):
            return Reply.RECEIVED
        if weighed.rejections:
            return Reply.GENERAL_REJECTION
        if any(v.concerned for v in weighed.denials):
            return Reply.RECEIVED
        return self._asked_for(weighed.topic)

    def _asked_for(self, topic: Topic) -> Reply:
        """Say whether a document with one of the claims asked one of the parties."""
        documents = sorted({claim.document_id for claim in topic.claims})
        parties = sorted(topic.matter.anchors)
        asked = (self._asked.get((d, party)) for d in documents for party in parties)
        return next((reply for reply in asked if reply is not None), Reply.NOT_SOUGHT)


def followed_home(voices: Sequence[Voice], corpus: Corpus) -> tuple[Voice, ...]:
    """Give the voices with every citation of a held source followed to that source's own root.

    When the Courier is quoted for what its own article has from a report, the root is the report.
    """
    at_home: dict[tuple[EntityId, str], list[Voice]] = defaultdict(list)
    for voice in voices:
        publisher = corpus.publishers.get(voice.claim.document_id)
        if publisher is not None:
            at_home[publisher, voice.stance].append(voice)
    followed = []
    for voice in voices:
        home = [] if voice.origin.party is None else at_home[voice.origin.party, voice.stance]
        is_own = any(other.origin.key == voice.origin.key for other in home)
        followed.append(voice if is_own or not home else replace(voice, origin=home[0].origin))
    return tuple(followed)


def _denials_by_party(topics: Iterable[Topic]) -> Mapping[EntityId, tuple[Topic, ...]]:
    """Give the topics that somebody denies, by the parties for which they are denied."""
    denied: dict[EntityId, list[Topic]] = defaultdict(list)
    for topic in topics:
        if any(claim.factuality.stance == "-" for claim in topic.claims):
            for party in topic.matter.deniable_for:
                denied[party].append(topic)
    return {party: tuple(own) for party, own in denied.items()}


def _is_other_figure(denial: Claim, affirming: Iterable[Claim]) -> bool:
    """Say whether a denial is of a figure that nobody gave: "no six centres" of eight camps."""
    given = [c.proposition.quantity for c in affirming if c.proposition.quantity is not None]
    denied = denial.proposition.quantity
    return bool(given) and all(figures_differ(denied, figure) for figure in given)


def _entity(party: Party | None) -> EntityId | None:
    """Give the entity of a party; None for words and for none."""
    return None if party is None else party.entity
