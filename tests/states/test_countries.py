"""States by their codes and names, those of today and former ones."""

import pytest

from sayso.errors import NotFound
from sayso.states.authorities import authority_of
from sayso.states.countries import (
    EU_MEMBERS,
    UN_MEMBERS,
    is_outside,
    is_state,
    state_code,
    state_name,
)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("de", "DE"),
        ("Germany", "DE"),
        ("eu", "EU"),
        ("European Union", "EU"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Swaziland", "SZ"),
        ("Czech Republic", "CZ"),
        ("Côte d'Ivoire", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("Russian  Federation", "RU"),
        ("UK", "GB"),
        ("Zaire", "CD"),
        ("BU", "MM"),
        ("TP", "TL"),
        ("Bosnia and Herzegovina", "BA"),
        ("Saint Lucia", "LC"),
        ("Saint Vincent and the Grenadines", "VC"),
    ],
)
def test_a_state_is_found_by_code_or_name_a_former_one_too(asked: str, code: str):
    assert state_code(asked) == code


@pytest.mark.parametrize(
    ("asked", "code", "name"),
    [
        ("Holy See", "VA", "Vatican City"),
        ("State of Palestine", "PS", "Palestinian Territories"),
        ("kosovo", "XK", "Kosovo"),
        ("tw", "TW", "Taiwan"),
        ("Chinese Taipei", "TW", "Taiwan"),
        ("China, Hong Kong SAR", "HK", "Hong Kong SAR China"),
        ("Hong Kong, China", "HK", "Hong Kong SAR China"),
        ("Macao, China", "MO", "Macao SAR China"),
        ("Gibraltar", "GI", "Gibraltar"),
        ("Curaçao", "CW", "Curaçao"),
    ],
)
def test_who_is_no_member_of_the_un_has_a_code_and_a_name_too(asked: str, code: str, name: str):
    assert state_code(asked) == code
    assert (state_name(code), is_outside(code), is_state(code)) == (name, True, True)


@pytest.mark.parametrize("asked", ["XA", "ZZ", "UN", "EZ", "QO", "001", "Ceuta & Melilla"])
def test_groups_and_codes_for_tests_are_no_states(asked: str):
    with pytest.raises(NotFound, match="no state"):
        state_code(asked)


def test_a_member_and_the_union_of_members_are_not_outside():
    assert not any(map(is_outside, {"EU", *UN_MEMBERS}))


@pytest.mark.parametrize("asked", ["SU", "Soviet Union", "Yugoslavia", "serbia and montenegro"])
def test_of_a_state_that_ceased_to_exist_its_successors_are_named(asked: str):
    with pytest.raises(NotFound, match=r"is no state any more: name one of .*\(\w+"):
        state_code(asked)


def test_what_is_no_state_is_answered_with_what_is_like_it():
    with pytest.raises(NotFound, match=r"did you mean AT \(Austria\)"):
        state_code("Austriaa")
    with pytest.raises(NotFound, match="give an ISO 3166 code"):
        state_code("Q9")


def test_there_are_193_members_of_the_un_and_27_of_the_eu_each_with_a_name():
    assert (len(UN_MEMBERS), len(EU_MEMBERS)) == (193, 27)
    assert EU_MEMBERS < UN_MEMBERS
    assert all(state_name(code) != code for code in UN_MEMBERS)


def test_whose_list_it_is_is_told_by_its_code():
    known = {code: authority_of(code) for code in ("ofac", "uk-ofsi", "fr", "jp-mof", "eu-fsf")}
    assert {code: one and one.state for code, one in known.items()} == {
        "ofac": "US",
        "uk-ofsi": "GB",
        "fr": "FR",
        "jp-mof": "JP",
        "eu-fsf": "EU",
    }
    assert authority_of("acme") is None
