"""To what the UN list binds, since when and until when."""

from datetime import UTC, datetime

from sayso.model.vocabulary import Measure
from sayso.states.obligations import obligations_of
from tests.states.build import histories, un, un_party


def test_an_entry_binds_to_each_measure_of_its_regime_from_its_day_in_new_york():
    [embargo, freeze, ban] = obligations_of(
        histories(un("2026-02-27", un_party("QDi.901", listed_on="2020-03-08")))
    )

    assert (embargo.measure, freeze.measure, ban.measure) == (
        Measure.ARMS_EMBARGO,
        Measure.ASSETS_FREEZE,
        Measure.TRAVEL_BAN,
    )
    assert freeze.reference == "QDi.901"
    # Clocks went forward on that day: it had 23 hours.
    assert freeze.due.earliest == datetime(2020, 3, 8, 5, tzinfo=UTC)
    assert freeze.due.latest == datetime(2020, 3, 9, 4, tzinfo=UTC)
    assert freeze.ended is None
    assert freeze.proof.title == "un@2026-02-27"
    assert freeze.proof.locator == "entry QDi.901, LISTED_ON"
    assert freeze.proof.text == "2020-03-08"


def test_a_day_that_bears_its_zone_is_of_that_zone():
    party = un_party(listed_on="2015-01-07-04:00")
    [one, *_] = obligations_of(histories(un("2026-02-27", party)))
    assert one.due.earliest == datetime(2015, 1, 7, 4, tzinfo=UTC)
    assert one.proof.text == "2015-01-07-04:00"


def test_an_entry_that_disappears_ended_between_two_releases():
    other = un_party("QDi.902", "Sarband Noori")
    held = histories(
        un("2024-01-01", un_party(), other),
        un("2025-01-01", un_party(), other),
        un("2025-06-01", other),
        un("2026-01-01", other),
    )

    ended = {one.reference: one.ended for one in obligations_of(held)}

    assert ended["QDi.902"] is None
    gone = ended["QDi.901"]
    assert gone is not None
    assert gone.earliest == datetime(2025, 1, 1, tzinfo=UTC)
    assert gone.latest == datetime(2025, 6, 2, 4, tzinfo=UTC)
    assert gone.stated == "between un@2025-01-01 and un@2025-06-01"


def test_an_entry_without_a_day_was_listed_by_the_first_release_that_has_it():
    held = histories(un("2024-01-01", un_party("QDi.902")), un("2025-01-01", un_party()))
    without = histories(
        un("2024-01-01", un_party("QDi.902")), un("2025-01-01", un_party(listed_on=None))
    )
    assert next(iter(obligations_of(held))).due.earliest is not None
    due = next(o for o in obligations_of(without) if o.reference == "QDi.901").due
    assert (due.earliest, due.stated) == (None, "by un@2025-01-01")


def test_what_is_odd_about_an_entrys_days_is_asked():
    other = un_party("QDi.902", "Sarband Noori")
    held = histories(
        un("2024-01-01", un_party(listed_on="2020-03-08"), other),
        un("2024-06-01", other),
        un("2025-01-01", un_party(listed_on="2030-03-08"), other),
    )
    [one, *_] = obligations_of(held)
    assert one.questions == (
        "the releases held give different days of listing: 2020-03-08, 2030-03-08",
        "its day of listing, 2030-03-08, is after un@2024-01-01, which has it already",
        "it was absent between un@2024-01-01 and un@2025-01-01, and came back",
    )
    assert one.ended is None
    [gap] = one.absent
    assert gap.earliest == datetime(2024, 1, 1, tzinfo=UTC)
    assert gap.latest == datetime(2025, 1, 2, 5, tzinfo=UTC)


def test_a_regime_whose_measures_are_not_known_binds_to_nothing():
    assert obligations_of(histories(un("2024-01-01", un_party(regime="Zarvan")))) == ()
