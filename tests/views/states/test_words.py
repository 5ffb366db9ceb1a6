"""Lags, moments and statuses in words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.ids import ReleaseId
from sayso.model.oversight import Limit, LimitKind, Moment, Overstated, Overstating
from sayso.model.vocabulary import LagStatus
from sayso.views.states.words import (
    bounds_words,
    carried_out_at,
    date_words,
    day_of,
    days_words,
    lag_in_prose,
    lag_words,
    limit_words,
    overstated_words,
    status_words,
    undated_of,
    unknown_of,
)
from tests.states_told import FREEZE, Told, day

HOURS = st.floats(-90_000, 90_000)


def cell(state: str, reference: str):
    own = Told().implementations(state)
    found = [one for one in own if one.obligation.reference == reference]
    return next(one for one in found if one.obligation.measure is FREEZE)


@pytest.mark.parametrize(
    ("lag", "words", "prose"),
    [
        ((66, 114), "2.8 to 4.8 days", "between 2.8 and 4.8 days"),
        ((-5, 43), "−5 to 43 h", "between 5 hours before the listing and 43 hours after it"),
        ((-240, -192), "−10 to −8 days", "between 8 and 10 days before the listing"),
        ((2, 2), "2 h", "2 hours"),
        ((240_000, 240_048), "10,000 to 10,002 days", "between 10,000 and 10,002 days"),
    ],
)
def test_a_lag_is_an_interval_in_hours_or_days(lag: tuple[float, float], words: str, prose: str):
    assert (lag_words(lag), lag_in_prose(lag)) == (words, prose)


@given(HOURS, HOURS)
def test_a_lag_keeps_both_its_ends(one: float, other: float):
    lag = (min(one, other), max(one, other))
    told = lag_words(lag)
    assert told.endswith((" h", " days"))
    assert (lag[1] < 0) == (
        "before the listing" in lag_in_prose(lag) and "after" not in lag_in_prose(lag)
    )


def test_a_lag_that_is_not_known_says_so():
    assert lag_words(None) == "not known"


@pytest.mark.parametrize(
    ("stated", "words", "of", "cell_words"),
    [
        ("2020-03-08", "on 8 March 2020", "2020-03-08", "2020-03-08"),
        ("2015-04-07-04:00", "on 7 April 2015 (UTC−04:00)", "2015-04-07", "2015-04-07"),
        (
            "between ofac@2021-08-18 and ofac@2021-08-24",
            "between ofac@2021-08-18 and ofac@2021-08-24",
            "2021-08-24",
            "2021-08-18 to 2021-08-24",
        ),
    ],
)
def test_a_moment_is_told_as_its_source_tells_it(stated: str, words: str, of: str, cell_words: str):
    moment = replace(day("2020-03-08"), stated=stated)
    assert (date_words(stated), day_of(moment), days_words(moment)) == (words, of, cell_words)


def test_what_nothing_bounds_from_below_is_told_as_by_a_day():
    seen = cell("US", "QDe.901").transposition
    assert days_words(seen.at) == "by 2021-08-18"
    assert "nothing says how long before" in bounds_words(seen.at)


def test_an_hour_that_is_stated_stays():
    stated = "2020-03-08T15:30-05:00"
    instant = datetime.fromisoformat(stated).astimezone(UTC)
    moment = Moment(earliest=instant, latest=instant, stated=stated, is_instant=True)
    assert (day_of(moment), bounds_words(moment)) == (stated, "at 2020-03-08 20:30 UTC")


def test_a_day_says_in_which_zone_it_was_that_day():
    assert bounds_words(day("2020-03-08", ahead=-5)).endswith(": that day at UTC−5")
    assert bounds_words(day("2020-03-08")).endswith(": that day in UTC")
    assert "several time zones" in bounds_words(day("2020-03-08", ahead=14, hours=50))


def test_unknown_and_undated_and_to_be_confirmed_are_three_things():
    assert status_words(cell("JP", "QDe.901")) == "unknown"
    assert status_words(cell("US", "QDe.901")) == "carried out, when unknown"
    assert status_words(cell("EU", "TAi.903")) == "unknown, to be confirmed"
    assert cell("US", "QDe.901").status is LagStatus.UNKNOWN


def test_a_link_by_name_gives_no_date():
    waiting = cell("EU", "TAi.903")
    assert waiting.transposition.at is not None
    assert carried_out_at(waiting) is None


def test_what_is_undated_is_not_counted_as_unknown():
    line = next(line for line in Told().lines() if line.state == "US")
    assert (line.carried_out, undated_of(line), unknown_of(line)) == (2, 1, 3)
    assert line.by_status[LagStatus.UNKNOWN] == 4


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (
            Limit(LimitKind.SOME_MEASURES, {"list": "gb-x", "untold": 1, "entries": 2000}),
            (
                "Of 1 of the 2,000 entries of the list 'gb-x' it is not told which measures they "
                "bring: they show none."
            ),
        ),
        (
            Limit(LimitKind.ENDS, {"list": "eu", "day": "2024-05-13"}),
            "The list 'eu' ends on 2024-05-13: of what the UN listed since it tells nothing.",
        ),
    ],
)
def test_a_limit_is_a_sentence(limit: Limit, words: str):
    assert limit_words(limit) == words


def test_what_a_lag_may_overstate_is_told_with_its_reason():
    seen = Overstated(why=Overstating.FIRST_SEEN, release=ReleaseId("ofac@2020-03-11"))
    assert overstated_words(seen) == (
        "it was first seen in ofac@2020-03-11, nothing tells how long before: "
        "it may have been listed sooner"
    )
    assert overstated_words(replace(seen, before="ofac@2020-03-09")) == (
        "it was first seen in ofac@2020-03-11, and not in ofac@2020-03-09: "
        "it may have been listed sooner"
    )
    late = Overstated(why=Overstating.OWN_DAY, much_later=True)
    assert overstated_words(late) == (
        "this is the day of listing that the entry states; under another law or number it may "
        "have been listed sooner: it came more than a year after the UN's listing, and may have "
        "changed it only"
    )
