"""Names of the UN list and of places, found in running text in Arabic script.

The listed names are real, as the UN list writes them; what the sentences tell is invented.
"""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.extract.arabic_script.listed import PART, WHOLE
from sayso.extract.arabic_script.reader import ArabicScriptReader
from sayso.extract.languages import ByLanguage
from sayso.match.index import ListIndex
from sayso.match.listings import listings_of
from sayso.model.claims import Extraction
from sayso.model.documents import Document
from sayso.model.vocabulary import EntityType, ListingStatus, MentionKind, PlaceLevel
from tests.extract.arabic_script.conftest import Reading
from tests.extract.entities.readings import FewNames, document, passages
from tests.extract.test_engine import check
from tests.extract.test_engine import read as read_english

HAQQANI = "سراج الدين جلال الدين حقانى"


def parties(extraction: Extraction) -> list[str]:
    """Give the words of the mentions of parties, in order of the text."""
    found = [
        mention
        for entity in extraction.entities
        if entity.type is not EntityType.PLACE
        for mention in entity.mentions
    ]
    return [mention.text for mention in sorted(found, key=lambda m: m.span)]


def places(extraction: Extraction) -> dict[str, tuple[str | None, str]]:
    return {place.text: (place.code, place.level.value) for place in extraction.places}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (f"وقال {HAQQANI} إنه سيعود.", "ar", HAQQANI),
        ("بیانیه از شبکه حقانی صادر شد.", "fa", "شبکه حقانی"),
        ("تحریک طالبان پاکستان نے بیان جاری کیا۔", "ur", "تحریک طالبان پاکستان"),
        ("د شبکه حقانی په اړه راپور خپور شو.", "ps", "شبکه حقانی"),
        ("نفى محمد حسن آخوند الخبر.", "ar", "محمد حسن آخوند"),
        ("أعلنت أنصار الشريعة – درنة مسؤوليتها.", "ar", "أنصار الشريعة – درنة"),
    ],
)
def test_a_listed_name_is_found_in_running_text(
    read: Reading, text: str, language: str, found: str
):
    extraction = read(text, language)
    assert parties(extraction) == [found]
    assert extraction.claims == ()


@pytest.mark.parametrize(
    "written",
    [
        "سراج الدين جلال الدين حقاني",
        "سراج الدین جلال الدین حقانی",
        "سِراجُ الدّينِ جلالُ الدين حقّاني",
        "ســراج الدين جلال الدين حقانى",
    ],
)
def test_a_listed_name_is_found_however_its_letters_are_written(read: Reading, written: str):
    assert parties(read(f"وقال {written} إنه سيعود.")) == [written]


@pytest.mark.parametrize(
    ("glued", "rest"),
    [
        (f"و{HAQQANI}", HAQQANI),
        (f"ل{HAQQANI}", HAQQANI),
        (f"ول{HAQQANI}", HAQQANI),
        (f"فب{HAQQANI}", HAQQANI),
        ("بالقاعدة في العراق", "القاعدة في العراق"),
        ("وللقاعدة في العراق", "لقاعدة في العراق"),
        ("كشبكة حقانی", "شبكة حقانی"),
    ],
)
def test_letters_glued_to_a_name_are_left_outside(read: Reading, glued: str, rest: str):
    assert parties(read(f"أرسلوا المال {glued} أمس.")) == [rest]


def test_a_name_keeps_the_alef_that_for_the_takes_away(read: Reading):
    [entity] = read("أرسلوا المال للقاعدة في العراق.").entities
    assert entity.name == "القاعدة في العراق"
    assert entity.mentions[0].text == "لقاعدة في العراق"


def test_the_first_and_last_part_of_a_persons_name_are_found_and_said_to_be_that(read: Reading):
    extraction = read(f"قال {HAQQANI} ذلك. | وعاد سراج الدين حقانى.")
    [entity] = extraction.entities
    assert [m.resolved_by for m in entity.mentions] == [WHOLE, PART]
    assert {m.kind for m in entity.mentions} == {MentionKind.NAME}


@pytest.mark.parametrize(
    "text",
    [
        "القاعدة العسكرية مغلقة.",
        "هذه القاعدة تنطبق على الجميع.",
        "عاد سراج الدين إلى بيته.",
        "قال محمد حسن إنه سيعود.",
        "كانت شبكة الكهرباء مقطوعة.",
        "عاد جلال الدين حقانى.",
        "قال سراج الدين جلال الدين حمداني ذلك.",
    ],
)
def test_a_common_word_a_given_name_or_another_name_is_nobody_listed(read: Reading, text: str):
    assert parties(read(text)) == []


@pytest.mark.parametrize(
    "text", ["بيان تنظيم القاعدة أمس.", "مقاتلو تنظيم «القاعدة» هنا.", "گروه القاعده گفت."]
)
def test_a_common_word_is_a_name_after_a_word_for_a_body(read: Reading, text: str):
    assert len(parties(read(text))) == 1


