"""Australia's list, as a spreadsheet and as CSV; every party in it is invented."""

import csv
import io

import pytest

from sayso.errors import BadListRelease
from sayso.lists.autonomous.australia import AustraliaList
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.vocabulary import Measure
from tests.lists.build import original
from tests.lists.workbooks import workbook

TOP = (
    *("Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength"),
    *("Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information"),
    *("Listing Information", "IMO Number", "Committees", "Control Date"),
    *("Instrument of Designation", "Targeted Financial Sanction", "Travel Ban", "Arms Embargo"),
    "Maritime Restriction",
)
PERSON = {
    "Reference": "123",
    "Name of Individual or Entity": "Ilya  BAROSH",
    "Type": "Individual",
    "Name Type": "Primary Name",
    "Date of Birth": "13/06/1961, Approximately 1963",
    "Place of Birth": "a) Old Kandor b) Zarvan",
    "Citizenship": "Kandor; Zarvania",
    "Address": "a) 1 Quay, Kandor b) 2 Quay, Kandor",
    "Additional Information": "Heads the Kandor Front.",
    "Listing Information": "Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)",
    "Committees": "Autonomous (Kandor)",
    "Control Date": "4/09/2026",
    "Instrument of Designation": "Kandor Instrument 2001",
    "Targeted Financial Sanction": "1",
    "Travel Ban": "TRUE",
    "Arms Embargo": "0",
}
ALIAS = PERSON | {
    "Reference": "123a",
    "Name of Individual or Entity": "Abu Kandor",
    "Name Type": "Alias",
    "Alias Strength": "weak",
    "Additional Information": "Heads the Kandor Front.",
    "Place of Birth": "a) Old Kandor",
}
SCRIPT = PERSON | {
    "Reference": "123aa",
    "Name of Individual or Entity": "إيليا باروش",
    "Name Type": "Original Script",
}
SHIP = {
    "Reference": "9",
    "Name of Individual or Entity": "Kandor Star",
    "Type": "Vessel",
    "Name Type": "Primary Name",
    "IMO Number": "9000001",
    "Committees": "Autonomous (Vessels)",
    "Maritime Restriction": "1",
}


def as_csv(*rows: dict[str, str]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, TOP)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def read(content: bytes, published: str | None = "2026-03-01") -> ListRelease:
    return AustraliaList().read(original(content), published=published, repair=False)


def entry(*rows: dict[str, str]) -> ListEntry:
    [only] = read(as_csv(*rows)).entries
    return only


def test_the_rows_of_one_reference_are_the_names_of_one_party():
    person = entry(PERSON, ALIAS, SCRIPT)

    assert (person.id, person.schema) == ("au:123", "Person")
    told = [(n.text, n.kind, n.quality, n.script, n.note) for n in person.names]
    assert told == [
        ("Ilya BAROSH", "primary", None, "Latn", None),
        ("Abu Kandor", "aka", "weak", "Latn", "123a"),
        ("إيليا باروش", "original", None, "Arab", "123aa"),
    ]
    assert person.questions == ()


def test_every_column_finds_its_field():
    person = entry(PERSON, ALIAS)

    assert [(b.start, b.end, b.approximate) for b in person.births] == [
        ("1961-06-13", "1961-06-13", False),
        ("1963-01-01", "1963-12-31", True),
    ]
    assert [p.city for p in person.birth_places] == ["Old Kandor", "Zarvan"]
    assert person.nationalities == ("Kandor", "Zarvania")
    assert [a.street for a in person.addresses] == ["1 Quay, Kandor", "2 Quay, Kandor"]
    assert person.regimes == ("Autonomous (Kandor)",)
    assert person.measures == (Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN)
    assert person.remarks == (
        "Heads the Kandor Front.\nListed on 25 Jan. 2001 (amended on 3 Sep. 2003)"
    )
    assert [act.title for act in person.acts] == ["Kandor Instrument 2001"]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)", "2001-01-25"),
        ("2 March 2012", "2012-03-02"),
        ("2012-03-02", "2012-03-02"),
        ("Kandor List 2001 (updated on 5 Aug. 2004)", None),
        ("Kandor Instrument 2001", None),
    ],
)
def test_the_day_of_listing_is_the_one_that_the_words_state(told: str, day: str | None):
    assert entry(PERSON | {"Listing Information": told}).listed_on == day


def test_the_control_date_is_when_the_entry_was_edited_and_never_when_it_was_listed():
    person = entry(PERSON | {"Listing Information": ""})
    assert (person.listed_on, person.amended_on) == (None, ("2026-09-04",))


