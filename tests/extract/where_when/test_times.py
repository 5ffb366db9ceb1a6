"""Times keep the granularity that the text gives them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.where_when.times import find_times, times_of
from sayso.model.documents import Passage
from sayso.model.ids import DocumentId, PassageId, Span

MONDAY = "2024-06-10"


def passage(text: str, start: int = 0) -> Passage:
    return Passage(
        id=PassageId("x:0"),
        document_id=DocumentId("sha256:x"),
        span=Span(start, start + len(text)),
        text=text,
        locator="para. 1",
    )


def times(text: str, anchor: str | None = MONDAY) -> list[tuple[str, str | None, str | None]]:
    return [(t.text, t.edtf, t.timex) for t in find_times(passage(text), anchor)]


def edtf(text: str, anchor: str | None = MONDAY) -> list[str | None]:
    return [found[1] for found in times(text, anchor)]


@pytest.mark.parametrize(
    "text",
    [
        "12 March 2023",
        "March 12, 2023",
        "12th of March 2023",
        "12 Mar. 2023",
        "Sunday, 12 March 2023",
        "2023-03-12",
    ],
)
def test_a_day_is_read_in_every_common_order(text: str):
    assert edtf(f"On {text}, it happened.") == ["2023-03-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in March 2023", ("March 2023", "2023-03", "2023-03")),
        ("in 2023", ("2023", "2023", "2023")),
        ("around 2015", ("around 2015", "2015~", "2015")),
        ("in early 2023", ("early 2023", "2023", "2023")),
        ("in the 1990s", ("the 1990s", "199X", "199")),
        ("in the mid-1990s", ("the mid-1990s", "199X", "199")),
        ("in the '80s", ("the '80s", "198X", "198")),
        ("in the 19th century", ("the 19th century", "18XX", "18")),
        ("in the third quarter of 2021", ("the third quarter of 2021", None, "2021-Q3")),
        ("in Q1 2022", ("Q1 2022", None, "2022-Q1")),
        ("in the first half of 2023", ("the first half of 2023", None, "2023-H1")),
        ("in the summer of 2022", ("the summer of 2022", "2022-22", "2022-SU")),
        ("25/12/2020", ("25/12/2020", "2020-12-25", "2020-12-25")),
        ("03/04/2021", ("03/04/2021", "2021", "2021")),
    ],
)
def test_no_time_is_given_finer_than_the_text_has_it(
    text: str, expected: tuple[str, str | None, str | None]
):
    assert times(text) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("from 2021 to 2023", "2021 to 2023", "2021/2023"),
        ("between March and May 2024", "March and May 2024", "2024-03/2024-05"),
        ("2021–2023", "2021–2023", "2021/2023"),
        ("since 2021", "2021", "2021/.."),
        ("since February 2023", "February 2023", "2023-02/.."),
        ("from January 2020 onwards", "January 2020", "2020-01/.."),
        ("until 2019", "2019", "../2019"),
        ("up to 12 May 2020", "12 May 2020", "../2020-05-12"),
    ],
)
def test_a_stretch_of_time_has_its_ends_and_its_words(text: str, words: str, expected: str):
    found = times(f"It held {text}.")
    assert found[0][:2] == (words, expected)
    assert all(one[0] in words for one in found[1:])


def test_both_ends_of_a_stretch_are_times_too():
    assert times("It held from March to May 2023.") == [
        ("March to May 2023", "2023-03/2023-05", None),
        ("March", "2023-03", "2023-03"),
        ("May 2023", "2023-05", "2023-05"),
    ]
    assert [t[2] for t in times("It held in 2021-23.")] == [None, "2021", "2023"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", "2024-06-09"),
        ("tonight", "2024-06-10"),
        ("on Thursday", "2024-06-06"),
        ("last Monday", "2024-06-03"),
        ("two years ago", "2022"),
        ("three months ago", "2024-03"),
        ("ten days ago", "2024-05-31"),
        ("last year", "2023"),
        ("this month", "2024-06"),
        ("in March", "2024-03"),
        ("in December", "2023-12"),
        ("on 31 May", "2024-05-31"),
        ("last summer", "2023-22"),
    ],
)
def test_a_told_time_is_counted_from_the_date_of_the_document(text: str, expected: str):
    assert edtf(f"He said that it fell {text}.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last week", "2024-06-03/2024-06-09"),
        ("this week", "2024-06-10/2024-06-16"),
        ("two weeks ago", "2024-05-27/2024-06-02"),
        ("over the weekend", "2024-06-08/2024-06-09"),
        ("between 3 and 5 May", "2024-05-03/2024-05-05"),
        ("12–14 March 2023", "2023-03-12/2023-03-14"),
        ("by Thursday", "../2024-06-06"),
        ("before 1 May", "../2024-05-01"),
        ("by the end of March", "../2024-03"),
        ("since early March", "2024-03/.."),
        ("since the start of 2023", "2023/.."),
        ("in the spring", "2024-21"),
        ("over the winter", "2023-24"),
        ("in autumn", "2023-23"),
        ("early in May", "2024-05"),
        ("late on Tuesday", "2024-06-04"),
        ("as of 15 May 2024", "2024-05-15"),
    ],
)
def test_a_stretch_or_an_open_end_is_written_as_one(text: str, expected: str):
    assert edtf(f"He said that it fell {text}.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between January and May", ["2024-01/2024-05", "2024-01", "2024-05"]),
        ("from March to May", ["2024-03/2024-05", "2024-03", "2024-05"]),
    ],
)
def test_a_stretch_stands_before_its_ends(text: str, expected: list[str]):
    assert edtf(f"He said that it fell {text}.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was charged in 2019 and acquitted the next year.", ["2019", "2020"]),
        ("Held in May 2021, he was freed a year later.", ["2021-05", "2022-05"]),
        ("In May 2023 it said the ship had come a month earlier.", ["2023-05", "2023-04"]),
        ("They met on 3 May 2023 and fought two days later.", ["2023-05-03", "2023-05-05"]),
        ("It fell on 3 May 2023 and was retaken that month.", ["2023-05-03", "2023-05"]),
        ("It left in June 2021 and has since spread.", ["2021-06", "2021-06/.."]),
        ("He owned it until April 2021 and met nobody since.", ["../2021-04", "2021-04/.."]),
        ("They came on 4 May 2023, the day after a bomb fell.", ["2023-05-04", "2023-05-03"]),
    ],
)
def test_a_time_is_counted_from_the_one_told_before(text: str, expected: list[str]):
    assert edtf(text) == expected


def test_a_time_is_counted_from_the_sentence_before_of_its_paragraph():
    here = [passage("It fell on 3 May 2023."), passage("A week later it was free.", 30)]
    apart = [here[0], replace(here[1], paragraph=2)]
    assert [t.edtf for t in list(times_of(here, MONDAY))[1]] == ["2023-05-08/2023-05-14"]
    assert [t.edtf for t in list(times_of(apart, MONDAY))[1]] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "He has fled since the army came.",
        "It was sold by fishermen.",
        "The season camp lies in a spring of the river.",
        "He fled two days before the attack.",
    ],
)
def test_words_of_time_that_tell_none_have_no_value(text: str):
    assert [value for value in edtf(text) if value is not None] == []


def test_the_month_of_may_does_not_look_ahead():
    assert edtf("Written on 3 May, it names the camp of March.") == ["2024-05-03", "2024-03"]


def test_words_that_look_ahead_turn_a_weekday_to_the_next():
    assert edtf("The panel will meet on Friday.") == ["2024-06-14"]
    assert edtf("The panel met on Friday.") == ["2024-06-07"]


def test_a_told_time_without_a_document_date_stays_open():
    assert times("It fell on Thursday, last year, on 31 May.", None) == [
        ("Thursday", None, None),
        ("last year", None, None),
        ("31 May", None, "XXXX-05-31"),
    ]


def test_a_document_date_of_a_year_gives_no_day():
    assert edtf("yesterday", "2024") == [None]
    assert edtf("last year", "2024") == ["2023"]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("for three days", "P3D"),
        ("in the past three months", "P3M"),
        ("a two-year campaign", "P2Y"),
        ("for several weeks", "PXW"),
        ("pays him $500 a month", "P1M"),
        ("now", "PRESENT_REF"),
        ("currently", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("at 3 p.m.", "2024-06-10T15:00"),
    ],
)
def test_what_edtf_cannot_say_is_said_in_timex(text: str, timex: str):
    assert [(e, t) for _, e, t in times(text)] == [(None, timex)]


@pytest.mark.parametrize(
    "text",
    [
        "resolution 1988 (2011)",
        "a 2,000-strong force",
        "2000 fighters",
        "the AK-47 and 1267 names",
        "he may march",
        "paragraph 12.",
    ],
)
def test_a_number_that_is_no_date_is_left_alone(text: str):
    assert times(text) == []


def test_a_day_that_no_calendar_has_is_no_day():
    assert "2023-02-31" not in edtf("on 31 February 2023")


def test_the_place_of_a_time_is_counted_in_the_document():
    [found] = find_times(passage("In May 2021 it rained.", start=40), None)
    assert (found.span, found.text) == (Span(43, 51), "May 2021")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["12 ", "May ", "2021 ", "since ", "last ", "year ", "-", "to ", "Monday ", "ده "]
        )
    )
)
def test_every_time_gives_its_words_back_in_order(parts: list[str]):
    text, end, whole = "".join(parts), 0, Span(0, 0)
    for found in find_times(passage(text), MONDAY):
        assert found.span.of(text) == found.text
        assert found.span.start >= end or whole.contains(found.span)
        whole = found.span if found.timex is None else whole
        end = found.span.end
