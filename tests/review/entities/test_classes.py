"""Parties that stand for a sort of party."""

import pytest

from sayso.model.vocabulary import EntityType
from sayso.review.entities.classes import Sort, sort_of

ARMED = Sort(frozenset({EntityType.ARMED_GROUP}), listed=False)
LISTED = Sort(frozenset({EntityType.ARMED_GROUP}), listed=True)
CHARITY = Sort(frozenset({EntityType.ORGANISATION}), listed=False)


@pytest.mark.parametrize(
    ("words", "held", "not_held"),
    [
        ("any armed group", [ARMED, LISTED], [CHARITY]),
        ("militant organisations", [ARMED], [CHARITY]),
        ("international terrorist organisations", [LISTED], [ARMED, CHARITY]),
        ("any group", [ARMED, LISTED, CHARITY], []),
    ],
)
def test_a_description_holds_who_is_of_its_sort(words: str, held: list[Sort], not_held: list[Sort]):
    sort = sort_of(words)
    assert sort is not None
    assert [s for s in (*held, *not_held) if sort.holds(s)] == held


@pytest.mark.parametrize(
    "words", ["foreign groups", "tribal groups", "training camps", "other armed groups", "", "گروه"]
)
def test_a_description_that_we_cannot_tell_holds_nobody(words: str):
    assert sort_of(words) is None
