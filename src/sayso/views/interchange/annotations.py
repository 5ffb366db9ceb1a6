"""Claims as W3C Web Annotations, anchored by position (code points) and by quotation."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.claims import Argument, Claim, SourceNode
from sayso.model.documents import Document
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import EntityType, SourceKind
from sayso.views.exports import rows
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import local_entity
from sayso.views.tables import claim_sentence

CONTEXT: Final = ("http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:"})
#: Code points of the text before and after a quotation, by which it is found again.
_BESIDE: Final = 32


class AnnotationExporter:
    """Writes one annotation page: each claim with its words, speakers, status and denial."""

    format = "annotations"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file; annotations in the order of their claims."""
        made: JsonObject = {
            "@context": list(CONTEXT),
            "id": "urn:sayso:annotations",
            "type": "AnnotationPage",
            "generator": {"type": "Software", "name": terms.program},
            "generated": rows.made_at(knowledge, terms).isoformat(),
            "items": [_annotation(knowledge, claim) for claim in knowledge.claims.values()],
        }
        text = json.dumps(made, ensure_ascii=False, indent=1)
        return {"annotations.jsonld": f"{text}\n".encode("utf-8", "replace")}


def _annotation(knowledge: Knowledge, claim: Claim) -> JsonObject:
    document = knowledge.document_of(claim)
    sentence = claim_sentence(knowledge, claim)
    return {
        "id": f"urn:sayso:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "format": "text/plain", "value": sentence},
            {"type": "sayso:Claim", **_claim(knowledge, claim), **_standing(knowledge, claim)},
        ],
        "target": {
            "source": {
                "id": f"urn:{document.id}",
                "sayso:title": document.name,
                "sayso:locator": document.locator,
                "sayso:publisher": document.publisher,
                "sayso:published": document.published,
                "sayso:handling": document.handling.value,
                "rights": document.lawful_basis,
                "sayso:notice": document.notice,
            },
            "selector": selectors(document, claim.content),
        },
    }


def selectors(document: Document, span: Span) -> list[JsonObject]:
    """Give a place in a text twice: in code points, half open, and by its words."""
    text = document.text
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _BESIDE) : span.start],
            "suffix": text[span.end : span.end + _BESIDE],
        },
    ]


def _claim(knowledge: Knowledge, claim: Claim) -> JsonObject:
    """Give what a claim says, every part with its place in the text."""
    found = claim.proposition
    time, place, quantity = found.time, found.place, found.quantity
    parts: dict[str, JsonValue] = {
        "predicate": found.predicate.value,
        "kind": found.kind,
        "factuality": claim.factuality.value,
        "modality": claim.modality.value,
        "realis": found.realis.value,
        "attribution": claim.attribution.value,
        "direct_quote": claim.direct_quote,
        "confidence": round(claim.confidence, 3),
        "pieces": [_span(piece) for piece in claim.pieces],
        "trigger": _span(claim.trigger),
        "cue": None if claim.cue is None else _span(claim.cue),
        "arguments": list(_arguments(knowledge, claim)),
        "speakers": [_speaker(knowledge, claim, node) for node in claim.source_chain[1:]],
        "time": None if time is None else {"edtf": time.edtf, **_span(time.span)},
        "place": None if place is None else {"code": place.code, **_span(place.span)},
        "quantity": None
        if quantity is None
        else {
            "min": quantity.minimum,
            "max": quantity.maximum,
            "exact": quantity.exact,
            **_span(quantity.span),
        },
    }
    return {f"sayso:{name}": part for name, part in parts.items() if part is not None}


def _span(span: Span) -> dict[str, JsonValue]:
    return {"start": span.start, "end": span.end}


def _arguments(knowledge: Knowledge, claim: Claim) -> Iterator[JsonObject]:
    for argument in claim.proposition.arguments:
        name, kind = _named(knowledge, claim, argument.entity)
        told: dict[str, JsonValue] = {"role": argument.role.value, "type": kind}
        yield {**told, "name": name or argument.text or "", **_place(argument)}


def _place(argument: Argument) -> dict[str, JsonValue]:
    return {} if argument.span is None else _span(argument.span)


def _named(
    knowledge: Knowledge, claim: Claim, key: EntityId | None
) -> tuple[str | None, str | None]:
    """Give what the document itself calls an entity, and its type."""
    if key is None:
        return None, None
    local = local_entity(knowledge, claim, key)
    return (None, None) if local is None else (local.name, local.type.value)


def _speaker(knowledge: Knowledge, claim: Claim, node: SourceNode) -> JsonObject:
    name, kind = _named(knowledge, claim, node.entity)
    usual = EntityType.DOCUMENT if node.kind is SourceKind.DOCUMENT else EntityType.PERSON
    told: dict[str, JsonValue] = {"kind": node.kind.value, "type": kind or usual.value}
    where = {} if node.span is None else _span(node.span)
    return {**told, "name": name or node.name or node.kind.value, **where}


def _standing(knowledge: Knowledge, claim: Claim) -> JsonObject:
    """Give how the finding of a claim stands, so that no allegation travels without its answer."""
    home = knowledge.finding_of.get(claim.id)
    finding = None if home is None else knowledge.findings.get(home)
    if finding is None:
        return {}
    return {
        "sayso:finding": finding.id,
        "sayso:status": finding.status.value,
        "sayso:denied_by": rows.speakers_with(finding, "-"),
        "sayso:reply": finding.reply.value,
        "sayso:replies": rows.replies(knowledge, finding),
        "sayso:reviewed": rows.reviewed(knowledge, finding),
    }
