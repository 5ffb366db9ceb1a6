"""The Swiss list by its schema; every party in it is invented."""

import pytest

from sayso.errors import BadListRelease
from sayso.lists.swiss.release import SwissList
from sayso.model.lists import ListEntry, ListRelease
from tests.lists.build import original

PROGRAMMES = """
<sanctions-program ssid="20" version-date="2026-02-01">
  <program-key lang="eng">Kandor</program-key><program-key lang="ger">Kandorien</program-key>
  <program-name lang="ger">Verordnung</program-name>
  <program-name lang="eng">Ordinance on measures against Kandor (SR 946.0)</program-name>
  <sanctions-set ssid="200" lang="ger">Anhang 2</sanctions-set>
  <sanctions-set ssid="200" lang="eng">Annex 2</sanctions-set>
  <origin>EU</origin>
</sanctions-program>
<sanctions-program ssid="21">
  <program-key lang="eng">Zarvan</program-key>
  <sanctions-set ssid="210" lang="eng">Annex</sanctions-set><origin>UN</origin>
</sanctions-program>"""
PLACES = """
<place ssid="7"><location>Kandor City</location><location-variant>Qandor</location-variant>
<area>Old Province</area><country iso-code="KX">Kandor</country></place>"""
LISTED = '<modification modification-type="listed" effective-date="2020-03-01"/>'
NAME = """
<name name-type="primary-name" quality="good" lang="eng">
  <name-part order="1" name-part-type="family-name"><value>Barosh</value>
    <spelling-variant lang="eng" script="LATN">Barrosh</spelling-variant>
    <spelling-variant lang="rus" script="CYRL">БАРОШ</spelling-variant></name-part>
  <name-part order="0" name-part-type="title"><value>General</value></name-part>
  <name-part order="2" name-part-type="given-name"><value>Ilya</value>
    <spelling-variant lang="eng" script="LATN">Ilia</spelling-variant>
    <spelling-variant lang="eng" script="LATN">Iliya</spelling-variant>
    <spelling-variant lang="rus" script="CYRL">ИЛЬЯ</spelling-variant></name-part>
</name>"""


def person(inside: str = "", beside: str = LISTED, *, name: str = NAME, ssid: str = "100") -> str:
    return (
        f'<target ssid="{ssid}"><sanctions-set-id>200</sanctions-set-id>{beside}'
        f'<individual sex="male"><identity ssid="1" main="true">{name}{inside}</identity>'
        "</individual></target>"
    )


def party(kind: str, further: str = "", attributes: str = "", ssid: str = "300") -> str:
    name = (
        '<name name-type="primary-name"><name-part order="1" name-part-type="whole-name">'
        "<value>Kandor Star</value></name-part></name>"
    )
    return (
        f'<target ssid="{ssid}" sanctions-set-id="210"><foreign-identifier>KXe.001'
        f"</foreign-identifier><{kind} {attributes}><identity main='true'>{name}"
        f"<day-month-year year='2011'/></identity>{further}</{kind}>{LISTED}</target>"
    )


def whole(*targets: str, kind: str = "whole-list") -> bytes:
    return (
        f'<?xml version="1.0"?><swiss-sanctions-list list-type="{kind}" date="2026-02-28">'
        f"{PROGRAMMES}{''.join(targets)}{PLACES}</swiss-sanctions-list>"
    ).encode()


def read(content: bytes, published: str | None = None) -> ListRelease:
    return SwissList().read(original(content), published=published, repair=False)


def entry(target: str) -> ListEntry:
    [only] = read(whole(target)).entries
    return only


def test_a_name_is_put_together_from_its_parts_in_every_spelling():
    told = [(n.text, n.kind, n.quality, n.script, n.language) for n in entry(person()).names]
    assert told == [
        ("Barosh Ilya", "primary", "strong", "Latn", "eng"),
        ("Barrosh Ilia", "aka", "strong", "Latn", "eng"),
        ("Barrosh Iliya", "aka", "strong", "Latn", "eng"),
        ("БАРОШ ИЛЬЯ", "original", "strong", "Cyrl", "rus"),
    ]
    assert entry(person()).titles == ("General",)
    assert entry(person()).names[0].parts == ("Barosh", "Ilya")


