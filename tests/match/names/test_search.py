"""Whatever is done to a listed name short of making it another, it is found, and explained."""

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.match.index import ListIndex
from sayso.model.lists import ListRelease
from sayso.model.matches import Candidate, Screening
from tests.fakes import tiny_entry, tiny_release

NAMES = (
    "Gul Rahim Marwat", "Saifullah Marwat", "Oda Brennmark", "Tariq Vasilenko", "Lin Zhaoming",
    "Zarvan Shipping Company Limited", "Kandor Front", "Sarband Authority", "Kohsar Tehreek",
)  # fmt: skip


@pytest.fixture(scope="module")
def invented() -> ListIndex:
    """Index invented names."""
    entries = [tiny_entry(f"QDe.{900 + n}", name) for n, name in enumerate(NAMES)]
    return ListIndex.build([tiny_release("2026-01-01", *entries)[0]])


def found(index: ListIndex, name: str, **more: object) -> list[Candidate]:
    return list(index.screen(Screening(name=name, **more)))


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("Marwat, Gul Rahim", "Gul Rahim Marwat", "same"),
        ("Gul Raheem Marwat", "Gul Rahim Marwat", "spelling"),
        ("G. Rahim Marwat", "Gul Rahim Marwat", "initial"),
        ("Gulrahim Marwat", "Gul Rahim Marwat", "written apart"),
        ("GulRahim Marwat", "Gul Rahim Marwat", "same"),
        ("Тарик Василенко", "Tariq Vasilenko", "spelling"),
        ("گل رحیم مروت", "Gul Rahim Marwat", "another script"),
        ("Za\u200brvan Shipping Co. Ltd.", "Zarvan Shipping Company Limited", "same"),
        ("KANDОR FRОNT", "Kandor Front", "same"),  # two letters are Cyrillic
        ("Tariq Vasilen", "Tariq Vasilenko", "cut off"),
    ],
)
def test_a_name_is_found_and_its_differences_are_told(
    invented: ListIndex, asked: str, listed: str, kind: str
):
    best = found(invented, asked)[0]

    assert best.name == listed
    assert kind in {pair[2] for pair in best.features[0].pairs}


def test_one_wrong_letter_anywhere_finds_the_name_that_comparing_with_all_would_find(
    invented: ListIndex,
):
    chance = random.Random(7)  # noqa: S311  # no secret
    for _ in range(150):
        name = chance.choice([n for n in NAMES if len(n.split()) > 1])
        place = chance.randrange(len(name))
        if name[place] == " ":
            continue
        changed = name[:place] + chance.choice(string.ascii_lowercase) + name[place + 1 :]
        everyone = found(invented, changed, threshold=0.0, limit=50)

        assert len(everyone) == len(NAMES), changed
        assert everyone[0].name == name, changed


@pytest.mark.parametrize("asked", ["Limited", "Company Ltd", "Co.", "A.", "Dr", "al-", "1", "EMMA"])
def test_one_word_that_says_nothing_is_nobody(invented: ListIndex, asked: str):
    assert found(invented, asked) == []


def test_a_name_that_repeats_its_words_is_found_by_them_once():
    twice = tiny_entry("QDe.901", "Kandor Bank and Kandor Bank International")
    index = ListIndex.build([tiny_release("2026-01-01", twice)[0]])

    assert [c.name for c in found(index, "Kandor Bank")] == [twice.name]


def test_a_swap_of_two_listed_persons_names_is_neither(invented: ListIndex):
    assert found(invented, "Gul Brennmark") == []


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=30), st.sampled_from([0.0, 0.5]))
def test_any_question_is_answered_with_a_sum_that_holds(text: str, threshold: float):
    index = ListIndex.build([tiny_release("2026-01-01", tiny_entry("QDe.901", "Kandor Front"))[0]])

    for candidate in index.screen(Screening(name=text, threshold=threshold)):
        assert 0 <= candidate.probability < 1
        assert all(feature.note for feature in candidate.features)


def test_an_exact_name_is_never_less_sure_than_a_misspelt_one(release: ListRelease):
    index = ListIndex.build([release])
    for entry in release.entries:
        name = entry.name
        exact = found(index, name, threshold=0.0, limit=1)[0].probability
        wrong = found(index, name[:-2] + "q" + name[-1:], threshold=0.0, limit=1)[0].probability

        assert exact >= wrong