def test_a_listed_party_gets_its_listing_with_reasons(read: Reading, listed: ListIndex):
    text = f"وقال {HAQQANI} إن شبکه حقانی ستعود إلى كابول."
    listings = listings_of(read(text), passages(text), listed)
    assert {row.reference for row in listings} == {"TAi.144", "TAe.012"}
    assert all(row.reasons for row in listings)
    assert {row.status for row in listings} <= {ListingStatus.LISTED, ListingStatus.POSSIBLE}


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("وصل إلى كابول أمس.", "كابول", ("AF-KAB", "city")),
        ("او به کابل رفت.", "کابل", ("AF-KAB", "city")),
        ("هجوم في أفغانستان.", "أفغانستان", ("AF", "country")),
        ("انفجار در ولایت ننگرهار.", "ننگرهار", ("AF-NAN", "admin1")),
        ("هجوم بأفغانستان.", "أفغانستان", ("AF", "country")),
        ("غادر دمشق ووصل.", "دمشق", ("SY-DI", "city")),
        ("سافر إلى مدينة غزنة.", "غزنة", ("AF-GHA", "city")),
        ("وأدان العراق الهجوم.", "العراق", ("IQ", "country")),
        ("پاکستان نے کہا۔", "پاکستان", ("PK", "country")),
        ("وأدانت الولايات المتحدة ذلك.", "الولايات المتحدة", ("US", "country")),
    ],
)
def test_a_place_is_found_with_its_code(
    read: Reading, text: str, place: str, told: tuple[str, str]
):
    assert places(read(text))[place] == told


@pytest.mark.parametrize(
    "text",
    ["هذا الدعم مالي فقط.", "في معسكر تدريب.", "في إطار الخطة.", "الباب مفتوح.", "قال حسن ذلك."],
)
def test_a_common_word_that_is_also_a_places_name_is_none(read: Reading, text: str):
    assert places(read(text)) == {}


def test_a_doubtful_name_is_a_place_after_a_locating_word(read: Reading):
    assert places(read("قتال في مالي."))["مالي"] == ("ML", "country")


def test_a_name_of_places_in_two_countries_is_placed_by_the_country_the_text_names(read: Reading):
    alone = read("عقد الاجتماع في عمان.").places[0]
    assert (alone.code, alone.level, alone.latitude) == (None, PlaceLevel.REGION, None)
    assert places(read("قال الأردن إن الاجتماع في عمان."))["عمان"][1] == "city"


def test_a_place_is_an_entity_that_its_mention_leads_to(read: Reading):
    extraction = read("كابول في أفغانستان. | كابول.")
    assert [len(e.mentions) for e in extraction.entities] == [2, 1]
    assert extraction.places[0].entity == extraction.entities[0].id


def test_a_place_inside_a_listed_name_is_none_of_its_own(read: Reading):
    extraction = read("قال القاعدة في العراق ذلك.")
    assert extraction.places == ()


def test_the_reader_says_that_it_reads_names_only(read: Reading):
    assert read("نص.", "fa").remarks == (
        "language 'fa': read for the names of listed parties and of places only, not for claims",
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(HAQQANI, "القاعدة", "شبکه حقانی", "و", "لل", "في ", "كابول", " ", "\u200f"),
                *("\u0651", "ـ", " | ", "\n", "عبدالله", "a", "123", "ﻣﺤﻤﺪ", "«", "\0", "ء", "ى"),
            ]
        ),
        max_size=12,
    ).map("".join)
)
@example("")
@example("عبدال" * 50)
@example("و" * 500)
def test_no_text_makes_the_reader_fall_over_or_say_what_is_not_there(listed: ListIndex, text: str):
    extraction = ArabicScriptReader().extract(document(text), passages(text), listed)
    check(text, extraction)


def test_a_long_text_is_read_in_time_with_its_length(read: Reading):
    assert len(parties(read(f"وقال {HAQQANI} إنه في كابول. " * 300))) == 300


def test_each_language_goes_to_its_reader_which_is_made_when_it_is_needed():
    made: list[str] = []

    def arabic() -> ArabicScriptReader:
        made.append("ar")
        return ArabicScriptReader()

    readers = ByLanguage({"ar": arabic})
    text = "Гуль Рахим ушёл."
    russian = document(text)
    for language in ("ru", None):
        told = readers.extract(_in(russian, language), passages(text), FewNames())
        assert told.remarks == (
            f"language '{language}': stored and searchable, not read for claims",
        )
    assert made == []
    told = readers.extract(_in(russian, "ar"), passages(text), FewNames())
    assert (made, told.extractor) == (["ar"], ArabicScriptReader.name)


def _in(told: Document, language: str | None) -> Document:
    return replace(told, language=language)


def test_english_is_read_as_before():
    *_, extraction = read_english("The Kandor Front denied that it runs camps in Ghazni.")
    assert extraction.claims
