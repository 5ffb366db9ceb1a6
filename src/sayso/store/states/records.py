"""Keeps what documents tell of states, in the order in which it was appended."""

from collections.abc import Mapping, Sequence
from functools import partial

from sayso.errors import NotFound
from sayso.model.oversight import StateRecord
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.held import state_record

_INSERT = "INSERT INTO state_record (id, state, document, record) VALUES (?, ?, ?, ?)"
_HELD = "SELECT id, number FROM document JOIN content ON document = number"
_RECORDS = "SELECT record FROM state_record WHERE ?1 IS NULL OR state = ?1 ORDER BY number"


class SqliteStates:
    """The records of states of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, records: Sequence[StateRecord]) -> int:
        """Append records, all or none; give how many were not here yet, by their ids.

        Raises:
            NotFound: the document of one is not held, or was erased.
        """
        with self._database.writing(f"{len(records)} records of states"):
            here = frozenset(self._database.rows(str, "SELECT id FROM state_record"))
            new = {one.id: one for one in records if one.id not in here}
            kept = [(one, encode(StateRecord, one)) for one in new.values()]
            held = dict(self._database.rows(lambda *row: row, _HELD))
            rows = [(one.id, one.state, _number(one, held), text) for one, text in kept]
            self._database.run_each(_INSERT, rows)
            append(self._database, *(state_record(one, text) for one, text in kept))
        return len(new)

    def records(self, state: str | None = None) -> tuple[StateRecord, ...]:
        """Give the records of one state, or of all, in the order of adding."""
        return tuple(self._database.rows(partial(decode, StateRecord), _RECORDS, state))


def _number(one: StateRecord, held: Mapping[str, int]) -> int | None:
    """Give the number of the document that tells a record; None for one that is only named."""
    document = one.proof.document
    if document is not None and document not in held:
        raise NotFound(f"record {one.id}: no document {document}: `sayso documents` lists them")
    return None if document is None else held[document]
