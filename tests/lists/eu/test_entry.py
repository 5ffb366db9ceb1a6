"""Every field of an EU element comes into the entry. All parties are invented."""

import pytest

from sayso.model.lists import DateInterval, ListedAct, ListedAddress, ListedDocument, ListedName
from tests.lists.eu.build import NEW, OLD, act, alias, entry_with, eu_list, party, read

KOTWAL = 'countryIso2Code="AF" countryDescription="AFGHANISTAN"'
NOWHERE = 'countryIso2Code="00" countryDescription="UNKNOWN"'


def names(*aliases: str) -> list[ListedName]:
    [entry] = read(eu_list(party(*aliases))).entries
    return list(entry.names)


def test_the_name_that_was_entered_first_in_latin_letters_is_the_primary_one():
    found = names(
        alias("Zarmasti Tolvaki", 'nameLanguage="SV"', number=1),
        alias("زرمست تولواک", 'nameLanguage="FA"', number=2),
        alias("Zarmast TOLVAK", number=5),
        alias("Zarmast TOLWAK", 'firstName="Zarmast" lastName="TOLWAK"', number=4),
    )

    assert [(n.text, n.kind, n.language, n.script) for n in found] == [
        ("Zarmast TOLWAK", "primary", None, "Latn"),
        ("Zarmasti Tolvaki", "aka", "sv", "Latn"),
        ("زرمست تولواک", "aka", "fa", "Arab"),
        ("Zarmast TOLVAK", "aka", None, "Latn"),
    ]
    assert found[0].parts == ("Zarmast", "TOLWAK")


def test_the_remark_on_a_name_tells_its_quality_and_kind():
    found = names(
        alias("Zarma", inside="<remark>low quality alias</remark>", number=1),
        alias("Kandor Lines", inside="<remark>Former name</remark>", number=2),
        alias("زرمست", inside="<remark>(original script)</remark>", number=3),
        alias("Zarmast TOLWAK", number=9),
        alias("Tolwak", number=8),
        alias("Zed", number=0).replace('strong="true"', 'strong="false"'),
    )

    assert [(n.text, n.quality, n.kind) for n in found] == [
        ("Tolwak", "strong", "primary"),
        ("Zarma", "weak", "aka"),
        ("Kandor Lines", "strong", "fka"),
        ("زرمست", "strong", "original"),
        ("Zarmast TOLWAK", "strong", "aka"),
        ("Zed", "weak", "aka"),
    ]
    assert found[1].note == "low quality alias"


def test_a_name_said_twice_is_one_unless_the_second_says_more():
    found = names(
        alias("Zarmast", number=1),
        alias("Zarmast", 'gender="M"', number=2),
        alias("Zarmast", 'nameLanguage="EN"', number=3),
    )

    assert [(n.kind, n.language) for n in found] == [("primary", None), ("aka", "en")]


def test_functions_titles_and_gender_are_taken_from_the_names():
    [entry] = read(
        eu_list(
            party(
                alias("A", 'function="Mayor of  Zarvan" title="Dr" gender="F"', number=1),
                alias("B", 'function="Mayor of Zarvan" title="Prof" gender="F"', number=2),
                alias("C", 'gender="M"', number=3),
            )
        )
    ).entries

    assert (entry.designations, entry.titles, entry.gender) == (
        ("Mayor of Zarvan",),
        ("Dr", "Prof"),
        "Female",
    )
    assert entry.questions == ("its names differ in gender: F, F, M",)


@pytest.mark.parametrize(
    ("given", "interval"),
    [
        ('birthdate="1978-06-26" year="1978"', ("1978-06-26", "1978-06-26", False, "1978-06-26")),
        ('year="1971" circa="true"', ("1971-01-01", "1971-12-31", True, "1971")),
        ('year="1972" monthOfYear="2"', ("1972-02-01", "1972-02-29", False, "1972-2")),
        (
            'yearRangeFrom="1977" yearRangeTo="1978"',
            ("1977-01-01", "1978-12-31", False, "1977 to 1978"),
        ),
        ('yearRangeTo="1980"', (None, "1980-12-31", False, "… to 1980")),
        (
            'birthdate="1982-04-19" year="1402" calendarType="ISLAMIC"',
            ("1982-04-19", "1982-04-19", False, "1982-04-19 (ISLAMIC)"),
        ),
    ],
)
def test_births_are_intervals(given: str, interval: tuple[str | None, str, bool, str]):
    start, end, approximate, surface = interval
    entry = entry_with(f"<birthdate {given} {NOWHERE}><remark>Then Zarvan</remark></birthdate>")

    assert entry.births == (
        DateInterval(
            start=start, end=end, approximate=approximate, surface=surface, note="Then Zarvan"
        ),
    )
    assert (entry.birth_places, entry.questions) == ((), ())


@pytest.mark.parametrize("given", ['year="1343" calendarType="ISLAMIC"', 'year="197x"'])
def test_a_birth_that_cannot_be_read_is_kept_and_asked_about(given: str):
    entry = entry_with(f"<birthdate {given}/>")

    assert (entry.births[0].start, entry.births[0].end) == (None, None)
    assert entry.questions[0].startswith("a date of birth that cannot be read: '1")


