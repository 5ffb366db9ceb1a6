"""Every field of a UK party comes into the entry. All parties are invented."""

import pytest

from sayso.lists.uk.party import numbered
from sayso.model.lists import EntryLink, ListedAddress, ListedCraft, ListedDocument, ListedName
from sayso.model.vocabulary import Measure
from tests.lists.uk.build import ofsi_entry, uk_entry


def test_the_primary_name_comes_first_and_the_others_keep_quality_and_kind():
    entry = uk_entry(
        {"Name type": "ALias", "Alias strength": "Low quality a.k.a", "Name 1": "Zed"},
        {"Name type": "Primary name", "Name 2": "Khan"},
        {"Name type": "Primary Name Variation", "Alias strength": "Good quality a.k.a"},
        {
            "Name 6": "",
            "Name 1": "",
            "Name non-latin script": "زرمست",
            "Non-latin script language": "Pashto",
        },
        {"Name type": "Primary name", "Name 1": "Zarmas"},
    )

    assert entry.names == (
        ListedName(
            text="Zarmast Khan TOLWAK",
            kind="primary",
            script="Latn",
            parts=("Zarmast", "Khan", "TOLWAK"),
        ),
        ListedName(
            text="Zed TOLWAK", kind="aka", quality="weak", script="Latn", parts=("Zed", "TOLWAK")
        ),
        ListedName(
            text="Zarmast TOLWAK",
            kind="aka",
            quality="strong",
            script="Latn",
            note="primary name variation",
            parts=("Zarmast", "TOLWAK"),
        ),
        ListedName(
            text="Zarmas TOLWAK",
            kind="aka",
            script="Latn",
            note="primary name",
            parts=("Zarmas", "TOLWAK"),
        ),
        ListedName(text="زرمست", kind="original", script="Arab", language="Pashto"),
    )


def test_without_a_primary_name_the_first_is_taken_and_unknown_types_are_asked_about():
    entry = uk_entry({"Name type": "Nickname", "Alias strength": "Fair"}, {"Name type": "Nickname"})

    assert (entry.names[0].kind, entry.name) == ("primary", "Zarmast TOLWAK")
    assert entry.questions[:2] == (
        "no such type of name: 'Nickname'",
        "no such quality of an alias: 'Fair'",
    )


def test_about_a_year_is_approximate_and_words_are_asked_about():
    entry = ofsi_entry({"DOB": "(1) circa 1960. (2) in spring"})

    assert [(b.start, b.approximate) for b in entry.births] == [("1960-01-01", True), (None, False)]
    assert "a date of birth that cannot be read: 'in spring'" in entry.questions


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("(1) Kotwal. (2) Zarvan.", ("Kotwal", "Zarvan")),
        ("Kotwal (2) ", ("Kotwal (2)",)),
        ("(1) +00 (9) 1 (2) +00 2", ("+00 (9) 1", "+00 2")),
        ("(1) (2)", ()),
        (" \n", ()),
    ],
)
def test_numbered_answers_are_several(text: str, parts: tuple[str, ...]):
    assert numbered(text) == parts


def test_what_belongs_together_stays_together():
    entry = ofsi_entry(
        {
            "Town of Birth": "(1) Zarvan (2) Kotwal",
            "Country of Birth": "Zarland",
            "Passport Number": "(1) Z1 (2) Z2",
            "Passport Details": "(1) expired (2) issued in Zarvan",
            "National Identification Number": "(1) N1 (2) N2",
            "National Identification Details": "(1) a (2) b (3) c",
        }
    )

    assert [(p.city, p.country) for p in entry.birth_places] == [
        ("Zarvan", "Zarland"),
        ("Kotwal", "Zarland"),
    ]
    assert entry.documents == (
        ListedDocument(type="Passport", number="Z1", note="expired"),
        ListedDocument(type="Passport", number="Z2", note="issued in Zarvan"),
        ListedDocument(
            type="National identification number", number="(1) N1 (2) N2", note="(1) a (2) b (3) c"
        ),
    )


def test_addresses_of_all_rows_are_kept_once_each():
    here = {"Address 1": "1 Harbour Road", "Address 6": "Zarvan", "Country": "Zarland"}
    entry = ofsi_entry(here, {"Name 1": "Zed"} | here, {"Post/Zip Code": "Z1 1"})

    assert entry.addresses == (
        ListedAddress(street="1 Harbour Road, Zarvan", country="Zarland"),
        ListedAddress(zip_code="Z1 1"),
    )


