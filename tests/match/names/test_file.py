"""The index of names is written whole or not at all, and a file that was touched is refused."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import BadInput, Unavailable
from sayso.match.index import ListIndex
from sayso.match.names.arrays import NameArrays, arrays_of
from sayso.match.names.file import VERSION, read, write
from sayso.model.lists import ListRelease
from sayso.model.matches import Screening
from tests.fakes import tiny_entry

RELEASES = ("un@2026-02-27",)


@pytest.fixture
def arrays() -> NameArrays:
    return arrays_of([tiny_entry("QDe.901", "ZARNAWA COUNCIL", "مجلس زرناوا", "Совет Зарнавы")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "names.idx"


def test_arrays_come_back_as_they_were(path: Path, arrays: NameArrays):
    write(path, arrays, RELEASES)

    again, releases = read(path)

    assert releases == RELEASES
    for field in fields(arrays):
        one, other = getattr(arrays, field.name), getattr(again, field.name)
        assert one.dtype == other.dtype
        assert np.array_equal(one, other)


def test_what_is_written_twice_is_the_same_to_the_byte(tmp_path: Path, arrays: NameArrays):
    for name in ("a", "b"):
        write(tmp_path / name, arrays, RELEASES)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_index_from_a_file_answers_as_the_one_that_was_built(path: Path, release: ListRelease):
    entries = sorted(release.entries, key=lambda entry: entry.id)
    write(path, arrays_of(entries), [release.id])
    arrays, releases = read(path)
    held = {entry.id: entry for entry in entries}

    opened, built = ListIndex(arrays, releases, held.get), ListIndex.build([release])

    for name in ("Noor Wali Mehsood", "Al Kaida", "نور ولی محسود", "nobody at all"):
        question = Screening(name=name, threshold=0.0, limit=5)
        assert opened.screen(question) == built.screen(question)


@pytest.mark.parametrize("keep", [0, 5, 30, 200, 1000])
def test_a_file_that_is_cut_off_is_refused_with_the_next_step(
    path: Path, arrays: NameArrays, keep: int
):
    write(path, arrays, RELEASES)
    path.write_bytes(path.read_bytes()[:keep])

    with pytest.raises(BadInput, match="lists index"):
        read(path)


@pytest.mark.parametrize("place", [0, 14, 100, -70, -2000])
def test_one_changed_byte_is_found(path: Path, arrays: NameArrays, place: int):
    write(path, arrays, RELEASES)
    content = bytearray(path.read_bytes())
    content[place] ^= 0x55
    path.write_bytes(content)

    with pytest.raises(BadInput, match=r"names\.idx"):
        read(path)


@pytest.mark.parametrize(
    ("told", "instead"),
    [(b"un@2026-02-27", b"un@2026-02-28"), (b'"bones", "<u8"', b'"bones", "<i8"')],
)
def test_a_header_that_was_changed_is_found(
    path: Path, arrays: NameArrays, told: bytes, instead: bytes
):
    write(path, arrays, RELEASES)
    content = path.read_bytes()
    path.write_bytes(content.replace(told, instead))

    assert told in content
    with pytest.raises(BadInput, match="changed since"):
        read(path)


def test_a_file_of_another_version_is_none(path: Path, arrays: NameArrays):
    write(path, arrays, RELEASES)
    version = f'"version": {VERSION}'.encode()
    path.write_bytes(path.read_bytes().replace(version, b'"version": 0'))

    assert read(path) is None


def test_what_is_mapped_is_a_plain_array(path: Path, arrays: NameArrays):
    write(path, arrays, RELEASES)
    again, _ = read(path)

    assert {type(getattr(again, field.name)) for field in fields(again)} == {np.ndarray}
    assert not again.bones.flags.writeable


def test_a_reader_who_has_begun_is_not_given_half_of_the_file_that_takes_its_place(
    path: Path, arrays: NameArrays, monkeypatch: pytest.MonkeyPatch
):
    other = arrays_of([tiny_entry("QDe.902", "KANDOR FRONT")])
    write(path, arrays, RELEASES)

    mapped = np.memmap

    def memmap(*told: object, **more: object) -> object:
        write(path, other, ("un@2026-03-01",))
        return mapped(*told, **more)

    with monkeypatch.context() as patched:
        patched.setattr("numpy.memmap", memmap)
        before, releases = read(path)
    assert (releases, before.bones.tolist()) == (RELEASES, arrays.bones.tolist())
    assert read(path)[1] == ("un@2026-03-01",)


def test_the_index_can_be_read_by_whoever_can_read_the_project(path: Path, arrays: NameArrays):
    beside = path.with_name("project.db")
    beside.write_bytes(b"")
    write(path, arrays, RELEASES)

    assert path.stat().st_mode == beside.stat().st_mode


def test_who_stops_the_writing_leaves_what_was_there_and_nothing_else(
    path: Path, arrays: NameArrays, monkeypatch: pytest.MonkeyPatch
):
    write(path, arrays, RELEASES)

    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write(path, arrays, ("un@2026-03-01",))
    assert list(path.parent.iterdir()) == [path]
    assert read(path)[1] == RELEASES


def test_another_file_is_no_index(path: Path):
    path.write_text("Dear reader, this is no index.", encoding="utf-8")

    with pytest.raises(BadInput, match="no index of names"):
        read(path)


def test_a_reader_keeps_its_file_while_a_new_one_takes_its_place(path: Path, arrays: NameArrays):
    write(path, arrays, RELEASES)
    before, _ = read(path)
    write(path, arrays_of([tiny_entry("QDe.902", "KANDOR FRONT")]), ("un@2026-03-01",))

    assert np.array_equal(before.entries, arrays.entries)
    assert read(path)[1] == ("un@2026-03-01",)


def test_a_folder_that_is_missing_leaves_nothing_behind(tmp_path: Path, arrays: NameArrays):
    with pytest.raises(Unavailable, match="cannot be written"):
        write(tmp_path / "nowhere" / "names.idx", arrays, RELEASES)
    assert list(tmp_path.iterdir()) == []
