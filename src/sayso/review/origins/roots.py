"""Where a claim comes from: its independent root, and the report that it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim, SourceNode
from sayso.model.documents import Document
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import DocumentKind, EntityType, Predicate, Role, SourceKind
from sayso.review.copies import credited_agency, date_order
from sayso.review.corpus import Corpus
from sayso.review.entities.names import normal_name
from sayso.review.entities.reports import day_of
from sayso.review.memory.notes import Table
from sayso.review.memory.records import Changes, OfEach
from sayso.review.origins.occasions import Occasions
from sayso.review.origins.reading import Voiced, read_voices, words_of

#: A sentence of so many words that stands in two documents was copied.
COPIED_WORDS: Final = 8
#: What one does by speaking, also for others.
_SPEAKING: Final = frozenset(
    {Predicate.ACCUSATION, Predicate.APPROVAL, Predicate.REPORT, Predicate.DISCLOSURE}
    | {Predicate.AUTHORED, Predicate.SPOKESPERSON_FOR}
)
_NAMELESS: Final = frozenset({SourceKind.UNNAMED, SourceKind.COLLECTIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The root of one claim.

    Attributes:
        key: equal for claims of one root.
        party: who speaks, or in whose name; None where no entity does.
        independent: it can be named, so that two of them are known to be two.
        rests_on: entities of the documents that the claim was taken from.
        unseen: it rests on a document that is cited and not held.
        reasons: why it is this root, one sentence each; none where the words name it themselves.
    """

    key: str
    name: str
    party: EntityId | None
    independent: bool
    rests_on: frozenset[EntityId] = frozenset()
    unseen: bool = False
    reasons: tuple[str, ...] = ()


