"""What is known as tables of comma-separated values."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Final

from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Entity, Finding, Knowledge, Tie
from sayso.model.ids import EntityId
from sayso.model.vocabulary import Role
from sayso.views.evidence import confident_claims
from sayso.views.exports import rows
from sayso.views.naming import chain_names, content_words, standing
from sayso.views.tables import claim_sentence, finding_sentence

Row = Mapping[str, str]

#: A cell that begins with one of these would be run as a formula by a spreadsheet.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")

_BELOW_ZERO: Final = re.compile(r"-\d+(\.\d+)?", re.ASCII)

_OF_ALL: Final[Mapping[str, str]] = {
    "handling": "strictest handling among the documents that the row rests on",
    "lawful_basis": "licences, or other grounds, on which these documents are held",
    "notice": "what must be said wherever these documents are shown",
}
#: Table → column → what it holds.
COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "documents": {
        "id": "SHA-256 of the raw bytes",
        "title": "title, or the last part of the locator",
        "publisher": "who published it; empty where unknown",
        "published": "EDTF, as fine as the document says",
        "kind": "what sort of document it is",
        "language": "ISO 639-1; empty where it could not be told",
        "locator": "path or address that the bytes came from",
        "retrieved": "when they came, ISO 8601, UTC",
        "collection": "the collection that it belongs to",
        "lawful_basis": "licence, or other ground, on which it is held",
        "handling": "who may see it",
        "notice": "what must be said wherever it is shown",
    },
    "entities": {
        "id": "id of the entity in this data set",
        "type": "type of the entity",
        "name": "fullest name",
        "also": "other names, separated by semicolons",
        "standing": "reference on a list, a possible one, or `not listed`",
        "listing_reasons": "what agrees with the entry, what disagrees, what is missing",
        "documents": "ids of the documents that mention it",
        **_OF_ALL,
    },
    "claims": {
        "id": "id of the claim",
        "says": "who says what, with the factuality",
        "speakers": "chain of speakers, the outermost first",
        "words": "exactly as they stand in the document; parts apart are joined by …",
        "predicate": "what is said, as a word of the vocabulary",
        "kind": "of support or of an unknown predicate: the nearer word",
        "subject": "first party",
        "object": "second party or thing",
        "place": "place, by name",
        "place_code": "ISO 3166 code of the place's first level",
        "time": "EDTF",
        "quantity": "figure with its bound, in the document's words",
        "factuality": "how certain the innermost speaker presents it",
        "modality": "colour in which it is presented",
        "realis": "where it stands in time; says nothing of truth",
        "attribution": "how the claim comes by its speaker",
        "confidence": "that the claim was read rightly, 0 to 1; not how likely it is",
        "finding": "id of the finding that weighs it",
        "finding_status": "status of that finding",
        "reply": "what came back from the party concerned",
        "replies": "words of the replies with their speakers",
        "document": "id of its document",
        "document_title": "title of its document",
        "published": "when its document was published, EDTF",
        "locator": "its passage, for people",
        "start": "first code point of its words in the document's text, from 0",
        "end": "code point after its last",
        **_OF_ALL,
    },
    "findings": {
        "id": "id of the finding",
        "status": "how it stands when all its claims are weighed",
        "says": "what it is about, after its status",
        "affirmed_by": "roots that affirm it; those that are not counted say so",
        "denied_by": "roots that deny it",
        "left_open_by": "roots that neither affirm nor deny it",
        "reply": "what came back from the party concerned",
        "replies": "words of the replies with their speakers",
        "right_of_reply": "who was asked by whom, when, and what came back",
        "explanation": "why the status is what it is",
        "predicate": "what is said, as a word of the vocabulary",
        "kind": "of support: the nearer word",
        "subject": "first party",
        "subject_standing": "how it stands to the lists",
        "object": "second party or thing",
        "object_standing": "how it stands to the lists",
        "place": "place, by name",
        "place_code": "ISO 3166 code of the place's first level",
        "time": "EDTF",
        "review": "`waits in review` where a claim about a person was not read surely",
        "reviewed": "who accepted its claims, or DRAFT, NOT REVIEWED",
        "positive_roots": "independent roots that affirm it",
        "negative_roots": "independent roots that deny it",
        "words": "words of its claims with their speakers",
        "claims": "ids of its claims",
        "documents": "ids of the documents that it and its replies rest on",
        **_OF_ALL,
    },
    "ties": {
        "finding": "id of the finding; all columns of findings follow",
        "source": "id of the first entity",
        "target": "id of the second entity",
        "start": "EDTF; empty where no claim says",
        "end": "EDTF; empty where no claim says",
    },
}


class CsvExporter:
    """Writes documents, entities, claims, findings and ties, one table each."""

    format = "csv"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give file names with their contents: UTF-8, a header line, one row a thing if any."""
        del terms
        tables = tables_of(knowledge)
        return {f"{name}.csv": table(found, header(name)) for name, found in tables.items()}


def tables_of(knowledge: Knowledge) -> Mapping[str, Sequence[Row]]:
    """Give the rows of each table, by its name."""
    held = rows.documents_of_entities(knowledge)
    entities = [_entity(e, held.get(e.id, [])) for e in knowledge.entities.values()]
    return {
        "documents": [_document(r.document) for r in knowledge.records.values()],
        "entities": entities,
        "claims": [_claim(knowledge, c) for c in knowledge.claims.values()],
        "findings": [finding_row(knowledge, f) for f in knowledge.findings.values()],
        "ties": [_tie(knowledge, tie) for tie in knowledge.ties],
    }


def header(name: str) -> tuple[str, ...]:
    """Give the columns of a table, in order; a tie has those of its finding after its own."""
    own = tuple(COLUMNS[name])
    further = (column for column in COLUMNS["findings"] if column not in {"id", "time"})
    return own if name != "ties" else (*own, *further)


def table(found: Sequence[Row], columns: Sequence[str] = ()) -> bytes:
    """Give rows as a table with these columns; without any, those of the first row."""
    text = io.StringIO()
    if found or columns:
        writer = csv.DictWriter(text, columns or list(found[0]), lineterminator="\n")
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
        "handling": rows.strictest(documents),
        "lawful_basis": rows.bases(documents),
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
        "lawful_basis": document.lawful_basis or "",
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


def finding_row(knowledge: Knowledge, finding: Finding) -> Row:
    """Give a finding with all that must travel with it: status, who says and denies it, words."""
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
        "reviewed": rows.reviewed(knowledge, finding),
        "positive_roots": str(len(finding.roots_with("+"))),
        "negative_roots": str(len(finding.roots_with("-"))),
        "words": "; ".join(rows.said(knowledge, c) for c in map(knowledge.claim, finding.claims)),
        "claims": "; ".join(finding.claims),
        "documents": "; ".join(document.id for document in documents),
        "handling": rows.strictest(documents),
        "lawful_basis": rows.bases(documents),
        "notice": rows.notices(documents),
    }


def _tie(knowledge: Knowledge, tie: Tie) -> Row:
    finding = finding_row(knowledge, knowledge.findings[tie.finding])
    return {
        "finding": tie.finding,
        "source": tie.subject,
        "target": tie.object,
        "start": tie.start or "",
        "end": tie.end or "",
        **{column: cell for column, cell in finding.items() if column not in {"id", "time"}},
    }
