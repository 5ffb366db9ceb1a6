"""Findings: topics with their voices, roots, status and replies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.claims import Claim, ClaimLink
from sayso.model.findings import Finding
from sayso.model.ids import ClaimId, DocumentId, EntityId, FindingId
from sayso.model.vocabulary import DocumentKind, Reply, SourceKind
from sayso.review.corpus import Corpus
from sayso.review.findings.lapses import Lapses, replaced_figures
from sayso.review.findings.replies import Denials, find_parties, find_rejections, in_order
from sayso.review.findings.status import Voice, count, explain, roots_of, status_of
from sayso.review.findings.topics import Topic, Topics, was_before
from sayso.review.matters.extents import (
    distinct_figures,
    figures_exclude,
    is_other_figure,
)
from sayso.review.matters.keys import Party
from sayso.review.memory.notes import Table
from sayso.review.memory.records import Changes, OfEach
from sayso.review.origins.roots import Origin, Origins, occasions
from sayso.review.wording.asked import Asked, asked_in, find_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A topic with all that speaks to it.

    Attributes:
        own: the voices of its own claims.
        broader: denials of something more general, which deny this too.
        beside: denials that come close without denying it: of another figure, part or time.
        rejections: of a document that this rests on.
        asked: what documents with one of the claims tell of asking one of the parties.
    """

    topic: Topic
    own: tuple[Voice, ...]
    broader: tuple[Voice, ...] = ()
    beside: tuple[Voice, ...] = ()
    rejections: tuple[Voice, ...] = ()
    asked: tuple[Asked, ...] = ()

    @property
    def denials(self) -> tuple[Voice, ...]:
        """Give all voices that deny it, or come close."""
        return tuple(v for v in (*self.own, *self.broader, *self.beside) if v.stance == "-")


