"""A list file comes plain or gzipped, and never larger than allowed."""

import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadListRelease
from sayso.lists.unpack import unpack


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=500))
def test_plain_and_packed_bytes_come_out_the_same(content: bytes):
    packed = gzip.compress(content, mtime=0)

    assert unpack(packed, max_bytes=500) == content
    assert unpack(packed + packed, max_bytes=1000) == content * 2
    if not content.startswith(b"\x1f\x8b"):
        assert unpack(content, max_bytes=500) == content


def test_a_bomb_is_refused_before_it_goes_off():
    bomb = gzip.compress(b"0" * 5_000_000, mtime=0)

    with pytest.raises(BadListRelease, match="more than 1,000 bytes"):
        unpack(bomb, max_bytes=1000)
    with pytest.raises(BadListRelease, match="more than 10 bytes"):
        unpack(b"<CONSOLIDATED_LIST/>", max_bytes=10)


def test_many_small_members_cannot_pass_the_limit_together():
    members = gzip.compress(b"0" * 400, mtime=0) * 3

    with pytest.raises(BadListRelease, match="more than 1,000 bytes"):
        unpack(members, max_bytes=1000)


def test_a_cut_off_or_damaged_file_is_refused():
    packed = gzip.compress(b"a list of names " * 50, mtime=0)

    with pytest.raises(BadListRelease, match="cut off"):
        unpack(packed[:-9], max_bytes=10_000)
    with pytest.raises(BadListRelease, match="damaged"):
        unpack(packed[:-8] + bytes(8), max_bytes=10_000)


def test_a_file_of_a_hundred_thousand_empty_members_is_unpacked_in_time():
    began = time.monotonic()

    assert unpack(gzip.compress(b"", mtime=0) * 100_000, max_bytes=1000) == b""
    assert time.monotonic() - began < 5


def test_a_file_that_grows_as_no_list_does_is_refused_by_name():
    bomb = gzip.compress(b"0" * 5_000_000, mtime=0)

    with pytest.raises(BadListRelease, match=r"un\.xml\.gz: more than 1,0\d\d,\d\d\d bytes"):
        unpack(bomb, max_bytes=500_000_000, name="un.xml.gz")
    with pytest.raises(BadListRelease, match=r"un\.xml\.gz: the gzip file is cut off"):
        unpack(gzip.compress(b"a list")[:-9], max_bytes=500_000_000, name="un.xml.gz")
