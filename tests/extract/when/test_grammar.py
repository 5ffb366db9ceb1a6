"""What words of time mean, and what TIMEX3 makes of them. Groups and persons are invented."""

import datetime as dt
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.when.lengths import words
from sayso.extract.when.moments import DAYS, nth_weekday
from sayso.extract.where_when.times import find_times, questions, times_of
from sayso.model.documents import Passage
from sayso.model.ids import DocumentId, PassageId, Span

MONDAY = "2024-06-10"


def passage(text: str, start: int = 0, paragraph: int = 1) -> Passage:
    return Passage(
        id=PassageId("x:0"),
        document_id=DocumentId("sha256:x"),
        span=Span(start, start + len(text)),
        text=text,
        locator="para. 1",
        paragraph=paragraph,
    )


def timex(text: str, anchor: str | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(t.text, t.timex) for t in find_times(passage(text), anchor)]


def edtf(text: str, anchor: str | None = MONDAY) -> list[str | None]:
    return [t.edtf for t in find_times(passage(text), anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for two and a half years", ("two and a half years", "P2Y6M")),
        ("for 5 1/2 hours", ("5 1/2 hours", "PT5H30M")),
        ("for half an hour", ("half an hour", "PT30M")),
        ("over the past decade", ("the past decade", "P10Y")),
        ("over the past year", ("the past year", "P1Y")),
        ("within the next month", ("the next month", "P1M")),
        ("the first nine months", ("the first nine months", "P9M")),
        ("a day-long siege", ("day-long", "P1D")),
        ("in the year ended March", ("the year", "P1Y")),
    ],
)
def test_a_length_is_told_in_its_own_units(text: str, expected: tuple[str, str]):
    assert timex(f"It went on {text}.")[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Fridays", "XXXX-WXX-5"),
        ("every Monday morning", "XXXX-WXX-1TMO"),
        ("on Thursday nights", "XXXX-WXX-4TNI"),
        ("every week", "P1W"),
        ("daily", "P1D"),
    ],
)
def test_what_is_repeated_has_no_date(text: str, expected: str):
    found = find_times(passage(f"They meet {text}."), MONDAY)
    assert [(t.edtf, t.timex) for t in found] == [(None, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He now leads it.", "PRESENT_REF"),
        ("It was recently split.", "PAST_REF"),
        ("It will strike soon.", "FUTURE_REF"),
        ("It may fight in the future.", "FUTURE_REF"),
        ("It was lost in recent years.", "PAST_REF"),
        ("It will grow in coming years.", "FUTURE_REF"),
    ],
)
def test_words_that_point_without_a_date_have_a_reference_and_no_edtf(text: str, expected: str):
    found = find_times(passage(text), MONDAY)
    assert [(t.edtf, t.timex) for t in found] == [(None, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "It left as soon as it could.",
        "It was soon gone.",
        "It fled shortly after the raid.",
        "A second attack failed.",
        "He is 44 years old.",
        "Three quarters of the camp burned.",
        "The early hours were quiet.",
    ],
)
def test_words_that_only_sound_of_time_are_none(text: str):
    assert timex(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 9 a.m. Tuesday", [("9 a.m. Tuesday", "2024-06-04T09:00")]),
        ("at 9 a.m. GMT Tuesday", [("9 a.m. GMT Tuesday", "2024-06-04T09:00")]),
        ("at 9 a.m. on Tuesday", [("9 a.m.", "2024-06-04T09:00"), ("Tuesday", "2024-06-04")]),
        ("on 3 May at 14:30", [("3 May", "2024-05-03"), ("14:30", "2024-05-03T14:30")]),
        ("at 4 in the morning", [("4 in the morning", "2024-06-10T04:00")]),
        ("at 12 a.m.", [("12 a.m.", "2024-06-10T00:00")]),
        ("at noon", [("noon", "2024-06-10T12:00")]),
    ],
)
def test_an_hour_is_of_the_day_beside_it(text: str, expected: list[tuple[str, str]]):
    assert timex(f"The depot burned {text}.") == expected


def test_an_hour_without_any_day_stays_open():
    assert timex("It burned at 14:30.", None) == [("14:30", "XXXX-XX-XXT14:30")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in October last year", "2023-10"),
        ("in April of next year", "2025-04"),
        ("on 3 May last year", "2023-05-03"),
        ("on 25 June", "2024-06-25"),
        ("on 25 December", "2023-12-25"),
        ("in early July", "2023-07"),
        ("at Christmas", "2023-12-25"),
        ("last Christmas Eve", "2023-12-24"),
        ("on Thanksgiving Day", "2023-11-23"),
        ("at the end of 2023", "2023"),
        ("earlier this year", "2024"),
        ("late last month", "2024-05"),
        ("the prior year", "2023"),
    ],
)
def test_a_year_that_is_not_named_is_the_one_that_is_meant(text: str, expected: str):
    assert edtf(f"He said that it fell {text}.") == [expected]


def test_a_month_without_a_verb_is_the_nearest_one():
    assert edtf("The raid of the July campaign.", "2024-06-10") == ["2024-07"]
    assert edtf("The October raid.", "2024-06-10") == ["2024-10"]
    assert edtf("The January raid.", "2024-06-10") == ["2024-01"]


