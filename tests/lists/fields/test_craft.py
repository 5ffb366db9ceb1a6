"""A ship's IMO number checks itself."""

import pytest

from sayso.lists.fields.craft import ship_number


@pytest.mark.parametrize("text", ["9074729", "IMO9074729", "IMO 9074729 ", "IMO number: 9074729"])
def test_a_ships_number_is_its_seven_digits(text: str):
    assert ship_number(text) == "9074729"


@pytest.mark.parametrize("text", ["9074728", "907472", "5342883", "٩٠٧٤٧٢٩", "IMO", ""])
def test_any_other_number_is_none(text: str):
    assert ship_number(text) is None