def test_a_birth_may_be_known_by_its_place_alone():
    entry = entry_with(
        f'<birthdate city="Zarvan" place="Zarvan" region="Kotwal" {KOTWAL}>'
        "<remark>(possibly)</remark></birthdate>"
    )

    assert entry.births == ()
    assert entry.birth_places == (
        ListedAddress(
            city="Zarvan", state_province="Kotwal", country="AFGHANISTAN", note="(possibly)"
        ),
    )


def test_papers_keep_what_is_wrong_with_them():
    entry = entry_with(
        '<identification identificationTypeCode="passport" number="Z 123" diplomatic="true"'
        ' identificationTypeDescription="National passport" knownFalse="true" knownExpired="true"'
        ' issuedBy="Zarvan Office" region="Kotwal" nameOnDocument="Z. T." issueDate="2001-02-03"'
        f' validTo="2011-02-03" {KOTWAL}><remark>seen once</remark></identification>'
    )

    assert entry.documents == (
        ListedDocument(
            type="National passport",
            number="Z 123",
            issuing_country="AFGHANISTAN",
            issued_on="2001-02-03",
            note="diplomatic; known to be expired; known to be false; issued by Zarvan Office; "
            "Kotwal; name on the document Z. T.; valid to 2011-02-03; seen once",
        ),
    )


def test_addresses_citizenships_and_contacts_are_kept_part_by_part():
    entry = entry_with(
        f'<citizenship {KOTWAL} regulationLanguage="en"><remark>(presumed)</remark></citizenship>',
        f'<citizenship {NOWHERE}/><address street="1 Harbour Road" poBox="77" city="Zarvan"'
        f' zipCode="Z1" asAtListingTime="true" {KOTWAL}><remark>(Postal)</remark>'
        '<contactInfo key="PHONE" value=" +00 1"/><contactInfo key="FAX" value="+00 2"/>'
        '<contactInfo key="WEB" value="http://zarvan.example"/></address>'
        f"<address {NOWHERE}/>",
    )

    assert entry.nationalities == ("AFGHANISTAN",)
    assert ("citizenship", "AFGHANISTAN: (presumed)") in entry.extras
    assert entry.addresses == (
        ListedAddress(
            street="1 Harbour Road, P.O. Box 77",
            city="Zarvan",
            zip_code="Z1",
            country="AFGHANISTAN",
            note="(Postal); as at the time of listing",
        ),
    )
    assert entry.contacts == ("Phone: +00 1", "Fax: +00 2", "http://zarvan.example")


def test_acts_are_told_once_each_the_newest_first():
    entry = entry_with(alias("Zarmast", inside=act(*OLD), number=2))

    assert entry.acts == (
        ListedAct(
            title=NEW[1],
            kind="council amendment",
            published=NEW[0],
            in_force=NEW[0],
            programme="ZAR",
            address=f"https://law.example/{NEW[0]}",
        ),
        ListedAct(
            title=OLD[1],
            kind="amendment",
            published=OLD[0],
            address=f"https://law.example/{OLD[0]}",
        ),
    )


def test_a_un_reference_stands_as_it_is_written_and_a_malformed_one_is_asked_about():
    sound = entry_with(more='unitedNationId="QDi.901" designationDate="2020-01-02"')
    short = entry_with(more='unitedNationId="QDi.43"')

    assert (sound.un_references, sound.listed_on, sound.questions) == (
        ("QDi.901",),
        "2020-01-02",
        (),
    )
    assert short.un_references == ("QDi.43",)
    assert "QDi.43" in short.questions[0]


def test_an_enterprise_with_a_ships_number_is_a_ship_and_with_a_companys_is_not():
    number = '<identification identificationTypeCode="imo" number="{}"/>'
    ship = entry_with(number.format("IMO 9074729"), code="enterprise")
    company = entry_with(number.format("5342883"), code="enterprise")

    assert ship.craft is not None
    assert (ship.schema, ship.craft.imo) == ("Vessel", "9074729")
    assert (company.schema, company.craft, company.documents[0].number) == (
        "Organization",
        None,
        "5342883",
    )


def test_what_the_list_is_not_known_to_hold_is_kept_and_asked_about():
    entry = entry_with(
        '<citizenship flavour="salt" regulationLanguage="fr"/><shoeSize>43</shoeSize>',
        code="alien",
        more='designationDetails="Annex  XIV" designationDate="in spring"',
    )

    assert entry.schema == "LegalEntity"
    assert entry.extras == (
        ("euReferenceNumber", "EU.901.1"),
        ("designationDetails", "Annex XIV"),
        ("citizenship/flavour", "salt"),
        ("citizenship/regulationLanguage", "fr"),
        ("shoeSize", "43"),
    )
    assert entry.questions == (
        "no such type of subject: alien",
        "not the one date of designation: 'in spring'",
        "no such field: citizenship/flavour: 'salt'",
        "no such field: citizenship/regulationLanguage: 'fr'",
        "no such field: shoeSize: '43'",
    )
