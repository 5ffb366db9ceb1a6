"""The JSON of sources: to obtain, and held."""

from sayso.model.findings import Knowledge
from sayso.model.ids import DocumentId, FindingId
from sayso.model.sources import HeldSource, Sources, SourceToObtain
from sayso.views.json import JsonObject
from sayso.views.tables import finding_sentence


def sources_json(knowledge: Knowledge, sources: Sources) -> JsonObject:
    """Give the queue, most important first, and the documents held, by date."""
    return {
        "to_obtain": [to_obtain_shape(knowledge, row) for row in sources.to_obtain],
        "held": [held_shape(knowledge, row) for row in sources.held],
    }


def to_obtain_shape(knowledge: Knowledge, row: SourceToObtain) -> JsonObject:
    """Give one source that is cited and not held."""
    return {
        "key": row.key,
        "cited_as": row.cited_as.value,
        "name": row.name,
        "author": row.author,
        "citations": [
            {
                "document": _document(knowledge, one.document),
                "locator": one.locator,
                "words": one.words,
                "sentence": one.sentence,
            }
            for one in row.citations
        ],
        "stories": row.stories,
        "claims": list(row.claims),
        "findings": [_finding(knowledge, finding) for finding in row.findings],
        "secondary_only": list(row.secondary_only),
        "may_be": [_document(knowledge, document) for document in row.may_be],
    }


def held_shape(knowledge: Knowledge, row: HeldSource) -> JsonObject:
    """Give one document held, as a source."""
    document = knowledge.records[row.document].document
    return {
        **_document(knowledge, row.document),
        "kind": document.kind.value,
        "handling": document.handling.value,
        "published": document.published,
        "story": row.story,
        "copies": list(row.copies),
        "cited_by": list(row.cited_by),
        "claims": row.claims,
        "roots": list(row.roots),
        "only_here": list(row.only_here),
        "in_circle": row.in_circle,
    }


def _document(knowledge: Knowledge, key: DocumentId) -> dict[str, str | None]:
    document = knowledge.records[key].document
    return {"id": key, "title": document.name, "publisher": document.publisher}


def _finding(knowledge: Knowledge, key: FindingId) -> JsonObject:
    finding = knowledge.findings[key]
    return {
        "id": key,
        "status": finding.status.value,
        "says": finding_sentence(knowledge, finding),
    }
