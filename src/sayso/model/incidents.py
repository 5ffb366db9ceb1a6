"""Incidents: who did what to whom, where, when, with what, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sayso.model.claims import Claim, PlaceMention, Quantity
from sayso.model.ids import ClaimId, DocumentId, EntityId, IncidentId
from sayso.model.vocabulary import Predicate


class IncidentKind(StrEnum):
    """What sort of act it is, as far as the text tells."""

    ATTACK = "attack"
    BOMBING = "bombing"
    KILLING = "killing"
    ABDUCTION = "abduction"
    ARSON = "arson"
    ROBBERY = "robbery"
    STOPPAGE = "stoppage"
    ARREST = "arrest"
    SEIZURE = "seizure"


#: The predicate under which the claims of each kind stand.
PREDICATES: Final[Mapping[IncidentKind, Predicate]] = {
    IncidentKind.ATTACK: Predicate.ATTACK,
    IncidentKind.BOMBING: Predicate.ATTACK,
    IncidentKind.KILLING: Predicate.KILLING,
    IncidentKind.ABDUCTION: Predicate.ABDUCTION,
    IncidentKind.ARSON: Predicate.ATTACK,
    IncidentKind.ROBBERY: Predicate.SEIZURE,
    IncidentKind.STOPPAGE: Predicate.CAMPAIGN,
    IncidentKind.ARREST: Predicate.ARREST,
    IncidentKind.SEIZURE: Predicate.SEIZURE,
}


class IncidentSlot(StrEnum):
    """The part that somebody or something has in an incident."""

    PERPETRATOR = "perpetrator"
    VICTIM = "victim"
    TARGET = "target"
    WEAPON = "weapon"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """Who or what fills a slot of an incident, on whose say-so.

    Attributes:
        entity: the entity across documents; None for mere words.
        text: its name, or the words that describe it.
        claims: those that carry it, in the order of the incident's; at least one.
    """

    slot: IncidentSlot
    entity: EntityId | None
    text: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many were killed, wounded, abducted or arrested, as one claim has it."""

    what: str
    quantity: Quantity
    claim: ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims that speak of one act, with what each of them tells: derived, never stored.

    Attributes:
        values: by slot, then in the order of appearance.
        place: the finest that is told; None where none is.
        times: EDTF, different ones side by side, in order of appearance.
        claims: in order of appearance, document by document; at least one.
        answers: claims elsewhere that deny one of these, or reject the document that it stands in.
    """

    id: IncidentId
    kind: IncidentKind
    values: tuple[SlotValue, ...]
    place: PlaceMention | None
    times: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    claims: tuple[Claim, ...]
    answers: tuple[ClaimId, ...] = ()

    def values_of(self, slot: IncidentSlot) -> tuple[SlotValue, ...]:
        """Give what fills one slot."""
        return tuple(v for v in self.values if v.slot is slot)

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """Give the documents that tell of it, in order."""
        return tuple(dict.fromkeys(c.document_id for c in self.claims))
