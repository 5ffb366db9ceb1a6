"""Where a union's acts hold, and since when."""

from datetime import UTC, datetime

from sayso.model.oversight import Basis, LinkKind, Moment, Transposition
from sayso.model.vocabulary import Measure
from sayso.states.countries import EU_MEMBERS
from sayso.states.transposing.unions import held_there, membership_of


def act(day: datetime) -> Transposition:
    return Transposition(
        state="EU",
        source="eu",
        reference="QDi.901",
        entry=None,
        link=LinkKind.EXACT,
        measures=(Measure.ASSETS_FREEZE,),
        at=Moment(earliest=day, latest=day.replace(hour=23), stated=day.date().isoformat()),
        basis=Basis.ACT,
    )


def there(state: str, day: datetime) -> Transposition | None:
    membership = membership_of(state)
    assert membership is not None
    return held_there(act(day), membership)


def test_every_member_of_today_has_the_day_since_when_it_is_one():
    told = {state for state in EU_MEMBERS if membership_of(state) is not None}
    assert told == EU_MEMBERS
    assert membership_of("CH") is None


def test_an_act_holds_for_a_member_as_it_is():
    day = datetime(2020, 3, 12, tzinfo=UTC)
    assert there("DE", day) == act(day)


def test_what_a_state_did_before_it_acceded_is_not_told():
    found = there("HR", datetime(2002, 5, 29, tzinfo=UTC))
    assert found is not None
    assert found.at is not None
    assert (found.at.earliest, found.at.stated) == (None, "by 2013-07-01")
    assert found.questions == (
        "the acts of the EU hold there since 2013-07-01: what the state did before is not held",
    )


def test_union_law_held_in_the_united_kingdom_until_the_end_of_2020():
    found = there("GB", datetime(2020, 3, 12, tzinfo=UTC))
    assert found is not None
    assert found.until is not None
    assert found.until.stated == "until 2020-12-31"
    assert there("GB", datetime(2021, 3, 12, tzinfo=UTC)) is None