class Origins:
    """Finds the root of any claim of a corpus, and keeps them.

    Attributes:
        known: the root of each claim.
    """

    def __init__(self, corpus: Corpus) -> None:
        table = corpus.notes.table
        self.known: Table[ClaimId, Origin] = table()
        self._corpus = corpus
        self._voiced = OfEach(read_voices)
        self._printed_in: dict[str, set[DocumentId]] = defaultdict(set)
        self._spoken_for: Table[EntityId, EntityId] = table()
        self._first_with: Table[str, DocumentId] = table()
        self._seen: Table[EntityId, bool] = table()
        self._first_issue: Table[EntityId, str] = table()

    def follow(self, changes: Changes) -> None:
        """Take changes of the corpus up; the roots are traced later, document by document."""
        corpus = self._corpus
        gone, fresh = self._voiced.follow(changes)
        self._follow_prints(changes, gone, fresh)
        self._spoken_for.become(_spokespersons(corpus, self._voiced.all()))
        held, publishers = corpus.reports.held.answers, corpus.publishers.answers
        authors = (publishers.get(document) for document in held.values())
        self._seen.become(dict.fromkeys([*held, *filter(None, authors)], True))
        days: dict[EntityId, str] = {}
        for document, publisher in publishers.items():
            day = corpus.records.answers[document].document.published or ""
            days[publisher] = min(day, days.get(publisher, day))
        self._first_issue.become(days)

    def _follow_prints(
        self, changes: Changes, gone: Iterable[Voiced], fresh: Iterable[Voiced]
    ) -> None:
        """Find the first document, by date, in which each long enough narrated sentence stands."""
        touched: set[str] = set()
        for document, old in zip(changes.gone, gone, strict=True):
            touched.update(old.printed.values())
            for words in old.printed.values():
                self._printed_in[words].discard(document)
        for record, new in zip(changes.fresh, fresh, strict=True):
            touched.update(new.printed.values())
            for words in new.printed.values():
                self._printed_in[words].add(record.document.id)
        for words in touched:
            if words.count(" ") + 1 >= COPIED_WORDS:
                first = min(self._printed_in[words], key=self._date, default=None)
                self._first_with.put(words, first)

    def _date(self, document: DocumentId) -> tuple[str, str]:
        return date_order(self._corpus.records.answers[document].document)

    def of(self, claim: Claim) -> Origin:
        """Give a claim's root, as it was traced."""
        return self.known[claim.id]

    def trace(self, claim: Claim) -> Origin:
        """Work out a claim's root.

        It is the innermost source that can be named; for an unnamed one, the report that vouches
        for it, but never the press that merely carries it. An author's report and the author are
        one root, as are a party and its spokesperson.
        """
        node = self._root_node(claim)
        reports = self._rests_on(claim)
        key, name, party = self._who(node, claim)
        return Origin(
            key=key,
            name=name,
            party=party,
            independent=node.kind is not SourceKind.COLLECTIVE and self._is_known(node),
            rests_on=reports,
            unseen=not any(report in self._seen for report in reports)
            if reports
            else self.account_to_obtain(node, claim) is not None,
            reasons=tuple(self._reasons(claim, node, name)),
        )

    def of_publisher(self, claim: Claim) -> Origin:
        """Give the root that the document itself is, whoever speaks in it."""
        key, name, party = self._publisher(self._corpus.document(claim))
        return Origin(key=key, name=name, party=party, independent=True)

    def cites(self, claim: Claim) -> frozenset[EntityId]:
        """Give the authors of the reports that a claim's document cites."""
        author = self._corpus.reports.author
        return frozenset(author[report] for report in self._cited_in(claim.document_id))

    def account_to_obtain(self, node: SourceNode, claim: Claim) -> EntityId | None:
        """Give the outlet on whose word a document tells it, of which nothing earlier is held."""
        outlet = self._corpus.cluster(node.entity) if node.kind is SourceKind.ENTITY else None
        if outlet is None or self._corpus.entity(outlet).type is not EntityType.MEDIA_OUTLET:
            return None
        citing = self._corpus.document(claim)
        names = map(normal_name, self._corpus.clusters.names[outlet])
        first = self._first_issue.get(outlet)
        is_held = first is not None and first <= (citing.published or "9999")
        return None if is_held or normal_name(citing.publisher or "") in names else outlet

    def _reasons(self, claim: Claim, node: SourceNode, name: str) -> Iterator[str]:
        """Say why a claim is counted to its root, where its words do not say so."""
        innermost = claim.voices[-1]
        story = self._corpus.records[self._corpus.context.stories[claim.document_id]].document
        if story.id != claim.document_id:
            copy = self._corpus.document(claim).name
            yield f"“{copy}” is a copy of “{story.name}” ({story.published or 'undated'})"
        if node.kind is SourceKind.NARRATOR:
            yield from self._printed(claim)
        told = self._called(innermost)
        if not self._is_known(innermost) and node is not innermost:
            yield f"“{told}”, not named, on the word of {name}"
        elif not self._is_known(node):
            yield f"“{told}” is not named: shown, and not counted as a source"
        elif node.kind is not SourceKind.NARRATOR and self._called(node) != name:
            how = "is by" if node.kind is SourceKind.DOCUMENT else "speaks for"
            yield f"“{self._called(node)}” {how} {name}"

    def _printed(self, claim: Claim) -> Iterator[str]:
        """Say why a document's own words are counted to somebody else than its publisher."""
        held = self._corpus.document(claim)
        first = self._first_with.get(self._words_of(claim), claim.document_id)
        story = self._corpus.records[self._corpus.context.stories[first]].document
        if first != held.id and story.id != self._corpus.context.stories[held.id]:
            yield f"“{held.name}” has the words of “{story.name}” ({story.published or 'undated'})"
        agency = credited_agency(story)
        if agency is not None and agency != held.publisher:
            yield f"“{story.name}” credits {agency}"

    def _called(self, node: SourceNode) -> str:
        """Give what a source is called across documents, else in its own words."""
        cluster = self._corpus.cluster(node.entity)
        if cluster is not None:
            return " ".join(self._corpus.entity(cluster).name.split())
        return node.name or node.kind.value

    def speaks_for(self, cluster: EntityId) -> EntityId:
        """Give the party for which a person speaks or which it leads; else the entity itself."""
        return self._spoken_for.get(cluster, cluster)

    def _root_node(self, claim: Claim) -> SourceNode:
        """Give the innermost node that can be named, or the nameless one when nobody vouches."""
        chain = claim.voices
        innermost = chain[-1]
        if self._is_known(innermost):
            return innermost
        vouching = {SourceKind.DOCUMENT}
        if innermost.kind is SourceKind.DOCUMENT:
            vouching.add(SourceKind.ENTITY)  # "a document seen by the Courier"
        if self._is_published_report(claim):
            vouching.add(SourceKind.NARRATOR)
        outward = reversed(chain[:-1])
        return next((n for n in outward if n.kind in vouching and self._is_known(n)), innermost)

    def _is_published_report(self, claim: Claim) -> bool:
        """Say whether the claim stands in a report that has a publisher to vouch for it."""
        document = self._corpus.document(claim)
        return document.kind is DocumentKind.REPORT and document.publisher is not None

    def _is_known(self, node: SourceNode) -> bool:
        """Say whether a source can be named: by itself, by whom it speaks for, by its author."""
        if node.kind is SourceKind.NARRATOR or node.speaks_for is not None:
            return True
        if node.kind in _NAMELESS:
            return False
        cluster = self._corpus.cluster(node.entity)
        if cluster is None:
            return node.name is not None
        return self._corpus.is_named(cluster) or cluster in self._corpus.reports.author

    def _who(self, node: SourceNode, claim: Claim) -> tuple[str, str, EntityId | None]:
        """Give the key, the name and the entity of a source."""
        if node.kind is SourceKind.NARRATOR:
            return self._narrator(claim)
        himself = self._corpus.cluster(node.entity)
        is_own = himself is not None and himself in self._spoken_of(claim)
        cluster = (None if is_own else self._corpus.cluster(node.speaks_for)) or himself
        if cluster is None and self._is_known(node):
            cluster = self._corpus.bearers.get(normal_name(node.name or ""))
        if cluster is None:
            name = node.name or node.kind.value
            place = "" if self._is_known(node) else claim.id
            return f"{node.kind}/{normal_name(name)}/{place}", name, None
        cluster = self._corpus.reports.author.get(cluster, cluster)
        cluster = cluster if is_own else self.speaks_for(cluster)
        if node.kind in _NAMELESS and node.speaks_for is None:
            return f"{node.kind}/{cluster}", node.name or self._corpus.entity(cluster).name, None
        return cluster, self._corpus.entity(cluster).name, cluster

    def _spoken_of(self, claim: Claim) -> frozenset[EntityId | None]:
        """Give whom a claim is about, apart from what they say: of that everybody speaks himself.

        "The leader denied that he leads the Front" is no denial of the Front's.
        """
        said = claim.proposition
        about = () if said.predicate in _SPEAKING else (Role.SUBJECT, Role.OBJECT)
        return frozenset(self._corpus.cluster(said.entity(role)) for role in about)

    def _narrator(self, claim: Claim) -> tuple[str, str, EntityId | None]:
        """Give who first printed these words: the agency credited, the publisher, the document."""
        origin = self._first_with.get(self._words_of(claim), claim.document_id)
        document = self._corpus.records[self._corpus.context.stories[origin]].document
        return self._publisher(document)

    def _words_of(self, claim: Claim) -> str:
        """Give the words of a claim's sentence, without case and punctuation."""
        document = self._corpus.document(claim)
        return self._voiced.of(document.id).printed.get(claim.id) or words_of(claim, document)

    def _publisher(self, document: Document) -> tuple[str, str, EntityId | None]:
        """Give who stands behind a document."""
        publisher = credited_agency(document) or document.publisher
        if publisher is None:
            return document.id, document.name, None
        party = self._corpus.bearers.get(normal_name(publisher))
        if party is None:
            return f"publisher/{normal_name(publisher)}", publisher, None
        return party, self._corpus.entity(party).name, party

    def _cited_in(self, document: DocumentId) -> tuple[EntityId, ...]:
        """Give the reports with a known author that a document cites, each once."""
        cited = map(self._corpus.cluster, self._voiced.of(document).cited)
        author = self._corpus.reports.author
        return tuple(dict.fromkeys(c for c in cited if c is not None and c in author))

    def _rests_on(self, claim: Claim) -> frozenset[EntityId]:
        """Give the documents that a claim was taken from: named in its chain, or by its author."""
        cited = self._cited_in(claim.document_id)
        found: set[EntityId] = set()
        for node in claim.voices:
            cluster = self._corpus.cluster(node.entity)
            if cluster is None:
                continue
            found |= {r for r in cited if self._corpus.reports.author.get(r) == cluster}
            is_document = self._corpus.entity(cluster).type is EntityType.DOCUMENT
            if node.kind is SourceKind.DOCUMENT or is_document:
                found.add(cluster)
        cited_as = self._corpus.reports.cited_as
        return frozenset(found) or cited_as.get(claim.document_id, frozenset())


