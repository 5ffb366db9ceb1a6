"""The index of names is written whole or not at all, and a file that was touched is refused."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import BadInput, Unavailable
from sayso.match.index import ListIndex
from sayso.match.names.arrays import NameArrays, arrays_of
from sayso.match.names.file import read, write
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