def test_a_weekday_chooses_the_year_of_its_date():
    assert edtf("They met on Tuesday, 11 June.") == ["2024-06-11"]
    assert edtf("They met on Sunday, 11 June.") == ["2023-06-11"]


def test_a_weekday_that_contradicts_its_date_is_a_question():
    found = find_times(passage("On Monday, 12 March 2023, it fell."), MONDAY)
    assert [(t.edtf, t.timex) for t in found] == [("2023-03-12?", "2023-03-12")]
    [question] = questions(found)
    assert "2023-03-12 is a Sunday" in question
    right = find_times(passage("On Sunday, 12 March 2023, it fell."), MONDAY)
    assert [t.edtf for t in right] == ["2023-03-12"]
    assert list(questions(right)) == []


def test_a_contradicted_day_stays_a_question_where_it_opens_a_stretch():
    found = find_times(passage("Held since Monday, 12 March 2023."), MONDAY)
    assert [t.edtf for t in found] == ["2023-03-12?/.."]
    assert len(list(questions(found))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the third quarter", "2023-Q3"),
        ("the first quarter", "2024-Q1"),
        ("last year's third quarter", "2023-Q3"),
        ("the third quarter of last year", "2023-Q3"),
        ("2021's first half", "2021-H1"),
        ("the fiscal third quarter of 2022", "2022-Q3"),
        ("the quarter", "2024-Q1"),
    ],
)
def test_a_quarter_has_its_year(text: str, expected: str):
    assert [t[1] for t in timex(f"It sold fuel in {text}.")] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took $3 million in the third quarter of 2023, from $2 million a year earlier.", 1),
        ("It took $3 million in the third quarter of 2023, up from the year-earlier quarter.", 1),
        ("In the third quarter of 2023 it took more than in the same period a year earlier.", 1),
        ("In the third quarter of 2023 it took more than in the same quarter of 2022.", 1),
    ],
)
def test_the_same_period_a_year_earlier_is_a_quarter_too(text: str, expected: int):
    assert [t[1] for t in timex(text)] == ["2023-Q3", *["2022-Q3"] * expected]


def test_a_year_earlier_is_counted_from_a_quarter_of_long_before_only_beside_figures():
    first = passage("Third-quarter revenue fell.", 0, 1)
    paid = passage("Revenue was $4 million a year earlier.", 40, 2)
    held = passage("He was held a year earlier.", 90, 3)
    found = list(times_of([first, paid, held], "2023-11-02"))
    assert [t.timex for t in found[0]] == ["2023-Q3"]
    assert [t.timex for t in found[1]] == ["2022-Q3"]
    assert [t.timex for t in found[2]] == ["2022"]


def test_the_next_morning_is_counted_from_the_day_before():
    assert timex("It fell on 3 May 2023 and was free the next morning.") == [
        ("3 May 2023", "2023-05-03"),
        ("the next morning", "2023-05-04TMO"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He may come as soon as Friday.", "2024-06-14"),
        ("They will meet on Friday's ruling.", "2024-06-07"),
        ("They will speak at Friday's hearing.", "2024-06-14"),
    ],
)
def test_what_stands_at_a_weekday_turns_it(text: str, expected: str):
    assert edtf(text) == [expected]


def test_the_table_tells_only_days_that_can_be():
    for told in words().feasts.values():
        if "-" in told:
            assert dt.date.fromisoformat(f"2023-{told}")
        else:
            month, number, weekday = told.split()
            day = nth_weekday(2023, int(month), (int(number), DAYS.index(weekday)))
            assert (day.month, day.strftime("%A").casefold()) == (int(month), weekday)


@pytest.mark.parametrize("anchor", ["0001-01-01", "9999-12-31", "2024", "2024-02", None])
@pytest.mark.parametrize(
    "text",
    [
        "on 29 February",
        "last Christmas",
        "next Thanksgiving Day",
        "in October next year",
        "two weeks ago",
        "99999 years ago",
        "next quarter",
        "the third quarter",
        "a year-ago quarter",
        "last weekend",
        "tomorrow night",
    ],
)
def test_the_ends_of_the_calendar_break_nothing(text: str, anchor: str | None):
    for found in find_times(passage(f"It fell {text}."), anchor):
        assert found.text in text


PIECES = (
    *("the ", "third ", "quarter ", "year ", "ago ", "9 a.m. ", "Friday ", "May ", "3 "),
    *("now ", "half ", "an hour ", "'s ", "2023 ", "-", "since ", "$", "\n", "сегодня "),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)), st.dates())
def test_every_time_stands_where_it_says(parts: list[str], date: dt.date):
    text = "".join(parts)
    for found in find_times(passage(text), date.isoformat()):
        assert found.span.of(text) == found.text
        assert found.edtf != ""
        assert found.timex is None or set(found.timex) <= set(string.printable)


def test_a_hostile_text_is_read_in_time():
    text = "the end of " * 300 + "1 " * 600 + "Monday, " * 300 + "a year " * 300 + "in May 1 " * 99
    assert len(find_times(passage(text), MONDAY)) > 0
