"""A project's records in one SQLite file: the store at home."""

from pathlib import Path

from sayso.errors import BadInput, NotFound, SaysoError, Unavailable
from sayso.store.database import Database
from sayso.store.documents import SqliteDocuments
from sayso.store.exchange.annotations import SqliteAnnotations
from sayso.store.hypotheses.steps import SqliteHypotheses
from sayso.store.judgements import SqliteJudgements
from sayso.store.lists import SqliteLists
from sayso.store.log.check import SqliteLog
from sayso.store.schema import migrate
from sayso.store.screening.screenings import SqliteScreenings
from sayso.store.states.records import SqliteStates

#: SQLite takes a shorter file for an empty one, and would write over it; bytes.
SMALLEST_FILE = 512


class SqliteStore:
    """A project's records, behind one door; one process writes at a time, many read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = SqliteDocuments(database)
        self._lists = SqliteLists(database)
        self._judgements = SqliteJudgements(database)
        self._log = SqliteLog(database)
        self._hypotheses = SqliteHypotheses(database)
        self._screenings = SqliteScreenings(database)
        self._states = SqliteStates(database)
        self._annotations = SqliteAnnotations(database)

    @property
    def documents(self) -> SqliteDocuments:
        """Give the keeper of documents."""
        return self._documents

    @property
    def lists(self) -> SqliteLists:
        """Give the keeper of list releases."""
        return self._lists

    @property
    def judgements(self) -> SqliteJudgements:
        """Give the keeper of judgements."""
        return self._judgements

    @property
    def log(self) -> SqliteLog:
        """Give the log."""
        return self._log

    @property
    def hypotheses(self) -> SqliteHypotheses:
        """Give the keeper of the steps on competing hypotheses."""
        return self._hypotheses

    @property
    def screenings(self) -> SqliteScreenings:
        """Give the keeper of customers and of runs."""
        return self._screenings

    @property
    def states(self) -> SqliteStates:
        """Give the keeper of what documents tell of states."""
        return self._states

    @property
    def annotations(self) -> SqliteAnnotations:
        """Give the keeper of what was marked in documents that were held already."""
        return self._annotations

    def version(self) -> str:
        """Give a mark that changes whenever any process adds anything: the last number of each."""
        marks = self._database.first(
            lambda *last: ".".join(str(number or 0) for number in last),
            "SELECT (SELECT max(number) FROM document), (SELECT max(number) FROM description),"
            " (SELECT max(number) FROM erasure), (SELECT max(number) FROM release),"
            " (SELECT max(number) FROM judgement), (SELECT max(number) FROM relisting),"
            " (SELECT max(number) FROM state_record), (SELECT max(number) FROM annotation)",
        )
        return marks or ""

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def open_store(path: Path, *, must_exist: bool) -> SqliteStore:
    """Open a project file, bringing an old one to the newest schema.

    One that must exist and cannot be written, as on a read-only disk, is opened to be read.

    Args:
        path: of the file itself.
        must_exist: refuse where there is no file, instead of beginning one.

    Raises:
        NotFound: there is no file.
        BadInput: the file is damaged, another program's, or a newer Sayso's.
        Unavailable: the file or its folder cannot be read or written.
    """
    try:
        if must_exist and not path.is_file():
            raise NotFound(f"no project at {path}: `sayso add FILE` begins one")
        if not must_exist:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and 0 < path.stat().st_size < SMALLEST_FILE:
            raise BadInput(f"{path}: it is not a Sayso project: choose another --project")
    except OSError as bad:
        raise Unavailable(
            f"{path}: {bad.strerror}: choose another --project, or make the folder writable"
        ) from bad
    try:
        return _opened(Database(path))
    except Unavailable:
        if not must_exist or not path.is_file() or _is_in_use(path):
            raise
    return _opened(Database(path, as_it_stands=True), may_write=False)


def _opened(database: Database, *, may_write: bool = True) -> SqliteStore:
    """Bring a file to the newest schema, and set what every connection needs."""
    try:
        migrate(database)
        if may_write:
            database.settle()
    except SaysoError:
        database.close()
        raise
    return SqliteStore(database)


def _is_in_use(path: Path) -> bool:
    """Say whether something is still to be written to a file, or may be just now."""
    beside = (path.with_name(f"{path.name}-{kind}") for kind in ("wal", "journal"))
    return any(journal.exists() and journal.stat().st_size for journal in beside)
