"""Keeps what people decided, in the order in which they did."""

from functools import partial

from sayso.errors import BadInput
from sayso.model.findings import Judgement
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.held import judgement as logged_judgement


class SqliteJudgements:
    """The judgements of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, judgement: Judgement) -> None:
        """Append a judgement.

        Raises:
            BadInput: one with this id is already here.
        """
        record = encode(Judgement, judgement)
        with self._database.writing(f"judgement {judgement.id}"):
            query = "SELECT id FROM judgement WHERE id = ?"
            if self._database.first(str, query, judgement.id) is not None:
                raise BadInput(
                    f"judgement {judgement.id} is already here: give it an id of its own"
                )
            self._database.run(
                "INSERT INTO judgement (id, about, record) VALUES (?, ?, ?)",
                judgement.id,
                judgement.about,
                record,
            )
            append(self._database, logged_judgement(judgement))

    def judgements(self, about: str | None = None) -> tuple[Judgement, ...]:
        """Give the judgements in the order of adding, of one thing or of all."""
        found = self._database.rows(
            partial(decode, Judgement),
            "SELECT record FROM judgement WHERE ?1 IS NULL OR about = ?1 ORDER BY number",
            about,
        )
        return tuple(found)
