"""Dates keep what the list knows of them, and no more."""

import pytest

from sayso.lists.fields.dates import day_of, interval_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-04-07-04:00", "2015-04-07"),
        ("2026-02-27T00:00:09.554Z", "2026-02-27"),
        (" 2012-12-31 ", "2012-12-31"),
        ("2012-13-31", None),
        ("31.12.2012", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_an_iso_date_without_its_zone(text: str | None, day: str | None):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({"TYPE_OF_DATE": "EXACT", "NOTE": "Nov. 1973"}, ("1973-11-01", "1973-11-30")),
        ({"TYPE_OF_DATE": "EXACT", "NOTE": "February 1964"}, ("1964-02-01", "1964-02-29")),
        ({"TYPE_OF_DATE": "EXACT", "YEAR": "1958", "NOTE": "Sep."}, ("1958-01-01", "1958-12-31")),
        ({"DATE": "1971"}, ("1971-01-01", "1971-12-31")),
        ({"FROM_YEAR": "1971"}, ("1971-01-01", None)),
        ({"NOTE": "24/06/1402 (Hijri Calendar)"}, (None, None)),
        ({"NOTE": "Between Aug. and Sep. 1977"}, (None, None)),
    ],
)
def test_a_birth_is_an_interval_no_finer_than_what_is_told(
    fields: dict[str, str], ends: tuple[str | None, str | None]
):
    birth = interval_of(fields)

    assert birth is not None
    assert (birth.start, birth.end) == ends


def test_a_type_of_date_alone_is_no_birth():
    assert interval_of({"TYPE_OF_DATE": "EXACT"}) is None


def test_a_note_may_make_an_interval_approximate():
    birth = interval_of({"TYPE_OF_DATE": "BETWEEN", "YEAR": "1955", "NOTE": "Approximately"})

    assert birth is not None
    assert birth.approximate
