"""The extractor by rules: passages in, entities and grounded claims out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.casing.caseless import as_written, with_capitals
from sayso.extract.entities.assemble import Entities, read_entities
from sayso.extract.grounding import Grounded, Grounding
from sayso.extract.incidents.accounts import find_accounts
from sayso.extract.names.find import find_names
from sayso.extract.parsing.stand_ins import parse_names
from sayso.extract.propositions.links import find_links
from sayso.extract.propositions.others import find_others
from sayso.extract.propositions.proposals import find_proposals
from sayso.extract.propositions.whereabouts import find_whereabouts
from sayso.extract.reading import Reading, read_sentences
from sayso.extract.second_reader.opinions import SecondReader, may_be_unfair, objection
from sayso.extract.sources.sayings import find_sayings
from sayso.extract.syntax import Sentence
from sayso.extract.voices.narrator import find_speakers
from sayso.extract.voices.quotes import Told, continue_quotations
from sayso.extract.where_when.places import Gazetteer
from sayso.extract.where_when.quantities import find_quantities
from sayso.model.claims import DocumentEntity, Extraction, Mention, PlaceMention, Refusal
from sayso.model.documents import Document, Passage
from sayso.model.ids import ClaimId, DocumentId, EntityId, MentionId
from sayso.model.vocabulary import PassageKind
from sayso.ports import NameIndex

#: Languages that the rules read; None: it could not be told, and is tried.
READ: Final = frozenset({"en", None})


class RuleExtractor:
    """Reads English by tables of words in the dependency tree.

    Args:
        second: objects to claims in which the rules lost a source, a denial or a doubt; without
            one every claim of the rules stands.
    """

    name = "sayso-rules 0.1"

    def __init__(self, second: SecondReader | None = None) -> None:
        self._second = second

    def extract(
        self, document: Document, passages: Sequence[Passage], names: NameIndex
    ) -> Extraction:
        """Give what the document says and who says it; entities and claims in order of appearance.

        Another language than English gives nothing but a remark.
        """
        if document.language not in READ:
            remark = f"language '{document.language}': stored and searchable, not read for claims"
            return Extraction(document_id=document.id, extractor=self.name, remarks=(remark,))
        written, gazetteer = document, Gazetteer.load()
        document, passages = with_capitals(document, passages, gazetteer)
        sentences, entities = _read(document, passages, names, gazetteer)
        told = _listen(_lay_out(sentences, entities))
        speakers = find_speakers(document, told)
        grounding = Grounding(self.name, f"c-{_short(document.id)}-", speakers)
        proposed = [g for one in told for g in _claims_in(one, grounding)]
        accounts = _accounts_in(told, Grounding(self.name, f"a-{_short(document.id)}-", speakers))
        reasons = self._objections(document, sentences, [*proposed, *accounts])
        grounded = [g for g in proposed if g.claim.id not in reasons]
        refused = Counter(reasons[g.claim.id] for g in proposed if g.claim.id in reasons)
        objections = [Refusal(reason=r, count=n) for r, n in sorted(refused.items())]
        known = {e.id: e for e in entities.entities}
        extraction = Extraction(
            document_id=document.id,
            extractor=self.name,
            entities=entities.entities,
            claims=tuple(g.claim for g in grounded),
            accounts=tuple(g.claim for g in accounts if g.claim.id not in reasons),
            links=find_links([(g.claim, g.head) for g in grounded], known),
            places=entities.places,
            times=entities.times,
            refused=(*grounding.refused, *objections),
        )
        return extraction if document is written else as_written(extraction, written.text)

    def _objections(
        self, document: Document, sentences: Sequence[Sentence], proposed: Sequence[Grounded]
    ) -> dict[ClaimId, str]:
        """Give why the second reader objects, for the claims to which it does."""
        if self._second is None:
            return {}
        spans = [s.passage.span for s in sentences]
        wanted = {g.claim.sentence for g in proposed if may_be_unfair(g.claim)}
        opinions = self._second.read(document.text, spans, wanted)
        found = {g.claim.id: objection(g.claim, opinions, by_author=g.by_author) for g in proposed}
        return {claim: reason for claim, reason in found.items() if reason is not None}


def _read(
    document: Document, passages: Sequence[Passage], names: NameIndex, gazetteer: Gazetteer
) -> tuple[tuple[Sentence, ...], Entities]:
    """Give the parsed sentences, and the entities with ids that are unique across documents."""
    own = [p for p in passages if p.kind is PassageKind.SENTENCE]
    found = find_names(document, own, names, gazetteer)
    sentences = tuple(parse_names(own, [(name.span, name.type) for name in found]))
    return sentences, _unique(read_entities(document, sentences, found, gazetteer), document.id)


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


def _claims_in(told: Told, grounding: Grounding) -> list[Grounded]:
    """Give the claims of one sentence: with a trigger, by a place, then what else is said."""
    carried = find_proposals(told.reading)
    proposals = (*carried, *find_whereabouts(told.reading, carried))
    claims = list(grounding.ground(told, proposals))
    heads = {g.head.index for g in claims}
    others = find_others(told, [p for p in proposals if p.head.index in heads])
    return [*claims, *grounding.ground(told, others)]


def _accounts_in(told: Sequence[Told], grounding: Grounding) -> list[Grounded]:
    """Give what each word for a violent act tells, in the voice that tells it."""
    return [g for one in told for g in grounding.ground(one, find_accounts(one.reading))]


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
