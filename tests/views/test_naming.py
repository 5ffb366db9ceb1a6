"""Names carry their standing, and words are never changed but in their white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import EntityType, ListingStatus
from sayso.views.naming import (
    document_in_prose,
    in_prose,
    in_words,
    label,
    one_line,
    quote,
    quote_whole,
    standing,
    whole_phrase,
)
from tests.views.build import entity, listing

X = EntityId("e-x")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (EntityType.PERSON, "ذبیح (not listed)"),
        (EntityType.ARMED_GROUP, "ذبیح (not listed)"),
        (EntityType.ORGANISATION, "ذبیح (not listed)"),
        (EntityType.PUBLIC_BODY, "ذبیح"),
        (EntityType.MEDIA_OUTLET, "ذبیح"),
        (EntityType.PLACE, "ذبیح"),
        (EntityType.DOCUMENT, "ذبیح"),
        (EntityType.FACILITY, "ذبیح"),
    ],
)
def test_only_who_could_be_listed_is_said_not_to_be(kind: EntityType, expected: str):
    assert label(entity(kind, "ذبیح")) == expected


def test_a_listed_party_bears_its_permanent_reference():
    listed = listing(X, ListingStatus.LISTED, reference="QDe.999")
    assert label(entity(EntityType.ARMED_GROUP, "Sorkh Network", listed=listed)) == (
        "Sorkh Network (QDe.999)"
    )


def test_a_possible_match_is_never_shown_as_a_listing():
    listed = listing(X, ListingStatus.POSSIBLE, reference="QDi.998")
    person = entity(EntityType.PERSON, "Baryal Sahak", listed=listed)
    assert standing(person) == "possible: QDi.998"
    assert label(person) == "Baryal Sahak (possible QDi.998)"


def test_the_subject_of_a_regime_is_named_as_such_and_not_by_a_reference():
    listed = listing(X, ListingStatus.REGIME_SUBJECT, regime="1988")
    group = entity(EntityType.ARMED_GROUP, "Kandor Emirate", listed=listed)
    assert label(group) == "Kandor Emirate (subject of the 1988 regime)"


def test_the_reference_of_another_authority_says_whose_it_is():
    listed = listing(X, ListingStatus.LISTED, reference="36", authority="ofac")
    assert standing(entity(EntityType.PERSON, "Omid Tarzi", listed=listed)) == "OFAC 36"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-03-12", "on 12 March 2024"),
        ("2020-07-20T10:00+02:00", "at 2020-07-20T10:00+02:00"),
        ("2024-03", "in March 2024"),
        ("2024", "in 2024"),
        ("2021/..", "since 2021"),
        ("../2019-05", "until May 2019"),
        ("2021-03/2023", "from March 2021 to 2023"),
        ("2024-W07", "in 2024-W07"),
        ("1998~", "in 1998~"),
        ("2024-03-12?", "on 12 March 2024 (?)"),
        ("2024-03-12?/..", "since 12 March 2024 (?)"),
        ("200X/..", "since the 2000s"),
        ("2024-21", "in spring 2024"),
        ("2023-35/..", "since the third quarter of 2023"),
        ("../2022-40", "until the first half of 2022"),
    ],
)
def test_a_stretch_of_time_keeps_its_granularity(edtf: str, expected: str):
    assert in_words(edtf) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Zarnawa Front", "the Zarnawa Front"),
        ("Panel on Regional Observance", "the Panel on Regional Observance"),
        ("Kohsar Tehreek", "Kohsar Tehreek"),
        ("The Kandor Post", "the Kandor Post"),
        ("A report by the Panel", "a report by the Panel"),
        ("a sanctions panel", "a sanctions panel"),
        ("two rival councils", "two rival councils"),
        ("Dast Movement (not listed)", "the Dast Movement (not listed)"),
        ("جبهه زرنوا", "جبهه زرنوا"),
    ],
)
def test_a_name_takes_an_article_inside_a_sentence_where_english_wants_one(
    name: str, expected: str
):
    assert in_prose(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report of the Kandor Panel", "the report of the Kandor Panel"),
        ("A report by the Panel", "the report by the Panel"),
        ("the statement", "the statement"),
        ("Third report of the Kandor Panel", "Third report of the Kandor Panel"),
    ],
)
def test_a_document_described_takes_an_article_and_a_title_does_not(name: str, expected: str):
    assert document_in_prose(name) == expected


def test_quoted_words_do_not_stand_in_two_pairs_of_marks():
    assert quote('"We take nothing\n from foreigners,"') == "“We take nothing from foreigners”"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They left.", "“They left.”"),
        ('"They left."', '"They left."'),
        ("“رفتند”", "“رفتند”"),
        ('"They left," he said.', '“"They left," he said.”'),
        ('"They" and "we"', '“"They" and "we"”'),
    ],
)
def test_a_passage_is_quoted_whole_and_a_quotation_keeps_its_own_marks(words: str, expected: str):
    assert quote_whole(words) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("It ran up to eight new camps.", "new camps", "up to eight new camps"),
        ("One Member State said so.", "Member State", "One Member State"),
        ("There were no six centres.", "centres", "six centres"),
        ("They left, the camps burnt.", "camps", "the camps"),
        ("camps", "camps", "camps"),
        ("شش the کمپ", "کمپ", "the کمپ"),
    ],
)
def test_a_thing_keeps_its_article_its_figure_and_its_bound(text: str, noun: str, expected: str):
    start = text.index(noun)
    assert whole_phrase(text, Span(start, start + len(noun))) == expected


@given(st.text())
def test_a_line_has_the_same_words_in_the_same_order(text: str):
    assert one_line(text).split() == text.split()
