"""What documents tell of a state as lines of a brief, each with its footnote and the replies."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.briefs import BriefLine, Footnote
from sayso.model.concerns import Said
from sayso.model.ids import ClaimId
from sayso.model.oversight import Proof, RecordKind, StateRecord
from sayso.views.naming import counted, one_line, quote_whole
from sayso.views.recorded.prose import record_sentence, reply_sentence
from sayso.views.recorded.records import Listed, titled

#: Records, and things said, told of one state at most, the last ones; the rest are counted.
MOST_TOLD: Final = 8


class Notes:
    """The footnotes of a brief in the making: one for each place that proves something."""

    def __init__(self, given: Sequence[Footnote]) -> None:
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
        self.cited[titled(proof.title)] = None
        self.given.append(
            Footnote(
                number=number,
                claim=None,
                words=proof.text,
                chain=(),
                document=titled(proof.title),
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
        said = record_sentence(record, self.name, _document(record.proof.title))
        return self.notes.line(f"{said}.", [cited_as(record)])

    def reply(self, reply: StateRecord) -> BriefLine:
        """Give a reply in the state's words."""
        return self.notes.line(reply_sentence(reply, self.name), [cited_as(reply)])

    def _replies(self, given: frozenset[str], *ids: str | None) -> Iterator[BriefLine]:
        found = (reply for reply in self.told.replies_to(*ids) if reply.id not in given)
        return map(self.reply, found)

    def _counted(self, more: int, own: Sequence[StateRecord]) -> Iterator[BriefLine]:
        if more > 0:
            told = f"{counted(more, 'other record')} of {self.name} came before."
            yield self.notes.line(told, [cited_as(own[0])])

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
        yield self._stands(one.claim, "In {} it stands: {}")
        for other in one.against:
            yield self._stands(other, "Against that stands in {}: {}")
        yield from self._replies(given, one.claim, one.finding)

    def _stands(self, claim: ClaimId, words: str) -> BriefLine:
        """Give the sentence in which a claim is made, whole, with its speaker and its hedges."""
        knowledge = self.told.knowledge
        found = knowledge.claim(claim)
        document = knowledge.document_of(found)
        sentence = found.sentence.of(document.text)
        quoted = quote_whole(sentence)
        dot = "" if quoted[-2:-1] in {".", "!", "?"} else "."
        where = Proof(
            document=document.id,
            title=document.name,
            locator=knowledge.passage_of(found).locator,
            text=sentence,
        )
        return self.notes.line(words.format(_document(document.name), quoted) + dot, [where])


def cited_as(record: StateRecord) -> Proof:
    """Give the proof of a record as a footnote has it: a document that is not held says so."""
    proof = record.proof
    held = "" if proof.document is not None else " (not held)"
    return replace(proof, title=f"{titled(proof.title)}{held}")


def _document(title: str) -> str:
    named = titled(title)
    return named if named != one_line(title) else quote_whole(title)
