"""What the tables hold that the log tells of, each with the digest of what it says."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from sayso.errors import BadInput
from sayso.model.documents import Description, Erasure
from sayso.model.findings import Judgement
from sayso.model.ids import EntryId
from sayso.model.lists import ListRelease
from sayso.model.log import LogKind, digest_of_parts, judgement_parts, utc
from sayso.model.screenings import Run
from sayso.store.codec import decode, encode
from sayso.store.database import Database

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
    found = [*_additions(database), *_descriptions(database), *_erasures(database)]
    found += [*_releases(database), *_judgements(database), *_screenings(database)]
    return sorted(found, key=lambda thing: thing.at)


def addition(document_id: str, text: str, at: str) -> Held:
    """Give a document as the log tells of it: its id is the digest of its bytes."""
    return Held(LogKind.ADDITION, document_id, at, "", digest_of_parts((text,)))


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


def release(one: ListRelease, entries: list[EntryId]) -> Held:
    """Give a release as the log tells of it: its file and the entries that it names, in order."""
    digest = digest_of_parts((one.id, one.document_id, *entries))
    return Held(LogKind.RELEASE, one.id, utc(one.retrieved), "", digest)


def judgement(one: Judgement) -> Held:
    """Give a judgement as the log tells of it."""
    digest = digest_of_parts(judgement_parts(one))
    return Held(LogKind.JUDGEMENT, one.id, utc(one.at), one.by, digest)


def screening(run: Run) -> Held:
    """Give a run that screened as the log tells of it."""
    digest = digest_of_parts((encode(Run, run),))
    return Held(LogKind.SCREENING, run.id, utc(run.at), run.by, digest)


def _additions(database: Database) -> Iterator[Held]:
    """Give the documents; of one that was erased before only that it was here."""
    query = """SELECT id, CAST(original.record AS BLOB), original.content, CAST(text AS BLOB)
        FROM document JOIN original ON original.document = number
        JOIN content ON content.document = number ORDER BY number"""
    yield from database.rows(_addition, query)
    gone = """SELECT document.id, erasure.record FROM document
        JOIN erasure ON erasure.document = document.number ORDER BY document.number"""
    for document, record in database.rows(lambda *row: row, gone):
        yield Held(LogKind.ADDITION, document, utc(decode(Erasure, record).at), "", "")


def _addition(document: str, record: bytes, content: bytes, text: bytes) -> Held:
    try:
        at = str(json.loads(record)["retrieved"])
    except (ValueError, KeyError):
        return Held(LogKind.ADDITION, document, "", "", UNREADABLE)
    if not is_whole(content, document):
        return Held(LogKind.ADDITION, document, at, "", UNREADABLE)
    return addition(document, text.decode("utf-8", "surrogateescape"), at)


def is_whole(packed: bytes, document_id: str) -> bool:
    """Say whether packed bytes are those that gave a document its id."""
    try:
        content = zlib.decompress(packed)
    except zlib.error:
        return False
    return hashlib.sha256(content).hexdigest() == document_id.removeprefix("sha256:")


def _descriptions(database: Database) -> list[Held]:
    query = """SELECT id, CAST(record AS BLOB) FROM description
        JOIN document ON document.number = document ORDER BY description.number"""
    told = partial(_read, LogKind.DESCRIPTION, lambda text: description(decode(Description, text)))
    return database.rows(told, query)


def _erasures(database: Database) -> list[Held]:
    query = """SELECT id, CAST(record AS BLOB) FROM erasure
        JOIN document ON document.number = document ORDER BY erasure.number"""
    told = partial(_read, LogKind.ERASURE, lambda text: erasure(decode(Erasure, text)))
    return database.rows(told, query)


def _judgements(database: Database) -> list[Held]:
    query = "SELECT id, CAST(record AS BLOB) FROM judgement ORDER BY number"
    told = partial(_read, LogKind.JUDGEMENT, lambda text: judgement(decode(Judgement, text)))
    return database.rows(told, query)


def _screenings(database: Database) -> list[Held]:
    query = "SELECT id, CAST(record AS BLOB) FROM screening ORDER BY number"
    told = partial(_read, LogKind.SCREENING, lambda text: screening(decode(Run, text)))
    return database.rows(told, query)


def _releases(database: Database) -> Iterator[Held]:
    query = """SELECT number, id, CAST(release.record AS BLOB), content
        FROM release JOIN release_original ON release = number ORDER BY number"""
    named = "SELECT id FROM seen JOIN entry ON number = entry WHERE release = ? ORDER BY place"
    for number, release_id, record, content in database.rows(lambda *row: row, query):
        entries = database.rows(EntryId, named, number)
        yield _read(LogKind.RELEASE, partial(_release, entries, content), release_id, record)


def _release(entries: list[EntryId], packed: bytes, record: str) -> Held:
    one = decode(ListRelease, record)
    if not is_whole(packed, one.document_id):
        raise BadInput(f"{one.id}: its file was changed")
    return release(one, entries)


def _read(kind: LogKind, told: Callable[[str], Held], about: str, record: bytes) -> Held:
    """Give what a kept record says; one that cannot be read, or is another's, says so."""
    unreadable = Held(kind, about, "", "", UNREADABLE)
    try:
        found = told(record.decode("utf-8", "surrogateescape"))
    except BadInput:
        return unreadable
    return found if found.about == about else unreadable
