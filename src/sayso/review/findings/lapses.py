"""What a source took back or replaced: such a statement stays to be seen and counts no more."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.model.documents import Document, Passage
from sayso.model.ids import EntityId
from sayso.model.vocabulary import DocumentKind, LinkKind
from sayso.review.copies import date_order
from sayso.review.corpus import Corpus
from sayso.review.findings.status import Lapse, Voice
from sayso.review.matters.extents import figure_key, figures_differ, is_later
from sayso.review.memory.notes import Table
from sayso.review.memory.records import Changes, OfEach
from sayso.review.origins.roots import Origins
from sayso.review.wording.unsaid import Withdrawn, find_unsaid, find_withdrawn

_OTHER: Final = {"+": "-", "-": "+"}


class Lapses:
    """Knows what the documents take back, and which statements of one source replace others."""

    def __init__(self, corpus: Corpus, origins: Origins) -> None:
        self._corpus = corpus
        self._origins = origins
        self._unsaid = OfEach(find_unsaid)
        self._told = OfEach(lambda record: tuple(find_withdrawn(record)))
        self._withdrawn: Table[EntityId, tuple[Withdrawn, ...]] = corpus.notes.table()
        self._published: Table[EntityId, int] = corpus.notes.table()

    def follow(self, changes: Changes) -> None:
        """Take changes of the corpus up."""
        entity_of = self._corpus.clusters.entity_of.answers
        self._unsaid.follow(changes)
        self._told.follow(changes)
        found: dict[EntityId, list[Withdrawn]] = defaultdict(list)
        for withdrawn in sorted((w for told in self._told.all() for w in told), key=self._date):
            party = entity_of.get(withdrawn.party)
            if party is not None:
                found[party].append(withdrawn)
        self._withdrawn.become({party: tuple(own) for party, own in found.items()})
        self._published.become(Counter(self._corpus.publishers.answers.values()))

    def _date(self, withdrawn: Withdrawn) -> tuple[str, str, int]:
        passage = withdrawn.passage
        document = self._corpus.records.answers[passage.document_id].document
        return *date_order(document), passage.span.start

    def told(self, voice: Voice) -> Voice:
        """Give a voice that takes something back as such, in the name of who takes it back."""
        unsaid = self._unsaid.of(voice.claim.document_id).get(voice.claim.id)
        if unsaid is None:
            return voice
        publisher = self._origins.of_publisher(voice.claim)
        if unsaid.own and voice.origin.key != publisher.key:
            return voice
        return replace(
            voice, unsaid=unsaid, origin=publisher if unsaid.by_publisher else voice.origin
        )

    def marked(self, voices: Sequence[Voice]) -> tuple[Voice, ...]:
        """Give the voices of a finding, those that were taken back or replaced marked so."""
        back: dict[tuple[str, str], list[Voice]] = defaultdict(list)
        flat: dict[tuple[str, str], list[Voice]] = defaultdict(list)
        for voice in voices:
            if voice.unsaid is not None and voice.unsaid.kind is not None:
                back[voice.origin.key, voice.unsaid.stance].append(voice)
            elif voice.firm and voice.origin.independent:
                flat[voice.origin.key, voice.stance].append(voice)
        newest = {key: max(own, key=lambda v: v.published or "") for key, own in flat.items()}
        return tuple(
            voice if lapse is None else replace(voice, lapse=lapse)
            for voice in voices
            for lapse in [self._lapse(voice, back, newest)]
        )

    def _lapse(
        self,
        voice: Voice,
        back: Mapping[tuple[str, str], Sequence[Voice]],
        newest: Mapping[tuple[str, str], Voice],
    ) -> Lapse | None:
        """Give how a voice was taken back or replaced, if it was."""
        stance, key = voice.stance, voice.origin.key
        if stance == "?":
            return None
        taken = self._taken_back(voice, back.get((key, stance), ()))
        return taken or self._replaced(voice, newest.get((key, _OTHER[stance])))

    def _taken_back(self, voice: Voice, back: Sequence[Voice]) -> Lapse | None:
        """Give how a statement, or the document that it rests on, was taken back."""
        for by in back:
            kind = None if by.unsaid is None else by.unsaid.kind
            if kind is not None and self._reaches(by, voice):
                return Lapse(kind, by.claim.id, self._where(by))
        whole = self._whole(voice)
        return None if whole is None else Lapse(LinkKind.RETRACTS, None, whole)

    def _replaced(self, voice: Voice, opposite: Voice | None) -> Lapse | None:
        """Give how a later word of the same source says the opposite.

        What a party concerned says of itself is never taken for replaced, neither a denial nor an
        admission: only its own words take it back.
        """
        if opposite is None or voice.concerned:
            return None
        if not is_later(opposite.published, voice.published):
            return None
        return Lapse(LinkKind.SUPERSEDES, opposite.claim.id, "")

    def _reaches(self, by: Voice, voice: Voice) -> bool:
        """Say whether what is taken back is this: not the corrected text, not a later word."""
        if by.claim.document_id == voice.claim.document_id:
            return False
        said_anew = self._is_own(voice) and is_later(voice.published, by.published)
        quantities = by.claim.proposition.quantity, voice.claim.proposition.quantity
        return not said_anew and not figures_differ(*quantities)

    def _whole(self, voice: Voice) -> str | None:
        """Give the words by which its author withdrew the document that this rests on, or None."""
        party = voice.origin.party
        for withdrawn in () if party is None else self._withdrawn.get(party, ()):
            document = self._corpus.records[withdrawn.passage.document_id].document
            said_anew = self._is_own(voice) and is_later(voice.published, document.published)
            if not said_anew and self._rests_on(voice, withdrawn):
                return where(document, withdrawn.passage)
        return None

    def _rests_on(self, voice: Voice, withdrawn: Withdrawn) -> bool:
        """Say whether a voice rests on a withdrawn document: that one, or its author's only one."""
        named = self._corpus.cluster(withdrawn.document)
        if named in voice.origin.rests_on:
            return True
        party = voice.origin.party
        is_report = self._corpus.document(voice.claim).kind is DocumentKind.REPORT
        held = 0 if party is None else self._published.get(party, 0)
        is_any = not self._corpus.is_named(named) and held <= 1
        return is_any and (bool(voice.origin.rests_on) or (is_report and self._is_own(voice)))

    def _where(self, by: Voice) -> str:
        """Give the words that take something back, with their place."""
        record = self._corpus.records[by.claim.document_id]
        passage = next(p for p in record.passages if p.id == by.claim.passage_id)
        return where(record.document, passage)

    def _is_own(self, voice: Voice) -> bool:
        """Say whether the source said it in a document of its own."""
        return self._origins.of_publisher(voice.claim).key == voice.origin.key


def replaced_figures(voices: Iterable[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """Give each figure that a source gave instead of another, with the one that it replaces.

    Not that of a paper which quotes its report otherwise.
    """
    latest: dict[str, dict[str, list[Voice]]] = defaultdict(lambda: defaultdict(list))
    for voice in voices:
        quantity = voice.claim.proposition.quantity
        if voice.stance != "+" or voice.lapse is not None or quantity is None:
            continue
        given, figure = latest[voice.origin.key], figure_key(quantity)
        first_hand = not voice.origin.rests_on or len(voice.claim.voices) == 1
        for other in [key for key in given if key != figure] if first_hand else ():
            before = given.pop(other)
            yield from ((voice, v) for v in before if is_later(voice.published, v.published))
            kept = [v for v in before if not is_later(voice.published, v.published)]
            if kept:
                given[other] = kept
        given[figure].append(voice)


def where(document: Document, passage: Passage) -> str:
    """Give the words of a passage with their place, for a sentence."""
    about = (document.publisher or document.name, document.published, passage.locator)
    words = " ".join(passage.text.split())
    return f"“{words}” ({', '.join(filter(None, about))})"
