"""What is concluded of a state, from lists, laws and records together."""

import pytest

from sayso.model.oversight import Implementation, LinkKind
from sayso.model.vocabulary import LagStatus, Measure
from sayso.overseeing import Overseeing
from tests.states.build import (
    automatic,
    eu,
    eu_party,
    ofac,
    overseeing,
    transposition,
    un,
    un_party,
)

UN = un("2026-02-27", un_party())
EU = eu("2024-05-13", eu_party())


def freeze(found: Overseeing, state: str) -> Implementation:
    [one] = [
        i
        for i in found.implementations(state)
        if i.obligation.measure is Measure.ASSETS_FREEZE and i.obligation.reference == "QDi.901"
    ]
    return one


def test_an_act_that_is_exactly_linked_gives_a_lag_in_hours_and_its_proof():
    one = freeze(overseeing(UN, EU), "EU")
    assert (one.status, one.link) == (LagStatus.LATE, LinkKind.EXACT)
    # From the end of 8 March in New York (4:00 UTC) to the beginning of 12 March in Brussels; and
    # from the beginning of the one (5:00, in winter time) to the end of the other.
    assert one.lag == (67.0, 114.0)
    assert one.transposition is not None
    assert one.transposition.proofs[0].text == "2020/901 (OJ L9), 2020-03-12"
    assert one.via is None


def test_measures_that_the_list_does_not_carry_out_stay_unknown():
    statuses = {i.obligation.measure: i.status for i in overseeing(UN, EU).implementations("EU")}
    assert statuses == {
        Measure.ASSETS_FREEZE: LagStatus.LATE,
        Measure.TRAVEL_BAN: LagStatus.UNKNOWN,
        Measure.ARMS_EMBARGO: LagStatus.UNKNOWN,
    }


def test_an_act_of_the_union_holds_for_its_members_and_says_so():
    one = freeze(overseeing(UN, EU), "Germany")
    assert (one.status, one.lag, one.via) == (LagStatus.LATE, (67.0, 114.0), "EU")
    assert one.transposition is not None
    assert one.transposition.state == "EU"


def test_days_never_prove_that_it_was_within_24_hours():
    same_day = eu("2024-05-13", eu_party(acts=(("2020-03-08", "2020/901 (OJ L9)"),)))
    assert freeze(overseeing(UN, same_day), "EU").status is LagStatus.WITHIN_24H_POSSIBLE


def test_hours_prove_it_where_both_sides_are_told_to_the_hour():
    by_hour = un("2026-02-27", un_party(listed_on="2020-03-08T10:00:00-04:00"))
    record = transposition("CH", "2020-03-08T20:00+01:00")
    assert freeze(overseeing(by_hour, records=[record]), "CH").status is (
        LagStatus.WITHIN_24H_PROVEN
    )
    assert freeze(overseeing(UN, records=[record]), "CH").status is (LagStatus.WITHIN_24H_POSSIBLE)


def test_a_state_of_which_nothing_is_held_is_unknown_never_missing():
    for state in ("JP", "US", "BR"):
        one = freeze(overseeing(UN, EU), state)
        assert (one.status, one.link, one.transposition) == (
            LagStatus.UNKNOWN,
            LinkKind.NONE,
            None,
        )


def test_a_list_that_lacks_an_entry_makes_nothing_missing():
    other = eu("2024-05-13", eu_party("502", "Somebody Else", un_reference=None))
    assert {i.status for i in overseeing(UN, other).implementations("EU")} == {LagStatus.UNKNOWN}


def test_only_a_document_that_says_so_makes_it_missing():
    said = transposition("PE", "2021-01-01", carried_out="no")
    one = freeze(overseeing(UN, records=[said]), "PE")
    assert one.status is LagStatus.MISSING
    assert one.transposition is not None
    assert one.transposition.proofs[0].text == "Order No. 7"


@pytest.mark.parametrize("day", ["2019-06-01", "2020-03-08", "2020-03-09"])
def test_a_document_from_before_it_was_due_makes_nothing_missing(day: str):
    said = transposition("PE", day, carried_out="no")
    one = freeze(overseeing(UN, records=[said]), "PE")
    assert one.status is LagStatus.UNKNOWN
    assert one.questions == (f"a record says that it was not carried out as of {day} ({said.id})",)
    later = transposition("PE", "2020-03-12", carried_out="no")
    assert freeze(overseeing(UN, records=[said, later]), "PE").status is LagStatus.MISSING


