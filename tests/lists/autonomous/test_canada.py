"""Canada's list, in both of its layouts; every party in it is invented."""

import pytest

from sayso.errors import BadListRelease
from sayso.lists.autonomous.canada import CanadaList
from sayso.model.lists import ListedName, ListEntry, ListRelease
from tests.lists.build import original

PERSON = {
    "Country": "Zarvania / Zarvanie",
    "LastName": "BAROSH",
    "GivenName": "Ilya Petrovich",
    "DateOfBirthOrShipBuildDate": "1963 or 1964-05",
    "Schedule": "1, Part 1.1",
    "Item": "14",
    "DateOfListing": "2022-03-08",
}
SHIP = {
    "Country": "Zarvania / Zarvanie",
    "EntityOrShip": "Kandor Star",
    "TitleOrShipType": "Oil Tanker | Navire-citerne",
    "ShipIMONumber": "9000001",
    "DateOfBirthOrShipBuildDate": "2011",
    "Schedule": "1.1",
    "Item": "2",
    "DateOfListing": "2025-02-21",
}


def listed(*records: dict[str, str]) -> bytes:
    rows = (
        "<record>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in record.items()) + "</record>"
        for record in records
    )
    return f'<?xml version="1.0"?><data-set>{"".join(rows)}</data-set>'.encode()


def read(content: bytes, published: str | None = "2026-03-01", **how: bool) -> ListRelease:
    repair = how.get("repair", False)
    return CanadaList().read(original(content), published=published, repair=repair)


def entry(record: dict[str, str], **changed: str) -> ListEntry:
    [only] = read(listed(record | changed)).entries
    return only


def names(aliases: str, **record: str) -> list[str]:
    return [name.text for name in entry({**PERSON, **record}, Aliases=aliases).names[1:]]


def test_a_person_is_named_as_spoken_and_referred_to_by_the_item_of_the_schedule():
    person = entry(PERSON)

    assert (person.id, person.schema) == ("ca:Zarvania/1P1.1/14", "Person")
    assert person.names[0].text == "Ilya Petrovich BAROSH"
    assert person.names[0].parts == ("BAROSH", "Ilya Petrovich")
    assert [(b.start, b.end) for b in person.births] == [
        ("1963-01-01", "1963-12-31"),
        ("1964-05-01", "1964-05-31"),
    ]
    assert (person.regimes, person.listed_on) == (("Zarvania",), "2022-03-08")
    assert dict(person.extras) == {
        "Country": "Zarvania / Zarvanie",
        "Schedule": "1, Part 1.1",
        "Item": "14",
    }
    assert person.questions == ()


@pytest.mark.parametrize(
    ("country", "schedule", "reference"),
    [
        ("Kandor / Kandor", "1,Part 3", "Kandor/1P3/14"),
        ("Kandor (Old) / Kandor (Vieux)", "Part 2", "Kandor/P2/14"),
        ("South Kandor / Kandor du sud", "", "South-Kandor/14"),
        ("Justice for Kandor Regulations (JKR) / Règlement", "", "JKR/14"),
        ("Kandor", "annex", "Kandor/annex/14"),
    ],
)
def test_a_reference_is_the_same_however_the_file_spaces_it(
    country: str, schedule: str, reference: str
):
    assert entry(PERSON, Country=country, Schedule=schedule).reference == reference


def test_a_ship_has_its_number_and_year_and_nobody_was_born_in_it():
    ship = entry(SHIP)

    assert (ship.schema, ship.births) == ("Vessel", ())
    assert ship.craft is not None
    assert (ship.craft.imo, ship.craft.built) == ("9000001", "2011")
    assert ship.craft.type == "Oil Tanker | Navire-citerne"


def test_the_newer_layout_names_its_fields_in_two_languages():
    french = {
        "Country": "Pays",
        "LastName": "NomDeFamille",
        "GivenName": "Prenom",
        "Schedule": "Annexe",
        "Item": "NumeroDarticle",
        "DateOfListing": "DateDinscription",
        "DateOfBirthOrShipBuildDate": "DateDeNaissanceOuDateDeConstructionDuNavire",
    }
    newer = {f"{tag}-{french[tag]}": text for tag, text in PERSON.items()}
    assert read(listed(newer)).entries == read(listed(PERSON)).entries


def test_a_number_that_is_none_of_a_ship_is_kept_and_asked_about():
    person = entry(PERSON, ShipIMONumber="ایلیا")

    assert (person.schema, person.craft) == ("Person", None)
    assert ("ShipIMONumber", "ایلیا") in person.extras
    assert person.questions == ("no IMO number of a ship: 'ایلیا'",)


