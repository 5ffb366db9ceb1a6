"""A project as one file: verified when it is made, and again when it comes back."""

import errno
import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import BadInput, NotFound, Unavailable
from sayso.store.database import Database
from sayso.store.exchange.backup import restore_backup, write_backup
from sayso.store.schema import STEPS, migrate
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import NOON, tiny_extraction, tiny_intake, tiny_judgement, tiny_release

TEXT = "Sarband Front fighters left Ghazni. شورای زرناوه در کابل است."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p" / "sayso.db"
    store = open_store(path, must_exist=False)
    fill(store)
    store.close()
    return path


def fill(store: SqliteStore) -> None:
    intake = tiny_intake(TEXT)
    store.documents.add(intake, tiny_extraction(intake), ())
    store.lists.add(*tiny_release("2026-02-27"))
    store.judgements.add(tiny_judgement(1, about="c-1"))


def told(path: Path) -> tuple[object, ...]:
    store = open_store(path, must_exist=True)
    try:
        documents = tuple(store.documents.records())
        return documents, store.lists.releases(), store.log.entries(), store.log.check().faults
    finally:
        store.close()


def test_what_is_restored_is_what_was_backed_up(project: Path, tmp_path: Path):
    made = write_backup(project, tmp_path / "b.sayso", "1", NOON)
    back = tmp_path / "new" / "sayso.db"
    assert restore_backup(tmp_path / "b.sayso", back, made.head[:12]) == made
    assert told(back) == told(project)


def test_only_the_file_itself_is_left_beside_it(project: Path, tmp_path: Path):
    write_backup(project, tmp_path / "out" / "b.sayso", "1", NOON)
    restore_backup(tmp_path / "out" / "b.sayso", tmp_path / "new" / "sayso.db")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["b.sayso"]
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["sayso.db"]


def test_another_program_may_be_writing_meanwhile(project: Path, tmp_path: Path):
    store = open_store(project, must_exist=True)
    store.judgements.add(tiny_judgement(2, about="c-1"))
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    store.close()
    restore_backup(tmp_path / "b.sayso", tmp_path / "new.db")
    assert told(tmp_path / "new.db") == told(project)


def test_a_project_or_a_backup_that_is_there_is_not_written_over(project: Path, tmp_path: Path):
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    before = (tmp_path / "b.sayso").read_bytes()
    with pytest.raises(BadInput, match="is there already"):
        write_backup(project, tmp_path / "b.sayso", "1", NOON)
    with pytest.raises(BadInput, match="there is a project already"):
        restore_backup(tmp_path / "b.sayso", project)
    assert (tmp_path / "b.sayso").read_bytes() == before


def test_where_there_is_nothing_it_says_so(tmp_path: Path):
    with pytest.raises(NotFound, match="no project"):
        write_backup(tmp_path / "sayso.db", tmp_path / "b.sayso", "1", NOON)
    with pytest.raises(NotFound, match="no such file"):
        restore_backup(tmp_path / "b.sayso", tmp_path / "sayso.db")


def rewritten(source: Path, change: Callable[[dict, bytes], tuple[dict, bytes]]) -> None:
    """Write a backup anew, with another manifest or other records."""
    with zipfile.ZipFile(source) as archive:
        manifest, records = archive.read("manifest.json"), archive.read("project.db")
    told, content = change(json.loads(manifest), records)
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(told))
        archive.writestr("project.db", content)


def cut(source: Path) -> None:
    source.write_bytes(source.read_bytes()[:-400])


