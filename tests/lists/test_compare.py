"""What changed between two releases is keyed by reference and classed by what it means."""

from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.lists.compare import compare
from sayso.model.lists import ListChange, ListedName, ListEntry, ListRelease
from sayso.model.vocabulary import ListChangeKind
from tests.lists.build import individual, read, un_list
from tests.lists.ofac.build import entry_with

ADDED, REMOVED, REAPPEARED = (
    ListChangeKind.ADDED,
    ListChangeKind.REMOVED,
    ListChangeKind.REAPPEARED,
)
SUBSTANTIVE, EDITORIAL, FORMATTING = (
    ListChangeKind.AMENDED_SUBSTANTIVE,
    ListChangeKind.AMENDED_EDITORIAL,
    ListChangeKind.AMENDED_FORMATTING,
)


def changes_between(old: ListRelease, new: ListRelease) -> dict[str, ListChangeKind]:
    return {change.reference: change.change for change in compare(old, new)}


def release_of(*entries: ListEntry) -> ListRelease:
    base = read(un_list(individual()))
    return replace(base, entries=tuple(entries))


def amended(**fields: object) -> ListChange:
    """Give the one change that these fields make to an invented entry."""
    [entry] = read(
        un_list(individual(more="<COMMENTS1>Seen in Kotwal, as at 2019.</COMMENTS1>"))
    ).entries
    [change] = compare(release_of(entry), release_of(replace(entry, **fields)))
    return change


def test_a_release_does_not_differ_from_itself(older: ListRelease, newer: ListRelease):
    assert (compare(older, older), compare(newer, newer)) == ((), ())


def test_real_releases_differ_in_what_was_added_removed_and_amended(
    older: ListRelease, newer: ListRelease
):
    assert changes_between(older, newer) == {
        "HTi.001": EDITORIAL,
        "IQi.074": REMOVED,
        "IRi.016": ADDED,
        "QDi.338": SUBSTANTIVE,
        "SDi.007": ADDED,
    }


def test_changes_are_ordered_by_reference_and_name_the_party(
    older: ListRelease, newer: ListRelease
):
    changes = compare(older, newer)

    assert [c.reference for c in changes] == sorted(c.reference for c in changes)
    assert changes[1].name == "MUNIR AL QUBAYSI"
    assert changes[1].fields == ()


def test_an_entry_that_was_listed_before_reappears(older: ListRelease, newer: ListRelease):
    changes = compare(older, newer, earlier=frozenset({"SDi.007"}))

    assert {c.reference: c.change for c in changes}["SDi.007"] is REAPPEARED


def test_white_space_case_and_punctuation_are_formatting():
    change = amended(remarks="Seen in  Kotwal —\nas at 2019", names=(_named("ZARMAST TOLWAK."),))

    assert change.change is FORMATTING
    assert [field.field for field in change.fields] == ["names", "remarks"]


def test_an_order_alone_is_formatting():
    entry = replace(read(un_list(individual())).entries[0], nationalities=("Afghanistan", "Yemen"))
    turned = replace(entry, nationalities=("Yemen", "Afghanistan"))

    [change] = compare(release_of(entry), release_of(turned))

    assert change.change is FORMATTING


@pytest.mark.parametrize(
    "added",
    [
        " Review pursuant to Security Council resolution 2610 (2021) was concluded on 8 Nov. 2022.",
        " INTERPOL-UN Security Council Special Notice web link: https://www.interpol.int/x",
        " Photo available for inclusion in the INTERPOL-UN Security Council Special Notice.",
        " He was there again.",
    ],
)
def test_boilerplate_and_wording_in_remarks_are_editorial(added: str):
    change = amended(remarks="Seen in Kotwal, as at 2019." + added, amended_on=("2022-11-08",))

    assert change.change is EDITORIAL


@pytest.mark.parametrize(
    "remarks",
    [
        "Seen in Kotwal, as at 2021.",
        "Seen in Kotwal, as at 2019. Reportedly deceased.",
        "Seen in Sahra, as at 2019.",
        "Seen in Kotwal, as at 2019. Associated with Lashkar-e Sahra (QDe.901).",
        None,
    ],
)
def test_a_figure_a_name_or_a_standing_in_remarks_is_substance(remarks: str | None):
    assert amended(remarks=remarks).change is SUBSTANTIVE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("nationalities", ("Yemen",)),
        ("listed_on", "2021-01-02"),
        ("measures", ()),
        ("gender", "Female"),
        ("designations", ("Judge",)),
    ],
)
def test_what_identifies_or_binds_is_substance(field: str, value: object):
    change = amended(**{field: value})

    assert (change.change, [f.field for f in change.fields]) == (SUBSTANTIVE, [field])


def test_a_field_tells_what_it_was_and_is():
    [field] = amended(gender="Male").fields

    assert (field.old, field.new) == (None, "Male")


def test_the_gravest_field_decides():
    change = amended(amended_on=("2022-11-08",), gender="Male")

    assert {f.change for f in change.fields} == {EDITORIAL, SUBSTANTIVE}
    assert change.change is SUBSTANTIVE


def test_releases_of_two_authorities_are_not_compared(newer: ListRelease):
    with pytest.raises(BadInput, match="two lists"):
        compare(newer, replace(newer, authority="eu"))


def _named(text: str) -> ListedName:
    [entry] = read(un_list(individual())).entries
    return replace(entry.names[0], text=text)


def change_of_remarks(old: str, new: str) -> ListChange:
    """Give the change between two remarks of an invented party, as OFAC's CSV has them."""
    was, now = entry_with(old), entry_with(new)
    [change] = compare(release_of(was), release_of(now))
    return change


@pytest.mark.parametrize(
    ("old", "new", "kind", "fields"),
    [
        ("Gender Male; all offices.", "all offices; Gender Male.", FORMATTING, ["remarks"]),
        ("all offices.", "All Offices", FORMATTING, ["remarks"]),
        ("all offices.", "all of its offices.", EDITORIAL, ["remarks"]),
        (
            "For more information on directives, please visit the following link: http://a.example",
            "For more information on directives, please visit the following link: http://b.example",
            EDITORIAL,
            ["remarks"],
        ),
        ("DOB 1970.", "DOB 19 Nov 1970.", SUBSTANTIVE, ["births", "remarks"]),
        ("Gender Male.", "Gender Male; a.k.a. 'Z'.", SUBSTANTIVE, ["names", "remarks"]),
        (
            "Gender Male.",
            "Gender Male; Secondary sanctions risk: section 1(b).",
            SUBSTANTIVE,
            ["remarks", "extras"],
        ),
        ("Linked To: KANDOR FRONT.", "Linked To: KANDOR ARMY.", SUBSTANTIVE, ["links", "remarks"]),
    ],
)
def test_a_change_of_ofacs_remarks_is_classed_by_what_they_state(
    old: str, new: str, kind: ListChangeKind, fields: list[str]
):
    change = change_of_remarks(old, new)
    assert (change.change, [field.field for field in change.fields]) == (kind, fields)


def test_an_extra_that_says_what_follows_from_a_listing_is_no_housekeeping():
    assert amended(extras=(("SORT_KEY", "7"),)).change == EDITORIAL
    assert amended(extras=(("Target Type", "Government Entity"),)).change == SUBSTANTIVE
