"""What national entries show, measure by measure, and what is odd about their days."""

import pytest

from sayso.model.lists import ListRelease
from sayso.model.oversight import Basis, Transposition
from sayso.model.vocabulary import LagStatus, Measure
from tests.lists.uk.build import read_uk, uksl
from tests.states.build import eu, eu_party, overseeing, un, un_party

UN = un("2026-01-05", un_party())
FREEZE, BAN = Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN


def uk(published: str, imposed: str) -> ListRelease:
    row = {
        "Name type": "Primary Name",
        "UN Reference Number": "QDi.901",
        "Sanctions Imposed": imposed,
        "Date Designated": "09/03/2020",
    }
    other = {"Unique ID": "ZAR0002", "Name 6": "NOORI", "Name 1": "Sarband"}
    return read_uk(uksl(row, other, first=""), published=published)


def shown(*imposed: str) -> dict[tuple[Measure, ...], Transposition]:
    releases = [uk(f"202{n}-06-01", told) for n, told in enumerate(imposed, 1)]
    acts = overseeing(UN, *releases).oversight().transpositions["GB"]["QDi.901"]
    return {act.measures: act for act in acts}


def test_a_measure_that_came_to_an_entry_later_is_not_dated_by_the_entrys_listing():
    found = shown("Asset freeze", "Asset freeze|Travel Ban")
    assert list(found) == [(FREEZE,), (BAN,)]
    assert found[FREEZE,].basis is Basis.ENTRY
    later = found[BAN,]
    assert (later.basis, later.until) == (Basis.FIRST_SEEN, None)
    assert later.at is not None
    assert later.at.stated == "between uk@2021-06-01 and uk@2022-06-01"


def test_a_measure_that_was_taken_from_an_entry_is_told_as_taken_back():
    found = shown("Asset freeze|Travel Ban", "Asset freeze")
    gone = found[BAN,]
    assert gone.basis is Basis.ENTRY
    assert gone.until is not None
    assert gone.until.stated == "between uk@2021-06-01 and uk@2022-06-01"
    cells = overseeing(
        UN, uk("2021-06-01", "Asset freeze|Travel Ban"), uk("2022-06-01", "Asset freeze")
    ).implementations("GB")
    assert {one.obligation.measure: one.status for one in cells}[BAN] is LagStatus.UNKNOWN


def test_a_release_that_tells_of_no_measures_says_nothing_against_any():
    assert list(shown("", "Asset freeze|Travel Ban")) == [(FREEZE, BAN)]
    assert shown("", "Asset freeze|Travel Ban")[FREEZE, BAN].basis is Basis.ENTRY


def test_programmes_are_told_and_those_of_earlier_releases_too():
    row = {"Name type": "Primary Name", "UN Reference Number": "QDi.901"}
    earlier, later = (
        read_uk(uksl({**row, "Regime Name": name}, first=""), published=day)
        for name, day in (("Kandor", "2021-06-01"), ("Zarvan", "2022-06-01"))
    )
    [act] = overseeing(UN, earlier, later).oversight().transpositions["GB"]["QDi.901"]
    assert act.reasons[-1] == "it stands under Zarvan, in earlier releases under Kandor"


@pytest.mark.parametrize("day", ["2024-05-14", "2027-01-05"])
def test_a_day_after_the_release_that_states_it_is_asked_about_and_never_relied_on(day: str):
    odd = eu("2024-05-13", eu_party(acts=((day, "2020/901 (OJ L9)"),)))
    [act] = overseeing(UN, odd).oversight().transpositions["EU"]["QDi.901"]
    assert act.basis is Basis.FIRST_SEEN
    assert act.questions == (
        f"it states {day}, which is after the release that says so (eu@2024-05-13)",
    )


def test_a_day_of_listing_in_the_future_is_asked_about_too():
    row = {
        "Name type": "Primary Name",
        "UN Reference Number": "QDi.901",
        "Sanctions Imposed": "Asset freeze",
        "Date Designated": "09/03/2031",
    }
    found = overseeing(UN, read_uk(uksl(row, first=""), published="2024-06-01"))
    [act] = found.oversight().transpositions["GB"]["QDi.901"]
    assert act.basis is Basis.FIRST_SEEN
    assert act.questions == (
        "it states 2031-03-09, which is after the release that says so (uk@2024-06-01)",
    )


def test_a_number_that_was_given_to_another_party_ties_that_one_alone():
    listed = un("2026-01-05", un_party(), un_party("QDi.902", "Sarband Noori"))
    before = eu("2021-03-02", eu_party(), eu_party("502", "Khalid Ostan", None))
    after = eu(
        "2024-05-13",
        eu_party("501", "Sarband NOORI", "QDi.902", acts=(("2024-01-05", "2024/7 (OJ L1)"),)),
        eu_party("502", "Khalid Ostan", None),
    )
    acts = overseeing(listed, before, after).oversight().transpositions["EU"]
    assert "QDi.901" not in acts
    [act] = acts["QDi.902"]
    assert any(q.startswith("earlier releases have a party of other names") for q in act.questions)
    # Since when is not told: it may be the old party under a new name.
    assert (act.instrument, act.at and act.at.earliest) == ("2024/7 (OJ L1)", None)


@pytest.mark.parametrize(
    ("name", "reference"), [("Abu Ostan", "QDi.901"), ("Zarmast Khan Tolwak", None)]
)
def test_a_party_that_was_renamed_stays_one(name: str, reference: str | None):
    before = eu("2021-03-02", eu_party())
    after = eu("2024-05-13", eu_party("501", name, reference, acts=(("2024-01-05", "2024/7"),)))
    [act] = overseeing(UN, before, after).oversight().transpositions["EU"]["QDi.901"]
    assert act.instrument == "2020/901 (OJ L9)"