class Scales:
    """Weighs one topic against all that the corpus knows.

    Attributes:
        origins: the root of each claim.
        loose: the documents that claims of no finding were taken from, where there are any.
    """

    def __init__(self, corpus: Corpus) -> None:
        table = corpus.notes.table
        self._corpus = corpus
        self.origins = Origins(corpus)
        self._topics = Topics(corpus, self.origins)
        self.loose = self._topics.loose
        self._lapses = Lapses(corpus, self.origins)
        self._denials = Denials(corpus.notes)
        self._asking = OfEach(asked_in)
        self._resting: dict[FindingId, tuple[frozenset[EntityId], frozenset[EntityId]]] = {}
        self._misquotes: Table[ClaimId, str] = table()
        self._rejections: Table[EntityId, tuple[Claim, ...]] = table()
        self._parties: Table[EntityId, frozenset[EntityId]] = table()
        self._asked: Table[tuple[DocumentId, EntityId], Asked] = table()

    def follow(
        self, changes: Changes, misquotes: Iterable[ClaimLink]
    ) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
        """Take changes of the corpus up; give the topics that went and those that came.

        Args:
            changes: of the records.
            misquotes: links from claims to the primaries that say otherwise; they do not count.
        """
        corpus = self._corpus
        self._misquotes.become({x.a: x.reason for x in reversed(tuple(misquotes))})
        self.origins.follow(changes)
        self._lapses.follow(changes)
        gone, fresh = self._topics.follow(changes)
        self._denials.follow(gone, fresh)
        for topic in gone:
            self._resting.pop(topic.id, None)
        self._resting |= {t.id: (t.rests_on, t.matter.anchors) for t in fresh if t.rests_on}
        rejections, author = find_rejections(corpus), corpus.reports.author.answers
        roots = self.origins.known.answers
        self._rejections.become(rejections)
        self._parties.become(find_parties(self._resting.values(), roots, rejections, author))
        self._asking.follow(changes)
        self._asked.become(self._with_bodies(find_asked(self._asking.all(), corpus)))
        return gone, fresh

    def weigh(self, topic: Topic) -> Weighed:
        """Gather the voices that speak to a topic, and the rejections of what it rests on."""
        affirming = [c for c in topic.claims if c.factuality.stance == "+"]
        rests_on = {r for c in affirming for r in self.origins.of(c).rests_on}
        concerned = self._concerned(topic, rests_on)
        told = followed_home(self._told(topic.claims, concerned), self._corpus, self.origins)
        general, near = self._general_denials(topic, affirming)
        marked = self._lapses.marked((*told, *self._told(general, concerned)))
        own, broader = marked[: len(told)], _denying(marked[len(told) :])
        rejections = (c for report in rests_on for c in self._rejections.get(report, ()))
        return Weighed(
            topic=topic,
            own=own,
            broader=broader,
            beside=_denying(self._lapses.marked(self._told(near, concerned))),
            rejections=self._voices(in_order(rejections, self._corpus), concerned),
            asked=self._asked_of(topic),
        )

    def finding(self, weighed: Weighed) -> Finding:
        """Give the finding that follows from the voices."""
        topic, voices = weighed.topic, (*weighed.own, *weighed.broader)
        answers = [v.claim for v in weighed.denials if v.concerned]
        answers += [v.claim for v in weighed.rejections]
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
            roots=roots_of(voices, lambda own: self._statements(own, weighed)),
            status=status,
            reply=self._reply(weighed),
            replies=tuple(c.id for c in in_order(answers, self._corpus)),
            explanation=explain(status, tally, tuple(_notes(weighed))),
        )

    def _statements(self, own: Sequence[Voice], weighed: Weighed) -> int:
        """Count the statements of a root; all answers of a party concerned that denies it."""
        first, claims = own[0], [voice.claim for voice in own]
        if first.concerned and first.stance == "-":
            more = (*weighed.beside, *weighed.rejections)
            claims += [v.claim for v in more if v.origin.key == first.origin.key]
        if len(claims) == 1:
            return 1
        return occasions(in_order(claims, self._corpus), self._corpus, self.origins)

    def _voices(self, claims: Iterable[Claim], concerned: frozenset[EntityId]) -> tuple[Voice, ...]:
        """Give the voices of claims."""
        origins = ((claim, self.origins.of(claim)) for claim in claims)
        return tuple(
            Voice(
                claim,
                origin,
                origin.party in concerned,
                self._corpus.document(claim).published,
                misquotes=self._misquotes.get(claim.id),
            )
            for claim, origin in origins
        )

    def _concerned(self, topic: Topic, rests_on: Iterable[EntityId]) -> frozenset[EntityId]:
        """Give the parties concerned: of the topic, their spokespersons' bodies, of its reports."""
        own = topic.matter.anchors
        concerned = own | {self.origins.speaks_for(party) for party in own}
        return concerned.union(*(self._parties.get(report, ()) for report in rests_on))

    def _told(self, claims: Sequence[Claim], concerned: frozenset[EntityId]) -> tuple[Voice, ...]:
        """Give the voices of claims, those that take something back as such."""
        return tuple(map(self._lapses.told, self._voices(claims, concerned)))

    def _general_denials(
        self, topic: Topic, affirming: Sequence[Claim]
    ) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """Give the denials of other topics that deny this one too, and those that come close."""
        near = self._denials.near(topic) if affirming else ()
        given = distinct_figures(affirming)
        broader: list[Claim] = []
        beside: list[Claim] = []
        for denied in near:
            if denied.id == topic.id or not denied.touches(topic):
                continue
            contains = denied.contains(topic)
            for claim in denied.claims:
                if was_before(claim, self._corpus.document(claim).published, topic.time):
                    continue
                other = is_other_figure(claim.proposition.quantity, given)
                (broader if contains and not other else beside).append(claim)
        return in_order(broader, self._corpus), in_order(beside, self._corpus)

    @staticmethod
    def _reply(weighed: Weighed) -> Reply:
        """Give the most specific thing that came back from a party concerned."""
        if any(v.concerned for v in weighed.own if v.stance == "-"):
            return Reply.RECEIVED
        if weighed.rejections:
            return Reply.GENERAL_REJECTION
        if any(v.concerned for v in weighed.denials):
            return Reply.RECEIVED
        replies = {asked.reply for asked in weighed.asked}
        return next((r for r in (Reply.DECLINED, Reply.SOUGHT) if r in replies), Reply.NOT_SOUGHT)

    def _with_bodies(
        self, asked: Mapping[tuple[DocumentId, EntityId], Asked]
    ) -> Mapping[tuple[DocumentId, EntityId], Asked]:
        """Give who was asked, and with a person who speaks for a party that party."""
        bodies = {(d, self.origins.speaks_for(party)): one for (d, party), one in asked.items()}
        return {**bodies, **asked}

    def _asked_of(self, topic: Topic) -> tuple[Asked, ...]:
        """Give what documents with one of the claims tell of asking one of the parties.

        Who speaks for a party is asked for it.
        """
        documents = dict.fromkeys(claim.document_id for claim in topic.claims)
        ends = {p: self.origins.speaks_for(p) for p in sorted(topic.matter.anchors)}
        found = (
            (party, self._asked.get((d, party)) or self._asked.get((d, body)))
            for d in documents
            for party, body in ends.items()
        )
        return tuple(replace(asked, party=party) for party, asked in found if asked is not None)


