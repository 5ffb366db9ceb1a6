"""Files that share most of their lines share most of their pieces, and come back whole."""

import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.database import Database
from sayso.store.packing.numbers import pack, unpack
from sayso.store.packing.pieces import keep_pieces, whole
from sayso.store.schema import migrate

LINES = [f'{n},"ZARVAN SHIPPING {n * n} CO.","SDGT","Ostan {n % 7}"\r\n' for n in range(4000)]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "sayso.db")) as opened:
        migrate(opened)
        yield opened


def size(database: Database) -> int:
    return database.first(int, "SELECT total(length(content)) FROM piece") or 0


def test_a_changed_line_costs_one_piece_and_both_files_come_back(database: Database):
    first = "".join(LINES).encode()
    second = "".join([*LINES[:2000], "2000,KANDOR\r\n", *LINES[2002:], "last\r\n"]).encode()

    kept = keep_pieces(database, first)
    before = size(database)
    kept_too = keep_pieces(database, second)

    assert 0 < size(database) - before < before / 5
    assert (whole(database, kept), whole(database, kept_too)) == (first, second)
    assert keep_pieces(database, second) == kept_too


@pytest.mark.parametrize("content", [b"", b"no line end", b"\n", b"\0\xff" * 9000, b"x\n" * 9999])
def test_any_bytes_come_back(database: Database, content: bytes):
    assert whole(database, keep_pieces(database, content)) == content


def test_what_was_packed_whole_comes_back_too(database: Database):
    assert whole(database, zlib.compress(b"pieces: no")) == b"pieces: no"


def test_a_missing_piece_is_damage(database: Database):
    with pytest.raises(zlib.error):
        whole(database, b"pieces:" + pack([77]))


@given(st.lists(st.integers(min_value=0, max_value=2**62)))
def test_numbers_come_back_in_their_order(numbers: list[int]):
    assert unpack(pack(numbers)) == tuple(numbers)


def test_numbers_that_follow_one_another_take_next_to_nothing():
    assert len(pack(range(1, 15_000))) < 500
