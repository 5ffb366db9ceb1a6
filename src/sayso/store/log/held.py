"""What the tables hold that the log tells of, each with the digest of what it says."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Final, NamedTuple

from sayso.errors import BadInput
from sayso.model.documents import Description, Erasure
from sayso.model.findings import Annotation, Judgement, Relisting
from sayso.model.hypotheses import Step
from sayso.model.ids import EntryId
from sayso.model.lists import ListRelease
from sayso.model.log import LogKind, digest_of_parts, judgement_parts, step_parts, utc
from sayso.model.oversight import StateRecord
from sayso.model.screenings import Run
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.contents import changed_entries, digest_of_document, digest_of_release
from sayso.store.packing.pieces import whole
from sayso.store.packing.standing import ids_of, standing

#: The digest of what cannot be read any more: it is that of nothing that was logged.
UNREADABLE = "unreadable"


class Held(NamedTuple):
    """One thing that was added or decided; see `LogEntry` for the fields."""

    kind: LogKind
    about: str
    at: str
    by: str
    digest: str


def held(database: Database) -> list[Held]:
    """Give all that is held, by date, ties in the order of the kinds and of adding."""
    found = [*_additions(database), *_releases(database), *_records(database), *_steps(database)]
    found += _state_records(database)
    order = list(LogKind)
    return sorted(found, key=lambda thing: (thing.at, order.index(thing.kind)))


def addition(document_id: str, digest: str, at: str) -> Held:
    """Give a document as the log tells of it; its id is the digest of its bytes."""
    return Held(LogKind.ADDITION, document_id, at, "", digest)


def description(one: Description) -> Held:
    """Give a correction as the log tells of it: its words stand in the digest alone."""
    at = utc(one.at)
    digest = digest_of_parts((one.document_id, one.about, one.value, one.by, at))
    return Held(LogKind.DESCRIPTION, one.document_id, at, one.by, digest)


def erasure(one: Erasure) -> Held:
    """Give an erasure as the log tells of it."""
    at = utc(one.at)
    digest = digest_of_parts((one.document_id, one.reason, one.by, at))
    return Held(LogKind.ERASURE, one.document_id, at, one.by, digest)


def relisting(one: Relisting) -> Held:
    """Give how the names of a document stand to newer lists, as the log tells of it."""
    digest = digest_of_parts((one.document_id, encode(Relisting, one)))
    return Held(LogKind.RELISTING, one.document_id, utc(one.at), "", digest)


def annotation(one: Annotation) -> Held:
    """Give what was marked in a document, as the log tells of it."""
    digest = digest_of_parts((one.document_id, encode(Annotation, one)))
    return Held(LogKind.ANNOTATION, one.document_id, utc(one.at), "", digest)


def release(one: ListRelease, digest: str) -> Held:
    """Give a release as the log tells of it."""
    return Held(LogKind.RELEASE, one.id, utc(one.retrieved), "", digest)


def step(one: Step) -> Held:
    """Give a step on competing hypotheses as the log tells of it: by its question."""
    digest = digest_of_parts(step_parts(one))
    return Held(LogKind.STEP, one.question, utc(one.at), one.by, digest)


def judgement(one: Judgement) -> Held:
    """Give a judgement as the log tells of it."""
    digest = digest_of_parts(judgement_parts(one))
    return Held(LogKind.JUDGEMENT, one.id, utc(one.at), one.by, digest)


def screening(run: Run) -> Held:
    """Give a run that screened as the log tells of it."""
    digest = digest_of_parts((encode(Run, run),))
    return Held(LogKind.SCREENING, run.id, utc(run.at), run.by, digest)


def state_record(one: StateRecord, record: str) -> Held:
    """Give a record of a state as the log tells of it; `record` is what is kept of it."""
    about = one.id if one.proof.document is None else one.proof.document
    digest = digest_of_parts((one.id, one.state, record))
    return Held(LogKind.STATE_RECORD, about, utc(one.at), one.by, digest)


def _additions(database: Database) -> Iterator[Held]:
    """Give the documents; of one that was erased before only that it was here."""
    covered = _covered(database)
    query = "SELECT id, number FROM document JOIN content ON document = number ORDER BY number"
    for document, number in database.rows(lambda *row: row, query):
        yield from _addition(database, document, number, is_covered=document in covered)
    gone = """SELECT document.id, erasure.record FROM document
        JOIN erasure ON erasure.document = document.number ORDER BY document.number"""
    for document, record in database.rows(lambda *row: row, gone):
        yield Held(LogKind.ADDITION, document, utc(decode(Erasure, record).at), "", "")


def _covered(database: Database) -> frozenset[str]:
    """Give the documents and releases of which an entry of their own tells the contents.

    They were logged when an addition told of its text, and a release of its references, alone.
    """
    query = "SELECT about FROM log WHERE kind = ?"
    return frozenset(database.rows(str, query, LogKind.CONTENTS))


def _addition(
    database: Database, document: str, number: int, *, is_covered: bool
) -> Iterator[Held]:
    query = """SELECT CAST(at AS BLOB), CAST(text AS BLOB), original.content
        FROM addition JOIN content USING (document) JOIN original USING (document)
        WHERE document = ?"""
    [(known, text, content)] = database.rows(lambda *row: row, query, number) or [(b"", b"", b"")]
    at, is_sound = _time(known), is_whole(database, content, document)
    digest = digest_of_document(database, number) if is_sound else UNREADABLE
    if is_covered:
        words = digest_of_parts((text.decode("utf-8", "surrogateescape"),))
        yield addition(document, words if is_sound else UNREADABLE, at)
        yield Held(LogKind.CONTENTS, document, at, "", digest)
    else:
        yield addition(document, digest, at)


def _time(kept: bytes) -> str:
    """Give a kept time as the log writes it; "" for one that cannot be read."""
    try:
        return utc(decode(datetime, kept.decode("utf-8", "surrogateescape")))
    except BadInput:
        return ""


def is_whole(database: Database, packed: bytes, document_id: str) -> bool:
    """Say whether packed bytes are those that gave a document its id."""
    try:
        content = whole(database, packed)
    except zlib.error:
        return False
    return hashlib.sha256(content).hexdigest() == document_id.removeprefix("sha256:")


def _records(database: Database) -> Iterator[Held]:
    """Give what is kept as one record each: corrections, erasures, relistings, judgements, runs."""
    for kind, query, told in _RECORDS:
        yield from database.rows(partial(_read, kind, told), query)


def _steps(database: Database) -> list[Held]:
    query = "SELECT id, CAST(record AS BLOB) FROM hypothesis_step ORDER BY number"
    return database.rows(_step, query)


def _step(key: str, record: bytes) -> Held:
    try:
        found = decode(Step, record.decode("utf-8", "surrogateescape"))
    except BadInput:
        return Held(LogKind.STEP, key, "", "", UNREADABLE)
    return step(found) if found.id == key else Held(LogKind.STEP, key, "", "", UNREADABLE)


def _state_records(database: Database) -> list[Held]:
    query = """SELECT state_record.id, state, document.id, CAST(record AS BLOB)
        FROM state_record LEFT JOIN document ON document.number = document ORDER BY
        state_record.number"""
    return database.rows(_state_record, query)


def _state_record(key: str, state: str, document: str | None, kept: bytes) -> Held:
    """Give what a kept record says; one whose columns are not its own is unreadable."""
    unreadable = Held(LogKind.STATE_RECORD, document or key, "", "", UNREADABLE)
    record = kept.decode("utf-8", "surrogateescape")
    try:
        found = decode(StateRecord, record)
    except BadInput:
        return unreadable
    is_own = (found.id, found.state, found.proof.document) == (key, state, document)
    return state_record(found, record) if is_own else unreadable


def _releases(database: Database) -> Iterator[Held]:
    covered, changed = _covered(database), changed_entries(database)
    query = """SELECT number, id, CAST(release.record AS BLOB), content
        FROM release JOIN release_original ON release = number ORDER BY number"""
    for number, release_id, record, content in database.rows(lambda *row: row, query):
        entries = standing(database, number)
        is_sound = changed.isdisjoint(entries)
        contents = digest_of_release(database, number) if is_sound else UNREADABLE
        if release_id not in covered:
            told = partial(_release, database, contents, content)
            yield _read(LogKind.RELEASE, told, release_id, record)
            continue
        told = partial(_release_as_named, database, ids_of(database, entries), content)
        one = _read(LogKind.RELEASE, told, release_id, record)
        yield one
        yield Held(LogKind.CONTENTS, release_id, one.at, "", contents)


def _release(database: Database, digest: str, packed: bytes, record: str) -> Held:
    one = decode(ListRelease, record)
    if not is_whole(database, packed, one.document_id):
        raise BadInput(f"{one.id}: its file was changed")
    return release(one, digest)


def _release_as_named(
    database: Database, entries: Sequence[EntryId], packed: bytes, record: str
) -> Held:
    one = decode(ListRelease, record)
    digest = digest_of_parts((one.id, one.document_id, *entries))
    return _release(database, digest, packed, record)


def _read(kind: LogKind, told: Callable[[str], Held], about: str, record: bytes) -> Held:
    """Give what a kept record says; one that cannot be read, or is another's, says so."""
    unreadable = Held(kind, about, "", "", UNREADABLE)
    try:
        found = told(record.decode("utf-8", "surrogateescape"))
    except BadInput:
        return unreadable
    return found if found.about == about else unreadable


