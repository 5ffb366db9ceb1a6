"""What refers to one thing in a document becomes one entity, and like things stay apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.vocabulary import EntityType
from tests.extract.entities.readings import FewNames, document, groups, read, rule_of


def test_names_descriptions_and_pronouns_of_a_group_are_one_entity():
    told = groups(
        "The Kandor Liberation Front (KLF) denied the claim. | The Front's spokesman, Gul Rahim, "
        "said that the group had no camps. | KLF moved its fighters to Kunar."
    )
    assert told["Kandor Liberation Front"] == [
        *("Kandor Liberation Front", "KLF", "Front", "the group", "KLF", "its", "fighters"),
    ]


def test_two_groups_with_like_names_stay_two():
    told = groups("The Kandor Liberation Front fought the Kandor Liberation Army in Kunar.")
    assert {"Kandor Liberation Front", "Kandor Liberation Army"} <= set(told)


def test_the_taliban_are_not_the_pakistani_taliban():
    told = groups(
        "The Pakistani Taliban (TTP) left. | The Taliban and the Afghan Taliban denied it."
    )
    assert told["Pakistani Taliban"] == ["Pakistani Taliban", "TTP"]
    assert told["Afghan Taliban"] == ["Taliban", "Afghan Taliban"]


def test_names_of_one_list_entry_are_one_entity_and_a_shared_name_joins_nobody():
    one = ("un:QDe.900",)
    listed = FewNames(
        {
            "Zarnawa Shura": (EntityType.ARMED_GROUP, one),
            "Koh-i-Noor Lashkar": (EntityType.ARMED_GROUP, one),
            "Gul Jan": (EntityType.PERSON, ("un:QDi.901", "un:QDi.902")),
            "Rahim Jan": (EntityType.PERSON, ("un:QDi.902", "un:QDi.901")),
        }
    )
    told = groups(
        "The Zarnawa Shura left. | Koh-i-Noor Lashkar came. | Gul Jan met Rahim Jan.", listed
    )
    assert told["Koh-i-Noor Lashkar"] == ["Zarnawa Shura", "Koh-i-Noor Lashkar"]
    assert {"Gul Jan", "Rahim Jan"} <= set(told)


def test_a_surname_means_the_one_person_who_bears_it():
    told = groups("Idris Wardak met reporters. | Wardak said that he was free.")
    assert told["Idris Wardak"] == ["Idris Wardak", "Wardak", "he"]


def test_a_father_and_a_son_of_one_surname_stay_apart_and_the_bare_surname_is_neither():
    told = groups("Mullah Zaman Khan met Hamid Khan, his son. | Khan declined to comment.")
    assert told["Mullah Zaman Khan"] == ["Mullah Zaman Khan", "his"]
    assert told["Hamid Khan"] == ["Hamid Khan", "son"]
    assert told["Khan"] == ["Khan"]


def test_a_title_with_one_name_is_not_every_name_that_ends_so():
    told = groups("Haji Wali and Noor Wali were killed in Kunar.")
    assert {"Haji Wali", "Noor Wali"} <= set(told)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The spokesman of the Sarband Authority, Idris Wardak, spoke.",
            "The spokesman",
            ("Idris Wardak", "apposition"),
        ),
        (
            "Valley Watch, a research group, saw it. | The Zarnawa Network left Kunar.",
            "research group",
            ("Valley Watch", "apposition"),
        ),
        (
            "Gul Rahim is the leader of the Zarnawa Network.",
            "the leader",
            ("Gul Rahim", "copula"),
        ),
        (
            "The Sarhad Daily saw a report by the panel. | The report names four men.",
            "The report",
            ("report", "same head"),
        ),
        (
            "The Al-Liwa Network has camps. | The network runs them.",
            "The network",
            ("Al-Liwa Network", "same head"),
        ),
        (
            "The Panel on Regional Observance met. | The panel rose.",
            "The panel",
            ("Panel on Regional Observance", "same head"),
        ),
        (
            "Police in Kunar met elders. | Nothing changed in the province.",
            "the province",
            ("Kunar", "same level"),
        ),
        (
            "Kohsar Tehreek denied any contact. | The group takes nothing.",
            "The group",
            ("Kohsar Tehreek", "nearest of its type"),
        ),
        (
            "Abu Nasr al-Darwazi, who is based in Kunar, trains men.",
            "who",
            ("Abu Nasr al-Darwazi", "relative"),
        ),
        (
            "The network set up eight camps that are temporary.",
            "that",
            ("camps", "relative"),
        ),
        (
            "Residents of Laghman told Radio Pamir that they had seen men.",
            "they",
            ("Residents of Laghman", "pronoun"),
        ),
        ("The Sarhad Daily said that it had seen the list.", "it", ("Sarhad Daily", "pronoun")),
    ],
)
def test_a_description_or_pronoun_leads_to_what_it_means_by_a_named_rule(
    text: str, words: str, expected: tuple[str, str]
):
    assert rule_of(text, words) == expected


def test_what_a_source_is_told_about_is_not_the_source():
    rule = rule_of(
        "HSK Brigade is independent. | Two men told Valley Watch, a charity, that the group fled.",
        "the group",
    )
    assert rule == ("HSK Brigade", "nearest of its type")


def test_a_denied_or_hedged_identity_joins_nobody():
    for verb in ("is not", "may be", "denied being"):
        told = groups(f"The Kandor Front {verb} the army of the Zarnawa Network.")
        assert told["Kandor Front"] == ["Kandor Front"], verb


def test_it_that_stands_for_a_clause_is_no_mention():
    for text in (
        "It is not known whether Gul Rahim is in Kunar.",
        "The Zarnawa Network denied it.",
        "The Zarnawa Network said it was false.",
    ):
        assert [m.text for m in read(text).mentions if m.text.casefold() == "it"] == []


def test_a_pronoun_reaches_no_further_than_two_sentences_back():
    far = "Gul Rahim spoke. | Rain fell. | Snow fell. | Then he left."
    near = "Gul Rahim spoke. | Rain fell. | Then he left."
    assert (rule_of(far, "he"), rule_of(near, "he")) == (None, ("Gul Rahim", "pronoun"))


def test_a_woman_is_not_he():
    told = groups("Maryam Sadat, a spokeswoman, met Gul Rahim. | She said that he left.")
    assert (told["Maryam Sadat"][-1], told["Gul Rahim"][-1]) == ("She", "he")


def test_words_in_a_quotation_do_not_reach_out_of_it():
    told = read('Gul Rahim met two diplomats. | "They write about it," the spokesman said.')
    assert "They" not in [m.text for m in told.mentions]


def test_an_unnamed_source_is_an_entity_of_its_own():
    told = {
        e.name: e.type.value
        for e in read("Officials said that a diplomat told observers.").entities
    }
    assert told == {"Officials": "Group", "diplomat": "Person", "observers": "Group"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It built eight training camps.", EntityType.FACILITY),
        ("It ran five religious schools.", EntityType.FACILITY),
        ("It hid a weapons depot.", EntityType.FACILITY),
        ("The newspaper told it.", EntityType.MEDIA_OUTLET),
        ("A news agency told it.", EntityType.MEDIA_OUTLET),
        ("A human rights group told it.", EntityType.ORGANISATION),
        ("An armed group told it.", EntityType.ARMED_GROUP),
        ("A group of tribal elders met.", EntityType.GROUP),
        ("Member States told it.", EntityType.PUBLIC_BODY),
        ("The ministry told it.", EntityType.PUBLIC_BODY),
        ("They saw the document.", EntityType.DOCUMENT),
        ("They seized 12 rifles.", EntityType.MATERIAL),
    ],
)
def test_the_head_of_a_description_tells_its_type(text: str, kind: EntityType):
    assert kind in [e.type for e in read(text).entities]


def test_a_body_described_as_a_charity_is_no_armed_group_for_its_name():
    told = {e.name: e.type for e in read("Harakat-e-Safa, a charity in Kabul, denied it.").entities}
    assert told["Harakat-e-Safa"] is EntityType.ORGANISATION


def test_a_capital_that_denies_is_a_government_and_one_where_things_happen_a_place():
    told = read("Islamabad denied the report. | Police met in Islamabad.")
    kinds = [(e.name, e.type.value) for e in told.entities if e.name == "Islamabad"]
    assert kinds == [("Islamabad", "PublicBody"), ("Islamabad", "Place")]
    assert [(p.code, p.level) for p in told.places] == [("PK-IS", "city")]


def test_the_dateline_of_a_story_is_a_place():
    (place,) = read("KABUL (Meridian Wire) - Police denied it.").places
    assert place.code == "AF-KAB"


def test_two_spellings_of_a_province_are_one_place():
    told = groups("Camps in Oruzgan were closed. | Others in Uruzgan were not.")
    assert told["Oruzgan"] == ["Oruzgan", "Uruzgan"]


def test_a_district_that_no_table_has_is_a_place_without_a_code():
    told = read("He was killed in Zarnaw Koh district.")
    assert [(p.text, p.code, p.level) for p in told.places] == [("Zarnaw Koh", None, "admin2")]


def test_ids_count_in_the_order_of_the_text():
    told = read("The Sarhad Daily met Gul Rahim in Kabul. | He told the newspaper of two camps.")
    assert [e.id for e in told.entities] == [f"e{n + 1}" for n in range(len(told.entities))]
    assert [m.id for m in told.mentions] == [f"m{n + 1}" for n in range(len(told.mentions))]
    firsts = [e.mentions[0].span for e in told.entities]
    assert firsts == sorted(firsts)


def test_times_are_told_from_the_date_of_the_document():
    assert [t.edtf for t in read("They met on Thursday.").times] == ["2024-06-06"]


def test_an_empty_document_has_nothing():
    told = read("")
    assert (told.entities, told.mentions, told.places, told.times) == ((), (), (), ())


PIECES = [
    *(
        "The Kandor Front ",
        "Gul Rahim ",
        "denied ",
        "that ",
        "it ",
        "its camps ",
        "in Kabul ",
        "| ",
    ),
    *("(KF) ", "گل رحیم ", "who ", "the group ", "“", "” ", ", ", ". ", "the spokesman of ", "’s "),
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_every_mention_gives_its_words_back_and_belongs_to_one_entity(parts: list[str]):
    text = "".join(parts)
    told = read(text)
    for mention in told.mentions:
        assert mention.span.of(document(text).text) == mention.text
    ours = sorted(m.id for e in told.entities for m in e.mentions)
    assert ours == sorted(m.id for m in told.mentions)
    assert read(text) == told


def test_a_description_is_in_one_line_however_the_lines_of_its_document_break():
    told = groups("The Kandor Front built new training\ncamps in Kunar.")
    assert "new training camps" in told
