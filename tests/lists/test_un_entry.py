"""Every field of an element comes into the entry; what is odd is kept and asked about."""

import time

from sayso.lists.un_entry import reviews_in
from sayso.model.lists import DateInterval, ListEntry
from tests.lists.build import entity, entry_with, read, un_list


def test_placeholders_without_content_leave_nothing():
    entry = entry_with(
        "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS><INDIVIDUAL_DOCUMENT/>"
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>"
        "<INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH>"
    )

    assert (len(entry.names), entry.addresses, entry.documents) == (1, (), ())
    assert (entry.births, entry.birth_places, entry.questions) == ((), (), ())


def test_births_are_intervals():
    told = [
        "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1978-06-26</DATE>",
        "<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR>",
        "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1977</FROM_YEAR><TO_YEAR>1978</TO_YEAR>",
    ]
    entry = entry_with(
        "".join(f"<INDIVIDUAL_DATE_OF_BIRTH>{t}</INDIVIDUAL_DATE_OF_BIRTH>" for t in told)
    )

    assert entry.births == (
        DateInterval(start="1978-06-26", end="1978-06-26", surface="1978-06-26"),
        DateInterval(start="1971-01-01", end="1971-12-31", approximate=True, surface="1971"),
        DateInterval(start="1977-01-01", end="1978-12-31", surface="1977 to 1978"),
    )


def test_an_unknown_type_of_date_is_kept_and_asked_about():
    entry = entry_with(
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>LUNAR</TYPE_OF_DATE><YEAR>1971</YEAR>"
        "</INDIVIDUAL_DATE_OF_BIRTH>"
    )

    assert ("TYPE_OF_DATE", "LUNAR") in entry.extras
    assert entry.births[0].surface == "LUNAR 1971"
    assert entry.questions == ("no such type of date: 'LUNAR'",)


def test_a_date_in_words_is_kept_and_asked_about(entries: dict[str, ListEntry]):
    [birth] = entries["LYi.022"].births

    assert (birth.start, birth.end, birth.surface) == (None, None, "30-35 years old")
    assert entries["LYi.022"].questions == ("a date of birth only in words: '30-35 years old'",)


def test_dates_lose_their_zone():
    entry = entry_with(
        "<LAST_DAY_UPDATED><VALUE>2015-04-07-04:00</VALUE><VALUE>soon</VALUE><VALUE/>"
        "</LAST_DAY_UPDATED><SUBMITTED_ON>2014-01-02Z</SUBMITTED_ON>"
    )

    assert (entry.listed_on, entry.submitted_on) == ("2020-01-02", "2014-01-02")
    assert entry.amended_on == ("2015-04-07",)
    assert entry.questions == ("no such date: 'soon'",)


def test_an_unknown_quality_makes_an_alias_with_a_question():
    entry = entry_with(
        "<INDIVIDUAL_ALIAS><QUALITY>Fair</QUALITY><ALIAS_NAME>Abu Tolwak</ALIAS_NAME>"
        "</INDIVIDUAL_ALIAS>"
    )

    assert (entry.names[1].text, entry.names[1].quality) == ("Abu Tolwak", None)
    assert entry.questions == ("no such quality of an alias: 'Fair'",)


def test_several_names_in_one_alias_are_several_and_keep_what_is_said_of_birth():
    entry = entry_with(
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Zarmas Tolvak; Zermast</ALIAS_NAME>"
        "<DATE_OF_BIRTH>1971</DATE_OF_BIRTH><CITY_OF_BIRTH>Kotwal</CITY_OF_BIRTH>"
        "<NOTE>call sign</NOTE></INDIVIDUAL_ALIAS>"
    )

    aliases = entry.names[1:]
    assert [alias.text for alias in aliases] == ["Zarmas Tolvak", "Zermast"]
    assert {alias.quality for alias in aliases} == {"weak"}
    assert {alias.note for alias in aliases} == {"born 1971; in Kotwal; call sign"}


