"""Whether the parties concerned in a finding were heard, from what was put and what came back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.model.hearings import Hearing
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import EVENTS, Predicate, Reply
from sayso.review.corpus import Corpus
from sayso.review.entities.owners import PARTIES
from sayso.review.findings.status import Voice
from sayso.review.findings.weighing import Weighed
from sayso.review.matters.keys import Matter
from sayso.review.wording.asked import Asked, is_answer

_NO_CHARGE: Final = frozenset({Predicate.SPOKESPERSON_FOR, Predicate.AUTHORED})


def hearings_of(weighed: Weighed, corpus: Corpus) -> tuple[Hearing, ...]:
    """Give for each party concerned who asked it and what came back; by name, then by day.

    At least one of each party; who says the thing itself has nothing to answer. Copies of one
    story are one asking.
    """
    book = _Book(weighed, corpus)
    parties = sorted(book.parties(), key=lambda p: (corpus.entity(p).name, p))
    return tuple(hearing for party in parties for hearing in book.of(party))


def _answerable(matter: Matter) -> frozenset[EntityId]:
    """Give the parties of which something is said that they may want to answer.

    Of an act that is who did it, of an accusation the accused; to speak for somebody, or to have
    written something, is no charge.
    """
    if matter.predicate in _NO_CHARGE:
        return frozenset()
    if matter.predicate is Predicate.ACCUSATION:
        accused = None if matter.object is None else matter.object.anchor
        return frozenset() if accused is None else frozenset({accused})
    return matter.deniable_for if matter.predicate in EVENTS else matter.anchors


class _Book:
    """The bookkeeping of one finding."""

    def __init__(self, weighed: Weighed, corpus: Corpus) -> None:
        self._weighed = weighed
        self._corpus = corpus
        answers = [v for v in weighed.denials if v.concerned]
        self._answers = [*answers, *weighed.rejections]
        self._rejecting = {v.claim.id for v in weighed.rejections}
        self._affirmed_in: dict[DocumentId, list[ClaimId]] = defaultdict(list)
        for voice in weighed.own:
            if voice.stance == "+":
                story = self._story(voice.claim.document_id)
                self._affirmed_in[story].append(voice.claim.id)

    def parties(self) -> frozenset[EntityId]:
        """Give the named parties that have something to answer, or that answered."""
        about = _answerable(self._weighed.topic.matter)
        entities = {p: self._corpus.entity(p) for p in about}
        concerned = {p for p, one in entities.items() if one.named and one.type in PARTIES}
        saying = {v.origin.party for v in self._weighed.own if v.stance == "+" and v.concerned}
        answering = {v.origin.party for v in self._answers if v.origin.party is not None}
        return frozenset(concerned - saying) | answering

    def of(self, party: EntityId) -> Iterator[Hearing]:
        """Give what is held of one party, by day, undated last."""
        asked = {a.document: a for a in self._asked(party)}
        told: dict[DocumentId, list[Voice]] = {}
        for voice in self._answers:
            if voice.origin.party == party:
                told.setdefault(self._story(voice.claim.document_id), []).append(voice)
        rows = [self._row(party, asked.get(d), told.get(d, ())) for d in {**asked, **told}]
        rows.sort(key=lambda row: (row.on or "9999", row.document or ""))
        yield from rows or [Hearing(party=party, reply=Reply.NOT_SOUGHT)]

    def _asked(self, party: EntityId) -> Iterator[Asked]:
        """Give what is told of asking a party, one of each story."""
        stories: set[DocumentId] = set()
        for asked in self._weighed.asked:
            story = self._story(asked.document)
            if asked.party == party and story not in stories:
                stories.add(story)
                yield replace(asked, document=story)

    def _row(self, party: EntityId, asked: Asked | None, told: Sequence[Voice]) -> Hearing:
        """Give one asking with its answer, or an answer that nobody is known to have asked for."""
        answers = tuple(voice.claim.id for voice in told)
        if asked is None:
            first = told[0].claim
            document = self._corpus.document(first)
            sentence = first.sentence.of(document.text)
            return Hearing(
                party=party,
                reply=self._came_back(answers),
                asked_by=document.publisher if is_answer(sentence) else None,
                on=document.published,
                put=self._put(self._story(first.document_id)),
                document=document.id,
                answers=answers,
            )
        document = self._corpus.records[asked.document].document
        return Hearing(
            party=party,
            reply=self._came_back(answers) if answers else asked.reply,
            asked_by=document.publisher or document.name,
            on=asked.on,
            put=self._put(asked.document),
            document=asked.document,
            words=asked.words,
            locator=asked.locator,
            answers=answers,
        )

    def _came_back(self, answers: Iterable[ClaimId]) -> Reply:
        """Give what answers amount to."""
        only_rejected = self._rejecting.issuperset(answers)
        return Reply.GENERAL_REJECTION if only_rejected else Reply.RECEIVED

    def _put(self, story: DocumentId) -> tuple[ClaimId, ...]:
        """Give the allegations that stand in the documents of one story, in order."""
        return tuple(self._affirmed_in[story])

    def _story(self, document: DocumentId) -> DocumentId:
        return self._corpus.context.stories[document]
