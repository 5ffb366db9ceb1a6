"""The JSON of one claim, whether it stands in one file or among everything known."""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.model.claims import Argument, Claim, PlaceMention, Quantity, SourceNode
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import SourceKind, category_of
from sayso.views.json import JsonObject, JsonValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Refs:
    """How a view refers to what a claim names.

    Attributes:
        text: of the claim's document.
        claim: the id that the claim is shown under.
        entity: the id that an entity is shown under.
        name: the name of a source; None where it has none.
    """

    text: str
    claim: str
    entity: Callable[[EntityId], str]
    name: Callable[[SourceNode], str | None]


def claim_shape(claim: Claim, refs: Refs) -> JsonObject:
    """Give a claim as the contract of `sayso extract` has it."""
    found = claim.proposition
    pieces = claim.pieces or (claim.content,)
    return {
        "id": refs.claim,
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "content": {
            **span_shape(claim.content, refs.text),
            "pieces": [[piece.start, piece.end] for piece in pieces],
        },
        "source": None if claim.source is None else span_shape(claim.source, refs.text),
        "cue": None if claim.cue is None else span_shape(claim.cue, refs.text),
        "trigger": span_shape(claim.trigger, refs.text),
        "predicate": found.predicate.value,
        "category": category_of(found.predicate).value,
        "arguments": arguments_shape(found.arguments, refs),
        "kind": found.kind,
        "source_chain": [node_shape(node, refs) for node in claim.source_chain],
        "attribution": claim.attribution.value,
        "factuality": claim.factuality.value,
        "modality": claim.modality.value,
        "time": None if found.time is None else found.time.edtf,
        "place": None if found.place is None else place_shape(found.place),
        "quantity": None if found.quantity is None else quantity_shape(found.quantity),
        "realis": found.realis.value,
        "confidence": round(claim.confidence, 3),
    }


def span_shape(span: Span, text: str) -> JsonObject:
    """Give a span with its words."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def arguments_shape(arguments: tuple[Argument, ...], refs: Refs) -> JsonObject:
    """Give role → entity id, or words where there is no entity; a role that repeats is a list."""
    filled: dict[str, list[str]] = {}
    for argument in arguments:
        filler = argument.text or "" if argument.entity is None else refs.entity(argument.entity)
        filled.setdefault(argument.role.value, []).append(filler)
    return {role: one[0] if len(one) == 1 else one for role, one in filled.items()}


def node_shape(node: SourceNode, refs: Refs) -> JsonObject:
    """Give one speaker; an unnamed one is the entity of the words that it is mentioned with."""
    shape: dict[str, JsonValue] = {"kind": node.kind.value}
    if node.kind is SourceKind.NARRATOR:
        return shape
    shape["entity"] = None if node.entity is None else refs.entity(node.entity)
    shape["name"] = refs.name(node)
    if node.kind is not SourceKind.DOCUMENT:
        shape["speaks_for"] = None if node.speaks_for is None else refs.entity(node.speaks_for)
    return shape


def place_shape(place: PlaceMention) -> JsonObject:
    """Give a claim's place."""
    return {
        "name": place.name,
        "code": place.code,
        "level": place.level.value,
        "text": place.text,
    }


def quantity_shape(quantity: Quantity) -> JsonObject:
    """Give a figure with its bounds and its words."""
    return {
        "min": quantity.minimum,
        "max": quantity.maximum,
        "exact": quantity.exact,
        "text": quantity.text,
    }
