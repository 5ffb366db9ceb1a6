"""Countries are known by the names that lists give them."""

import pytest

from sayso.match.tables.countries import country_of, is_country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Afghanistan", "AF"),
        ("AF", "AF"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Bahrain (citizenship revoked in Jan. 2015)", "BH"),
        ("United States. Also believed to hold another", "US"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("na", None),
        ("", None),
        ("Kotwal", None),
    ],
)
def test_a_country_has_its_code(name: str, code: str | None):
    assert country_of(name) == code


def test_nationals_are_known_too():
    assert (is_country("Chadian"), is_country("Pakistani")) == (False, True)
