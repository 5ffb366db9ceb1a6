"""Other authorities' lists, each read by its own reader: what their fields show."""

import json
from collections.abc import Mapping

import pytest

from sayso.lists.ftm.release import FtmList
from sayso.lists.national.flat import FlatCopy
from sayso.model.lists import THIRD_PARTY_COPY, ListRelease
from sayso.model.oversight import Basis, Limit, LimitKind, LinkKind
from sayso.model.vocabulary import LagStatus, Measure
from sayso.states.authorities import authority_of
from tests.lists.build import original
from tests.lists.uk.build import read_uk, uksl
from tests.states.build import overseeing, un, un_party

UN = un("2026-01-05", un_party())


def uk(**told: str) -> ListRelease:
    row: Mapping[str, str] = {
        "Unique ID": "ZAR0001",
        "Name type": "Primary Name",
        "UN Reference Number": "QDi.901",
        "Sanctions Imposed": "Asset freeze|Travel Ban",
        "Date Designated": "09/03/2020",
    }
    return read_uk(uksl({**row, **told}))


def test_the_uks_own_reference_date_and_measures_count():
    found = {i.obligation.measure: i for i in overseeing(UN, uk()).implementations("GB")}
    freeze, ban = found[Measure.ASSETS_FREEZE], found[Measure.TRAVEL_BAN]
    assert freeze.link is ban.link is LinkKind.EXACT
    assert found[Measure.ARMS_EMBARGO].link is LinkKind.NONE
    assert freeze.transposition is not None
    assert (freeze.transposition.basis, freeze.transposition.at) != (None, None)
    assert freeze.transposition.basis is Basis.ENTRY
    # 9 March in London, after the 8th in New York, which ended at 4:00 UTC.
    assert freeze.lag == (-4.0, 43.0)
    assert freeze.status is LagStatus.WITHIN_24H_POSSIBLE
    assert freeze.transposition.questions == ()


def test_a_day_of_listing_that_is_the_uns_may_only_repeat_it():
    told = uk(**{"Date Designated": "08/03/2020"})
    found = {i.obligation.measure: i for i in overseeing(UN, told).implementations("GB")}
    assert found[Measure.ASSETS_FREEZE].questions == (
        "its day of listing is the UN's: it may repeat that one",
    )


def french(**told: list[str]) -> ListRelease:
    """Give a FollowTheMoney file of one party, and what is told of the sanction on it."""
    entities = [
        {
            "id": "fr-901",
            "schema": "Person",
            "caption": "Zarmast Tolwak",
            "properties": {"name": ["Zarmast Tolwak"]},
        },
        {
            "id": "fr-s-901",
            "schema": "Sanction",
            "properties": {"entity": ["fr-901"], "unscId": ["QDi.901"], **told},
        },
    ]
    content = "\n".join(map(json.dumps, entities)).encode()
    return FtmList("fr").read(original(content), published="2024-01-01", repair=False)


def test_the_measures_that_a_sanctions_provisions_name_are_carried_out():
    told = french(provisions=["Asset freeze"], listingDate=["2020-03-20"])
    found = {i.obligation.measure: i for i in overseeing(UN, told).implementations("FR")}
    assert found[Measure.ASSETS_FREEZE].status is LagStatus.LATE
    assert found[Measure.TRAVEL_BAN].status is LagStatus.UNKNOWN


def test_a_list_that_names_no_measures_ties_entries_and_carries_nothing_out():
    found = overseeing(UN, french())

    [act] = found.oversight().transpositions["FR"]["QDi.901"]
    assert (act.link, act.measures) == (LinkKind.EXACT, ())
    assert act.questions == ("the list does not say which measures its entries bring",)
    assert {one.status for one in found.implementations("FR")} == {LagStatus.UNKNOWN}
    assert Limit(LimitKind.NO_MEASURES, {"list": "fr"}) in found.oversight().limits


def test_of_a_list_that_is_no_states_nothing_is_concluded():
    content = json.dumps(
        {
            "id": "901",
            "schema": "Person",
            "caption": "Zarmast Tolwak",
            "properties": {"name": ["Zarmast Tolwak"]},
        }
    ).encode()
    release = FtmList("acme").read(original(content), published="2024-01-01", repair=False)
    known = overseeing(UN, release).oversight()
    assert known.transpositions == {}
    assert Limit(LimitKind.WHOSE, {"list": "acme"}) in known.limits


def copy(*rows: str, code: str = "au-copy") -> ListRelease:
    header = "Name,Alias,Sanction Type"
    content = "\n".join([header, *rows]).encode()
    return FlatCopy(code).read(original(content), published="2025-05-25", repair=False)


def test_a_third_partys_copy_shows_whom_a_person_may_confirm_and_says_what_it_lacks():
    birth = (
        "<KIND_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1980-05-01</DATE>"
        "</KIND_DATE_OF_BIRTH>"
    )
    releases = un("2025-01-05", un_party(more=birth)), copy("Zarmast Tolwak,None,1988 (Taliban)")
    found = overseeing(*releases)
    [waiting] = [i for i in found.implementations("AU") if i.link is LinkKind.MATCHED]
    assert (waiting.status, waiting.obligation.measure) == (
        LagStatus.UNKNOWN,
        Measure.ASSETS_FREEZE,
    )
    [lacks] = [limit for limit in found.oversight().limits if limit.kind is LimitKind.COPY]
    assert lacks.about["list"] == "au-copy"
    assert str(lacks.about["remark"]).startswith(THIRD_PARTY_COPY)
    # What a copy lacks the list itself may have.
    assert found.differences("AU") == ()


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("uk-copy", "GB"),
        ("au-copy", "AU"),
        ("fr-acme", "FR"),
        ("acme", None),
        ("un-copy", None),
        ("su-x", None),
    ],
)
def test_a_code_of_the_users_own_begins_with_an_authority_or_a_state(code: str, state: str | None):
    whose = authority_of(code)
    assert (None if whose is None else whose.state) == state


def test_of_the_eus_data_in_another_form_the_same_holds():
    assert authority_of("eu-fsf") == authority_of("eu")
