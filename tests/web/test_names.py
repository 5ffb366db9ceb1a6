"""Names are found by the beginnings of their words, in each script as it is."""

import pytest

from sayso.web.names import NameTable
from tests.fakes import tiny_entry, tiny_release

ENTRIES = (
    tiny_entry("1", "Kandor Front", "Jabhat Kandor"),
    tiny_entry("2", "Kandor Front for Zarvan"),
    tiny_entry("3", "شرکت نمونه"),
    tiny_entry("4", "Société Générale d’Ostan"),
)


def find(text: str) -> list[str]:
    release, _ = tiny_release("2024-06-01", *ENTRIES)
    return [entry.partition(":")[2] for entry in NameTable(lambda: [release]).find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kandor", ["1", "2"]),
        ("FRONT kand", ["1", "2"]),
        ("zarv", ["2"]),
        ("شر", ["3"]),
        ("societe gen", ["4"]),
        ("OSTAN", ["4"]),
        ("un:4", ["4"]),
        ("kandor ostan", []),
        ("or", []),
        ("\U0010ffff", ["3", "1", "2", "4"]),
        ("", ["3", "1", "2", "4"]),
        ("...", ["3", "1", "2", "4"]),
    ],
)
def test_all_words_must_begin_so(text: str, found: list[str]):
    assert sorted(find(text)) == sorted(found)


def test_shorter_names_come_first():
    assert find("kandor front") == ["1", "2"]


def test_the_releases_are_read_when_it_is_first_asked_and_once():
    release, _ = tiny_release("2024-06-01", *ENTRIES)
    read: list[int] = []
    table = NameTable(lambda: read.append(1) or [release])
    assert read == []
    assert (table.counts, table.find("zarv")) == ({"un": 4}, ("un:2",))
    assert read == [1]
