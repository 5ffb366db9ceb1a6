"""A release of the EU's list is read whole, or refused by name. All parties are invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadListRelease
from sayso.model.vocabulary import Measure
from tests.lists.build import individual, un_list
from tests.lists.eu.build import GENERATED, NEW, OLD, act, alias, eu_list, party, read, regulation


def test_a_release_is_whole_ordered_and_dated_by_the_file():
    release = read(
        eu_list(
            party(alias("Zarvan Shipping"), reference="902", code="enterprise"),
            party(alias("Zarmast TOLWAK")),
        )
    )

    assert (release.id, release.published, release.generated) == (
        "eu@2026-02-03",
        "2026-02-03",
        GENERATED,
    )
    assert [(e.id, e.schema, e.name) for e in release.entries] == [
        ("eu:901", "Person", "Zarmast TOLWAK"),
        ("eu:902", "Organization", "Zarvan Shipping"),
    ]
    assert release.entries[0].measures == (Measure.ASSETS_FREEZE,)
    assert (release.repaired, release.remarks) == (0, ())


def test_elements_of_one_reference_are_parts_of_one_entry_and_counted():
    newer = party(
        alias("Zarmast TOLWAK", number=20),
        regulation(*OLD, "OLD"),
        "<remark>One.</remark>",
        more='unitedNationId="QDi.901"',
    )
    older = party(alias("Zarmast Tolvak", number=3, inside=act(*OLD)), "<remark>Two.</remark>")

    release = read(eu_list(newer, party(alias("Kandor Front"), reference="77"), older))

    both = release.entries[1]
    assert [name.text for name in both.names] == ["Zarmast Tolvak", "Zarmast TOLWAK"]
    assert [name.kind for name in both.names] == ["primary", "aka"]
    assert (both.remarks, both.un_references) == ("One.\nTwo.", ("QDi.901",))
    assert (both.regimes, [a.published for a in both.acts]) == (("ZAR", "OLD"), [NEW[0], OLD[0]])
    assert release.remarks == ("elements that share a reference are merged, 2 into 1: 901",)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "line 1, column 0: not well-formed"),
        (eu_list(party(alias("A")))[:-30], "not well-formed"),
        (eu_list(), "no entries"),
        (eu_list(party()), "eu 2026-02-03, entry 901: no name"),
        (eu_list(party(alias("A"), reference=" ")), "element 1: no reference"),
        (eu_list("<ship/>"), "<ship> is no part of the list"),
        ("<export><sanctionEntity/></export>", "states no date"),
        ("<roster/>", "its root is <roster>"),
        (un_list(individual()), "the UN Consolidated List, not eu; add it as un"),
    ],
)
def test_what_is_no_such_list_is_refused_in_words(content: str, told: str):
    with pytest.raises(BadListRelease, match=told):
        read(content)


def test_a_file_that_defines_entities_is_refused_with_and_without_repair():
    bomb = '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = eu_list(party(alias("A"))).replace("?>", "?>" + bomb, 1)

    for repair in (False, True):
        with pytest.raises(BadListRelease, match="defines entities"):
            read(content, repair=repair)


def test_a_huge_file_is_refused_before_it_is_a_tree():
    began = time.monotonic()

    with pytest.raises(BadListRelease, match=r"2,\d{3},\d{3} tags"):
        read(eu_list("<a/>" * 2_000_000))
    assert time.monotonic() - began < 2


def test_damage_is_dropped_and_counted_when_asked_and_other_bytes_are_marked():
    damaged = eu_list(party(alias("Zar\x19mast & TOLWAK"))).encode()
    latin = eu_list(party(alias("Zármast"))).encode("latin-1")

    with pytest.raises(BadListRelease, match="--repair"):
        read(damaged)
    assert (read(damaged, repair=True).entries[0].name, read(damaged, repair=True).repaired) == (
        "Zarmast TOLWAK",
        2,
    )
    assert any("Latin-1" in remark for remark in read(latin, repair=True).remarks)


def test_a_given_date_wins_with_a_remark():
    release = read(eu_list(party(alias("A"))), published="2026-03-01")

    assert release.id == "eu@2026-03-01"
    assert GENERATED in release.remarks[0]


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader_otherwise_than_by_a_refusal(noise: bytes):
    content = eu_list(party(alias("Zarmast"))).encode().replace(b"Zarmast", noise)
    for repair in (False, True):
        try:
            release = read(content, repair=repair)
        except BadListRelease:
            continue
        assert release.entries