def test_a_ship_has_its_number_and_what_else_the_list_says_is_kept():
    ship = entry(SHIP)
    assert ship.craft is not None
    assert (ship.schema, ship.craft.imo) == ("Vessel", "9000001")
    assert (ship.extras, ship.questions) == ((("maritime restriction", "1"),), ())


def test_what_is_odd_is_kept_and_asked_about():
    odd = PERSON | {
        "Type": "",
        "Name Type": "Nickname",
        "Date of Birth": "10/061962",
        "Travel Ban": "perhaps",
        "Control Date": "soon",
        "IMO Number": "12",
    }
    told = entry(odd | {"Type": "Creature"})
    assert told.schema == "LegalEntity"
    assert entry(odd | {"Type": "Individual"}).questions == (
        "no such type of a name: 'Nickname'",
        "a date of birth only in words: '10/061962'",
        "neither yes nor no: 'perhaps'",
        "no such date: 'soon'",
        "no IMO number of this party: '12'",
    )


def test_a_reference_used_for_two_parties_is_asked_about():
    other = PERSON | {"Name of Individual or Entity": "Someone Else"}
    assert entry(PERSON, other).questions == ("more than one primary name: 'Someone Else'",)


def test_two_parties_under_one_reference_that_stand_apart_are_never_made_one():
    other = PERSON | {"Name of Individual or Entity": "Someone Else", "Date of Birth": "1980"}
    late = ALIAS | {"Reference": "123b", "Name of Individual or Entity": "Late Alias"}

    release = read(as_csv(PERSON, ALIAS, SHIP, other, SHIP | {"Reference": "10"}, late))

    told = {e.reference: [name.text for name in e.names] for e in release.entries}
    assert told == {
        "10": ["Kandor Star"],
        "123": ["Ilya BAROSH", "Abu Kandor", "Late Alias"],
        "123-2": ["Someone Else"],
        "9": ["Kandor Star"],
    }
    assert any(remark.endswith("the others are kept as 123-2") for remark in release.remarks)
    [again] = read(as_csv(SHIP, SHIP | {"Reference": "9a"}, SHIP)).entries
    assert again.reference == "9"


def test_former_names_are_told_in_the_lists_own_words():
    former = [ALIAS | {"Name Type": told} for told in ("Formerly known as", "Previously listed as")]
    names = entry(PERSON | {"Name Type": "Primary"}, *former).names
    assert [name.kind for name in names] == ["primary", "fka"]


def test_the_spreadsheet_gives_the_same_and_its_own_date():
    rows = [[row.get(heading) or None for heading in TOP] for row in (PERSON, ALIAS, SCRIPT, SHIP)]
    rows[0][5] = (22445, 1)  # the thirteenth of June 1961, as a spreadsheet counts
    core = "<c><modified>2026-03-01T05:37:12Z</modified></c>"
    whole = workbook([TOP, *rows], **{"docProps__core.xml": core})

    release = read(whole, published=None)

    assert (release.id, release.generated) == ("au@2026-03-01", "2026-03-01T05:37:12Z")
    [person, ship] = release.entries
    assert person.births[0].start == "1961-06-13"
    assert (person.names, ship) == (
        entry(PERSON, ALIAS, SCRIPT).names,
        entry(SHIP),
    )


def test_the_older_layout_without_its_newer_columns_is_read():
    few = ("Reference", "Name of Individual or Entity", "Type", "Name Type", "Citizenship")
    line = ",".join(PERSON[heading] for heading in few)
    [person] = read(f"{','.join(few)}\n{line}\n".encode()).entries
    assert (person.name, person.nationalities) == ("Ilya BAROSH", ("Kandor", "Zarvania"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (as_csv(), "no entries"),
        (as_csv(PERSON, PERSON | {"Reference": ""}), "row 3: no reference"),
        (as_csv(PERSON | {"Name of Individual or Entity": " "}), r"row 2 \(123\): no name"),
        (b"Reference,Name\n1,ZARVAN", "no header with the columns"),
        (b"<data-set/>", "Canada's consolidated list .*, not au"),
    ],
)
def test_what_is_no_whole_list_is_refused_in_words(content: bytes, reason: str):
    with pytest.raises(BadListRelease, match=reason):
        read(content)


def test_a_table_without_a_date_asks_for_one():
    with pytest.raises(BadListRelease, match="give --published DATE"):
        read(as_csv(PERSON), published=None)