def test_a_document_of_no_time_or_from_when_the_entry_was_gone_makes_nothing_missing():
    open_end = transposition("PE", "2021/..", carried_out="no")
    one = freeze(overseeing(UN, records=[open_end]), "PE")
    assert one.status is LagStatus.UNKNOWN
    assert one.questions[0].startswith("a record says that it was not carried out at a time")

    other = un_party("QDi.902", "Sarband Noori")
    gone = (un("2022-01-01", un_party(), other), un("2023-01-01", other))
    later = transposition("PE", "2024-01-01", carried_out="no")
    assert freeze(overseeing(*gone, records=[later]), "PE").status is LagStatus.UNKNOWN
    bound = transposition("PE", "2021-01-01", carried_out="no")
    assert freeze(overseeing(*gone, records=[bound]), "PE").status is LagStatus.MISSING

    back = (*gone, un("2025-01-01", un_party(), other))
    assert freeze(overseeing(*back, records=[later]), "PE").status is LagStatus.UNKNOWN
    again = transposition("PE", "2025-02-01", carried_out="no")
    assert freeze(overseeing(*back, records=[again]), "PE").status is LagStatus.MISSING


@pytest.mark.parametrize("told", ["", "partly"])
def test_a_record_that_says_neither_yes_nor_no_shows_nothing(told: str):
    one = freeze(overseeing(UN, records=[transposition("PE", carried_out=told)]), "PE")
    assert (one.status, one.transposition) == (LagStatus.UNKNOWN, None)


def test_what_is_told_to_be_missing_says_as_of_when_and_what_may_be_it_by_name():
    said = transposition("EU", "2021-01-01", carried_out="no")
    by_name = eu("2024-05-13", eu_party(un_reference=None, designated=None))
    one = freeze(overseeing(UN, by_name, records=[said]), "EU")
    assert one.status is LagStatus.MISSING
    assert one.questions == (
        f"a record says that it was not carried out as of 2021-01-01 ({said.id})",
        "by name eu:501 may be it: a person has to confirm that",
    )


def test_what_shows_it_done_stands_against_a_document_that_says_no():
    said = transposition("DE", "2021-01-01", carried_out="no")
    one = freeze(overseeing(UN, EU, records=[said]), "DE")
    assert one.status is LagStatus.LATE
    assert any("a record says that it was not carried out" in q for q in one.questions)


def test_a_record_of_the_state_comes_before_its_unions_act_where_it_is_earlier():
    one = freeze(overseeing(UN, EU, records=[transposition("DE", "2020-03-09")]), "DE")
    assert (one.status, one.via) == (LagStatus.WITHIN_24H_POSSIBLE, None)


def test_a_law_that_takes_listings_up_by_itself_is_automatic_from_its_day_on():
    laws = {"CH": automatic("CH", "2016-03-04"), "PE": automatic("PE", "2022-01-01")}
    found = overseeing(UN, EU, models=laws)
    one = freeze(found, "CH")
    assert (one.status, one.lag) == (LagStatus.AUTOMATIC, None)
    assert one.transposition is not None
    assert one.transposition.proofs[0].text == "is directly applicable"
    before = freeze(found, "PE")
    assert before.status is LagStatus.UNKNOWN
    [question] = before.questions
    assert question == (
        "its law takes up UN listings by itself since 2022-01-01: "
        "how it took up this earlier one is not told"
    )
    on_its_day = overseeing(UN, models={"CH": automatic("CH", "2020-03-08")})
    assert freeze(on_its_day, "CH").status is LagStatus.UNKNOWN
    other = freeze(overseeing(UN, models={"CH": automatic("CH", regimes=("Taliban",))}), "CH")
    assert (other.status, other.questions) == (LagStatus.UNKNOWN, ())