def test_a_spelling_of_one_part_alone_says_so():
    only = (
        '<name name-type="alias" quality="low"><name-part order="1"><value>Ilya</value>'
        '<spelling-variant lang="rus">ИЛЬЯ</spelling-variant></name-part>'
        '<name-part order="2"><value>Barosh</value></name-part></name>'
    )
    *_, mixed = entry(person(only)).names
    assert (mixed.text, mixed.quality) == ("ИЛЬЯ Barosh", "weak")
    assert mixed.note == "a part of it is spelt so, the others are not"


def test_the_programme_is_found_by_its_set_and_told_in_english():
    told = entry(person())
    assert told.regimes == ("Kandor",)
    [act] = told.acts
    assert act.title == "Ordinance on measures against Kandor (SR 946.0)"
    assert told.extras == (("sanctions-set", "Annex 2"), ("origin", "EU"))


def test_births_places_papers_and_nationalities_find_their_fields():
    told = entry(
        person(
            '<day-month-year day="3" month="4" year="1960" quality="good" calendar="Gregorian"/>'
            '<day-month-year year="1961" quality="low"/><place-of-birth place-id="7"/>'
            '<nationality><country iso-code="KX">Kandor</country></nationality>'
            '<address place-id="7" current="false"><address-details>1 Quay</address-details>'
            "<p-o-box>12</p-o-box><zip-code>99</zip-code><remarks>see map</remarks></address>"
            '<identification-document document-type="passport"><number>K1</number>'
            '<issuer code="KX">Kandor</issuer><date-of-issue>2010-01-02</date-of-issue>'
            '<expiry-date>2020-01-02</expiry-date><place-of-issue place-id="7"/>'
            "<remark>stolen</remark></identification-document>"
        )
    )
    assert [(b.start, b.end, b.approximate) for b in told.births] == [
        ("1960-04-03", "1960-04-03", False),
        ("1961-01-01", "1961-12-31", True),
    ]
    [born], [address], [paper] = told.birth_places, told.addresses, told.documents
    assert (born.city, born.state_province, born.country, born.note) == (
        *("Kandor City", "Old Province", "Kandor"),
        "also: Qandor",
    )
    assert (address.street, address.zip_code) == ("1 Quay, P.O. Box 12", "99")
    assert address.note == "see map, former, also: Qandor"
    assert (paper.type, paper.number, paper.issuing_country, paper.issued_on) == (
        *("passport", "K1", "Kandor"),
        "2010-01-02",
    )
    assert (paper.city_of_issue, paper.note) == ("Kandor City", "expires 2020-01-02, stolen")
    assert (told.nationalities, told.gender, told.questions) == (("Kandor",), "male", ())


def test_a_day_of_another_calendar_is_read_by_a_person():
    told = entry(person('<day-month-year year="1381" calendar="Islamic"/>'))
    [birth] = told.births
    assert (birth.start, birth.surface, birth.note) == (None, "1381", "Islamic")
    assert told.questions == ("a date of birth to be read by a person: '1381'",)


def test_whoever_was_taken_off_is_no_entry_and_history_is_never_read_as_a_party():
    off = '<modification modification-type="de-listed" effective-date="2024-01-01"/>'
    nested = (
        '<modification modification-type="amended" effective-date="2023-05-05"><removed>'
        f"{person(ssid='999')}</removed></modification>"
    )
    release = read(
        whole(
            person(beside=nested + LISTED),
            person(beside=off + LISTED, ssid="101"),
            person(beside=LISTED + off, ssid="102"),
        )
    )
    assert [e.reference for e in release.entries] == ["100"]
    assert release.remarks == ("no entries: 2 targets that were taken off the list",)
    [told] = release.entries
    assert (told.listed_on, told.amended_on) == ("2020-03-01", ("2023-05-05",))


def test_whoever_was_listed_again_is_listed_since_then():
    again = '<modification modification-type="listed" effective-date="2025-01-01"/>'
    off = '<modification modification-type="de-listed" effective-date="2024-01-01"/>'
    assert entry(person(beside=again + off + LISTED)).listed_on == "2025-01-01"


