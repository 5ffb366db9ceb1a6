"""What shows soonest that an entry was on a list."""

from datetime import UTC, datetime

from sayso.model.ids import ReleaseId
from sayso.model.lists import EntryHistory
from sayso.model.oversight import Basis, Moment, Overstated, Overstating
from sayso.states.authorities import authority_of
from sayso.states.times.zones import NEW_YORK, moment_of
from sayso.states.transposing.evidence import Evidence, earliest_evidence
from tests.lists.eu.build import alias
from tests.lists.uk.build import read_uk, uksl
from tests.states.build import eu, eu_party, histories, history, ofac


def evidence(national: EntryHistory, listed_on: str = "2020-03-08") -> Evidence:
    whose, due = authority_of(national.newest.authority), moment_of(listed_on, NEW_YORK)
    assert whose is not None
    assert due is not None
    return earliest_evidence(national, whose, due)


def test_the_earliest_act_of_any_wording_wins_and_says_what_it_may_overstate():
    listing, later = ("2020-03-12", "2020/901 (OJ L9)"), ("2022-09-12", "2022/950 (OJ L2)")
    held = history(
        eu("2021-03-02", eu_party(acts=(listing,))), eu("2024-05-13", eu_party(acts=(later,)))
    )
    found = evidence(held)
    assert (found.basis, found.instrument, found.in_force) == (
        Basis.ACT,
        "2020/901 (OJ L9)",
        "2020-03-12",
    )
    assert found.at.earliest == datetime(2020, 3, 11, 23, tzinfo=UTC)
    assert found.at.latest == datetime(2020, 3, 12, 23, tzinfo=UTC)
    assert found.proof.title == "eu@2021-03-02"
    assert found.proof.locator == "entry 501, regulation"
    assert found.proof.address == "https://law.example/2020-03-12"
    assert found.overstates == Overstated(why=Overstating.EARLIEST_NAMED)


def test_the_act_of_a_name_counts_where_the_regulation_is_a_later_one():
    acts = (("2022-09-12", "2022/950 (OJ L2)"), ("2020-03-12", "2020/901 (OJ L9)"))
    assert evidence(history(eu("2024-05-13", eu_party(acts=acts)))).instrument == acts[1][1]


def test_a_press_release_of_the_un_is_no_act_of_the_union():
    press = eu_party(acts=(("2020-03-08", "UNLI - 08.03.2020"),))
    press = press.replace('organisationType="council"', 'organisationType="un"')
    own = eu_party(acts=(("2020-03-15", "2020/902 (OJ L9)"),))
    found = evidence(history(eu("2021-03-02", press), eu("2024-05-13", own)))
    assert found.instrument == "2020/902 (OJ L9)"

    alone = evidence(history(eu("2021-03-02", press)))
    assert (alone.basis, alone.at.earliest) == (Basis.FIRST_SEEN, None)


def test_an_act_of_years_later_shows_that_an_entry_stood_by_then_and_no_more():
    late = eu_party(acts=(("2022-09-12", "2022/950 (OJ L2)"),))
    found = evidence(history(eu("2024-05-13", late)))
    assert found.at.earliest is None
    assert found.at.stated == "2022-09-12"
    assert found.overstates.much_later


def test_a_release_without_the_entry_shows_that_it_was_not_there_before():
    other = eu_party("502", "Sarband Noori", un_reference=None)
    late = eu_party(acts=(("2022-09-12", "2022/950 (OJ L2)"),))
    held = histories(eu("2021-03-02", other), eu("2024-05-13", late, other))["eu:501"]
    assert evidence(held).at.earliest == datetime(2021, 3, 1, 23, tzinfo=UTC)


def test_what_no_act_tells_is_first_seen_between_two_releases():
    held = histories(
        ofac("2020-03-09", (900, "NOORI, Sarband")),
        ofac("2020-03-11", (900, "NOORI, Sarband"), (901, "TOLWAK, Zarmast")),
    )
    found = evidence(held["ofac:901"])
    assert found.basis is Basis.FIRST_SEEN
    assert found.at == Moment(
        earliest=datetime(2020, 3, 9, tzinfo=UTC),
        latest=datetime(2020, 3, 12, 4, tzinfo=UTC),
        stated="between ofac@2020-03-09 and ofac@2020-03-11",
    )
    assert found.overstates == Overstated(
        why=Overstating.FIRST_SEEN, release=ReleaseId("ofac@2020-03-11"), before="ofac@2020-03-09"
    )
    assert evidence(held["ofac:900"]).at.earliest is None


def test_a_release_that_has_an_entry_before_its_earliest_act_is_the_earlier_evidence():
    early = eu_party(acts=(("2020-03-08", "UNLI - 08.03.2020"),))
    early = early.replace('organisationType="council"', 'organisationType="un"')
    late = eu_party(acts=(("2020-06-12", "2020/901 (OJ L9)"),), inside=alias("Abu Zarmast"))
    found = evidence(history(eu("2020-04-01", early), eu("2024-05-13", late)))
    assert (found.basis, found.proof.title) == (Basis.FIRST_SEEN, "eu@2020-04-01")


def british(day: str) -> dict[str, str]:
    return {"Name type": "Primary Name", "UN Reference Number": "QDi.901", "Date Designated": day}


def test_a_day_of_listing_of_years_later_shows_no_lateness_either():
    late = history(read_uk(uksl(british("31/12/2020"), first=""), published="2024-06-01"))
    soon = evidence(late, "2020-03-08")
    assert soon.at.earliest == datetime(2020, 12, 31, tzinfo=UTC)
    assert soon.overstates == Overstated(why=Overstating.OWN_DAY)

    # Listed anew under a law of its own, when EU law had held before.
    found = evidence(late, "2001-10-06")
    assert (found.basis, found.at.earliest, found.at.stated) == (Basis.ENTRY, None, "2020-12-31")
    assert found.overstates == Overstated(why=Overstating.OWN_DAY, much_later=True)
