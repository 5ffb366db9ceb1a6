"""Where an account departs from its primary, slot by slot, and where it does not."""

import pytest

from sayso.errors import BadInput
from sayso.model.drift import Departure
from sayso.model.vocabulary import PlaceLevel, Realis
from tests.review.build import (
    AFGHANISTAN,
    BODY,
    FACILITY,
    GHAZNI,
    GROUP,
    KUNAR,
    PERSON,
    Said,
    says,
    site,
)
from tests.review.drift.build import (
    Account,
    camps,
    compared,
    exactly,
    funds,
    in_one_list,
    listed,
    one_state,
    report,
    states,
    told,
)

LAGHMAN, LOGAR, PARWAN = (
    site("Laghman", "AF-LAG"),
    site("Logar", "AF-LOG"),
    site("Parwan", "AF-PAR"),
)
GHAZNI_CITY = site("Ghazni city", "AF-GHA", PlaceLevel.CITY)


def test_an_account_that_says_what_the_report_says_has_no_differences():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN), figure=8)
    listed(account, (GHAZNI, LAGHMAN), figure=8, by=account.cites)
    found = compared(account, primary)
    assert (found.ascribed, told(found)) == (2, [])


def test_another_province_in_a_list_stands_where_the_report_has_its_own():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN, PARWAN))
    listed(account, (GHAZNI, LOGAR, PARWAN), by=account.cites)
    assert told(compared(account, primary)) == [("place", "different", "Logar", "Laghman")]


def test_a_list_that_is_shortened_leaves_items_out_and_misquotes_nothing():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN, PARWAN))
    listed(account, (GHAZNI,), by=account.cites)
    assert told(compared(account, primary)) == [
        ("missing", "left out", None, "Laghman"),
        ("missing", "left out", None, "Parwan"),
    ]


def test_a_list_with_one_place_more_than_the_report_has_an_added_one():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN))
    listed(account, (GHAZNI, LAGHMAN, LOGAR), by=account.cites)
    [found] = told(compared(account, primary))
    assert found[:3] == ("added", "different", "Logar")


def test_a_country_is_coarser_than_its_provinces_and_not_wrong():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN))
    listed(account, (AFGHANISTAN,), by=account.cites)
    assert told(compared(account, primary)) == [
        ("place", "coarser", "Afghanistan", "Ghazni, Laghman")
    ]


def test_a_country_is_no_difference_where_the_account_names_the_provinces_too():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN))
    listed(account, (AFGHANISTAN,), by=account.cites)
    listed(account, (GHAZNI, LAGHMAN), by=account.cites)
    assert told(compared(account, primary)) == []


def test_a_town_where_the_report_has_its_province_is_finer_and_not_wrong():
    primary, account = report(), Account()
    listed(primary, (GHAZNI,))
    listed(account, (GHAZNI_CITY,), by=account.cites)
    assert told(compared(account, primary)) == [("place", "finer", "Ghazni city", "Ghazni")]


def test_a_place_that_the_gazetteer_does_not_know_is_not_called_wrong():
    primary, account = report(), Account()
    listed(primary, (GHAZNI,))
    listed(account, (site("Safed Dara", None, PlaceLevel.REGION),), by=account.cites)
    assert told(compared(account, primary)) == []


def test_a_place_that_stands_in_the_words_was_not_left_out_but_not_read():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN))
    words = "The report said that the network runs camps in Ghazni and Laghman."
    camps(account, account.says_it_says(place=GHAZNI, words=words))
    assert told(compared(account, primary)) == []


def test_a_bound_that_is_dropped_is_another_number():
    primary, account = report(), Account()
    camps(primary, Said(figure=8))
    camps(account, account.says_it_says(changes={"quantity": exactly(8)}))
    [found] = compared(account, primary).differences
    assert (found.slot, found.how) == ("quantity", Departure.DIFFERENT)
    assert "bound is dropped" in found.note


def test_a_figure_that_is_left_out_is_coarser():
    primary, account = report(), Account()
    camps(primary, Said(figure=8))
    camps(account, account.says_it_says())
    assert told(compared(account, primary)) == [("quantity", "coarser", None, "figure")]


