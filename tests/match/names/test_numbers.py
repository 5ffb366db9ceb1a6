"""What of a number counts, whoever writes its kind before it. All numbers are invented."""

import pytest

from sayso.match.names.numbers import is_number, number_of


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("9000001", "9000001"),
        ("IMO 9000001", "9000001"),
        ("imo: 9000001", "9000001"),
        ("IMO9000001", "9000001"),
        ("IMO number 9000001", "9000001"),
        ("Passport No. KX 1234567", "kx1234567"),
        ("KX-1234567", "kx1234567"),
        ("National Identification Number 99-00012", "9900012"),
        ("паспорт № 4500 123456", "4500123456"),
        ("رقم جواز السفر: A0001234", "a0001234"),
        ("جواز سفر A0001234", "a0001234"),
        ("护照号码：E00012345", "e00012345"),
        # No kind, though it begins as one.
        ("ID1234567", "id1234567"),
        ("Nox 12345", "nox12345"),
        ("No. 12", ""),
        ("", ""),
    ],
)
def test_a_number_is_its_letters_and_digits_without_its_kind(told: str, number: str):
    assert number_of(told) == number


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("IMO 9000001", True),
        ("Passport No.: KX 1234567", True),
        ("паспорт № 4500 123456", True),
        ("9000001", False),
        ("No. 1 Zarvan Trading Company", False),
        ("ID Zarvan 2020", False),
        ("Company of Kandor", False),
        ("IMO", False),
        ("", False),
    ],
)
def test_a_name_is_a_number_where_its_kind_and_nothing_else_stands_beside_it(
    name: str, *, is_one: bool
):
    assert is_number(name) is is_one
