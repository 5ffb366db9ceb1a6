"""Ids and places: what every noun refers by."""

from dataclasses import dataclass

import pytest

from sayso.model.ids import find_numbered


@dataclass(frozen=True)
class Thing:
    """Something with an id."""

    id: str


@pytest.mark.parametrize(
    "ids",
    [
        ("e-9b1c4f20-1", "e-9b1c4f20-3", "e-9b1c4f20-17"),
        ("9b1c4f209b1c4f20:0", "9b1c4f209b1c4f20:1", "9b1c4f209b1c4f20:2"),
        ("e-9b1c4f20-17", "e-9b1c4f20-3", "e-9b1c4f20-1"),
        ("e-one", "e-7", "e-two", "un:QDe.901"),
        (),
    ],
)
def test_each_of_numbered_things_is_found_by_its_id_and_nothing_else_is(ids: tuple[str, ...]):
    things = [Thing(one) for one in ids]
    assert [find_numbered(things, one) for one in ids] == things
    assert all(find_numbered(things, one) is None for one in ("e-9b1c4f20-2", "e-x-17", ""))
