"""What one claim tells of an incident: its kind, parties, place and day, ready to be compared."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Argument, Claim, DocumentEntity
from sayso.model.findings import Record
from sayso.model.ids import EntityId, Span
from sayso.model.incidents import IncidentKind, IncidentSlot
from sayso.model.vocabulary import EntityType, MentionKind, PlaceLevel, Predicate, Role

#: Predicates whose claims tell of incidents.
KINDS: Final[Mapping[Predicate, IncidentKind]] = {
    Predicate.ATTACK: IncidentKind.ATTACK,
    Predicate.KILLING: IncidentKind.KILLING,
    Predicate.ABDUCTION: IncidentKind.ABDUCTION,
    Predicate.ARREST: IncidentKind.ARREST,
    Predicate.SEIZURE: IncidentKind.SEIZURE,
}
_PEOPLE: Final = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ARMED_GROUP})
#: What only people undergo.
_OF_PEOPLE: Final = frozenset({Predicate.KILLING, Predicate.ABDUCTION, Predicate.ARREST})
_SLOTS: Final[Mapping[Role, IncidentSlot]] = {
    Role.SUBJECT: IncidentSlot.PERPETRATOR,
    Role.ITEM: IncidentSlot.TARGET,
    Role.INSTRUMENT: IncidentSlot.WEAPON,
}
_ARTICLE: Final = re.compile(r"^(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
#: Ends the rule of an account that tells what came of an act.
_EFFECT: Final = " effect"
_DAY: Final = 10  # letters of "2023-04-01"


@dataclass(frozen=True, slots=True)
class Filled:
    """Something that a claim puts into a slot.

    Attributes:
        key: the same for the same thing: the entity across documents, else the words.
        named: it is called by a name somewhere in its document.
    """

    slot: IncidentSlot
    key: str
    entity: EntityId | None
    text: str
    named: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with what it tells of an incident.

    Attributes:
        effect: it tells what came of an act: who was wounded, what was damaged.
        known: it speaks of an act as one that was told before ("the attack").
    """

    claim: Claim
    kind: IncidentKind
    filled: tuple[Filled, ...]
    effect: bool
    known: bool

    @property
    def day(self) -> str | None:
        """Give the day, as EDTF, where one is told."""
        time = self.claim.proposition.time
        edtf = None if time is None else time.edtf
        return edtf if edtf is not None and len(edtf) == _DAY and edtf.count("-") == 2 else None  # noqa: PLR2004

    def keys(self, *slots: IncidentSlot) -> frozenset[str]:
        """Give the keys of what fills these slots."""
        return frozenset(f.key for f in self.filled if f.slot in slots)


def tellings(record: Record, entity_of: Mapping[EntityId, EntityId]) -> Iterator[Telling]:
    """Give what the claims and accounts of a document tell of incidents, in order of appearance."""
    entities = {e.id: e for e in record.extraction.entities}
    both = (*record.extraction.claims, *record.extraction.accounts)
    for claim in sorted(both, key=lambda c: (c.trigger.start, c.trigger.end)):
        kind = kind_of(claim)
        if kind is None:
            continue
        reader = _Reader(record, entities, entity_of)
        yield Telling(
            claim=claim,
            kind=kind,
            filled=tuple(reader.filled(claim)),
            effect=claim.extractor.endswith(_EFFECT),
            known=reader.is_known(claim),
        )


def kind_of(claim: Claim) -> IncidentKind | None:
    """Give the kind of incident that a claim tells of, or None."""
    told = claim.proposition.kind
    if told in {kind.value for kind in IncidentKind}:
        return IncidentKind(told)
    return KINDS.get(claim.proposition.predicate)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the arguments of a claim of one document."""

    record: Record
    entities: Mapping[EntityId, DocumentEntity]
    entity_of: Mapping[EntityId, EntityId]

    def filled(self, claim: Claim) -> Iterator[Filled]:
        """Give what a claim puts into slots, each thing once a slot."""
        seen: set[tuple[IncidentSlot, str]] = set()
        for argument in claim.proposition.arguments:
            entity = None if argument.entity is None else self.entities.get(argument.entity)
            slot = _slot(claim, argument.role, entity)
            if slot is None:
                continue
            one = self._one(slot, argument, entity)
            if one.text and (slot, one.key) not in seen:
                seen.add((slot, one.key))
                yield one

    def _one(self, slot: IncidentSlot, argument: Argument, entity: DocumentEntity | None) -> Filled:
        """Give one thing: by its name where it has one, else in the words of this place."""
        words = self._words(argument.span) or argument.text or ""
        if entity is None:
            return Filled(slot, _ARTICLE.sub("", words).lower(), None, words, named=False)
        known = self.entity_of.get(entity.id, entity.id)
        named = any(m.kind is MentionKind.NAME for m in entity.mentions)
        pronoun = any(
            m.kind is MentionKind.PRONOUN and m.span == argument.span for m in entity.mentions
        )
        text = entity.name if named or pronoun else words or entity.name
        return Filled(slot, known, known, text, named=named)

    def _words(self, span: Span | None) -> str:
        return "" if span is None else " ".join(span.of(self.record.document.text).split())

    def is_known(self, claim: Claim) -> bool:
        """Say whether "the" or "this" stands before the words for the act."""
        text, start = self.record.document.text, claim.trigger.start
        before = text[max(claim.sentence.start, start - 24) : start].lower().split()
        return bool(before) and not {"the", "this", "that"}.isdisjoint(before[-2:])


def _slot(claim: Claim, role: Role, entity: DocumentEntity | None) -> IncidentSlot | None:
    """Give the slot of a role: what is acted on is a victim where it is people, else a target.

    Mere words are people where people alone undergo it; an account has told things apart.
    """
    if role is not Role.OBJECT:
        return _SLOTS.get(role)
    said = claim.proposition
    people = said.kind is not None or said.predicate in _OF_PEOPLE
    if entity is not None:
        people = entity.type in _PEOPLE
    return IncidentSlot.VICTIM if people else IncidentSlot.TARGET


def is_fine(level: PlaceLevel) -> bool:
    """Say whether a place is fine enough to tell two incidents apart."""
    return level in {PlaceLevel.CITY, PlaceLevel.ADMIN2, PlaceLevel.ADMIN1}
