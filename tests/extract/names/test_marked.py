"""Names as the encoder marks them, mended at their seams; all persons and groups are invented."""

import pytest

from sayso.extract.encoder.marked import Named
from sayso.extract.names.marked import mended
from sayso.model.ids import Span


def after_mending(text: str, *marked: tuple[str, str]) -> list[tuple[str, str]]:
    """Give (words, kind) of the names that are left of those marked, each behind the one before."""
    names, at = [], 0
    for words, kind in marked:
        start = text.index(words, at)
        at = start + len(words)
        names.append(Named(Span(start, at), kind))
    return [(name.span.of(text), name.kind) for name in mended(text, names)]


@pytest.mark.parametrize(
    ("text", "parts", "kind"),
    [
        ("the Zarkoh Front moved", ("the", "Zarkoh Front"), "Organisation"),
        ("said Col. Oda Brenk.", ("Col.", "Oda", "Brenk"), "Person"),
        ("заявила Ода Бренк.", ("Ода", "Бренк"), "Person"),
        ("قالت أودا برنك.", ("أودا", "برنك"), "Person"),
    ],
)
def test_a_name_that_is_cut_in_two_is_one(text: str, parts: tuple[str, ...], kind: str):
    assert after_mending(text, *((part, kind) for part in parts)) == [(" ".join(parts), kind)]


def test_names_of_two_kinds_or_on_two_lines_or_with_a_sign_between_stay_two():
    kept = [("Brenna", "Location"), ("Oda Brenk", "Person")]
    assert after_mending("In Brenna Oda Brenk spoke.", *kept) == kept
    towns = [("Brenna", "Location"), ("Osria", "Location")]
    assert after_mending("Brenna\nOsria", *towns) == towns
    assert after_mending("Brenna, Osria", *towns) == towns


def test_signs_at_its_ends_are_no_part_of_a_name_and_an_article_is_none():
    text = "bombers, and (the Zarkoh Front, the"
    marked = [("bombers,", "MilitaryPlatform"), ("the Zarkoh Front,", "Organisation")]
    assert after_mending(text, *marked, ("the", "Location")) == [
        ("bombers", "MilitaryPlatform"),
        ("the Zarkoh Front", "Organisation"),
    ]


@pytest.mark.parametrize(
    ("text", "part", "kind", "whole"),
    [
        ("on 4 April 2016 in Brenna", "April", "Temporal", "4 April 2016"),
        ("a total of 6,602 strikes", "602", "Quantity", "6,602"),
        ("cleared 15 to 20 percent of it", "15", "Quantity", "15 to 20 percent"),
    ],
)
def test_a_time_or_a_figure_is_told_whole(text: str, part: str, kind: str, whole: str):
    assert after_mending(text, (part, kind)) == [(whole, kind)]


def test_a_figure_is_not_widened_over_a_name_of_another_kind():
    kept = [("15", "Quantity"), ("20 percent", "Money")]
    assert after_mending("15 to 20 percent", *kept) == kept


@pytest.mark.parametrize(
    ("full", "last"), [("Oda Brenk", "Brenk"), ("Ода Бренк", "Бренк"), ("Ödil Äğar", "Äğar")]
)
def test_who_was_named_in_full_is_meant_by_the_last_name(full: str, last: str):
    text = f"{full} came. {last} spoke. Then {last} left."
    found = after_mending(text, (full, "Person"), (last, "Organisation"))
    assert found == [(full, "Person"), (last, "Person"), (last, "Person")]


@pytest.mark.parametrize("role", ["the Minister", "Deputy Secretary", "the envoy to Brenna"])
def test_the_last_word_of_a_role_is_no_last_name(role: str):
    text = f"{role} came. A {role.rsplit(maxsplit=1)[-1]} was asked."
    assert after_mending(text, (role, "Person")) == [(role, "Person")]


def test_a_text_without_names_has_none_after_mending():
    assert mended("On 4 April nothing happened.", []) == ()
