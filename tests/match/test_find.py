"""Listed names are found in running text however they are spelt, and nothing else is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.match.index import ListIndex
from sayso.model.matches import NameHit
from sayso.model.vocabulary import EntityType


def found(index: ListIndex, text: str) -> list[tuple[str, str]]:
    """Give the words found, each with the references of its entries."""
    hits = index.find_in(text)
    return [(h.span.of(text), " ".join(e.removeprefix("un:") for e in h.entries)) for h in hits]


@pytest.mark.parametrize(
    "name",
    ["Al-Qaida", "Al Qaeda", "al-Qa'ida", "Al-Qa‘ida", "AL QAEDA", "al-qaida", "AlQaeda"],
)
def test_al_qaida_is_found_in_each_of_its_spellings(index: ListIndex, name: str):
    assert found(index, f"He joined {name} in 1998.") == [(name, "QDe.004")]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Tehrik-e Taliban Pakistan struck.", [("Tehrik-e Taliban Pakistan", "QDe.132")]),
        ("the Tehreek-e-Taliban\nPakistan (TTP)", [
            ("Tehreek-e-Taliban\nPakistan", "QDe.132"), ("TTP", "QDe.132"),
        ]),
        ("ISIL-K, or the Islamic State Khorasan Province", [
            ("ISIL-K", "QDe.161"), ("Islamic State Khorasan Province", "QDe.161"),
        ]),
        ("ISIL, Daesh and the Islamic State", [
            ("ISIL", "QDe.115"), ("Daesh", "QDe.115"), ("Islamic State", "QDe.115"),
        ]),
        ("Noor Wali Mahsud’s men", [("Noor Wali Mahsud", "QDi.427")]),
        ("Islamic State in Iraq & the Levant", [("Islamic State in Iraq & the Levant", "QDe.115")]),
        ("تنظيم القاعدة في العراق", [("القاعدة في العراق", "QDe.115")]),
        ("группа Катиба ат-Таухид валь-Джихад", [("Катиба ат-Таухид валь-Джихад", "QDe.168")]),
        ("他是金铁三。", [("金铁三", "KPi.035")]),
        ("an Al-Qaida-linked cell", [("Al-Qaida", "QDe.004")]),
    ],
)  # fmt: skip
def test_names_are_found_at_their_place(index: ListIndex, text: str, hits: list[tuple[str, str]]):
    assert found(index, text) == hits


@pytest.mark.parametrize(
    "text",
    [
        "They reached the base and The Base again.",
        "The Taliban and the Afghan Taliban rule; Taliban fighters",
        "on Tuesdays, for days and Days",
        "ttp and Ttp are not it",
        "a ghalqaida and qaidabad",
        "Haqqani spoke of networks",
        "Al-Qaida in the Indian Subcontinent",
        "Tehrik-e. Taliban. Pakistan",
        "Jamaat-e-Islami and Jamiat-e-Islami",
        "Islamic\n\nState",
        "Hassan and Ahmed said so",
        "",
        "?!…",
    ],
)
def test_common_words_other_groups_and_parts_of_words_are_no_hits(index: ListIndex, text: str):
    assert found(index, text) == []


def test_the_longer_name_wins_where_two_overlap(index: ListIndex):
    assert found(index, "Islamic State in Iraq and the Levant - Khorasan") == [
        ("Islamic State in Iraq and the Levant - Khorasan", "QDe.161")
    ]
    assert found(index, "the Pakistani Taliban") == [("Pakistani Taliban", "QDe.132")]


def test_in_and_and_are_not_the_same(index: ListIndex):
    assert found(index, "fighters of Al-Qaida and Iraq") == [("Al-Qaida", "QDe.004")]
    assert found(index, "Al-Qaida in Iraqi prisons") == [("Al-Qaida", "QDe.004")]
    assert found(index, "Al-Qaida in Iraq") == [("Al-Qaida in Iraq", "QDe.115")]


def test_a_name_of_several_entries_gives_them_all(index: ListIndex):
    assert found(index, "Ansar al-Sharia") == [("Ansar al-Sharia", "QDe.143 QDe.145")]


def test_doubtful_names_are_weak(index: ListIndex):
    weak = {
        text: hits[0].weak
        for text in ("ISI", "ISIS", "NALU", "Ministry of Defence")
        if (hits := index.find_in(text))
    }

    assert weak == {"ISI": True, "ISIS": False, "NALU": False, "Ministry of Defence": True}


def test_a_hit_says_what_kind_of_party_it_is(index: ListIndex):
    kinds = {
        text: index.find_in(text)[0].type
        for text in ("Noor Wali Mehsud", "Haqqani Network", "Daedong Credit Bank")
    }

    assert kinds == {
        "Noor Wali Mehsud": EntityType.PERSON,
        "Haqqani Network": EntityType.ARMED_GROUP,
        "Daedong Credit Bank": EntityType.ORGANISATION,
    }


PIECES = st.sampled_from(
    ["Al-Qaida", "al", "-", " ", "\n", "TTP", "Taliban", "Pakistani", "in", "Iraq", "’s", "(", "&",
     "القاعدة", "金铁三", "Катиба", "Noor", "Wali", "Mehsud", "e", "of", "\u200f", "é", "ISIL", "K"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join)))
def test_hits_lie_in_the_text_in_order_without_overlap(index: ListIndex, text: str):
    hits: tuple[NameHit, ...] = index.find_in(text)

    assert all(h.span.of(text).strip() and h.entries for h in hits)
    assert all(a.span.end <= b.span.start for a, b in pairwise(hits))
    assert all(list(h.entries) == sorted(h.entries) for h in hits)


def test_a_hostile_text_takes_no_time(index: ListIndex):
    text = "Tehrik " + "e " * 20_000 + "Islamic " * 20_000

    assert index.find_in(text) == ()