def _denying(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Give the voices that deny."""
    return tuple(voice for voice in voices if voice.stance == "-")


def followed_home(voices: Sequence[Voice], corpus: Corpus, origins: Origins) -> tuple[Voice, ...]:
    """Give the voices with every citation of a held source followed to that source's own root.

    When the Courier is quoted for what its own article has from a report, the root is the report.
    A wire story on a report that says the same in its own voice adds no root to the report.
    Papers that cite each other in a circle are one root.
    """
    homes = Homes(voices, corpus, origins)
    found = zip(voices, map(homes.of, voices), strict=True)
    return tuple(v if home is v.origin else replace(v, origin=home) for v, home in found)


class Homes:
    """What the held documents of a finding have from each other."""

    def __init__(self, voices: Sequence[Voice], corpus: Corpus, origins: Origins) -> None:
        self._corpus = corpus
        self._origins = origins
        self._at_home: dict[tuple[EntityId, str], dict[str, Origin]] = defaultdict(dict)
        self._of_party: dict[tuple[EntityId, str], Origin] = {}
        for voice in voices:
            publisher = corpus.publishers.get(voice.claim.document_id)
            if publisher is not None:
                home = self._at_home[publisher, voice.stance]
                home.setdefault(voice.origin.key, voice.origin)
            if voice.origin.party is not None:
                self._of_party.setdefault((voice.origin.party, voice.stance), voice.origin)

    def of(self, voice: Voice) -> Origin:
        """Give the root of a voice: followed to where it comes from, as far as that is held."""
        way = [voice.origin]
        following = self._cited(voice) or self._next(voice.origin, voice.stance)
        while following is not None and following.key not in {origin.key for origin in way}:
            way.append(following)
            following = self._next(following, voice.stance)
        if following is not None:
            way.append(_circle(way))
        if len(way) == 1:
            return voice.origin
        reasons = dict.fromkeys(reason for origin in way for reason in origin.reasons)
        return replace(way[-1], reasons=tuple(reasons))

    def _next(self, origin: Origin, stance: str) -> Origin | None:
        """Give the root from which a source has what is quoted from it; None for its own."""
        home = {} if origin.party is None else self._at_home.get((origin.party, stance), {})
        first = None if origin.key in home else next(iter(home.values()), None)
        if first is None:
            return None
        return replace(first, reasons=(f"{origin.name} has it from {first.name}",))

    def _cited(self, voice: Voice) -> Origin | None:
        """Give the author of a report that a press story cites and that says the same."""
        claim = voice.claim
        narrated = claim.speaker.kind is SourceKind.NARRATOR
        if not narrated or self._corpus.document(claim).kind is not DocumentKind.PRESS:
            return None
        authors = sorted(self._origins.cites(claim) - {voice.origin.party})
        found = (self._of_party.get((author, voice.stance)) for author in authors)
        author = next(filter(None, found), None)
        if author is None:
            return None
        document = self._corpus.document(claim).name
        return replace(author, reasons=(f"“{document}” cites {author.name}, which says the same",))


def _circle(way: Sequence[Origin]) -> Origin:
    """Give the one root of sources that have it from each other: the first by name."""
    names = " and ".join(sorted({origin.name for origin in way}))
    first = min(way, key=lambda origin: (origin.name, origin.key))
    return replace(first, reasons=(f"{names} cite each other: one source",))


def _notes(weighed: Weighed) -> Iterable[str]:
    """Say what else a reader of the status must know: figures that differ, denials beside it."""
    replaced = tuple(replaced_figures(weighed.own))
    gone = {earlier.claim.id for _, earlier in replaced}
    standing = (v for v in weighed.own if v.stance == "+" and v.lapse is None)
    figures = distinct_figures(v.claim for v in standing if v.claim.id not in gone)
    apart = [q for q in figures[1:] if figures_exclude(figures[0], q)]
    if apart:
        words = " and ".join(f"“{quantity.text}”" for quantity in (figures[0], *apart))
        yield f"figures that exclude each other are given ({words})"
    yield from dict.fromkeys(
        f"{later.origin.name} gives “{new.text}” instead of “{old.text}”"
        for later, earlier in replaced
        for old, new in [(earlier.claim.proposition.quantity, later.claim.proposition.quantity)]
        if old is not None and new is not None
    )
    near = sorted({v.origin.name for v in weighed.beside if v.origin.independent})
    if near:
        verb = "denies" if len(near) == 1 else "deny"
        yield f"{' and '.join(near)} {verb} another figure, part or time of it"


def _entity(party: Party | None) -> EntityId | None:
    """Give the entity of a party; None for words and for none."""
    return None if party is None else party.entity