def test_a_list_of_its_own_is_told_beside_the_law_that_takes_listings_up():
    one = freeze(overseeing(UN, EU, models={"DE": automatic("DE", "2016-03-04")}), "DE")
    assert one.status is LagStatus.AUTOMATIC
    assert one.transposition is not None
    assert one.transposition.reasons[-1] == "beside the law eu:501 shows it: 2020-03-12"
    assert [proof.title for proof in one.transposition.proofs] == ["A letter", "eu@2024-05-13"] + [
        "eu@2024-05-13"
    ] * (len(one.transposition.proofs) - 2)


def test_what_was_listed_yesterday_is_not_yet_due():
    fresh = un("2026-02-28", un_party(listed_on="2026-02-28"))
    assert freeze(overseeing(fresh), "JP").status is LagStatus.NOT_YET_DUE
    future = un("2026-02-28", un_party(listed_on="2031-01-01"))
    one = freeze(overseeing(future), "JP")
    assert one.status is LagStatus.NOT_YET_DUE
    assert "is after un@2026-02-28" in one.obligation.questions[0]


def test_what_was_taken_back_while_the_uns_entry_stands_is_unknown_again():
    other = eu_party("502", "Somebody Else", un_reference=None)
    gone = eu("2025-05-13", other)
    one = freeze(overseeing(UN, eu("2024-05-13", eu_party(), other), gone), "EU")
    assert one.status is LagStatus.UNKNOWN
    assert one.questions == (
        "it is no longer there: between eu@2024-05-13 and eu@2025-05-13; the UN's entry stands",
    )
    ended = un("2026-02-27", un_party("QDi.902", "Sarband Noori"))
    both = un("2024-01-01", un_party(), un_party("QDi.902", "Sarband Noori"))
    after = freeze(overseeing(both, ended, eu("2024-05-13", eu_party(), other), gone), "EU")
    assert after.status is LagStatus.LATE


def test_a_name_that_is_gone_from_a_list_waits_for_nobody():
    other = eu_party("502", "Somebody Else", un_reference=None)
    by_name = eu_party(un_reference=None, designated=None)
    there, gone = eu("2024-05-13", by_name, other), eu("2025-05-13", other)
    assert freeze(overseeing(UN, there), "EU").link is LinkKind.MATCHED
    assert freeze(overseeing(UN, there, gone), "EU").link is LinkKind.NONE
    # The union's acts held in the United Kingdom until the end of 2020.
    assert freeze(overseeing(UN, there), "GB").link is LinkKind.NONE


def test_an_act_from_before_the_uns_day_is_asked_about():
    odd = eu("2024-05-13", eu_party(acts=(("2020-01-05", "2020/901 (OJ L9)"),)))
    one = freeze(overseeing(UN, odd), "EU")
    assert one.transposition is not None
    assert one.transposition.questions[0].startswith(
        "it is dated 2020-01-05, before the UN's 2020-03-08"
    )
    assert one.lag is not None
    assert one.lag[1] < 0
    assert one.status is LagStatus.WITHIN_24H_POSSIBLE


def test_what_a_list_had_first_in_the_oldest_release_held_is_done_at_a_time_not_known():
    us = ofac("2024-05-03", (901, "TOLWAK, Zarmast", "Passport OB0243318 (Afghanistan)."))
    paper = (
        "<KIND_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>"
        "<NUMBER>OB0243318</NUMBER></KIND_DOCUMENT>"
    )
    found = overseeing(un("2026-02-27", un_party(more=paper)), us)
    one = freeze(found, "US")
    assert (one.status, one.lag, one.link) == (LagStatus.UNKNOWN, None, LinkKind.EXACT)
    [line] = [line for line in found.lines() if line.state == "US"]
    assert line.carried_out == 1


def test_two_national_entries_for_one_of_the_un_count_once_by_the_earlier():
    twice = eu(
        "2024-05-13",
        eu_party("501", acts=(("2020-03-20", "2020/950 (OJ L1)"),)),
        eu_party("502", acts=(("2020-03-12", "2020/901 (OJ L9)"),)),
    )
    one = freeze(overseeing(UN, twice), "EU")
    assert one.transposition is not None
    assert one.transposition.entry == "eu:502"
    assert any("stands on 2 entries" in question for question in one.questions)
