"""A release of either UK list is read whole, or refused by name. All parties are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadListRelease
from sayso.model.vocabulary import Measure
from tests.lists.eu.build import alias, eu_list, party
from tests.lists.uk.build import (
    PERSON,
    conlist,
    conlist_xml,
    designation,
    leaf,
    read_ofsi,
    read_uk,
    uksl,
    xml_list,
)


def test_the_rows_of_a_group_are_one_entry_of_ofsis_list():
    release = read_ofsi(
        conlist({"Alias Type": "Primary name"}, {"Group ID": "77"}, {"Name 1": "Zarmas"})
    )

    assert (release.id, release.generated) == ("uk-ofsi@2025-06-03", "03/06/2025")
    assert [(e.id, len(e.names)) for e in release.entries] == [
        ("uk-ofsi:77", 1),
        ("uk-ofsi:901", 2),
    ]
    assert release.entries[0].measures == (Measure.ASSETS_FREEZE,)


def test_the_csv_and_the_xml_of_the_uk_sanctions_list_give_the_same_entry():
    row = {
        "Unique ID": "ZAR0001",
        "Name type": "Primary Name",
        "Designation Type": "Individual",
        "D.O.B": "dd/mm/1965",
        "Sanctions Imposed": "Asset freeze|Travel Ban",
        "UN Reference Number": "ZAi.901",
        "Address Line 6": "Zarvan",
        "Address Country": "Zarland",
        "Date Designated": "25/01/2001",
    }
    person = f"<Individual><DOBs>{leaf(DOB='dd/mm/1965')}</DOBs></Individual>"
    told = designation(
        leaf(
            SanctionsImposed="Asset freeze|Travel Ban",
            UNReferenceNumber="ZAi.901",
            DateDesignated="25/01/2001",
        ),
        "<SanctionsImposedIndicators><TravelBan>true</TravelBan><Deflag>false</Deflag>"
        "</SanctionsImposedIndicators><NonLatinNames /><UKStatementofReasons>\n"
        "</UKStatementofReasons>",
        f"<Addresses><Address>{leaf(AddressLine6='Zarvan', AddressCountry='Zarland')}</Address>"
        f"</Addresses><IndividualDetails>{person}</IndividualDetails>",
    )

    from_csv, from_xml = read_uk(uksl(row)), read_uk(xml_list(told))

    assert (from_csv.id, from_xml.id) == ("uk@2026-02-13", "uk@2026-09-10")
    assert from_csv.entries == from_xml.entries
    assert from_csv.entries[0].measures == (Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN)


def test_ofsis_xml_says_the_same_as_its_csv():
    rows = (
        {
            "Alias Type": "Primary name",
            "DOB": "00/05/1963",
            "Town of Birth": "Kotwal",
            "Nationality": "Zarvania",
            "Passport Number": "Z901",
            "Address 1": "1 Quay",
            "Post/Zip Code": "901",
            "Other Information": "(UK Sanctions List Ref):ZAR0001. Leads the Kandor Front.",
            "Regime": "Kandor",
            "Listed On": "03/06/2024",
            "Last Updated": "04/06/2024",
        },
        {"Name 6": "KANDOR", "Name 1": "Abu", "Alias Type": "AKA", "Alias Quality": "Low"},
    )
    tags = {
        "Alias Type": "AliasType",
        "Alias Quality": "AliasQuality",
        "DOB": "Individual_DateOfBirth",
        "Town of Birth": "Individual_TownOfBirth",
        "Nationality": "Individual_Nationality",
        "Passport Number": "Individual_PassportNumber",
        "Address 1": "Address1",
        "Post/Zip Code": "PostCode",
        "Other Information": "OtherInformation",
        "Regime": "RegimeName",
        "Listed On": "DateListed",
        "Last Updated": "LastUpdated",
        "Group Type": "GroupTypeDescription",
        "Group ID": "GroupID",
        "Name 1": "name1",
        "Name 6": "Name6",
    }
    days = {"03/06/2024": "2024-06-03T00:00:00", "04/06/2024": "2024-06-04T00:00:00"}
    targets = ({tags[k]: days.get(v, v) for k, v in (PERSON | row).items()} for row in rows)

    from_xml = read_ofsi(conlist_xml(*targets), published="2025-06-03")

    assert from_xml.entries == read_ofsi(conlist(*rows)).entries
    assert from_xml.entries[0].questions == ()
    with pytest.raises(BadListRelease, match="states no date"):
        read_ofsi(conlist_xml({"GroupID": "1", "Name6": "ZARVAN"}))
    with pytest.raises(BadListRelease, match="line 1: no reference"):
        read_ofsi(conlist_xml({"Name6": "ZARVAN"}), published="2025-06-03")


def test_designations_of_one_reference_are_merged_with_a_remark():
    second = designation(f"<Titles>{leaf(Title='Dr')}</Titles>")

    release = read_uk(xml_list(designation(), second))

    assert [(e.reference, e.titles) for e in release.entries] == [("ZAR0001", ("Dr",))]
    assert release.remarks == ("designations that share a reference are merged: ZAR0001",)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no header with the columns name 1"),
        (uksl(), "no entries"),
        (uksl({}, first=""), "states no date"),
        (uksl({"Unique ID": ""}), r"UK\.file, line 3: no reference"),
        (uksl({"Name 6": "", "Name 1": ""}), "entry ZAR0001: no name"),
        (uksl({}) + "01/02/2026,ZAR0002,cut", "line 4: 3 cells under 58 columns"),
        (uksl({}) + 'x,"never closed', "line 4: not well-formed"),
        (uksl({}).replace("Name 5", "Name 4"), "two columns are called 'Name 4'"),
        (xml_list(), "no entries"),
        (xml_list(designation())[:-20], "not well-formed"),
        (xml_list(designation(reference="")), "designation 1: no reference"),
        (xml_list(designation(), "<Ship/>"), "<Ship> is no part of the list"),
        (xml_list(designation(), generated=""), "states no date"),
        ("<roster/>", "its root is <roster>"),
        (conlist({}), "it seems to be the UK's consolidated list of OFSI, not uk; add it as uk-"),
        (eu_list(party(alias("A"))), "the EU's consolidated list .*, not uk; add it as eu"),
    ],
)
def test_what_is_no_uk_sanctions_list_is_refused_in_words(content: str, told: str):
    with pytest.raises(BadListRelease, match=told):
        read_uk(content)


def test_the_uk_sanctions_list_is_no_consolidated_list():
    with pytest.raises(BadListRelease, match="the UK Sanctions List, not uk-ofsi; add it as uk"):
        read_ofsi(uksl({}))


def test_an_xml_that_defines_entities_is_refused():
    bomb = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

    with pytest.raises(BadListRelease, match="defines entities"):
        read_uk(xml_list(designation()).replace("?>", "?>" + bomb, 1))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_csv_may_have_a_byte_order_mark(encoding: str):
    content = conlist({"Name Non-Latin Script": "زرمست"}).encode(encoding)

    assert [n.text for n in read_ofsi(content).entries[0].names] == ["Zarmast TOLWAK", "زرمست"]


def test_a_csv_that_is_not_utf8_is_refused_at_its_line_and_marked_when_repaired():
    content = conlist({"Name 1": "Zármast"}).encode("cp1252")

    with pytest.raises(BadListRelease, match=r"ConList\.csv, line 3: not UTF-8; .* --repair"):
        read_ofsi(content)
    release = read_ofsi(content, repair=True)

    assert release.entries[0].name == "Zármast TOLWAK"
    assert "Windows-1252" in release.remarks[0]


def test_characters_that_no_text_has_are_dropped_and_counted_when_asked():
    content = conlist({"Name 1": "Zar\x00mast\x07"}) + "\x1a"

    with pytest.raises(BadListRelease, match="2 characters that no text has"):
        read_ofsi(content)
    release = read_ofsi(content, repair=True)

    assert (release.entries[0].name, release.repaired) == ("Zarmast TOLWAK", 2)


def test_columns_that_we_do_not_know_are_kept_and_asked_about():
    content = uksl({"Website": "43"}).replace("Website", "Shoe size")

    [entry] = read_uk(content).entries

    assert ("Shoe size", "43") in entry.extras
    assert "no such field: Shoe size: '43'" in entry.questions


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_readers_otherwise_than_by_a_refusal(noise: bytes):
    for content in (uksl({}), xml_list(designation())):
        for repair in (False, True):
            try:
                release = read_uk(content.encode().replace(b"Zarmast", noise), repair=repair)
            except BadListRelease:
                continue
            assert release.entries
