"""Things meet by kind, whatever words a document has for them."""

import tomllib
from collections import Counter

import pytest

from sayso.review.matters.things import _TABLE, kind_of, load_kinds, thing_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("at least 312 assault rifles", "small_arms"),
        ("a consignment of rifles", "small_arms"),
        ("four mortars", "small_arms"),
        ("mortar rounds", "ammunition"),
        ("420 detonators", "explosives"),
        ("brushless motors", "drones"),
        ("44 outboard engines", "engines"),
        ("up to 24 surveillance drones", "drones"),
        ("two crates of ammunition", "ammunition"),
        ("900,000 litres of diesel", "fuel"),
        ("60,000 marks", "money"),
        ("3.1 tonnes of gold", "minerals"),
        ("pick-up trucks", "vehicles"),
        ("The two patrol boats", "vessels"),
        ("some 40 fighters", "persons"),
        ("jamming equipment", "electronics"),
    ],
)
def test_a_description_is_of_the_kind_of_its_last_words(words: str, kind: str):
    assert kind_of(words) == load_kinds().kinds[kind]


def test_what_fits_no_kind_stays_under_its_own_words():
    thing = thing_of(("the eleven containers",), support=None, unit="container")
    assert thing is not None
    assert (thing.known, thing.name) == (False, "“containers”")


def test_a_kind_of_support_speaks_where_no_thing_is_named():
    assert thing_of((), support="arms", unit=None) == load_kinds().kinds["weapons"]
    assert thing_of(("rifles",), support="arms", unit=None) == load_kinds().kinds["small_arms"]


@pytest.mark.parametrize("words", ["anything", "nothing", "support", "some help"])
def test_words_that_name_no_thing_are_none(words: str):
    assert thing_of((words,), support=None, unit=None) is None


def test_a_mere_number_is_of_what_it_counts():
    money = thing_of(("2.4 million",), support=None, unit="USD")
    assert money == load_kinds().kinds["money"]
    drones = thing_of(("six",), support=None, unit="drone")
    assert drones == load_kinds().kinds["drones"]


def test_the_last_of_what_is_enumerated_counts():
    words = "military, humanitarian and stabilisation support"
    assert thing_of((words,), support=None, unit=None) is None


def test_no_word_stands_in_two_kinds_and_broader_kinds_exist():
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    rows = [row for row in table.values() if isinstance(row, dict)]
    counted = Counter(word for row in rows for word in row["words"])
    assert [word for word, times in counted.items() if times > 1] == []
    assert {row["part_of"] for row in rows if "part_of" in row} <= set(table)
