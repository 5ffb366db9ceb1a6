"""What OFAC's remarks state goes into the entry's fields, and the remarks stay as they are.

All parties are invented.
"""

import pytest

from sayso.model.lists import EntryLink, ListedAddress, ListedDocument, ListedWallet
from tests.lists.ofac.build import entry_with

REMARKS = (
    "DOB 19 Nov 1971; alt. DOB circa 1970; POB Ostan City, Kunar, Afghanistan; "
    "nationality Afghanistan; citizen Iran; alt. citizen Iraq; Gender Male; "
    "Secondary sanctions risk: section 1(b) of Executive Order 13224; "
    "Passport KF123456 (Korea, North) issued 31 Jul 2000 expires 2010; alt. Passport 77; "
    "Digital Currency Address - XBT 1ZarvanInventedAddress; Email Address z@zarvan.example; "
    "a.k.a. 'TOLWAK, Z.'; f.k.a. 'ZARMAST'; wife of Gul Sarband; "
    "Linked To: KANDOR FRONT (KF)-QODS WING; Linked To: ZARVAN SHIPPING CO., LTD."
)


def test_each_part_goes_into_its_field_and_the_whole_stays_as_it_is():
    entry = entry_with(REMARKS)

    assert entry.remarks == REMARKS
    assert [(b.start, b.end, b.approximate) for b in entry.births] == [
        ("1971-11-19", "1971-11-19", False),
        ("1970-01-01", "1970-12-31", True),
    ]
    assert entry.birth_places == (ListedAddress(city="Ostan City, Kunar", country="Afghanistan"),)
    assert entry.nationalities == ("Afghanistan", "Iran", "Iraq")
    assert entry.gender == "Male"
    assert entry.documents == (
        ListedDocument(
            type="Passport",
            number="KF123456",
            issuing_country="Korea, North",
            issued_on="2000-07-31",
            note="expires 2010",
        ),
        ListedDocument(type="Passport", number="77"),
    )
    assert entry.wallets == (ListedWallet(currency="XBT", address="1ZarvanInventedAddress"),)
    assert entry.contacts == ("z@zarvan.example",)
    assert entry.extras == (
        ("Citizenship", "Iran"),
        ("Citizenship", "Iraq"),
        ("Secondary sanctions risk", "section 1(b) of Executive Order 13224"),
    )
    assert entry.links == (
        EntryLink(relation="Linked To", name="KANDOR FRONT (KF)-QODS WING"),
        EntryLink(relation="Linked To", name="ZARVAN SHIPPING CO., LTD."),
    )


def test_names_in_the_remarks_are_weak_and_keep_their_kind():
    names = entry_with(REMARKS).names

    assert [(n.text, n.kind, n.quality, n.parts) for n in names] == [
        ("TOLWAK, Zarmast", "primary", None, ("TOLWAK", "Zarmast")),
        ("TOLWAK, Z.", "aka", "weak", ("TOLWAK", "Z.")),
        ("ZARMAST", "fka", "weak", ()),
    ]
    [_, renamed] = entry_with("n.k.a. 'TOLWAK, Zar'.").names
    assert (renamed.kind, renamed.note) == ("aka", "now known as")


def test_a_ship_is_known_by_its_numbers_and_flags():
    entry = entry_with(
        "Former Vessel Flag Malta; alt. Former Vessel Flag Togo; Vessel Year of Build 1999; "
        "Vessel Registration Identification IMO 1234567; MMSI 123456789; MMSI 987654321.",
        kind="vessel",
        name="KANDOR STAR",
    )

    assert entry.schema == "Vessel"
    assert entry.craft is not None
    assert (entry.craft.imo, entry.craft.mmsi, entry.craft.built) == (
        "1234567",
        "123456789",
        "1999",
    )
    assert entry.craft.former_flags == ("Malta", "Togo")
    assert entry.documents == (ListedDocument(type="MMSI", number="987654321"),)


def test_an_aircraft_is_known_by_model_serial_number_and_registration():
    entry = entry_with(
        "Aircraft Manufacture Date 1992; Aircraft Model KD76; Aircraft Operator KANDOR AIR; "
        "Aircraft Manufacturer's Serial Number (MSN) 77; Aircraft Tail Number KD-ZAR; "
        "Aircraft Construction Number (also called L/N or S/N or F/N) 8401.",
        kind="aircraft",
        name="KD-ZAR",
    )

    assert entry.schema == "Airplane"
    craft = entry.craft
    assert craft is not None
    assert (craft.model, craft.operator, craft.serial_number, craft.tail_number) == (
        "KD76",
        "KANDOR AIR",
        "77",
        "KD-ZAR",
    )
    [number] = entry.documents
    assert number.number == "8401"


@pytest.mark.parametrize("label", ["Identification Number", "Vessel Registration Identification"])
def test_a_companys_imo_number_is_no_ship(label: str):
    entry = entry_with(f"{label} IMO 1234567.", kind="-0- ", name="ZARVAN SHIPPING")
    assert entry.craft is None
    assert entry.documents == (ListedDocument(type=label, number="IMO 1234567"),)


@pytest.mark.parametrize(
    ("remarks", "field"),
    [
        ("all offices worldwide.", "remarks"),
        ("Passport.", "remarks"),
        ("a.k.a. KANDOR without quotes.", "remarks"),
        (";;; ; .", "remarks"),
    ],
)
def test_a_part_that_states_nothing_known_stays_in_the_remarks_alone(remarks: str, field: str):
    entry = entry_with(remarks)
    assert getattr(entry, field) == remarks
    assert (entry.documents, entry.extras, entry.links, entry.questions) == ((), (), (), ())
    assert len(entry.names) == 1


def test_a_bracket_that_is_no_country_belongs_to_the_number():
    [paper] = entry_with("Registration Number HRA 77 (Ostan); Gender Male.").documents
    assert (paper.number, paper.issuing_country) == ("HRA 77 (Ostan)", None)


def test_a_statement_under_a_new_label_is_kept_under_it():
    entry = entry_with("Listing Date (EO 99999 Directive 7): 24 Feb 2032.")
    assert entry.extras == (("Listing Date (EO 99999 Directive 7)", "24 Feb 2032"),)


def test_a_birth_only_in_words_is_asked_about():
    entry = entry_with("DOB in the thirties.")
    [birth] = entry.births
    assert (birth.start, birth.end, birth.surface) == (None, None, "in the thirties")
    assert entry.questions == ("a date of birth only in words: 'in the thirties'",)


@pytest.mark.parametrize(
    ("remarks", "linked"),
    [
        ("Linked To: KANDOR FRONT.", "KANDOR FRONT"),
        ("Linked To: KANDOR S.A.", "KANDOR S.A."),
        ("Linked To: KANDOR TRADING INC.", "KANDOR TRADING INC."),
    ],
)
def test_the_point_that_ends_the_remarks_is_no_part_of_a_name(remarks: str, linked: str):
    [link] = entry_with(remarks).links
    assert link.name == linked