def flipped(source: Path) -> None:
    content = bytearray(source.read_bytes())
    content[len(content) // 2] ^= 0xFF
    source.write_bytes(content)


def newer(source: Path) -> None:
    rewritten(source, lambda told, content: ({**told, "version": 3}, content))


def larger(source: Path) -> None:
    rewritten(source, lambda told, content: (told, content + bytes(50_000_000)))


def deep(source: Path) -> None:
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("manifest.json", "[" * 90_000)
        archive.writestr("project.db", b"")


def slipping(source: Path) -> None:
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("manifest.json", "{}")
        archive.writestr("../../project.db", b"gotcha")


def no_archive(source: Path) -> None:
    source.write_bytes(b"SQLite format 3\0" * 100)


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (cut, "truncated"),
        (flipped, "damaged|changed"),
        (newer, "install a newer Sayso"),
        (larger, "changed after it was made"),
        (deep, "no backup"),
        (slipping, "no backup"),
        (no_archive, "no backup"),
    ],
)
def test_what_is_not_sound_is_refused_and_leaves_nothing_behind(
    project: Path, tmp_path: Path, damage: Callable[[Path], None], why: str
):
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    damage(tmp_path / "b.sayso")
    (tmp_path / "new").mkdir()
    with pytest.raises(BadInput, match=why):
        restore_backup(tmp_path / "b.sayso", tmp_path / "new" / "sayso.db")
    assert list((tmp_path / "new").iterdir()) == []
    assert not (tmp_path / "project.db").exists()


def beside(project: Path) -> dict[str, bytes]:
    """Put settings and outlines beside a project, as a person and the browser do."""
    files = {
        "sayso.toml": b'by = "A. Clerk"\n',
        "outlines/Draft 1.txt": b"# Zarnawa\n",
        "outlines/گزارش.txt": "## شورای زرناوه\n".encode(),
    }
    (project.parent / "outlines").mkdir()
    for name, content in files.items():
        (project.parent / name).write_bytes(content)
    return files


def test_settings_and_outlines_come_back_and_nothing_else(project: Path, tmp_path: Path):
    files = beside(project)
    (project.parent / "names.idx").write_bytes(b"worked out anew")
    (project.parent / "outlines" / ".hidden.txt").touch()
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    back = tmp_path / "new" / "sayso.db"
    restore_backup(tmp_path / "b.sayso", back)
    held = {p.relative_to(back.parent).as_posix(): p for p in back.parent.rglob("*") if p.is_file()}
    assert held.keys() == {"sayso.db", *files}
    assert {name: held[name].read_bytes() for name in files} == files


def of_version_1(source: Path) -> None:
    rewritten(source, lambda told, content: ({**told, "version": 1}, content))


def test_a_backup_of_a_version_without_them_comes_back(project: Path, tmp_path: Path):
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    of_version_1(tmp_path / "b.sayso")
    restore_backup(tmp_path / "b.sayso", tmp_path / "new" / "sayso.db")
    assert told(tmp_path / "new" / "sayso.db") == told(project)


def test_settings_and_outlines_that_are_there_are_not_written_over(project: Path, tmp_path: Path):
    files = beside(project)
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    back = tmp_path / "new" / "sayso.db"
    (tmp_path / "new" / "outlines").mkdir(parents=True)
    mine = tmp_path / "new" / "outlines" / "Draft 1.txt"
    mine.write_bytes(b"mine")
    with pytest.raises(BadInput, match=r"Draft 1\.txt: is there already, and differs"):
        restore_backup(tmp_path / "b.sayso", back)
    assert [p for p in back.parent.rglob("*") if p.is_file()] == [mine]
    mine.write_bytes(files["outlines/Draft 1.txt"])
    restore_backup(tmp_path / "b.sayso", back)
    assert told(back) == told(project)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("outlines/Draft 1.txt", b"another", "changed after it was made"),
        ("outlines/../../out.txt", None, "no file that stands beside a project"),
        ("../out.txt", None, "no file that stands beside a project"),
        ("sayso.db-wal", None, "no file that stands beside a project"),
        ("outlines/not told of.txt", b"more", "holds other files"),
    ],
)
def test_what_stands_beside_is_verified_as_the_records_are(
    project: Path, tmp_path: Path, name: str, content: bytes | None, why: str
):
    source, files = tmp_path / "b.sayso", beside(project)
    write_backup(project, source, "1", NOON)
    with zipfile.ZipFile(source) as archive:
        manifest, records = json.loads(archive.read("manifest.json")), archive.read("project.db")
    if content is None:
        files = {name: b"gotcha"}
        told_of = {"name": name, "size": 6, "sha256": hashlib.sha256(b"gotcha").hexdigest()}
        manifest["beside"] = [told_of]
    else:
        files[name] = content
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("project.db", records)
        for one, held in files.items():
            archive.writestr(f"beside/{one}", held)
    with pytest.raises(BadInput, match=why):
        restore_backup(source, tmp_path / "new" / "sayso.db")
    assert list((tmp_path / "new").iterdir()) == []
    assert not (tmp_path / "out.txt").exists()