@pytest.mark.parametrize(
    ("given", "how"),
    [("2023-03-14", "different"), ("2023-03", "coarser"), ("2022", "different")],
)
def test_a_day_is_measured_against_the_day_of_the_same_attack(given: str, how: str):
    primary, account = report(), Account()
    for page, said in (
        (primary, Said(time="2023-03-12", place=KUNAR)),
        (account, account.says_it_says(time=given, place=KUNAR)),
    ):
        page.claim(page.name("Kandor Front", GROUP), "attack", None, said)
    assert told(compared(account, primary)) == [("time", how, given, "2023-03-12")]


def test_an_attack_of_another_place_and_another_day_is_another_attack():
    primary, account = report(), Account()
    words = "The report says that the Kandor Front stormed a barracks."
    for page, said in (
        (primary, Said(time="2023-03-12", place=KUNAR)),
        (account, account.says_it_says(time="2024-01-01", place=GHAZNI, words=words)),
    ):
        page.claim(page.name("Kandor Front", GROUP), "attack", None, said)
    assert [d.slot for d in compared(account, primary).differences] == ["added"]


@pytest.mark.parametrize(
    ("theirs", "ours", "what"),
    [
        ("PS+", "CT+", "a hedge is dropped"),
        ("CT+", "PS+", "a hedge is added"),
        ("Uu", "CT+", "leaves it open"),
        ("CT-", "CT+", "affirmed and denied are exchanged"),
    ],
)
def test_how_sure_it_is_said_to_be_is_compared(theirs: str, ours: str, what: str):
    primary, account = report(), Account()
    funds(primary, "Kohsar Tehreek", Said(factuality=theirs))
    funds(account, "Kohsar Tehreek", account.says_it_says(factuality=ours))
    [found] = compared(account, primary).differences
    assert (found.slot, found.how) == ("hedge", Departure.DIFFERENT)
    assert what in found.note


def test_a_plan_that_is_told_as_done_departs_in_its_hedge():
    primary, account = report(), Account()
    funds(primary, "Kohsar Tehreek", Said(changes={"realis": Realis.PROSPECTIVE}))
    funds(account, "Kohsar Tehreek", account.says_it_says())
    [found] = compared(account, primary).differences
    assert (found.slot, found.how) == ("hedge", Departure.DIFFERENT)


def test_a_source_that_is_left_out_is_coarser_and_another_one_is_different():
    primary, account = report(), Account()
    funds(primary, "Kohsar Tehreek", Said(by=(one_state(),)))
    funds(primary, "Baghlan Front", Said(by=(one_state(),)))
    funds(account, "Kohsar Tehreek", account.says_it_says())
    funds(account, "Baghlan Front", account.says_it_says(by=(states(),)))
    assert told(compared(account, primary)) == [
        ("speaker", "different", "Member States", "Member State"),
        ("speaker", "coarser", None, "Member State"),
    ]


def test_a_spokesman_whom_both_name_is_one_speaker_in_any_script():
    primary, account = report(), Account()
    for page, name in ((primary, "Гульнара Шарипова"), (account, "Гульнара Шарипова")):
        speaker = says(page.name(name, PERSON))
        by = (speaker,) if page is primary else (*account.cites, speaker)
        funds(page, "Kohsar Tehreek", Said(by=by))
    assert told(compared(account, primary)) == []


def test_two_sources_that_become_one_are_merged():
    primary, account = report(), Account()
    funds(primary, "Kohsar Tehreek", Said(by=(one_state(),)))
    funds(primary, "Baghlan Front", Said(by=(states(),)))
    for taker in ("Kohsar Tehreek", "Baghlan Front"):
        funds(account, taker, account.says_it_says(by=(states(),)))
    assert told(compared(account, primary)) == [
        ("merged", "coarser", "Member States", "Member State; Member States")
    ]


def test_what_the_report_says_of_another_party_is_shown_beside_it():
    primary, account = report(), Account()
    words = "The Sarband Authority pays the Baghlan Front an allowance."
    funds(primary, "Baghlan Front", Said(words=words))
    words = "The Sarband Authority pays Kohsar Tehreek an allowance, the report says."
    funds(account, "Kohsar Tehreek", account.says_it_says(words=words))
    assert told(compared(account, primary)) == [
        ("added", "different", "Kohsar Tehreek", "Baghlan Front")
    ]


