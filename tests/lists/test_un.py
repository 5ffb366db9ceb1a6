"""A release of the UN list is read whole, or refused by name."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadListRelease
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.vocabulary import Measure
from tests.lists.build import NEWER, entity, individual, read, un_list


def test_a_release_is_whole_ordered_and_knows_its_bytes(newer: ListRelease):
    references = [entry.reference for entry in newer.entries]

    assert (newer.id, newer.published, len(references)) == ("un@2026-02-27", "2026-02-27", 21)
    assert references == sorted(references)
    assert newer.document_id.startswith("sha256:")
    assert (newer.generated, newer.repaired, newer.remarks) == ("2026-02-27T00:00:09.554Z", 0, ())


def test_persons_and_groups_are_told_apart_and_bear_the_measures_of_their_regime(
    entries: dict[str, ListEntry],
):
    person, group, korean = entries["QDi.427"], entries["QDe.132"], entries["KPi.035"]

    assert (person.schema, person.regimes) == ("Person", ("Al-Qaida",))
    assert person.measures == tuple(Measure)
    assert (group.schema, Measure.TRAVEL_BAN in group.measures) == ("Organization", False)
    assert korean.measures == (Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN)


def test_names_come_in_their_own_script_and_in_every_alias(entries: dict[str, ListEntry]):
    pakistani = {name.text: name for name in entries["QDe.132"].names}
    korean = {name.text: name for name in entries["KPi.035"].names}

    assert entries["QDe.132"].name == "TEHRIK-E TALIBAN PAKISTAN (TTP)"
    assert (pakistani["تحریک طالبان پاکستان"].kind, pakistani["Pakistani Taliban"].kind) == (
        "original",
        "aka",
    )
    assert (korean["Jin Tiesan"].script, korean["金铁三"].script) == ("Latn", "Hani")
    assert entries["KPi.035"].names[0].parts == ("KIM", "CHOL SAM")


def test_former_names_and_low_quality_aliases_are_marked(entries: dict[str, ListEntry]):
    former = [name.text for name in entries["CDe.001"].names if name.kind == "fka"]
    weak = [name.text for name in entries["LYi.022"].names if name.quality == "weak"]

    assert former[-2:] == ["ADF/NALU", "NALU"]
    assert weak == ["Fitwi Esmail Abdelrazak"]


def test_remarks_yield_reviews_and_the_entries_that_they_name(entries: dict[str, ListEntry]):
    entry = entries["QDe.132"]

    assert entry.references == ("QDi.352",)
    assert [review.rsplit(" on ", 1)[1] for review in entry.reviews] == ["24 November 2020"]
    assert "Formed in 2007" in (entry.remarks or "")


def test_a_reference_loses_its_white_space(entries: dict[str, ListEntry]):
    assert entries["KPe.023"].id == "un:KPe.023"


def test_an_entry_without_a_name_refuses_the_release_and_is_named():
    nameless = individual("QDi.902", name="")

    with pytest.raises(BadListRelease, match=r"un 2026-02-27, entry 2 \(DATAID 1\): no name"):
        read(un_list(individual(), nameless))


def test_an_entry_without_a_reference_refuses_the_release():
    with pytest.raises(BadListRelease, match=r"entry 1 \(DATAID 1\): no reference"):
        read(un_list(entity(reference=" ")))


def test_a_name_in_its_own_script_alone_is_a_name():
    only = individual(name="", more="<NAME_ORIGINAL_SCRIPT>زرمست تولواک</NAME_ORIGINAL_SCRIPT>")

    [entry] = read(un_list(only)).entries

    assert (entry.name, entry.names[0].kind) == ("زرمست تولواک", "primary")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "line 1, column 0: not well-formed"),
        ("<CONSOLIDATED_LIST><INDIV", "not well-formed"),
        ("<roster></roster>", "its root is <roster>"),
        ("<html></html>", "seems to be a web page"),
        (un_list(), "no entries"),
        (un_list(individual()).replace("<ENTITIES>", "<VESSELS/><ENTITIES>"), "<VESSELS>"),
        (un_list("<INDIVIDUAL/>").replace("INDIVIDUAL/", "SHIP/"), "<SHIP> stands where"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content: str, told: str):
    with pytest.raises(BadListRelease, match=told):
        read(content)


def test_a_cut_off_file_is_refused_even_with_repair():
    content = NEWER.read_bytes()[:-400]

    with pytest.raises(BadListRelease, match="not well-formed"):
        read(content, repair=True)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_file_that_defines_entities_is_refused(declaration: str):
    content = un_list(individual()).replace("?>", "?>" + declaration, 1)

    with pytest.raises(BadListRelease, match="defines entities"):
        read(content)
    with pytest.raises(BadListRelease, match="defines entities"):
        read(content, repair=True)


def test_damage_is_refused_at_its_line_and_dropped_and_counted_when_asked():
    damaged = un_list(individual(name="Zar\x19mast & Tol<3wak &#2;")).encode()

    with pytest.raises(BadListRelease, match=r"list.xml, line 1, column \d+: .* --repair"):
        read(damaged)
    release = read(damaged, repair=True)

    assert (release.entries[0].name, release.repaired) == ("Zarmast Tol3wak", 4)
    assert release.remarks == ("repaired: 4 characters that XML forbids were dropped",)


def test_bytes_that_are_not_utf8_are_read_as_latin1_and_marked():
    damaged = un_list(individual(name="Zármast\x19")).encode("latin-1")

    release = read(damaged, repair=True)

    assert release.entries[0].name == "Zármast"
    assert any("Latin-1" in remark for remark in release.remarks)


def test_letters_that_the_publisher_lost_stay_lost_and_are_asked_about():
    content = un_list(individual(name="محمد الل\ufffd\ufffd"))

    release = read(content, repair=True)

    assert release == read(content)
    assert release.entries[0].questions == ("letters of a name are lost: 'محمد الل\ufffd\ufffd'",)


def test_a_byte_that_is_not_utf8_is_dropped_and_counted_among_many_that_are():
    content = un_list(individual(name="زرمست X")).encode().replace(b"X", b"\xe9X")

    release = read(content, repair=True)

    assert (release.entries[0].name, release.repaired) == ("زرمست X", 1)


def test_a_sound_file_is_the_same_with_repair(newer: ListRelease):
    assert read(NEWER.read_bytes(), repair=True).entries == newer.entries


def test_a_given_date_wins_with_a_remark():
    release = read(un_list(individual()), published="2026-03-01")

    assert (release.id, release.published) == ("un@2026-03-01", "2026-03-01")
    assert "2026-02-27T00:00:09.554Z" in release.remarks[0]


def test_a_release_without_a_date_asks_for_one():
    undated = un_list(individual(), generated=None)

    with pytest.raises(BadListRelease, match="--published"):
        read(undated)
    assert read(undated, published="2026-03-01").published == "2026-03-01"
    with pytest.raises(BadListRelease, match="no such date"):
        read(undated, published="in spring")


def test_elements_of_one_reference_are_parts_of_one_entry():
    first = entity(more="<COMMENTS1>One.</COMMENTS1>")
    second = entity(name="Jaysh al-Sahra", more="<COMMENTS1>Two.</COMMENTS1>")

    release = read(un_list(first, second))

    [entry] = release.entries
    assert [name.text for name in entry.names] == ["Lashkar-e Sahra", "Jaysh al-Sahra"]
    assert (entry.remarks, len(entry.questions)) == ("One.", 1)
    assert "Two." in entry.questions[0]
    assert release.remarks == ("2 elements share the reference QDe.901: merged into one entry",)


def test_many_elements_of_one_reference_are_merged_in_time():
    many = un_list(*(individual(name=f"Zarmast {number}") for number in range(10_000)))
    began = time.process_time()

    [entry] = read(many).entries

    assert len(entry.names) == 10_000
    assert time.process_time() - began < 5  # 1 s; 11 s when each is added to all before it


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader_otherwise_than_by_a_refusal(noise: bytes):
    content = un_list(individual()).encode().replace(b"Zarmast", noise)
    for repair in (False, True):
        try:
            release = read(content, repair=repair)
        except BadListRelease:
            continue
        assert release.entries


@pytest.mark.parametrize("encoding", ["nonsense", "zlib", "idna"])
def test_an_encoding_that_nobody_knows_is_refused_in_words(encoding: str):
    content = un_list(individual()).replace("UTF-8", encoding)

    with pytest.raises(BadListRelease, match=r"list\.xml: it states an encoding .* not known"):
        read(content)
    assert read(content, repair=True).entries


def test_a_tree_that_would_fill_the_memory_is_not_built():
    began = time.monotonic()

    with pytest.raises(BadListRelease, match=r"2,\d{3},\d{3} tags, which no such list has"):
        read("<CONSOLIDATED_LIST>" + "<A/>" * 2_000_000)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "numbered", ["&#8;", "&#xD800;", "&#57343;", "&#xFFFE;", "&#x110000;", "&#99999999999999;"]
)
def test_a_numbered_character_that_xml_forbids_is_dropped_and_counted_when_asked(numbered: str):
    damaged = un_list(individual(name=f"Zar{numbered}mast &#1586;&#x202E;"))

    with pytest.raises(BadListRelease, match="--repair"):
        read(damaged)
    release = read(damaged, repair=True)

    assert (release.entries[0].name, release.repaired) == ("Zarmast ز\u202e", 1)