def test_a_ship_has_its_number_from_the_further_information():
    ship = entry(
        party(
            "object",
            "<other-information>IMO number: 9000001</other-information>",
            'object-type="vessel"',
        )
    )
    assert ship.craft is not None
    assert (ship.schema, ship.craft.imo, ship.craft.built) == ("Vessel", "9000001", "2011")
    assert ship.un_references == ("KXe.001",)
    assert ship.births == ()


def test_further_information_finds_its_field_or_stays_among_the_remarks():
    told = entry(
        party(
            "entity",
            "<justification>Pays the Kandor Front.</justification>"
            "<other-information>Tax identification number : 77</other-information>"
            "<other-information>Website: https://kandor.example</other-information>"
            "<other-information>Position: Director of Kandor Works</other-information>"
            "<other-information>Founded by invented people.</other-information>",
        )
    )
    assert told.schema == "Organization"
    assert [(d.type, d.number) for d in told.documents] == [("Tax identification number", "77")]
    assert told.contacts == ("https://kandor.example",)
    assert told.designations == ("Director of Kandor Works",)
    assert told.remarks == "Pays the Kandor Front.\nFounded by invented people."
    assert ("day-month-year", "2011") in told.extras


def test_a_tie_names_the_other_party_where_it_is_listed():
    tied = party(
        "entity",
        '<relation relation-type="related-to" target-id="100"><remark>owner</remark></relation>'
        '<relation relation-type="related-to" target-id="4"/>',
    )
    _, told = read(whole(person(), tied)).entries
    assert [(k.relation, k.reference, k.name) for k in told.links] == [
        ("related-to (owner)", "100", "Barosh Ilya"),
        ("related-to", "4", None),
    ]


def test_what_nobody_knows_is_kept_and_asked_about():
    told = entry(
        party(
            "object",
            "<aura>blue</aura>",
            'object-type="balloon"',
        ).replace("</target>", '<generic-attribute name="seal">red</generic-attribute></target>')
    )
    assert told.schema == "LegalEntity"
    assert set(told.extras) >= {("object-type", "balloon"), ("aura", "blue"), ("seal", "red")}
    assert told.questions == (
        "no such type of an object: 'balloon'",
        "no such field: aura: 'blue'",
    )


def test_the_main_identity_gives_the_primary_name_and_the_others_more():
    second = NAME.replace("Barosh", "Tolwak").replace("БАРОШ", "ТОЛВАК")
    both = person().replace(
        "<individual", '<individual sex="male"><identity main="false">' + second + "</identity><x"
    )
    both = both.replace('<x sex="male">', "")
    told = entry(both)
    assert (told.name, told.names[0].kind) == ("Barosh Ilya", "primary")
    assert ("Tolwak Ilya", "aka") in [(n.text, n.kind) for n in told.names]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (whole(person())[:-40], "not well-formed"),
        (b"<data-set/>", "Canada's .*, not ch; add it as ca"),
        (whole(person(), kind="delta"), "not the whole list but 'delta'"),
        (whole(person(), "<stranger/>"), "<stranger> is no part of the list"),
        (whole(), "no entries"),
        (whole(person(name="")), r"target 1 \(ssid 100\): no name"),
        (whole(person(ssid="")), "no reference"),
        (whole('<target ssid="1"/>'), "nobody in it"),
        (whole(person()).replace(b' date="2026-02-28"', b""), "states no date"),
        (b'<!DOCTYPE d [<!ENTITY a "b">]><swiss-sanctions-list>&a;</swiss-sanctions-list>', "ent"),
    ],
)
def test_what_is_no_whole_list_is_refused_in_words(content: bytes, reason: str):
    with pytest.raises(BadListRelease, match=reason):
        read(content)


def test_a_release_bears_the_date_of_the_file_and_is_ordered():
    release = read(whole(party("entity"), person()))
    assert (release.id, release.generated) == ("ch@2026-02-28", "2026-02-28")
    assert [e.reference for e in release.entries] == ["100", "300"]
