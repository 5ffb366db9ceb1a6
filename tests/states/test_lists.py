"""Other authorities' lists, each read by its own reader: what their fields show."""

import json
from collections.abc import Mapping

from sayso.lists.ftm.release import FtmList
from sayso.model.lists import ListRelease
from sayso.model.oversight import Basis, LinkKind
from sayso.model.vocabulary import LagStatus, Measure
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


def test_a_list_that_names_no_measures_ties_entries_and_carries_nothing_out():
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
            "properties": {"entity": ["fr-901"], "unscId": ["QDi.901"]},
        },
    ]
    content = "\n".join(map(json.dumps, entities)).encode()
    release = FtmList("fr").read(original(content), published="2024-01-01", repair=False)

    found = overseeing(UN, release)

    [act] = found.oversight().transpositions["FR"]["QDi.901"]
    assert (act.link, act.measures) == (LinkKind.EXACT, ())
    assert act.questions == ("the list does not say which measures its entries bring",)
    assert {one.status for one in found.implementations("FR")} == {LagStatus.UNKNOWN}
    assert any("'fr' does not say which measures" in words for words in found.oversight().limits)


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
    assert any("Whose list 'acme' is cannot be told" in words for words in known.limits)