def occasions(claims: Iterable[Claim], corpus: Corpus, origins: Origins) -> int:
    """Count the statements of one root that claims tell of, in their order.

    What one person of a party says, or one report, within a week is one statement, in however many
    papers it stands.
    """
    found = Occasions()
    for claim in claims:
        speaker = corpus.cluster(claim.speaker.entity)
        is_person = speaker is not None and corpus.entity(speaker).type is EntityType.PERSON
        found.put(
            {speaker} if speaker is not None and is_person else set(),
            (corpus.context.stories[claim.document_id], *origins.of(claim).rests_on),
            day_of(corpus.document(claim).published),
        )
    return len(found.known)


def _spokespersons(corpus: Corpus, voiced: Iterable[Voiced]) -> dict[EntityId, EntityId]:
    """Give the one party that a person speaks for, or is certainly said to lead or to speak for."""
    parties: dict[EntityId, set[EntityId]] = defaultdict(set)
    entity_of, profiles = corpus.clusters.entity_of.answers, corpus.clusters.profiles.answers
    for claim, speaker, voice in (row for each in voiced for row in each.speakers):
        person, party = entity_of.get(speaker), entity_of.get(voice)
        if person is None or party is None or claim in corpus.rejected.answers:
            continue
        if profiles[person].type is EntityType.PERSON:
            parties[person].add(party)
    return {person: next(iter(own)) for person, own in parties.items() if len(own) == 1}
