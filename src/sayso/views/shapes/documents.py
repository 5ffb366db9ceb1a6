"""The JSON of documents: held, added, found by their words, erased."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from sayso.model.documents import Document, Erasure, SearchHit
from sayso.model.ids import DocumentId
from sayso.views.json import JsonObject


class Outcome(Protocol):
    """What became of one source that was to be added."""

    @property
    def source(self) -> str:
        """Give the path or address as it was asked for."""
        ...

    @property
    def status(self) -> StrEnum:
        """Give "added", "already here" or "failed"."""
        ...

    @property
    def document(self) -> DocumentId | None:
        """Give the document's id; None where nothing could be read."""
        ...

    @property
    def passages(self) -> int:
        """Give how many passages it has."""
        ...

    @property
    def claims(self) -> int:
        """Give how many claims were taken out."""
        ...

    @property
    def refused(self) -> int:
        """Give how many proposals were refused."""
        ...

    @property
    def seconds(self) -> float:
        """Give how long it took."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """Give what a person should know."""
        ...

    @property
    def error(self) -> str | None:
        """Give why it failed."""
        ...


def outcomes_json(outcomes: Iterable[Outcome]) -> JsonObject:
    """Give what became of each source, in the order of adding."""
    return {
        "added": [
            {
                "source": outcome.source,
                "status": outcome.status.value,
                "document": outcome.document,
                "passages": outcome.passages,
                "claims": outcome.claims,
                "refused": outcome.refused,
                "seconds": round(outcome.seconds, 3),
                "remarks": list(outcome.remarks),
                "error": outcome.error,
            }
            for outcome in outcomes
        ]
    }


def documents_json(documents: Iterable[Document]) -> JsonObject:
    """Give documents without their text, in the order given."""
    return {"documents": [document_json(document) for document in documents]}


def document_json(document: Document) -> JsonObject:
    """Give what is known about one document."""
    return {
        "id": document.id,
        "kind": document.kind.value,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "retrieved": document.retrieved.isoformat(),
        "language": document.language,
        "locator": document.locator,
        "media_type": document.media_type,
        "characters": len(document.text),
        "encoding": document.encoding,
        "notice": document.notice,
        "attached_to": document.attached_to,
        "handling": document.handling.value,
        "collection": document.collection,
        "lawful_basis": document.lawful_basis,
    }


def search_json(hits: Iterable[SearchHit]) -> JsonObject:
    """Give the passages found, best first."""
    return {
        "hits": [
            {
                "document": {"id": hit.passage.document_id, "name": hit.document_name},
                "passage": hit.passage.id,
                "locator": hit.passage.locator,
                "start": hit.passage.span.start,
                "end": hit.passage.span.end,
                "text": hit.passage.text,
                "marked": hit.marked,
            }
            for hit in hits
        ]
    }


def erasure_json(erasure: Erasure) -> JsonObject:
    """Give what stays of an erased document."""
    return {
        "document": erasure.document_id,
        "reason": erasure.reason,
        "by": erasure.by,
        "at": erasure.at.isoformat(),
    }