def test_what_the_report_was_not_read_to_say_is_added_without_a_primary_side():
    primary, account = report(), Account()
    camps(primary)
    funds(account, "Kohsar Tehreek", account.says_it_says())
    [found] = compared(account, primary).differences
    assert (found.slot, found.primary, found.misquotes) == ("added", None, False)


def test_like_words_without_a_claim_are_no_sign_of_anything():
    primary, account = report(), Account()
    words = "The Sarband Authority secretly supports Kohsar Tehreek with rifles."
    primary.write(words)
    funds(account, "Kohsar Tehreek", account.says_it_says(words=words))
    found = compared(account, primary)
    assert (told(found), len(found.unread)) == ([], 1)


def test_only_what_is_ascribed_to_the_report_is_measured_against_it():
    primary, account = report(), Account()
    camps(primary, Said(place=LAGHMAN))
    camps(account, Said(place=LOGAR))
    assert (compared(account, primary).ascribed, told(compared(account, primary))) == (0, [])


def test_the_camps_are_in_ghazni_is_told_of_the_camps_that_the_network_runs():
    primary, account = report(), Account()
    camps(primary, Said(place=GHAZNI))
    network = account.name("Al-Liwa Network", GROUP)
    sites = account.nominal("camps of the Al-Liwa Network", FACILITY)
    account.mention(network, "Al-Liwa Network")
    account.claim(sites, "located_in", account.place(LOGAR), account.says_it_says())
    assert told(compared(account, primary)) == [("place", "different", "Logar", "Ghazni")]


def test_a_party_that_a_list_loses_is_left_out_unless_the_words_have_it():
    primary, account, whole = report(), Account(), Account("Herald")
    takers = ("Aral Front", "Baghlan Front", "Chitral Front")
    for n, taker in enumerate(takers):
        funds(primary, taker)
        primary.claims[-1] = in_one_list(primary.claims[-1], primary.claims[-n - 1])
    funds(account, "Aral Front", account.says_it_says())
    funds(account, "Chitral Front", account.says_it_says())
    words = (
        "The Sarband Authority supports the Aral Front, the Baghlan Front and the Chitral Front."
    )
    funds(whole, "Aral Front", whole.says_it_says(words=words))
    assert told(compared(account, primary)) == [("missing", "left out", None, "Baghlan Front")]
    assert told(compared(whole, primary)) == []


def test_a_nameless_panel_is_the_panel_that_is_cited_where_no_other_is():
    primary, account, of_two = report(), Account(), Account("Herald")
    listed(primary, (LAGHMAN,))
    for page in (account, of_two):
        if page is of_two:
            page.name("Geneva Panel", BODY)
        panel = says(page.nominal("a panel", BODY))
        camps(page, page.says_it_says(place=LAGHMAN))
        camps(page, Said(place=LOGAR, by=(panel,)))
    assert told(compared(account, primary)) == [("added", "different", "Logar", "Laghman")]
    assert told(compared(of_two, primary)) == []


def test_what_is_sure_in_one_place_depends_on_no_hedge_that_was_dropped_in_another():
    primary, account = report(), Account()
    camps(primary, Said(place=GHAZNI, factuality="PS+"))
    camps(primary, Said(place=KUNAR))
    wrong = camps(account, account.says_it_says(place=GHAZNI))
    camps(account, account.says_it_says(place=KUNAR))
    [found] = compared(account, primary).differences
    assert found.secondary is not None
    assert (found.secondary.claim, found.dependent) == (wrong, ())


def test_all_items_of_a_list_depend_on_the_one_number_that_is_misquoted():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN), figure=8)
    listed(account, (GHAZNI, LAGHMAN), by=account.cites, changes={"quantity": exactly(10)})
    [found] = compared(account, primary).differences
    assert found.dependent == (account.claims[1].id,)


def test_a_document_is_not_compared_with_itself():
    primary = report()
    with pytest.raises(BadInput, match="named twice"):
        compared(primary, primary)


def test_two_documents_that_cite_each_other_are_each_compared_once():
    one, other = Account("Courier"), Account("Herald", "2024-05-25")
    for page in (one, other):
        camps(page, page.says_it_says(place=GHAZNI))
    assert told(compared(one, other)) == told(compared(other, one)) == []
