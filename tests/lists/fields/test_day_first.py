"""Dates that are written day before month are read as such."""

import pytest

from sayso.lists.fields.day_first import birth_in, day_in


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("28/06/1960", ("1960-06-28", "1960-06-28")),
        ("00/00/1965", ("1965-01-01", "1965-12-31")),
        ("dd/mm/1965", ("1965-01-01", "1965-12-31")),
        ("--/--/1967", ("1967-01-01", "1967-12-31")),
        ("00/02/1964", ("1964-02-01", "1964-02-29")),
        ("02/1964", ("1964-02-01", "1964-02-29")),
        ("1946", ("1946-01-01", "1946-12-31")),
        ("13-07-1989", ("1989-07-13", "1989-07-13")),
        ("1970-1965", (None, None)),
        ("between 1965 and 1970", ("1965-01-01", "1970-12-31")),
        ("1960-06-28", ("1960-06-28", "1960-06-28")),
        ("31/02/1960", (None, None)),
        ("00/00/0000", (None, None)),
        ("in spring", (None, None)),
    ],
)
def test_births_are_intervals(text: str, interval: tuple[str | None, str | None]):
    birth = birth_in(text)

    assert ((birth.start, birth.end), birth.approximate, birth.surface) == (interval, False, text)


@pytest.mark.parametrize("text", ["13-Feb-2026", "13/02/2026", "2026-02-13", "13 February 2026"])
def test_a_day_is_read_as_the_british_write_it(text: str):
    assert day_in(text) == "2026-02-13"


@pytest.mark.parametrize("text", ["00/02/2026", "02/2026", "2026", "13-Foo-2026", "", None])
def test_less_than_a_day_is_none(text: str | None):
    assert day_in(text) is None
