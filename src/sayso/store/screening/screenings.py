"""Keeps customers with the alerts told of them, and the runs that screened."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sayso.errors import NotFound
from sayso.model.ids import EntryId
from sayso.model.screenings import Customer, CustomerSet, Run, Told
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.held import screening

_SETS = """SELECT name, at, (SELECT count(*) FROM customer WHERE customer_set = customer_set.number)
    FROM customer_set ORDER BY name"""
_CUSTOMERS = """SELECT customer.record FROM customer
    JOIN customer_set ON customer_set.number = customer_set
    WHERE name = ? ORDER BY place, customer.number"""
_PUT = """INSERT INTO customer (customer_set, key, place, record) VALUES (?, ?, ?, ?)
    ON CONFLICT (customer_set, key)
    DO UPDATE SET place = excluded.place, record = excluded.record"""
_TOLD = """SELECT key, entry, basis FROM told_alert JOIN customer ON customer.number = customer
    JOIN customer_set ON customer_set.number = customer_set WHERE name = ? ORDER BY place, entry"""
_TELL = """INSERT INTO told_alert SELECT number, ?, ? FROM customer
    WHERE customer_set = ? AND key = ?"""


class SqliteScreenings:
    """The customers and the screening runs of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sets(self) -> tuple[CustomerSet, ...]:
        """Give the sets of customers, by name."""
        return tuple(self._database.rows(_set, _SETS))

    def customers(self, name: str) -> tuple[Customer, ...]:
        """Give the customers of a set in the order of their file; none of one that is not held."""
        return tuple(self._database.rows(partial(decode, Customer), _CUSTOMERS, name))

    def put(self, name: str, customers: Sequence[Customer], at: datetime) -> None:
        """Let a set be these customers, all or none; alerts told of those who stay are kept."""
        records = [(c.subject.key, n, encode(Customer, c)) for n, c in enumerate(customers)]
        keys = {key for key, _, _ in records}
        with self._database.writing(f"customers {name!r}"):
            self._database.run(
                "INSERT INTO customer_set (name, at) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET at = excluded.at",
                name,
                encode(datetime, at),
            )
            number = self._number(name)
            held = self._database.rows(
                str, "SELECT key FROM customer WHERE customer_set = ?", number
            )
            self._database.run_each(
                "DELETE FROM customer WHERE customer_set = ? AND key = ?",
                [(number, key) for key in held if key not in keys],
            )
            self._database.run_each(_PUT, [(number, *record) for record in records])

    def remove(self, name: str, key: str | None, run: Run) -> int:
        """Take one customer, or a whole set, out of the file; give how many that were.

        Raises:
            NotFound: there is no such set or customer.
            Unavailable: done, but another program still reads the old words; says what to do.
        """
        with self._database.writing(f"the removal from {name!r}"):
            number = self._number(name)
            keys = self._database.rows(
                str,
                "SELECT key FROM customer WHERE customer_set = ?1 AND (?2 IS NULL OR key = ?2)",
                number,
                key,
            )
            if key is not None and not keys:
                raise NotFound(f"no customer {key!r} in {name!r}: ids are those of its file")
            if key is None:
                self._database.run("DELETE FROM customer_set WHERE number = ?", number)
            else:
                self._database.run(
                    "DELETE FROM customer WHERE customer_set = ? AND key = ?", number, key
                )
            self._append(run)
        self._database.wipe_journal()
        return len(keys)

    def told(self, name: str) -> Told:
        """Give the alerts that were told of a set's customers."""
        told: dict[str, dict[EntryId, tuple[str, ...]]] = {}
        for key, entry, basis in self._database.rows(lambda *row: row, _TOLD, name):
            told.setdefault(key, {})[EntryId(entry)] = decode(tuple[str, ...], basis)
        return told

    def tell(self, name: str, told: Told) -> None:
        """Let the alerts told of a set's customers be these."""
        with self._database.writing(f"what was told of {name!r}"):
            number = self._number(name)
            self._database.run(
                "DELETE FROM told_alert WHERE customer IN"
                " (SELECT number FROM customer WHERE customer_set = ?)",
                number,
            )
            self._database.run_each(
                _TELL,
                [
                    (entry, encode(tuple[str, ...], basis), number, key)
                    for key, entries in told.items()
                    for entry, basis in entries.items()
                ],
            )

    def log(self, *runs: Run) -> None:
        """Append runs, all or none."""
        with self._database.writing("the run"):
            for run in runs:
                self._append(run)

    def runs(self) -> tuple[Run, ...]:
        """Give the runs, oldest first."""
        query = "SELECT record FROM screening ORDER BY number"
        return tuple(self._database.rows(partial(decode, Run), query))

    def _append(self, run: Run) -> None:
        record = encode(Run, run)
        self._database.run("INSERT INTO screening (id, record) VALUES (?, ?)", run.id, record)
        append(self._database, screening(run))

    def _number(self, name: str) -> int:
        number = self._database.first(int, "SELECT number FROM customer_set WHERE name = ?", name)
        if number is None:
            raise NotFound(f"no customers {name!r}: `sayso customers list` shows the sets")
        return number


def _set(name: str, at: str, count: int) -> CustomerSet:
    return CustomerSet(name=name, at=decode(datetime, at), count=count)
