"""Keeps what people or other tools marked in documents that were held already."""

from functools import partial

from sayso.errors import NotFound
from sayso.model.findings import Annotation
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.held import annotation as logged

_HELD = "SELECT number FROM document JOIN content ON document = number WHERE id = ?"


class SqliteAnnotations:
    """The annotations of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, annotation: Annotation) -> None:
        """Append what was marked in a document, whole or not at all.

        Raises:
            NotFound: the document is not held, or was erased.
        """
        record = encode(Annotation, annotation)
        with self._database.writing("the annotation"):
            number = self._database.first(int, _HELD, annotation.document_id)
            if number is None:
                raise NotFound(f"no document {annotation.document_id}: add it first")
            self._database.run(
                "INSERT INTO annotation (document, record) VALUES (?, ?)", number, record
            )
            append(self._database, logged(annotation))

    def annotations(self) -> tuple[Annotation, ...]:
        """Give all that is held, in the order of adding."""
        query = "SELECT record FROM annotation ORDER BY number"
        return tuple(self._database.rows(partial(decode, Annotation), query))
