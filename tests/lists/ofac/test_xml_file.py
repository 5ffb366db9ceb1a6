"""OFAC's XML says the same as its CSV set. All parties are invented."""

import pytest

from sayso.errors import BadListRelease
from sayso.model.lists import EntryLink, ListedAddress, ListedDocument, ListEntry
from tests.lists.ofac.build import entry_with, read_files, xml_entry, xml_id, xml_list

PERSON = "<firstName>Zarmast</firstName><lastName>TOLWAK</lastName>"


def read_entry(**parts: str) -> ListEntry:
    [entry] = read_files({"sdn.xml": xml_list(xml_entry(**parts))}, published=None).entries
    return entry


def test_every_field_is_kept():
    entry = read_entry(
        name=PERSON,
        kind="Individual",
        more=(
            "<title>Commander; Treasurer</title><remarks>wife of Gul Sarband; "
            "(Linked To: KANDOR FRONT (KF); Linked To: ZARVAN SHIPPING S.A.)</remarks><idList>"
            + xml_id("Gender", "Female")
            + xml_id("Passport", "KF77", "<idCountry>Iran</idCountry>")
            + xml_id("Secondary sanctions risk:", "section 1(b)")
            + xml_id("Kandor Fishing Permit", "9")
            + "</idList><akaList><aka><uid>1</uid><type>n.k.a.</type><category>weak</category>"
            "<lastName>TOLWAK, Z.</lastName></aka></akaList><addressList><address><uid>2</uid>"
            "<address1>1 Quay</address1><address2>2nd Floor</address2><city>Ostan</city>"
            "<stateOrProvince>Kunar</stateOrProvince><postalCode>1001</postalCode>"
            "<country>Afghanistan</country></address></addressList>"
            "<dateOfBirthList><dateOfBirthItem><uid>3</uid><dateOfBirth>1970</dateOfBirth>"
            "<mainEntry>false</mainEntry></dateOfBirthItem><dateOfBirthItem><uid>4</uid>"
            "<dateOfBirth>19 Nov 1971</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>"
            "</dateOfBirthList><citizenshipList><citizenship><uid>5</uid><country>Iran</country>"
            "<mainEntry>true</mainEntry></citizenship></citizenshipList>"
        ),
    )

    assert (entry.name, entry.names[0].parts) == ("TOLWAK, Zarmast", ("TOLWAK", "Zarmast"))
    assert (entry.names[1].kind, entry.names[1].quality) == ("aka", "weak")
    assert entry.designations == ("Commander", "Treasurer")
    assert [birth.start for birth in entry.births] == ["1971-11-19", "1970-01-01"]
    assert (entry.gender, entry.nationalities, entry.regimes) == (
        "Female",
        ("Iran",),
        ("SDGT", "IFSR"),
    )
    assert entry.documents == (
        ListedDocument(type="Passport", number="KF77", issuing_country="Iran"),
        ListedDocument(type="Kandor Fishing Permit", number="9"),
    )
    assert entry.addresses == (
        ListedAddress(
            street="1 Quay, 2nd Floor",
            city="Ostan",
            state_province="Kunar",
            zip_code="1001",
            country="Afghanistan",
        ),
    )
    assert entry.extras == (
        ("Citizenship", "Iran"),
        ("Secondary sanctions risk", "section 1(b)"),
    )
    assert entry.links == (
        EntryLink(relation="Linked To", name="KANDOR FRONT (KF)"),
        EntryLink(relation="Linked To", name="ZARVAN SHIPPING S.A."),
    )
    assert entry.questions == ()


def test_both_formats_make_the_same_of_a_ship():
    numbers = xml_id("Vessel Registration Identification", "IMO 1234567") + xml_id(
        "Former Vessel Flag", "Malta"
    )
    entry = read_entry(
        name="<lastName>KANDOR STAR</lastName>", kind="Vessel", more=f"<idList>{numbers}</idList>"
    )
    other = entry_with(
        "Vessel Registration Identification IMO 1234567; Former Vessel Flag Malta.",
        kind="vessel",
        name="KANDOR STAR",
    )
    assert (entry.schema, entry.craft) == (other.schema, other.craft)


def test_what_the_list_is_not_known_to_hold_is_kept_and_asked_about():
    entry = read_entry(
        kind="Satellite",
        more="<orbit><height>400 km</height></orbit><idList><id><colour>red</colour></id></idList>",
    )
    assert entry.schema == "LegalEntity"
    assert {("orbit", "400 km"), ("colour", "red")} <= set(entry.extras)
    assert {"no such field: orbit", "no such field: colour"} <= set(entry.questions)
    assert "no such type of entry: 'Satellite'" in entry.questions


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (xml_list(xml_entry(), count=2), r"1 entries, and it says that it has 2"),
        (xml_list(xml_entry("")), r"entry 1: no entry number"),
        (xml_list(xml_entry(name="<lastName> </lastName>")), r"entry 1 \(901\): no name"),
        (xml_list(xml_entry(), xml_entry()), r"entry 901 is there twice"),
        (xml_list(), r"no entries"),
        (xml_list(xml_entry())[:-30], r"line 1, column \d+: not well-formed"),
        ("<CONSOLIDATED_LIST/>", r"the UN Consolidated List, not ofac; add it as un"),
        ("<roster/>", r"not a list of OFAC, its root is <roster>"),
        (xml_list(xml_entry(), published="yesterday"), r"states no date"),
        (
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sdnList>&b;</sdnList>',
            r"refused, it defines entities",
        ),
        ("<sdnList>" + "<sdnEntry>" * 100_000, r"not well-formed"),
    ],
    ids=lambda value: value[:20],
)
def test_a_file_that_is_not_whole_or_hostile_is_refused(content: str, told: str):
    with pytest.raises(BadListRelease, match=told):
        read_files({"sdn.xml": content}, published=None)


def test_a_character_that_xml_forbids_is_dropped_only_where_asked_for():
    content = xml_list(xml_entry(name="<lastName>KANDOR\x02 FRONT</lastName>"))
    with pytest.raises(BadListRelease, match="--repair"):
        read_files({"sdn.xml": content})
    release = read_files({"sdn.xml": content}, repair=True)
    assert (release.repaired, release.entries[0].name) == (1, "KANDOR FRONT")