_OF_DOCUMENTS: Final = """SELECT id, CAST(record AS BLOB) FROM {0}
    JOIN document ON document.number = document ORDER BY {0}.number"""
#: Each kind with a query for ids and records, and what the log tells of a record.
_RECORDS: Final[tuple[tuple[LogKind, str, Callable[[str], Held]], ...]] = (
    (
        LogKind.DESCRIPTION,
        _OF_DOCUMENTS.format("description"),
        lambda text: description(decode(Description, text)),
    ),
    (
        LogKind.RELISTING,
        _OF_DOCUMENTS.format("relisting"),
        lambda text: relisting(decode(Relisting, text)),
    ),
    (
        LogKind.ANNOTATION,
        _OF_DOCUMENTS.format("annotation"),
        lambda text: annotation(decode(Annotation, text)),
    ),
    (
        LogKind.JUDGEMENT,
        "SELECT id, CAST(record AS BLOB) FROM judgement ORDER BY number",
        lambda text: judgement(decode(Judgement, text)),
    ),
    (
        LogKind.ERASURE,
        _OF_DOCUMENTS.format("erasure"),
        lambda text: erasure(decode(Erasure, text)),
    ),
    (
        LogKind.SCREENING,
        "SELECT id, CAST(record AS BLOB) FROM screening ORDER BY number",
        lambda text: screening(decode(Run, text)),
    ),
)
