"""Claims as W3C Web Annotations, anchored by position (code points) and by quotation."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.claims import Claim, SourceNode
from sayso.model.documents import Document
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId, Span
from sayso.views.exports import rows
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import local_entity
from sayso.views.tables import claim_sentence

#: What is no word of the Web Annotation model is one of ours, so that no reader of it drops it.
CONTEXT: Final = (
    "http://www.w3.org/ns/anno.jsonld",
    {"sayso": "urn:sayso:", "@vocab": "urn:sayso:"},
)
#: Code points of the text before and after a quotation, by which it is found again.
_BESIDE: Final = 32


class AnnotationExporter:
    """Writes one annotation page: each claim with its words, speakers, status and denial."""

    format = "annotations"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file; annotations in the order of their claims."""
        made: JsonObject = {
            "@context": list(CONTEXT),
            "id": "urn:sayso:annotations:1",
            "type": "AnnotationPage",
            "partOf": {"id": "urn:sayso:annotations", "type": "AnnotationCollection"},
            "startIndex": 0,
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
            "type": "SpecificResource",
            "source": _source(document),
            "selector": selectors(document, claim.content),
        },
    }


def _source(document: Document) -> JsonObject:
    """Give a document with what binds whoever shows it; `rights` of the model has IRIs alone."""
    basis = document.lawful_basis or ""
    is_address = basis.startswith(("http://", "https://"))
    told = {
        "id": f"urn:{document.id}",
        "sayso:title": document.name,
        "sayso:locator": document.locator,
        "sayso:publisher": document.publisher,
        "sayso:published": document.published,
        "sayso:handling": document.handling.value,
        "rights" if is_address else "sayso:lawful_basis": basis or None,
        "sayso:notice": document.notice,
    }
    return {name: value for name, value in told.items() if value is not None}


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
        "place": None
        if place is None
        else {
            "code": place.code,
            "level": place.level.value,
            "country": place.country,
            "name": place.name,
            **_span(place.span),
        },
        "quantity": None
        if quantity is None
        else {
            "min": quantity.minimum,
            "max": quantity.maximum,
            "figure": quantity.exact,
            **_span(quantity.span),
        },
    }
    return {f"sayso:{name}": part for name, part in parts.items() if part is not None}


def _span(span: Span) -> dict[str, JsonValue]:
    return {"start": span.start, "end": span.end}


def _arguments(knowledge: Knowledge, claim: Claim) -> Iterator[JsonObject]:
    for argument in claim.proposition.arguments:
        party = _party(knowledge, claim, argument.entity, argument.text)
        yield {"role": argument.role.value, **party, **_place(argument.span)}


def _place(span: Span | None) -> dict[str, JsonValue]:
    return {} if span is None else _span(span)


def _party(
    knowledge: Knowledge, claim: Claim, key: EntityId | None, words: str | None
) -> dict[str, JsonValue]:
    """Give what the document itself calls an entity, and its type; else words, without a type."""
    local = None if key is None else local_entity(knowledge, claim, key)
    if local is None:
        return {"name": words or ""}
    return {"type": local.type.value, "name": local.name}


def _speaker(knowledge: Knowledge, claim: Claim, node: SourceNode) -> JsonObject:
    party = _party(knowledge, claim, node.entity, node.name or node.kind.value)
    told: dict[str, JsonValue] = {"kind": node.kind.value, **party, **_place(node.span)}
    if node.speaks_for is not None:
        told["speaks_for"] = _party(knowledge, claim, node.speaks_for, None)
    return told


def _standing(knowledge: Knowledge, claim: Claim) -> JsonObject:
    """Give how the finding of a claim stands, so that no allegation travels without its answer."""
    home = knowledge.finding_of.get(claim.id)
    finding = None if home is None else knowledge.findings.get(home)
    if finding is None:
        return {}
    return {
        "sayso:finding": finding.id,
        "sayso:status": finding.status.value,
        "sayso:explanation": finding.explanation,
        "sayso:denied_by": rows.speakers_with(finding, "-"),
        "sayso:reply": finding.reply.value,
        "sayso:replies": rows.replies(knowledge, finding),
        "sayso:right_of_reply": rows.right_of_reply(knowledge, finding),
        "sayso:reviewed": rows.reviewed(knowledge, finding),
    }