def test_fields_inside_other_information_are_found_and_the_text_stays_whole():
    told = (
        "(UK Sanctions List Ref):ZAR0001 and KAN0002. (UN Ref):ZAi.901. Involved in trade (with "
        "Zarvan). (Gender):Male (Phone number):(1) +00 1 (2) +00 2. (Website):zarvan.example"
    )
    entry = ofsi_entry({"Other Information": told, "Alias Type": "AKA"})

    assert (entry.un_references, entry.gender) == (("ZAi.901",), "Male")
    assert entry.contacts == ("Phone: +00 1", "Phone: +00 2", "zarvan.example")
    assert ("Reference in the other UK list", "ZAR0001 and KAN0002") in entry.extras
    assert (entry.remarks, entry.questions) == (told, ())


def test_dates_regimes_and_sanctions_are_those_of_the_listing():
    entry = uk_entry(
        {
            "Date Designated": "25/01/2001",
            "Last Updated": "04/08/2026",
            "Regime Name": "The Zarland (Sanctions) Regulations 2020",
            "Sanctions Imposed": "Asset freeze|Targeted arms embargo|Deflag",
            "Designation source": "UK|UN",
            "UK Statement of Reasons": "Said to be close to the Kandor Front.",
            "Other Information": "Born in Zarvan.",
        },
        {"Name 1": "Zed", "Last Updated": "03/08/2026", "Date Designated": "soon"},
    )

    assert (entry.listed_on, entry.amended_on) == ("2001-01-25", ("2026-08-03", "2026-08-04"))
    assert entry.regimes == ("The Zarland (Sanctions) Regulations 2020",)
    assert entry.measures == (Measure.ASSETS_FREEZE, Measure.ARMS_EMBARGO)
    assert ("Sanctions imposed", "Asset freeze|Targeted arms embargo|Deflag") in entry.extras
    assert (entry.remarks or "").split("\n") == [
        "Born in Zarvan.",
        "UK statement of reasons: Said to be close to the Kandor Front.",
    ]
    assert "no such date: 'soon'" in entry.questions


def test_a_ship_has_its_number_flag_and_owners():
    entry = uk_entry(
        {
            "Designation Type": "Ship",
            "IMO number": "IMO9074729",
            "Current owner/operator (s)": "Zarvan Shipping",
            "Previous owner/operator (s)": "Kandor Lines",
            "Current believed flag of ship": "Zarland",
            "Previous flags": "(1) Kandor (2) Kotwal",
            "Type of ship": "Bulk Carrier",
            "Tonnage of ship": "7078",
            "Year Built": "2010",
            "Length of ship": "134.5",
        },
        {"Name 1": "Zed", "IMO number": "IMO1234"},
    )

    assert entry.schema == "Vessel"
    assert entry.craft == ListedCraft(
        type="Bulk Carrier",
        flag="Zarland",
        former_flags=("Kandor", "Kotwal"),
        imo="9074729",
        tonnage="7078",
        owner="Zarvan Shipping",
        built="2010",
    )
    assert entry.links == (
        EntryLink(relation="Current owner/operator", name="Zarvan Shipping"),
        EntryLink(relation="Previous owner/operator", name="Kandor Lines"),
    )
    assert ("Length of ship", "134.5") in entry.extras
    assert entry.questions == ("not the IMO number of a ship: 'IMO1234'",)
    assert entry.documents == (ListedDocument(type="IMO number", number="IMO1234"),)


def test_a_company_has_its_registrations_and_ties():
    entry = uk_entry(
        {
            "Designation Type": "Entity",
            "Business registration number (s)": "Company no. 901",
            "Parent company": "Kandor Holding",
            "Subsidiaries": "(1) Zarvan North (2) Zarvan South",
            "Type of entity": "Oil trading company",
            "Email address": "office@zarvan.example",
        }
    )

    assert (entry.schema, entry.craft) == ("Organization", None)
    assert entry.documents == (
        ListedDocument(type="Business registration number", number="Company no. 901"),
    )
    assert [(link.relation, link.name) for link in entry.links] == [
        ("Parent company", "Kandor Holding"),
        ("Subsidiary", "Zarvan North"),
        ("Subsidiary", "Zarvan South"),
    ]
    assert ("Type of entity", "Oil trading company") in entry.extras
    assert entry.contacts == ("office@zarvan.example",)


def test_a_type_that_the_list_is_not_known_to_have_is_asked_about():
    entry = ofsi_entry({"Group Type": "Aircraft", "Alias Type": "FKA"})

    assert (entry.schema, entry.names[0].kind) == ("LegalEntity", "primary")
    assert entry.questions == ("not one known type of party: Aircraft",)
