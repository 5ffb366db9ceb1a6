"""A project as one file: its records and what stands beside them, verified going and coming."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from sayso.errors import BadInput, NotFound, SaysoError, Unavailable
from sayso.model.log import LogCheck
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.exchange.beside import Beside, read_beside, refuse_taken
from sayso.store.log.check import SqliteLog
from sayso.store.schema import migrate
from sayso.whole import part_of, write_whole

FORMAT: Final = "sayso-backup"
VERSION: Final = 2
_MANIFEST, _RECORDS = "manifest.json", "project.db"
#: Before the name of a file that stands beside the records.
_BESIDE: Final = "beside/"
_MOST_MANIFEST: Final = 1_000_000
_BLOCK: Final = 1 << 20
_CHANGED: Final = "{}: it was changed after it was made: use another copy of it"
#: What a damaged, encrypted or hostile archive makes the library raise.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup says of itself.

    Attributes:
        bytes: of the records, unpacked.
        head: hash of the last entry of the log.
        beside: the settings and outlines that stand beside the records.
    """

    format: str
    version: int
    program: str
    made: datetime
    bytes: int
    sha256: str
    entries: int
    head: str
    beside: tuple[Beside, ...] = ()


def write_backup(project: Path, target: Path, program: str, made: datetime) -> Backup:
    """Copy a project, of one instant, into a new file; it is whole or not there.

    Raises:
        NotFound: there is no project.
        BadInput: the file is there already, or the project is not as it was logged.
        Unavailable: there is no room.
    """
    if not project.is_file():
        raise NotFound(f"no project at {project}: `sayso add FILE` begins one")
    if target.exists():
        raise BadInput(f"{target}: is there already: give the backup a new name")
    copy, part = part_of(target), part_of(target)
    with _cleared(target, copy, part):
        target.parent.mkdir(parents=True, exist_ok=True)
        _copied(project, copy)
        checked = _verified(copy, f"{project}: not backed up")
        beside = read_beside(project.parent)
        told = Backup(
            format=FORMAT,
            version=VERSION,
            program=program,
            made=made,
            bytes=copy.stat().st_size,
            sha256=_digest(copy),
            entries=checked.entries,
            head=checked.head,
            beside=tuple(Beside.of(name, content) for name, content in beside.items()),
        )
        with zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_MANIFEST, encode(Backup, told))
            archive.write(copy, _RECORDS)
            for name, content in beside.items():
                archive.writestr(_BESIDE + name, content)
        part.replace(target)
    return told


def restore_backup(source: Path, project: Path, noted: str | None = None) -> Backup:
    """Bring a project back where there is none; it is whole and as it was logged, or not there.

    Args:
        source: the backup.
        project: the file to be.
        noted: hash of an entry of the log that was noted elsewhere.

    Raises:
        NotFound: there is no such backup.
        BadInput: there is a project already, or other settings or outlines; or the backup is
            truncated, changed, of a newer version, or no backup.
        Unavailable: there is no room.
    """
    if not source.is_file():
        raise NotFound(f"{source}: no such file")
    left = [path for path in (project, *_journals(project)) if path.exists()]
    if left:
        raise BadInput(f"{left[0]}: there is a project already: choose another --project")
    copy = part_of(project)
    with _cleared(project, copy):
        project.parent.mkdir(parents=True, exist_ok=True)
        told, beside = _unpacked(source, copy)
        _verified(copy, f"{source}: not restored", noted)
        refuse_taken(project.parent, beside)
        write_whole({project.parent / name: content for name, content in beside.items()})
        copy.replace(project)
    return told


def _journals(project: Path) -> tuple[Path, ...]:
    """Give what a project may have left beside it, and what would be read into another one."""
    return tuple(project.with_name(f"{project.name}-{kind}") for kind in ("wal", "journal"))


@contextmanager
def _cleared(target: Path, *parts: Path) -> Iterator[None]:
    """Take away what was begun, however it ends; map the errors of the place."""
    try:
        yield
    except OSError as bad:
        why = bad.strerror or bad
        raise Unavailable(f"{target}: cannot be written: {why}: make room, or look there") from bad
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _copied(project: Path, copy: Path) -> None:
    database = Database(project)
    try:
        database.copy_to(copy)
    finally:
        database.close()