def test_what_stands_behind_the_name_of_an_alias_is_no_part_of_it():
    told = (
        "Zarmast Tolwak Akhund born in 1963",
        "Zarmast Khan, born in Kotwal on 01 Jan.1967",
        "Zarmast Jan, born 1 Jan. 1953 (Kandor passport no. 901)",
        "Zarmast Gul (previously listed as)",
        "Zarmast Born",
        "Zarmast (the Younger)",
    )
    aliases = (
        f"<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>{text}</ALIAS_NAME></INDIVIDUAL_ALIAS>"
        for text in told
    )

    assert [(n.text, n.note) for n in entry_with("".join(aliases)).names[1:]] == [
        ("Zarmast Tolwak Akhund", "born in 1963"),
        ("Zarmast Khan", "born in Kotwal on 01 Jan.1967"),
        ("Zarmast Jan", "born 1 Jan. 1953 (Kandor passport no. 901)"),
        ("Zarmast Gul", "previously listed as"),
        ("Zarmast Born", None),
        ("Zarmast (the Younger)", None),
    ]


def test_two_names_in_the_field_of_one_are_two():
    [entry] = read(un_list(entity(name="Kandor Air (KA) ; Kandor Freight (KF)"))).entries

    assert [(n.text, n.kind) for n in entry.names] == [
        ("Kandor Air (KA)", "primary"),
        ("Kandor Freight (KF)", "aka"),
    ]


def test_papers_addresses_posts_and_nationalities_come_whole():
    entry = entry_with(
        "<GENDER>Male</GENDER><TITLE><VALUE>Mullah</VALUE></TITLE>"
        "<DESIGNATION><VALUE>Governor of Kotwal </VALUE><VALUE>Judge</VALUE></DESIGNATION>"
        "<NATIONALITY><VALUE>Afghanistan</VALUE></NATIONALITY>"
        "<NATIONALITY2>Yemen</NATIONALITY2><SUBMITTED_BY>Norway</SUBMITTED_BY>"
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Numéro de passeport </TYPE_OF_DOCUMENT>"
        "<NUMBER>T 12</NUMBER><DATE_OF_ISSUE>2001-02-03</DATE_OF_ISSUE></INDIVIDUAL_DOCUMENT>"
        "<INDIVIDUAL_ADDRESS><ZIP_CODE>Kotwal Province</ZIP_CODE></INDIVIDUAL_ADDRESS>"
    )

    assert (entry.gender, entry.titles) == ("Male", ("Mullah",))
    assert entry.designations == ("Governor of Kotwal", "Judge")
    assert (entry.nationalities, entry.submitted_by) == (("Afghanistan", "Yemen"), "Norway")
    assert (entry.documents[0].type, entry.documents[0].issued_on) == (
        "Numéro de passeport",
        "2001-02-03",
    )
    assert entry.addresses[0].zip_code == "Kotwal Province"


def test_fields_without_a_use_are_kept_and_unknown_ones_asked_about():
    entry = entry_with(
        "<VERSIONNUM>3</VERSIONNUM><SORT_KEY/><SHOE_SIZE>43</SHOE_SIZE>"
        "<INDIVIDUAL_ADDRESS><PLANET>Earth</PLANET></INDIVIDUAL_ADDRESS>"
    )

    assert set(entry.extras) == {
        ("DATAID", "1"),
        ("VERSIONNUM", "3"),
        ("SHOE_SIZE", "43"),
        ("PLANET", "Earth"),
    }
    assert entry.questions == (
        "no such field: SHOE_SIZE: '43'",
        "no such field: INDIVIDUAL_ADDRESS/PLANET: 'Earth'",
    )
    assert entry.addresses == ()


def test_references_are_cited_once_each_without_the_entry_itself():
    entry = entry_with("<COMMENTS1>See QDe.132, QDi 352 and QDe.132; not QDi.901.</COMMENTS1>")

    assert entry.references == ("QDe.132", "QDi.352")


def test_remarks_that_begin_reviews_without_end_are_read_in_time():
    began = time.monotonic()

    assert reviews_in("Review pursuant to " * 50_000) == ()
    assert time.monotonic() - began < 2
