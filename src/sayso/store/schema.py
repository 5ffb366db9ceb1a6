"""The tables, step by step from the first schema to the newest."""

from collections.abc import Callable, Sequence

from sayso.errors import BadInput
from sayso.store.database import Database
from sayso.store.log.chain import begin, cover

#: "SSO1": tells our files from other SQLite files.
APPLICATION_ID = 0x53534F31

_KEPT = ("document", "erasure", "release", "release_original", "entry", "seen", "judgement")
_ERASABLE = ("original", "content", "passage", "reading", "claim", "description")


def _guards(table: str, *, erasable: bool) -> tuple[str, str]:
    """Write the triggers that hold a table to "appended, never changed"."""
    unless = (
        "WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE document = OLD.document)" if erasable else ""
    )
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table}: records are appended, never changed'); END"
    return (
        f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_is_not_deleted BEFORE DELETE ON {table} {unless} {refuse}",
    )


_FIRST = (
    # A document's number gives the order of adding; its row outlives an erasure.
    "CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    """CREATE TABLE erasure (
        number INTEGER PRIMARY KEY,
        document INTEGER NOT NULL UNIQUE REFERENCES document,
        title TEXT NOT NULL,
        record TEXT NOT NULL)""",
    # What is long stands in a column of its own, and the record has it empty. Content is packed
    # with zlib.
    """CREATE TABLE original (
        document INTEGER PRIMARY KEY REFERENCES document,
        record TEXT NOT NULL,
        content BLOB NOT NULL)""",
    """CREATE TABLE content (
        document INTEGER PRIMARY KEY REFERENCES document,
        record TEXT NOT NULL,
        remarks TEXT NOT NULL,
        text TEXT NOT NULL)""",
    """CREATE TABLE passage (
        number INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document,
        record TEXT NOT NULL,
        text TEXT NOT NULL)""",
    "CREATE INDEX passage_by_document ON passage (document)",
    """CREATE VIRTUAL TABLE passage_words USING fts5 (
        text, content='passage', content_rowid='number',
        tokenize="unicode61 remove_diacritics 2")""",
    """CREATE TABLE reading (
        document INTEGER PRIMARY KEY REFERENCES document,
        extraction TEXT NOT NULL,
        listings TEXT NOT NULL)""",
    """CREATE TABLE claim (
        number INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document,
        id TEXT NOT NULL,
        predicate TEXT NOT NULL,
        factuality TEXT NOT NULL,
        record TEXT NOT NULL)""",
    "CREATE INDEX claim_by_document ON claim (document)",
    "CREATE INDEX claim_by_predicate ON claim (predicate, factuality)",
    """CREATE TABLE description (
        number INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document,
        record TEXT NOT NULL)""",
    "CREATE INDEX description_by_document ON description (document)",
    """CREATE TABLE release (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        authority TEXT NOT NULL,
        published TEXT NOT NULL,
        document_id TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL,
        UNIQUE (authority, published))""",
    """CREATE TABLE release_original (
        release INTEGER PRIMARY KEY REFERENCES release,
        record TEXT NOT NULL,
        content BLOB NOT NULL)""",
    # An entry that did not change is kept once, by the digest of its record, and seen often.
    """CREATE TABLE entry (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL)""",
    "CREATE INDEX entry_by_id ON entry (id)",
    """CREATE TABLE seen (
        release INTEGER NOT NULL REFERENCES release,
        place INTEGER NOT NULL,
        entry INTEGER NOT NULL REFERENCES entry,
        PRIMARY KEY (release, place),
        UNIQUE (entry, release)) WITHOUT ROWID""",
    """CREATE TABLE judgement (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        about TEXT NOT NULL,
        record TEXT NOT NULL)""",
    "CREATE INDEX judgement_by_subject ON judgement (about)",
    *(guard for table in _KEPT for guard in _guards(table, erasable=False)),
    *(guard for table in _ERASABLE for guard in _guards(table, erasable=True)),
    f"PRAGMA application_id = {APPLICATION_ID}",
)

#: Readings made before there were accounts of incidents have none; nothing else of them changes.
_ACCOUNTS = (
    "DROP TRIGGER reading_is_not_changed",
    "UPDATE reading SET extraction = json_insert(extraction, '$.accounts', json('[]'))",
    _guards("reading", erasable=True)[0],
)

#: What was added and decided, chained by hash; judgements made before have no changes, no basis.
_LOG = (
    """CREATE TABLE log (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        at TEXT NOT NULL,
        signed TEXT NOT NULL,
        digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL)""",
    *_guards("log", erasable=False),
    "DROP TRIGGER judgement_is_not_changed",
    """UPDATE judgement SET record =
        json_insert(record, '$.changes', json('[]'), '$.basis', json('[]'))""",
    _guards("judgement", erasable=False)[0],
    begin,
)

#: What people do on questions with competing hypotheses: steps, of which the matrix is derived.
_HYPOTHESES = (
    """CREATE TABLE hypothesis_step (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL)""",
    *_guards("hypothesis_step", erasable=False),
)

#: When each document was added, which outlives its erasure. One that was added before this was
#: kept counts from when its bytes were retrieved; an erased one, whose time is gone, from when
#: the next one was, or from its erasure: by then it was here.
_ADDITIONS = (
    """CREATE TABLE addition (
        document INTEGER PRIMARY KEY REFERENCES document,
        at TEXT NOT NULL)""",
    """INSERT INTO addition SELECT document.number, json_quote(coalesce(
        (SELECT json_extract(content.record, '$.retrieved') FROM content
            WHERE content.document = document.number),
        (SELECT min(json_extract(next.record, '$.retrieved'), json_extract(erasure.record, '$.at'))
            FROM content next WHERE next.document > document.number ORDER BY 1 LIMIT 1),
        json_extract(erasure.record, '$.at')))
        FROM document LEFT JOIN erasure ON erasure.document = document.number""",
    *_guards("addition", erasable=False),
)

#: How the names of a document stand to lists that came after it; and from here on the log tells of
#: every byte of documents and releases, and of the steps on hypotheses.
_RELISTINGS = (
    """CREATE TABLE relisting (
        number INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document,
        record TEXT NOT NULL)""",
    "CREATE INDEX relisting_by_document ON relisting (document)",
    *_guards("relisting", erasable=True),
    cover,
)

#: Which entries a release has, in order, as their packed numbers (those of `seen` are of before);
#: and which came or went since the release of its authority that was added before it. The bytes
#: of list files stand in pieces, each kept once.
_STANDING = (
    """CREATE TABLE standing (
        release INTEGER PRIMARY KEY REFERENCES release,
        entries BLOB NOT NULL)""",
    """CREATE TABLE move (
        entry INTEGER NOT NULL REFERENCES entry,
        release INTEGER NOT NULL REFERENCES release,
        arrives INTEGER NOT NULL,
        PRIMARY KEY (entry, release)) WITHOUT ROWID""",
    "CREATE INDEX move_by_release ON move (release)",
    """INSERT INTO move SELECT seen.entry, seen.release, 1
        FROM seen JOIN release ON release.number = seen.release
        WHERE NOT EXISTS (SELECT 1 FROM seen before WHERE before.entry = seen.entry
            AND before.release = (SELECT max(earlier.number) FROM release earlier
                WHERE earlier.authority = release.authority
                AND earlier.number < release.number))""",
    """INSERT INTO move SELECT stay.entry, stay.following, 0 FROM (SELECT seen.entry,
            (SELECT min(later.number) FROM release later WHERE later.authority = release.authority
                AND later.number > release.number) following
            FROM seen JOIN release ON release.number = seen.release) stay
        WHERE stay.following IS NOT NULL AND NOT EXISTS (SELECT 1 FROM seen
            WHERE seen.entry = stay.entry AND seen.release = stay.following)""",
    """CREATE TABLE piece (
        number INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE,
        content BLOB NOT NULL)""",
    *_guards("standing", erasable=False),
    *_guards("move", erasable=False),
    *_guards("piece", erasable=False),
)

#: Customers can be taken out, with all that was told of them; the runs that screened stay.
_SCREENINGS = (
    """CREATE TABLE customer_set (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL)""",
    """CREATE TABLE customer (
        number INTEGER PRIMARY KEY,
        customer_set INTEGER NOT NULL REFERENCES customer_set ON DELETE CASCADE,
        key TEXT NOT NULL,
        place INTEGER NOT NULL,
        record TEXT NOT NULL,
        UNIQUE (customer_set, key))""",
    """CREATE TABLE told_alert (
        customer INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE,
        entry TEXT NOT NULL,
        basis TEXT NOT NULL,
        PRIMARY KEY (customer, entry)) WITHOUT ROWID""",
    """CREATE TABLE screening (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL)""",
    *_guards("screening", erasable=False),
)

#: The same bytes may be a release of two days, where a list went back to what it had been.
_RETURNS = (
    """CREATE TABLE release_anew (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        authority TEXT NOT NULL,
        published TEXT NOT NULL,
        document_id TEXT NOT NULL,
        record TEXT NOT NULL,
        UNIQUE (authority, published))""",
    "INSERT INTO release_anew SELECT * FROM release",
    "DROP TABLE release",
    "ALTER TABLE release_anew RENAME TO release",
    *_guards("release", erasable=False),
)

#: What documents tell of states; a record goes with the document held that tells it.
_STATES = (
    """CREATE TABLE state_record (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        document INTEGER REFERENCES document,
        record TEXT NOT NULL)""",
    "CREATE INDEX state_record_by_state ON state_record (state)",
    "CREATE INDEX state_record_by_document ON state_record (document)",
    *_guards("state_record", erasable=True),
)

#: What people or other tools marked in a document that was held already.
_ANNOTATIONS = (
    """CREATE TABLE annotation (
        number INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document,
        record TEXT NOT NULL)""",
    "CREATE INDEX annotation_by_document ON annotation (document)",
    *_guards("annotation", erasable=True),
)

#: A statement, or what is done when all statements of all steps are.
Part = str | Callable[[Database], None]

#: Step n takes a file of schema n to schema n + 1; a step that has been released is not changed.
STEPS: tuple[tuple[Part, ...], ...] = (
    _FIRST,
    _ACCOUNTS,
    _ADDITIONS,
    _LOG,
    _HYPOTHESES,
    _RELISTINGS,
    _STANDING,
    _SCREENINGS,
    _RETURNS,
    _STATES,
    _ANNOTATIONS,
)


def migrate(database: Database, steps: Sequence[Sequence[Part]] = STEPS) -> None:
    """Bring a file to the newest schema; each file is wholly old or wholly new.

    Raises:
        BadInput: the file is another program's, or a newer Sayso's.
    """
    _refuse_foreign(database, len(steps))
    if _version(database) == len(steps):
        return
    with database.writing("the new schema"):
        # Another process may have done it while this one waited.
        missing = steps[_version(database) :]
        for number, step in enumerate(missing, start=_version(database) + 1):
            for statement in step:
                if isinstance(statement, str):
                    database.run(statement)
            database.run(f"PRAGMA user_version = {number}")
        for last in (part for step in missing for part in step if not isinstance(part, str)):
            last(database)


def _version(database: Database) -> int:
    return database.first(int, "PRAGMA user_version") or 0


def _refuse_foreign(database: Database, newest: int) -> None:
    tables = database.first(int, "SELECT count(*) FROM sqlite_master")
    application = database.first(int, "PRAGMA application_id")
    if tables and application != APPLICATION_ID:
        raise BadInput(f"{database.path}: this is another program's file: choose another --project")
    version = _version(database)
    if version > newest:
        raise BadInput(
            f"{database.path}: it has schema {version}, and this Sayso knows up to {newest}: "
            "install a newer Sayso to read it"
        )
