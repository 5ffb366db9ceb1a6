"""The extractor by rules: passages in, entities and grounded claims out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Self

from sayso.extract.casing.caseless import as_written, with_capitals
from sayso.extract.encoder.carried import NO_MENTION, Candidate
from sayso.extract.encoder.heard import Asked, Heard, Listener
from sayso.extract.entities.assemble import Entities, read_entities
from sayso.extract.gating.gate import SKIPPED, SKIPPED_PAGES, Gate
from sayso.extract.gating.prose import readable
from sayso.extract.grammar.syntax import Sentence
from sayso.extract.grounding import Grounded, Grounding
from sayso.extract.incidents.accounts import find_accounts
from sayso.extract.languages import unread
from sayso.extract.learnt.confidence import Judge, fitted
from sayso.extract.learnt.meant import resolved
from sayso.extract.learnt.proposals import find_learnt
from sayso.extract.learnt.reconcile import reconciled
from sayso.extract.names.find import find_names
from sayso.extract.parsing.parse import pipeline
from sayso.extract.parsing.stand_ins import parse_names
from sayso.extract.propositions.links import find_links
from sayso.extract.propositions.others import find_others
from sayso.extract.propositions.proposals import find_proposals
from sayso.extract.propositions.whereabouts import find_whereabouts
from sayso.extract.reading import Reading, read_sentences
from sayso.extract.sources.sayings import find_sayings
from sayso.extract.voices.narrator import find_speakers
from sayso.extract.voices.quotes import Told, continue_quotations
from sayso.extract.where_when.places import Gazetteer
from sayso.extract.where_when.quantities import find_quantities
from sayso.extract.where_when.times import find_times, questions
from sayso.model.claims import DocumentEntity, Extraction, Mention, PlaceMention
from sayso.model.documents import Document, Passage
from sayso.model.ids import DocumentId, EntityId, MentionId
from sayso.model.vocabulary import PassageKind
from sayso.ports import NameIndex

#: Languages that the rules read; None: it could not be told, and is tried.
READ: Final = frozenset({"en", None})
_SAMPLE: Final = "Read."


class RuleExtractor:
    """Reads English by tables of words in the dependency tree; an encoder reads it again.

    Args:
        second: finds claims for which the tables have no words, and objects to those in which a
            source, a denial or a doubt got lost; without one every claim of the rules stands.
        gate: leaves documents unread that have nothing of the domain; without one all are read.
        judge: tells how sure a claim is that a second reader has read too.
    """

    name = "sayso-rules 0.1"

    def __init__(
        self,
        second: Listener | None = None,
        gate: Gate | None = None,
        judge: Judge | None = None,
    ) -> None:
        self._second = second
        self._gate = gate
        self._judge = judge or fitted()

    def extract(
        self, document: Document, passages: Sequence[Passage], names: NameIndex
    ) -> Extraction:
        """Give what the document says and who says it; entities and claims in order of appearance.

        Another language than English gives nothing but a remark, and so does a document in which
        the gate finds nothing of the domain; such pages of others are left out.
        """
        if document.language not in READ:
            return unread(document, self.name)
        if self._gate is not None and not self._gate.opens(_told_of(document), names):
            return Extraction(document_id=document.id, extractor=self.name, remarks=(SKIPPED,))
        closed = frozenset() if self._gate is None else self._gate.closed_pages(passages, names)
        capital, opened = with_capitals(
            document, [p for p in passages if p.page not in closed], Gazetteer.load()
        )
        extraction = self._read(capital, opened, names)
        if closed:
            remark = SKIPPED_PAGES.format(", ".join(map(str, sorted(closed))))
            extraction = replace(extraction, remarks=(*extraction.remarks, remark))
        return extraction if capital is document else as_written(extraction, document.text)

    def _read(
        self, document: Document, passages: Sequence[Passage], names: NameIndex
    ) -> Extraction:
        """Give what a document with capitals says."""
        sentences, entities, remarks = _parsed(document, passages, names)
        laid_out = _lay_out(sentences, entities)
        heard = _hear(self._second, document.text, laid_out)
        if heard.meant:
            entities = resolved(entities, heard.meant)
            laid_out = _lay_out(sentences, entities)
        told = _listen(laid_out)
        speakers = find_speakers(document, told)
        grounding = Grounding(self.name, f"c-{_short(document.id)}-", speakers)
        proposed = [g for one in told for g in _claims_in(one, grounding, heard)]
        known = {e.id: e for e in entities.entities}
        accounts = _accounts_in(told, Grounding(self.name, f"a-{_short(document.id)}-", speakers))
        grounded, objections = reconciled(heard, proposed, known, self._judge)
        told_so, _ = reconciled(heard, accounts, known, self._judge, least=0.0)
        return Extraction(
            document_id=document.id,
            extractor=self.name,
            entities=entities.entities,
            claims=tuple(g.claim for g in grounded),
            accounts=tuple(g.claim for g in told_so),
            links=find_links([(g.claim, g.head) for g in grounded], known),
            places=entities.places,
            times=entities.times,
            refused=(*grounding.refused, *objections),
            remarks=(*remarks, *questions(entities.times)),
        )

    def prepared(self) -> Self:
        """Load what is large now, so that processes begun later share it."""
        pipeline()
        Gazetteer.load()
        _hear(self._second, _SAMPLE, ())
        return self


def _hear(second: Listener | None, text: str, readings: Sequence[Reading]) -> Heard:
    """Give what the second reader hears in a document; nothing without one."""
    if second is None:
        return Heard()
    return second.hear(text, [Asked(r.sentence.passage.span, _candidates(r)) for r in readings])


def _candidates(reading: Reading) -> tuple[Candidate, ...]:
    """Give what may fill a role in a sentence, each span once, in order."""
    kinds = {m.span: ("mentions", str(reading.type_of(m))) for m in reading.mentions}
    kinds = dict.fromkeys((t.span for t in reading.times), NO_MENTION) | kinds
    return tuple(Candidate(span, kinds[span]) for span in sorted(kinds))


def readings_of(
    document: Document, passages: Sequence[Passage], names: NameIndex
) -> tuple[Reading, ...]:
    """Give the sentences of an English document with all that is known at their words."""
    sentences, entities, _ = _parsed(document, passages, names)
    return _lay_out(sentences, entities)


def _parsed(
    document: Document, passages: Sequence[Passage], names: NameIndex
) -> tuple[tuple[Sentence, ...], Entities, tuple[str, ...]]:
    """Give the parsed sentences, the entities with ids of their own, and remarks on the rest."""
    gazetteer = Gazetteer.load()
    own, remarks = readable([p for p in passages if p.kind is PassageKind.SENTENCE])
    found = find_names(document, own, names, gazetteer)
    sentences = tuple(parse_names(own, [(name.span, name.type) for name in found]))
    entities = read_entities(document, sentences, found, gazetteer)
    beside = (p for p in passages if p.kind is not PassageKind.SENTENCE)
    told = (t for p in beside for t in find_times(p, document.published))
    times = tuple(sorted((*entities.times, *told), key=lambda t: (t.span.start, -t.span.end)))
    return sentences, _unique(replace(entities, times=times), document.id), remarks


def _lay_out(sentences: Sequence[Sentence], entities: Entities) -> tuple[Reading, ...]:
    """Lay the entities, places, times and figures at the words of their sentences."""
    return read_sentences(
        sentences,
        entities.mentions,
        entities.entities,
        (entities.places, entities.times),
        {s.passage.span: find_quantities(s) for s in sentences},
    )


def _listen(readings: Sequence[Reading]) -> tuple[Told, ...]:
    """Find who says what in each sentence, and whose quotations go on."""
    return continue_quotations(readings, [find_sayings(r) for r in readings])


def _claims_in(told: Told, grounding: Grounding, heard: Heard) -> list[Grounded]:
    """Give the claims of one sentence: by the rules, of the open class, and by the encoder."""
    carried = find_proposals(told.reading)
    ruled = (*carried, *find_whereabouts(told.reading, carried))
    claims = list(grounding.ground(told, ruled))
    heads = {g.head.index for g in claims}
    others = find_others(told, [p for p in ruled if p.head.index in heads])
    own = heard.carried.get(told.reading.sentence.passage.span, ())
    learnt = find_learnt(told.reading, own, ruled)
    return [*claims, *grounding.ground(told, (*others, *learnt))]


def _accounts_in(told: Sequence[Told], grounding: Grounding) -> list[Grounded]:
    """Give what each word for a violent act tells, in the voice that tells it."""
    return [g for one in told for g in grounding.ground(one, find_accounts(one.reading))]


def _told_of(document: Document) -> str:
    """Give what the gate looks at."""
    return "\n".join((document.title or "", document.publisher or "", document.text))


def _short(document_id: DocumentId) -> str:
    """Give the first eight digits of a document's digest."""
    return document_id.removeprefix("sha256:")[:8]


def _unique(entities: Entities, document_id: DocumentId) -> Entities:
    """Give entities and mentions whose ids no other document has: "e3" becomes "e-1f2e3d4c-3"."""
    short = _short(document_id)
    renamed = {e.id: EntityId(f"e-{short}-{e.id.removeprefix('e')}") for e in entities.entities}

    def mention(old: Mention) -> Mention:
        number = old.id.removeprefix("m")
        return replace(
            old, id=MentionId(f"m-{short}-{number}"), resolved_to=renamed[old.resolved_to]
        )

    def entity(old: DocumentEntity) -> DocumentEntity:
        return replace(old, id=renamed[old.id], mentions=tuple(map(mention, old.mentions)))

    def place(old: PlaceMention) -> PlaceMention:
        return old if old.entity is None else replace(old, entity=renamed[old.entity])

    return Entities(
        entities=tuple(map(entity, entities.entities)),
        mentions=tuple(map(mention, entities.mentions)),
        places=tuple(map(place, entities.places)),
        times=entities.times,
    )
