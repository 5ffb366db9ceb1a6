"""What is known as tables of comma-separated values."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.findings import Entity, Finding, Knowledge, Tie
from sayso.model.ids import EntityId
from sayso.model.vocabulary import Handling, Role
from sayso.views.evidence import confident_claims
from sayso.views.exports import rows
from sayso.views.naming import chain_names, content_words, standing
from sayso.views.tables import claim_sentence, finding_sentence

Row = Mapping[str, str]

#: A cell that begins with one of these would be run as a formula by a spreadsheet.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_HANDLINGS: Final = tuple(Handling)

_BELOW_ZERO: Final = re.compile(r"-\d+(\.\d+)?", re.ASCII)


class CsvExporter:
    """Writes documents, entities, claims, findings and ties, one table each."""

    format = "csv"

    def write(self, knowledge: Knowledge) -> Mapping[str, bytes]:
        """Give file names with their contents: UTF-8, a header line, one row a thing."""
        held = rows.documents_of_entities(knowledge)
        entities = [_entity(e, held.get(e.id, [])) for e in knowledge.entities.values()]
        return {
            "documents.csv": table([_document(r.document) for r in knowledge.records.values()]),
            "entities.csv": table(entities),
            "claims.csv": table([_claim(knowledge, c) for c in knowledge.claims.values()]),
            "findings.csv": table([_finding(knowledge, f) for f in knowledge.findings.values()]),
            "ties.csv": table([_tie(knowledge, tie) for tie in knowledge.ties]),
        }


def table(found: Sequence[Row]) -> bytes:
    """Give rows as a table; without rows, an empty file."""
    text = io.StringIO()
    if found:
        writer = csv.DictWriter(text, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({column: guarded(cell) for column, cell in row.items()} for row in found)
    return text.getvalue().encode("utf-8", "replace")


def guarded(cell: str) -> str:
    """Give a cell that no spreadsheet runs: an apostrophe before what looks like a formula.

    A figure below zero is none.
    """
    is_run = cell.startswith(_FORMULA) and _BELOW_ZERO.fullmatch(cell) is None
    return f"'{cell}" if is_run else cell


def unguarded(cell: str) -> str:
    """Give a cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _strictest(documents: Iterable[Document]) -> str:
    """Give the strictest handling among documents."""
    handlings = [document.handling for document in documents]
    return max(handlings, key=_HANDLINGS.index).value if handlings else ""


def _document(document: Document) -> Row:
    return {
        "id": document.id,
        "title": document.name,
        "publisher": document.publisher or "",
        "published": document.published or "",
        "kind": document.kind.value,
        "language": document.language or "",
        "locator": document.locator,
        "retrieved": document.retrieved.isoformat(),
        "collection": document.collection or "",
        "lawful_basis": document.lawful_basis or "",
        "handling": document.handling.value,
        "notice": document.notice or "",
    }


def _entity(entity: Entity, documents: Sequence[Document]) -> Row:
    listing = entity.listing
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "also": "; ".join(entity.names[1:]),
        "standing": standing(entity) or "",
        "listing_reasons": "" if listing is None else "; ".join(listing.reasons),
        "documents": "; ".join(document.id for document in documents),
        "handling": _strictest(documents),
        "notice": rows.notices(documents),
    }


def _claim(knowledge: Knowledge, claim: Claim) -> Row:
    document = knowledge.document_of(claim)
    found = claim.proposition
    return {
        "id": claim.id,
        "says": claim_sentence(knowledge, claim),
        "speakers": " → ".join(chain_names(knowledge, claim)),
        "words": content_words(knowledge, claim),
        "predicate": found.predicate.value,
        "kind": found.kind or "",
        "subject": _name(knowledge, found.entity(Role.SUBJECT)),
        "object": _name(knowledge, found.entity(Role.OBJECT)),
        "place": "" if found.place is None else found.place.name,
        "place_code": "" if found.place is None else found.place.code or "",
        "time": "" if found.time is None else found.time.edtf or "",
        "quantity": "" if found.quantity is None else found.quantity.text,
        "factuality": claim.factuality.value,
        "modality": claim.modality.value,
        "realis": found.realis.value,
        "attribution": claim.attribution.value,
        "confidence": f"{claim.confidence:.3f}",
        **_standing_of(knowledge, claim),
        "document": document.id,
        "document_title": document.name,
        "published": document.published or "",
        "locator": knowledge.passage_of(claim).locator,
        "start": str(claim.content.start),
        "end": str(claim.content.end),
        "handling": document.handling.value,
        "notice": document.notice or "",
    }


def _standing_of(knowledge: Knowledge, claim: Claim) -> Row:
    """Give how the finding of a claim stands, so that no allegation travels without its answer."""
    home = knowledge.finding_of.get(claim.id)
    finding = None if home is None else knowledge.findings.get(home)
    if finding is None:
        return {"finding": "", "finding_status": "", "reply": "", "replies": ""}
    return {
        "finding": finding.id,
        "finding_status": finding.status.value,
        "reply": finding.reply.value,
        "replies": rows.replies(knowledge, finding),
    }


def _name(knowledge: Knowledge, member: EntityId | None) -> str:
    entity = knowledge.entity_behind(member)
    return "" if entity is None else entity.name


def _standing(knowledge: Knowledge, member: EntityId | None) -> str:
    entity = knowledge.entity_behind(member)
    return "" if entity is None else standing(entity) or ""


def _finding(knowledge: Knowledge, finding: Finding) -> Row:
    documents = rows.documents_behind(knowledge, finding)
    return {
        "id": finding.id,
        "status": finding.status.value,
        "says": finding_sentence(knowledge, finding),
        "affirmed_by": rows.speakers_with(finding, "+"),
        "denied_by": rows.speakers_with(finding, "-"),
        "left_open_by": rows.speakers_with(finding, "?"),
        "reply": finding.reply.value,
        "replies": rows.replies(knowledge, finding),
        "right_of_reply": rows.right_of_reply(knowledge, finding),
        "explanation": finding.explanation,
        "predicate": finding.predicate.value,
        "kind": finding.kind or "",
        "subject": _name(knowledge, finding.subject),
        "subject_standing": _standing(knowledge, finding.subject),
        "object": _name(knowledge, finding.object),
        "object_standing": _standing(knowledge, finding.object),
        "place": finding.place or "",
        "place_code": finding.place_code or "",
        "time": finding.time or "",
        "review": "" if confident_claims(knowledge, finding) else "waits in review",
        "positive_roots": str(len(finding.roots_with("+"))),
        "negative_roots": str(len(finding.roots_with("-"))),
        "words": "; ".join(rows.said(knowledge, c) for c in map(knowledge.claim, finding.claims)),
        "claims": "; ".join(finding.claims),
        "documents": "; ".join(document.id for document in documents),
        "handling": _strictest(documents),
        "notice": rows.notices(documents),
    }


def _tie(knowledge: Knowledge, tie: Tie) -> Row:
    finding = _finding(knowledge, knowledge.findings[tie.finding])
    return {
        "finding": tie.finding,
        "source": tie.subject,
        "target": tie.object,
        "start": tie.start or "",
        "end": tie.end or "",
        **{column: cell for column, cell in finding.items() if column not in {"id", "time"}},
    }
