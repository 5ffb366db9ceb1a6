"""A sentence names as its speaker who speaks in what it cites; all of it is invented."""

import pytest

from sayso.model.findings import Knowledge
from sayso.views.linting.sentences import Fault, Rule
from tests.views.kandor import case
from tests.views.linting.test_lint import claim, faults

#: Words of the claims of the case, by who says them.
PANEL, CAMPS, POST = "Baryal Sahak has led", "runs up to eight", "ran up to eight"
SPOKESMAN, OFFICIAL, RESIDENTS = "Nobody of the Zarnawa", "may have acquired", "attacked a bridge"


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def misattributed(knowledge: Knowledge, sentence: str, *words: str) -> list[Fault]:
    """Give the faults of a sentence's speaker that rests on claims of these words."""
    found = faults(knowledge, sentence, [claim(knowledge, one) for one in words])
    return [fault for fault in found if fault.rule is Rule.SPEAKER]


@pytest.mark.parametrize(
    ("sentence", "words", "named", "speaks"),
    [
        ("The Kandor Post reported that he leads it.", PANEL, "Kandor Post", "Kandor Panel"),
        ("The Zarnawa Front said it runs up to eight.", CAMPS, "Zarnawa Front", "Kandor Panel"),
        ("According to گل رحیم, he leads the Front.", PANEL, "گل رحیم", "Kandor Panel"),
        ("Up to eight were reported by the Dast Movement.", CAMPS, "Dast Movement", "Kandor Panel"),
        ("“Nobody of the Zarnawa Front”, said Omid Tarzi.", SPOKESMAN, "Omid Tarzi", "گل رحیم"),
        ("Omid Tarzi, of the militia, has denied it.", SPOKESMAN, "Omid Tarzi", "گل رحیم"),
        ("The Dast Movement (not listed) denied this.", SPOKESMAN, "Dast Movement", "گل رحیم"),
        ("Residents, as cited by the Kandor Panel, said so.", RESIDENTS, "Kandor Panel", "Post"),
        ("In May, the Sorkh Network said that he leads.", PANEL, "Sorkh Network", "Kandor Panel"),
    ],
)
def test_a_speaker_who_does_not_say_it_is_named_with_who_does(
    kandor: Knowledge, sentence: str, words: str, named: str, speaks: str
):
    [fault] = misattributed(kandor, sentence, words)
    assert f"it has {named} say so" in fault.why
    assert speaks in fault.why
    assert claim(kandor, words) in fault.why


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Kandor Panel reported that Baryal Sahak leads the Zarnawa Front.", PANEL),
        ("Baryal Sahak, the Kandor Panel said, leads the Zarnawa Front.", PANEL),
        ("Baryal Sahak was reported to lead the Zarnawa Front.", PANEL),
        ("It said that Baryal Sahak leads the Zarnawa Front.", PANEL),
        ("The Kandor Panel said that Baryal Sahak told the Zarnawa Front's men so.", PANEL),
        ("The Zarnawa Front claims a bridge, according to residents.", RESIDENTS),
        ("The Kandor Post reported that, as the Kandor Panel said, it ran up to eight.", POST),
        ("The Kandor Panel, as cited by the Kandor Post, reported up to eight camps.", POST),
        ("The Zarnawa Front denied that anybody of it is in Ghazni.", SPOKESMAN),
        ("The spokesman of the Front, گل رحیم, denied it.", SPOKESMAN),
        ("گل رحیم, for the Zarnawa Front, said that nobody of it is there.", SPOKESMAN),
        ("A former official said that the Zarnawa Front may have acquired drones.", OFFICIAL),
        ("Officials opposed to the Zarnawa Front said that it may have drones.", OFFICIAL),
        ("The Post wrote of a Front that a Dast Movement of its own making pays.", PANEL),
    ],
)
def test_who_says_it_may_be_named_in_many_ways(kandor: Knowledge, sentence: str, words: str):
    assert misattributed(kandor, sentence, words) == []


def test_one_of_the_claims_cited_is_enough(kandor: Knowledge):
    both = "The Kandor Panel reported up to eight camps, and گل رحیم denied it."
    assert misattributed(kandor, both, CAMPS, SPOKESMAN) == []
    assert len(misattributed(kandor, both, CAMPS)) == 1