def test_a_field_that_nobody_knows_is_kept_and_asked_about():
    person = entry(PERSON, Gender="F")
    assert ("Gender", "F") in person.extras
    assert person.questions == ("no such field: Gender: 'F'",)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("Илья Барош; Illia Barosh", ["Илья Барош", "Illia Barosh"]),
        ("Илья БАРОШ / Iлля БАРОШ", ["Илья БАРОШ", "Iлля БАРОШ"]),
        ("Ilia Barosh, Ilya Barrosh, Barosh the Elder", None),
        ("Iliya Barosh, Ілля Барош and Илья Барош", ["Iliya Barosh", "Ілля Барош", "Илья Барош"]),
        ("Барош, Илья Петрович", ["Барош, Илья Петрович"]),
        ("Ilya, Illia BAROSH", ["Ilya, Illia BAROSH"]),
        ("Katya or Katia Barosh", ["Katya or Katia Barosh"]),
        ("Илья Барош/ Ілля Барош", ["Илья Барош", "Ілля Барош"]),
        ("Ilya/Illia Barosh", ["Ilya/Illia Barosh"]),
        ("; ,", []),
    ],
)
def test_aliases_of_a_person_are_cut_only_where_they_certainly_are_several(
    field: str, told: list[str] | None
):
    assert names(field) == (field.split(", ") if told is None else told)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("ZMZ, Zarvan Machine Works", ["ZMZ", "Zarvan Machine Works"]),
        ("Зарван, ООО", ["Зарван, ООО"]),
        ("Zarvan Works, JSC; Зарван", ["Zarvan Works, JSC", "Зарван"]),
        ("Министерство науки, культуры и спорта", ["Министерство науки, культуры и спорта"]),
        ("Research and Trade House", ["Research and Trade House"]),
        ("Завод Зарван and ЗМЗ", ["Завод Зарван", "ЗМЗ"]),
        ("Зарван or ЗМЗ", ["Зарван", "ЗМЗ"]),
        ('ОАО "Завод Зарван"/ЗМЗ', ['ОАО "Завод Зарван"', "ЗМЗ"]),
        ("Zarvan Works/Usines zarvaniennes", ["Zarvan Works", "Usines zarvaniennes"]),
        ("ZMZ/UMZ", ["ZMZ/UMZ"]),
    ],
)
def test_aliases_of_a_body_keep_their_legal_form_and_their_sentences(field: str, told: list[str]):
    body = {"EntityOrShip": "Zarvan Works", "LastName": "", "GivenName": ""}
    assert names(field, **body) == told


def test_a_label_gives_the_language_of_what_follows():
    person = entry(PERSON, Aliases="Illia Barosh, Belarusian: Ілля Барош, Russian : Илья Барош")
    told = [(name.text, name.language) for name in person.names[1:]]
    assert told == [("Illia Barosh", None), ("Ілля Барош", "be"), ("Илья Барош", "ru")]


def test_a_name_in_two_languages_can_be_found_by_either():
    body = entry(
        {**SHIP, "EntityOrShip": "Zarvan Bank/Banque zarvanienne"}, ShipIMONumber="", Aliases=""
    )
    assert body.schema == "Organization"
    assert [name.text for name in body.names] == [
        "Zarvan Bank/Banque zarvanienne",
        "Zarvan Bank",
        "Banque zarvanienne",
    ]
    mills = entry({**SHIP, "EntityOrShip": "Zarvan Mills (East/West)"})
    assert mills.names == (
        ListedName(text="Zarvan Mills (East/West)", kind="primary", script="Latn"),
    )


@pytest.mark.parametrize("end", [")", ""])
def test_other_names_in_brackets_behind_the_first_are_names_of_their_own(end: str):
    told = f"Zarvan Works JSC (also known as ZMZ, Zarvan Machine Works{end}"
    body = entry({**SHIP, "EntityOrShip": told}, ShipIMONumber="", Aliases="Зарван")
    assert [(name.text, name.kind) for name in body.names] == [
        ("Zarvan Works JSC", "primary"),
        ("ZMZ", "aka"),
        ("Zarvan Machine Works", "aka"),
        ("Зарван", "aka"),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not well-formed"),
        (listed(PERSON)[:-30], "not well-formed"),
        (b"<swiss-sanctions-list/>", "the Swiss list of SECO, not ca; add it as ch"),
        (b"<data-set/>", "no entries"),
        (b"<data-set><row/></data-set>", "<row> stands where <record> is expected"),
        (listed(PERSON, PERSON | {"LastName": "", "GivenName": ""}), "record 2: no name"),
        (listed(PERSON | {"Item": ""}), "BAROSH.*no item of a schedule"),
        (b'<!DOCTYPE d [<!ENTITY a "b">]><data-set>&a;</data-set>', "defines entities"),
    ],
)
def test_what_is_no_whole_list_is_refused_in_words(content: bytes, reason: str):
    with pytest.raises(BadListRelease, match=reason):
        read(content)


def test_a_file_without_a_date_asks_for_one():
    with pytest.raises(BadListRelease, match="give --published DATE"):
        read(listed(PERSON), published=None)
    assert read(listed(PERSON)).remarks == ()


def test_damage_is_dropped_and_counted_when_asked():
    damaged = listed(PERSON | {"LastName": "BAR\x19OSH"})
    with pytest.raises(BadListRelease, match="--repair"):
        read(damaged)
    release = read(damaged, repair=True)
    assert (release.entries[0].names[0].parts[0], release.repaired) == ("BAROSH", 1)
