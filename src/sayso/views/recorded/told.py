"""What documents tell of a state as lines of a brief, each with its footnote and the replies."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.briefs import BriefLine, Footnote
from sayso.model.concerns import Said
from sayso.model.ids import ClaimId
from sayso.model.oversight import Proof, RecordKind, StateRecord
from sayso.views.naming import one_line, quote_whole
from sayso.views.recorded.prose import ended, record_sentence, reply_sentence
from sayso.views.recorded.records import Listed, titled
from sayso.views.wording.texts import Texts

#: Records, and things said, told of one state at most, the last ones; the rest are counted.
MOST_TOLD: Final = 8


class Notes:
    """The footnotes of a brief in the making: one for each place that proves something.

    Attributes:
        texts: the words of the brief's language.
    """

    def __init__(self, given: Sequence[Footnote], texts: Texts) -> None:
        self.texts = texts
        self.given = list(given)
        self.cited: dict[str, None] = {}
        self._numbers: dict[Proof, int] = {}

    def line(self, text: str, proofs: Iterable[Proof]) -> BriefLine:
        """Give a sentence with a footnote for each of its proofs."""
        kept = tuple(dict.fromkeys(proofs))
        numbers = tuple(map(self._number, kept))
        return BriefLine(text=text, claims=(), footnotes=numbers, proofs=kept)

    def _number(self, proof: Proof) -> int:
        known = self._numbers.get(proof)
        if known is not None:
            return known
        number = self._numbers[proof] = len(self.given) + 1
        document = titled(proof.title, self.texts)
        self.cited[document] = None
        self.given.append(
            Footnote(
                number=number,
                claim=None,
                words=proof.text,
                chain=(),
                document=document,
                publisher=None,
                published=None,
                locator=proof.locator,
                address=proof.address or "",
            )
        )
        return number


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells in a brief what documents tell of one state.

    Attributes:
        name: of the state, as it stands inside a sentence.
    """

    notes: Notes
    told: Listed
    name: str

    def lines(self, given: frozenset[str]) -> Iterator[BriefLine]:
        """Give the records and what is said of the state, each with the replies to it.

        Args:
            given: ids of records that are told already.
        """
        records = [r for r in self.told.records if r.id not in given]
        own = [r for r in records if r.kind is not RecordKind.REPLY]
        yield from self._counted(len(own) - MOST_TOLD, own)
        for record in own[-MOST_TOLD:]:
            yield self.record(record)
            yield from self._replies(given, record.id)
        said = self._each_once()[-MOST_TOLD:]
        for one in said:
            yield from self._said(one, given)
        shown = {r.id for r in own[-MOST_TOLD:]} | {one.claim for one in said}
        shown |= {one.finding for one in said if one.finding is not None}
        answers = (r for r in records if r.kind is RecordKind.REPLY)
        yield from (self.reply(r) for r in answers if shown.isdisjoint(r.about))

    def record(self, record: StateRecord) -> BriefLine:
        """Give a record as a sentence."""
        texts = self.notes.texts
        document = _document(record.proof.title, texts)
        said = record_sentence(record, self.name, document, texts)
        return self.notes.line(f"{said}.", [cited_as(record, texts)])

    def reply(self, reply: StateRecord) -> BriefLine:
        """Give a reply in the state's words."""
        texts = self.notes.texts
        return self.notes.line(reply_sentence(reply, self.name, texts), [cited_as(reply, texts)])

    def _replies(self, given: frozenset[str], *ids: str | None) -> Iterator[BriefLine]:
        found = (reply for reply in self.told.replies_to(*ids) if reply.id not in given)
        return map(self.reply, found)

    def _counted(self, more: int, own: Sequence[StateRecord]) -> Iterator[BriefLine]:
        if more > 0:
            texts = self.notes.texts
            told = texts.say("record.before", count=more, state=self.name)
            yield self.notes.line(told, [cited_as(own[0], texts)])

    def _each_once(self) -> list[Said]:
        """Give what is said of the state, less what stands against something before it."""
        against: set[ClaimId] = set()
        found: list[Said] = []
        for one in self.told.said:
            if one.claim not in against:
                found.append(one)
                against.update(one.against)
        return found

    def _said(self, one: Said, given: frozenset[str]) -> Iterator[BriefLine]:
        """Give the sentence that says something of the state, and what stands against it."""
        yield self._stands(one.claim, "record.stands")
        for other in one.against:
            yield self._stands(other, "record.stands_against")
        yield from self._replies(given, one.claim, one.finding)

    def _stands(self, claim: ClaimId, key: str) -> BriefLine:
        """Give the sentence in which a claim is made, whole, with its speaker and its hedges."""
        knowledge = self.told.knowledge
        found = knowledge.claim(claim)
        document = knowledge.document_of(found)
        sentence = found.sentence.of(document.text)
        texts = self.notes.texts
        words = quote_whole(sentence, texts)
        told = texts.say(key, document=_document(document.name, texts), words=words)
        where = Proof(
            document=document.id,
            title=document.name,
            locator=knowledge.passage_of(found).locator,
            text=sentence,
        )
        return self.notes.line(ended(told), [where])


def cited_as(record: StateRecord, texts: Texts) -> Proof:
    """Give the proof of a record as a footnote has it: a document that is not held says so."""
    proof = record.proof
    title = titled(proof.title, texts)
    if proof.document is None:
        title = texts.say("document.not_held", document=title)
    return replace(proof, title=title)


def _document(title: str, texts: Texts) -> str:
    named = titled(title, texts)
    return named if named != one_line(title) else quote_whole(title, texts)
