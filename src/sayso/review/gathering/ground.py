"""Takes records in and out of the corpus, and touches only what that concerns."""

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.documents import Document
from sayso.model.findings import Record
from sayso.model.ids import DocumentId, EntityId
from sayso.review.copies import Stories, date_order
from sayso.review.corpus import Corpus
from sayso.review.entities.alone import Alone, read_alone
from sayso.review.entities.clusters import judged
from sayso.review.entities.members import Member, Placement
from sayso.review.entities.names import normal_name
from sayso.review.entities.placing import join_acronyms
from sayso.review.entities.reports import Shelf, find_reports, place_reports
from sayso.review.judgements import Decisions
from sayso.review.memory.notes import Notes
from sayso.review.memory.records import Changes, OfEach


class Ground:
    """Keeps the corpus, and of each document what it tells alone.

    Attributes:
        documents: all of them, by date.
    """

    def __init__(self, notes: Notes) -> None:
        self.corpus = Corpus.empty(notes)
        self.documents: Sequence[Document] = ()
        self._alone = OfEach(read_alone)
        self._stories = Stories()
        #: Where members belong by their document alone, by rules on several documents, and at last.
        self._placed: dict[EntityId, Placement] = {}
        self._ruled: dict[EntityId, Placement] = {}
        self._replaced: dict[EntityId, Placement] = {}
        self._bearing: dict[str, set[EntityId]] = defaultdict(set)

    def follow(
        self, records: Mapping[DocumentId, Record], changes: Changes, decisions: Decisions
    ) -> Corpus:
        """Give the corpus of these records; their order does not matter."""
        corpus = self.corpus
        documents = self.documents = sorted((r.document for r in records.values()), key=date_order)
        gone, fresh = self._alone.follow(changes)
        self._take_over(records, changes, gone, fresh)
        corpus.rejected.become(dict.fromkeys(decisions.rejected, True))
        corpus.context.stories.become(self._stories.find(documents))
        alone = self._alone.among(d.id for d in documents)
        replaced = self._replacements(alone, decisions)
        moved = self._move(gone, fresh, replaced)
        self._name_bearers(gone, fresh, moved)
        self._find_reports(documents, alone)
        return corpus

    def _take_over(
        self,
        records: Mapping[DocumentId, Record],
        changes: Changes,
        gone: Sequence[Alone],
        fresh: Sequence[Alone],
    ) -> None:
        """Let each document give what it gives by itself."""
        corpus = self.corpus
        if not changes.at_end:
            corpus.claims.clear()
        for record in changes.fresh if changes.at_end else records.values():
            corpus.claims.update((claim.id, claim) for claim in record.extraction.claims)
        for alone in gone:
            for member in alone.placed:
                del self._placed[member]
                self._ruled.pop(member, None)
        for alone in fresh:
            self._placed |= alone.placed
        corpus.records.exchange(changes.gone, {r.document.id: r for r in changes.fresh})
        corpus.members.exchange(
            [member for alone in gone for member in alone.members],
            {key: member for alone in fresh for key, member in alone.members.items()},
        )
        corpus.context.owners.exchange(
            [thing for alone in gone for thing in alone.owners],
            {thing: owner for alone in fresh for thing, owner in alone.owners.items()},
        )

    def _replacements(
        self, alone: Sequence[Alone], decisions: Decisions
    ) -> dict[EntityId, Placement]:
        """Give the members that belong elsewhere than their document alone says."""
        acronyms = join_acronyms(
            (member for a in alone for member in a.acronyms),
            (name for a in alone for name in a.full_names),
        )
        cited = (member for a in alone for member in a.cited)
        reports = place_reports(
            cited, ChainMap(acronyms, self._placed), self.corpus.context, self._ruled
        )
        by_rule = self._ruled = acronyms | reports
        return by_rule | judged(self._placed, by_rule, decisions)

    def _move(
        self, gone: Sequence[Alone], fresh: Sequence[Alone], replaced: dict[EntityId, Placement]
    ) -> tuple[Member, ...]:
        """Bring all members to where they belong; give those of old documents that moved."""
        members, placed, before = self.corpus.members.answers, self._placed, self._replaced
        new = {member for a in fresh for member in a.members}
        moved = [
            key
            for key in before.keys() | replaced.keys()
            if key in placed
            and key not in new
            and before.get(key, placed[key]) != replaced.get(key, placed[key])
        ]
        self.corpus.clusters.move(
            [*(member for a in gone for member in a.members), *moved],
            [(members[key], replaced.get(key, placed[key])) for key in [*new, *moved]],
        )
        self._replaced = replaced
        return tuple(members[key] for key in moved)

    def _name_bearers(
        self, gone: Sequence[Alone], fresh: Sequence[Alone], moved: Iterable[Member]
    ) -> None:
        """Find who bears each name that a change concerns, and who published what."""
        corpus, bearing = self.corpus, self._bearing
        names = {normal_name(member.entity.name) for member in moved}
        for name, member in (pair for a in gone for pair in a.bearers):
            bearing[name].discard(member)
            names.add(name)
        for name, member in (pair for a in fresh for pair in a.bearers):
            bearing[name].add(member)
            names.add(name)
        entity_of = corpus.clusters.entity_of.answers
        for name in names:
            own = {entity_of[member] for member in bearing.get(name, ())}
            corpus.bearers.put(name, own.pop() if len(own) == 1 else None)

    def _find_reports(self, documents: Sequence[Document], alone: Sequence[Alone]) -> None:
        """Find who published what, and which cited reports are held and whose they are."""
        corpus = self.corpus
        bearers = corpus.bearers.answers
        published = ((d.id, bearers.get(normal_name(d.publisher or ""))) for d in documents)
        corpus.publishers.become({key: party for key, party in published if party is not None})
        shelf = Shelf(documents, corpus.publishers.answers)
        cited = (member for a in alone for member in a.cited)
        owners = corpus.context.owners.answers
        author, held = find_reports(cited, corpus.clusters.entity_of.answers, shelf, owners)
        corpus.reports.author.become(author)
        corpus.reports.held.become(held)
        cited_as: dict[DocumentId, set[EntityId]] = defaultdict(set)
        for report, document in held.items():
            cited_as[document].add(report)
        corpus.reports.cited_as.become({key: frozenset(own) for key, own in cited_as.items()})
