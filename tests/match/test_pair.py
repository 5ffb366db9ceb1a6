"""Two names alone are compared as screening compares them, and ordered beyond; names invented."""

from sayso.match.index import ListIndex
from sayso.match.pair import compare_names, screened
from sayso.model.matches import Screening
from tests.fakes import tiny_entry, tiny_release


def test_what_screening_says_of_a_list_of_one_name_is_what_is_said_of_the_pair():
    release, _ = tiny_release("2026-01-01", tiny_entry("QDe.901", "Tariq Vasilenko"))
    [found] = ListIndex.build([release]).screen(Screening(name="Tarik Vasilenko"))

    assert compare_names("Tarik Vasilenko", "Tariq Vasilenko", "Organization") == found.probability


def test_names_without_a_word_in_common_are_ordered_by_their_sounds_below_all_others():
    near, far = compare_names("Gelmodu", "Kolmot"), compare_names("Gelmodu", "Brennshi")

    assert screened("Gelmodu", "Kolmot") == screened("Gelmodu", "Brennshi")
    assert 0.001 > near > far
    assert compare_names("Gelmodu", "Gelmodo") > near


def test_a_name_without_a_letter_is_like_none():
    assert compare_names("", "Gul Marwat") == compare_names("Gul", "...") == 0.0
