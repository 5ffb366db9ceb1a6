"""In what linked entries differ, and since when."""

from datetime import timedelta

import pytest

from sayso.model.lists import ListRelease
from sayso.model.oversight import Difference, DifferenceKind
from sayso.overseeing import Overseeing
from tests.lists.eu.build import alias
from tests.states.build import eu, eu_party, overseeing, un, un_party

ALIAS = "<KIND_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Abu Ostan</ALIAS_NAME></KIND_ALIAS>"
BIRTH = (
    "<KIND_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1980-05-01</DATE>"
    "</KIND_DATE_OF_BIRTH>"
)
NAME_IN_SCRIPT = "<NAME_ORIGINAL_SCRIPT>زرمست تولواک</NAME_ORIGINAL_SCRIPT>"


def born(day: str) -> str:
    return f'<birthdate birthdate="{day}" calendarType="GREGORIAN" circa="false"/>'


SOMEBODY = eu_party("502", "Somebody Else", un_reference=None, inside=born("1970-01-01"))


def found(*releases: ListRelease) -> tuple[Difference, ...]:
    return overseeing(*releases).differences()


def told(*releases: ListRelease) -> list[tuple[str, str, str | None, str | None]]:
    return [(d.kind.value, d.field, d.un, d.national) for d in found(*releases)]


def test_what_the_un_entry_has_and_the_national_one_lacks_and_the_reverse():
    listed = un("2024-01-01", un_party(more=ALIAS + BIRTH))
    national = eu("2024-05-13", eu_party(inside=alias("Mirzan the Elder", number=2)))
    other = eu("2024-05-13", eu_party(inside=alias("Mirzan the Elder", number=2)), SOMEBODY)
    names = [
        ("lacks", "alias", "Abu Ostan", None),
        ("has_more", "alias", None, "Mirzan the Elder"),
    ]
    assert told(listed, other) == [names[0], ("lacks", "birth", "1980-05-01", None), names[1]]
    # A list that tells of nobody's birth does not lack this one's.
    assert told(listed, national) == names


@pytest.mark.parametrize(
    "name",
    ["ZARMAST TOLWAK", "Tolwak, Zarmast", "Zarmast  Tolwak", "Zarmast Tolvak", "TOLWAK ZARMAST"],
)
def test_case_white_space_order_and_romanisation_are_no_difference(name: str):
    assert told(un("2024-01-01", un_party()), eu("2024-05-13", eu_party(name=name))) == []


def test_births_with_a_day_in_common_and_scripts_that_one_side_never_writes_are_none_either():
    listed = un("2024-01-01", un_party(more=BIRTH + NAME_IN_SCRIPT))
    year = '<birthdate year="1980" calendarType="GREGORIAN" circa="true"/>'
    assert told(listed, eu("2024-05-13", eu_party(inside=year))) == []
    other = eu("2024-05-13", eu_party(inside=born("1970-01-01")))
    assert [row[0] for row in told(listed, other)] == ["lacks", "has_more"]


def test_an_amendment_that_was_not_followed_tells_since_when():
    releases = (
        un("2022-01-01", un_party()),
        un("2023-01-01", un_party(more=ALIAS)),
        eu("2024-05-13", eu_party()),
    )
    [one] = found(*releases)
    assert (one.kind, one.field, one.un) == (DifferenceKind.NOT_FOLLOWED, "alias", "Abu Ostan")
    assert one.since is not None
    assert one.since.stated == "between un@2022-01-01 and un@2023-01-01"
    # From the end of 1 January in New York to the beginning of 13 May in Brussels.
    assert one.for_at_least == timedelta(days=496, hours=17)
    assert [proof.title for proof in one.proofs] == ["un@2023-01-01", "eu@2024-05-13"]


def test_what_the_un_took_out_and_the_state_still_has_was_not_followed_either():
    national = eu("2024-05-13", eu_party(inside=alias("Abu Ostan", number=2)))
    [one] = found(un("2022-01-01", un_party(more=ALIAS)), un("2023-01-01", un_party()), national)
    assert (one.kind, one.un, one.national) == (DifferenceKind.NOT_FOLLOWED, None, "Abu Ostan")


def test_nobody_can_have_followed_what_came_after_the_newest_national_release():
    later = un("2025-01-01", un_party(more=ALIAS))
    assert told(un("2022-01-01", un_party()), later, eu("2024-05-13", eu_party())) == []


def still(day: str) -> Overseeing:
    other = un_party("QDi.902", "Sarband Noori")
    return overseeing(
        un("2022-01-01", un_party(), other), un("2023-01-01", other), eu(day, eu_party())
    )


def test_what_the_un_delisted_and_a_state_still_lists_tells_for_how_long():
    [one] = still("2024-05-13").differences("EU")
    assert (one.kind, one.field, one.national) == (
        DifferenceKind.STILL_LISTED,
        "entry",
        "Zarmast TOLWAK",
    )
    assert one.for_at_least == timedelta(days=496, hours=17)
    assert still("2022-06-01").differences() == ()
    assert still("2023-01-01").differences() == ()