def _verified(copy: Path, failed: str, noted: str | None = None) -> LogCheck:
    """Bring a copy to the newest schema and give the check of its log.

    Raises:
        BadInput: it is another program's, a newer Sayso's, or not as it was logged.
    """
    database = Database(copy)
    try:
        migrate(database)
        _refuse_other_schema(database, part_of(copy))
        checked = SqliteLog(database).check(noted)
    except SaysoError as bad:
        raise BadInput(f"{failed}: {bad}") from bad
    finally:
        database.close()
    if checked.faults:
        first = checked.faults[0]
        raise BadInput(
            f"{failed}: it is not as it was logged: {first.about}: {first.what} "
            f"({len(checked.faults)} in all): `sayso log verify` shows them"
        )
    return checked


def _refuse_other_schema(database: Database, beside: Path) -> None:
    """Refuse tables, triggers and views that we did not make: they would run in what is restored.

    Raises:
        BadInput: there are some, or ours are missing.
    """
    fresh = Database(beside)
    try:
        migrate(fresh)
        ours = _schema(fresh)
    finally:
        fresh.close()
        beside.unlink(missing_ok=True)
    differing = sorted(_schema(database) ^ ours)
    if differing:
        raise BadInput(f"its {differing[0][0]} {differing[0][1]} is not one of ours")


def _schema(database: Database) -> set[tuple[str, str, str]]:
    query = "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
    return set(database.rows(lambda *row: row, query))


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unpacked(source: Path, copy: Path) -> tuple[Backup, dict[str, bytes]]:
    """Write the records of a backup to a file; only what it tells of itself, and no more.

    Returns:
        What it tells of itself, and what stood beside the records, by name.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            told = _manifest(archive, source)
            names = [_MANIFEST, _RECORDS, *(_BESIDE + one.name for one in told.beside)]
            if sorted(archive.namelist()) != sorted(names):
                raise BadInput(f"{source}: no backup of Sayso: it holds other files")
            with archive.open(_RECORDS) as packed, copy.open("xb") as unpacked:
                _check(_poured(packed, unpacked, told.bytes), told, source)
            beside = {one.name: _held(archive, one, source) for one in told.beside}
    except _BROKEN as bad:
        raise BadInput(
            f"{source}: truncated, damaged or no backup ({bad}): use another copy of it"
        ) from bad
    return told, beside


def _held(archive: zipfile.ZipFile, told: Beside, source: Path) -> bytes:
    told.refuse_unfit()
    with archive.open(_BESIDE + told.name) as packed:
        content = packed.read(told.size + 1)
    if Beside.of(told.name, content) != told:
        raise BadInput(_CHANGED.format(source))
    return content


def _manifest(archive: zipfile.ZipFile, source: Path) -> Backup:
    if _MANIFEST not in archive.namelist():
        raise BadInput(f"{source}: no backup of Sayso: it holds other files")
    with archive.open(_MANIFEST) as stream:
        text = stream.read(_MOST_MANIFEST).decode("utf-8")
    try:
        told = json.loads(text)
    except RecursionError as bad:
        raise BadInput(f"{source}: its manifest is no backup's") from bad
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BadInput(f"{source}: its manifest is no backup's")
    version = told.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise BadInput(
            f"{source}: a backup of version {version}, and this Sayso knows up to {VERSION}: "
            "install a newer Sayso to restore it"
        )
    return decode(Backup, text)


def _poured(packed: IO[bytes], unpacked: IO[bytes], most: int) -> tuple[int, str]:
    """Copy a stream and give its size and digest; one that is larger than told ends early."""
    size, told = 0, hashlib.sha256()
    while (block := packed.read(_BLOCK)) and size <= most:
        size += len(block)
        told.update(block)
        unpacked.write(block)
    return size, told.hexdigest()


def _check(found: tuple[int, str], told: Backup, source: Path) -> None:
    if found != (told.bytes, told.sha256):
        raise BadInput(_CHANGED.format(source))