def test_files_of_somebody_that_are_called_like_parts_of_it_stay(project: Path, tmp_path: Path):
    mine = [tmp_path / f"b.sayso.{kind}" for kind in ("copy", "part", "copy.schema")]
    for path in mine:
        path.write_bytes(b"mine")
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    assert [path.read_bytes() for path in mine] == [b"mine"] * 3


def tampered(project: Path) -> None:
    [guard] = run(project, "SELECT sql FROM sqlite_master WHERE name = 'judgement_is_not_changed'")
    run(project, "DROP TRIGGER judgement_is_not_changed")
    run(project, "UPDATE judgement SET record = replace(record, 'j-1', 'j-9')")
    run(project, guard)


def run(path: Path, statement: str) -> list[str]:
    database = sqlite3.connect(path)
    try:
        with database:
            return [row[0] for row in database.execute(statement)]
    finally:
        database.close()


def test_a_trigger_that_is_not_ours_is_not_taken_along(project: Path, tmp_path: Path):
    run(project, "CREATE TRIGGER spy AFTER INSERT ON judgement BEGIN DELETE FROM customer; END")
    with pytest.raises(BadInput, match="trigger spy is not one of ours"):
        write_backup(project, tmp_path / "b.sayso", "1", NOON)


def test_what_an_older_project_left_beside_it_is_not_read_into_another(
    project: Path, tmp_path: Path
):
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    (tmp_path / "new.db-wal").write_bytes(b"old words")
    with pytest.raises(BadInput, match=r"new\.db-wal: there is a project already"):
        restore_backup(tmp_path / "b.sayso", tmp_path / "new.db")


def test_a_project_that_is_not_as_it_was_logged_is_not_backed_up(project: Path, tmp_path: Path):
    tampered(project)
    with pytest.raises(BadInput, match="not as it was logged"):
        write_backup(project, tmp_path / "b.sayso", "1", NOON)
    assert not (tmp_path / "b.sayso").exists()


def test_records_changed_with_their_digest_are_found_by_the_log(project: Path, tmp_path: Path):
    write_backup(project, tmp_path / "b.sayso", "1", NOON)

    def change(told: dict, content: bytes) -> tuple[dict, bytes]:
        path = tmp_path / "changed.db"
        path.write_bytes(content)
        tampered(path)
        other = path.read_bytes()
        return {**told, "bytes": len(other), "sha256": hashlib.sha256(other).hexdigest()}, other

    rewritten(tmp_path / "b.sayso", change)
    with pytest.raises(BadInput, match="not as it was logged"):
        restore_backup(tmp_path / "b.sayso", tmp_path / "new.db")


def test_a_log_that_was_written_anew_is_found_by_a_hash_noted_before(project: Path, tmp_path: Path):
    write_backup(project, tmp_path / "b.sayso", "1", NOON)
    with pytest.raises(BadInput, match="no entry has this hash"):
        restore_backup(tmp_path / "b.sayso", tmp_path / "new.db", "f" * 64)


def test_a_full_disk_is_told_and_leaves_nothing_behind(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(Unavailable, match="No space left"):
        write_backup(project, tmp_path / "out" / "b.sayso", "1", NOON)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("schema", range(1, len(STEPS)))
def test_a_project_of_an_older_schema_is_backed_up_too(tmp_path: Path, schema: int):
    old = Database(tmp_path / "old.db")
    migrate(old, [[part for part in step if isinstance(part, str)] for step in STEPS[:schema]])
    old.close()
    write_backup(tmp_path / "old.db", tmp_path / "b.sayso", "1", NOON)
    restore_backup(tmp_path / "b.sayso", tmp_path / "new.db")
    assert told(tmp_path / "new.db")[3] == ()
