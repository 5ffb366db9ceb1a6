"""Keeps the steps that people take on questions, in the order in which they were appended."""

from collections.abc import Sequence
from functools import partial

from sayso.errors import BadInput
from sayso.model.hypotheses import Act, Step
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.held import step as logged_step


class SqliteHypotheses:
    """The steps on competing hypotheses of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, steps: Sequence[Step]) -> None:
        """Append steps, all or none.

        Raises:
            BadInput: one with the id of one of them is already here, or somebody else has opened
                the same question meanwhile.
        """
        records = [(step, encode(Step, step)) for step in steps]
        with self._database.writing(f"{len(steps)} steps"):
            query = "SELECT id FROM hypothesis_step WHERE id = ?"
            for step, record in records:
                if self._database.first(str, query, step.id) is not None:
                    raise BadInput(f"step {step.id} is already here: it is taken once only")
                self._refuse_opened(step)
                self._database.run(
                    "INSERT INTO hypothesis_step (id, record) VALUES (?, ?)", step.id, record
                )
                append(self._database, logged_step(step))

    def _refuse_opened(self, step: Step) -> None:
        query = """SELECT json_extract(record, '$.by') FROM hypothesis_step
            WHERE json_extract(record, '$.question') = ? ORDER BY number LIMIT 1"""
        opened = self._database.first(str, query, step.question) if step.act is Act.OPEN else None
        if opened is not None:
            shown = f"`sayso hypotheses show {step.question}`"
            raise BadInput(f"{opened} has opened {step.question} meanwhile: {shown}")

    def steps(self) -> tuple[Step, ...]:
        """Give the steps of all questions in the order of adding."""
        found = self._database.rows(
            partial(decode, Step), "SELECT record FROM hypothesis_step ORDER BY number"
        )
        return tuple(found)
