"""What the remarks of entries about invented parties say: deaths, leaders, reviews, steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lists.upkeep.remarks import (
    day_in,
    death_of,
    end_of,
    even,
    leaders_of,
    present_words,
    reviews_in,
    sentences,
    steps_in,
)
from sayso.model.lists import ListEntry
from tests.lists.build import entity, individual, read, un_list


def person(remarks: str) -> ListEntry:
    [entry] = read(un_list(individual(more=f"<COMMENTS1>{remarks}</COMMENTS1>"))).entries
    return entry


def group(remarks: str) -> ListEntry:
    [entry] = read(un_list(entity(more=f"<COMMENTS1>{remarks}</COMMENTS1>"))).entries
    return entry


@pytest.mark.parametrize(
    ("remarks", "words", "hedged"),
    [
        ("Mother's name: Mina. Reportedly deceased in 2017.", "Reportedly deceased in 2017.", True),
        (
            "Confirmed deceased on 13 June 2018. Led it.",
            "Confirmed deceased on 13 June 2018.",
            False,
        ),
        ("Killed on 3 Dec. 2016 in Kunar. More.", "Killed on 3 Dec. 2016 in Kunar.", False),
        (
            "As of May 2020, reportedly killed in Kunar.",
            "As of May 2020, reportedly killed in Kunar.",
            True,
        ),
        ("Died in 2003", "Died in 2003", False),
        ("It was so in 2019.Reportedly deceased in 2019.", "Reportedly deceased in 2019.", True),
        (
            "In May 2020, Zarmast Tolwak was reportedly killed in Kunar.",
            "In May 2020, Zarmast Tolwak was reportedly killed in Kunar.",
            True,
        ),
        (
            "Reportedly deceased as at May 2015 INTERPOL-UN link",
            "Reportedly deceased as at May 2015",
            True,
        ),
    ],
)
def test_a_death_is_quoted_in_the_entry_s_own_words_with_its_hedge(
    remarks: str, words: str, hedged: bool
):
    state = death_of(person(remarks))
    assert state is not None
    assert (state.words.words, state.hedged) == (words, hedged)


@pytest.mark.parametrize(
    "remarks",
    [
        "Son of Kamran Tolwak (deceased).",
        "Associated with Kamran Wardak, who died in 2004.",
        "Killed three guards of a bank in 2012.",
        "Sentenced to death by a court in Kunar.",
        "His brother Kamran Wardak was killed in 2012.",
        "He usurped the identity of Kamran Wardak, who allegedly died in Kunar in 2004.",
        "Led a group which has killed officials. Active as of late 2014.",
        "Founder of the Battalion of Martyrs.",
    ],
)
def test_the_death_of_another_or_at_his_hands_is_no_death_of_the_listed_person(remarks: str):
    assert death_of(person(remarks)) is None


def test_an_entity_ends_and_does_not_die():
    assert death_of(group("Killed in 2012.")) is None
    assert end_of(person("Reportedly defunct.")) is None
    state = end_of(group("Reportedly defunct. Founded in Kunar."))
    assert state is not None
    assert state.hedged
    assert end_of(group("Lashkar-e Sahra ceased its work by decision of a court.")) is not None
    assert end_of(group("Kohdast Movement ceased its work in 2004.")) is None


def test_only_an_undated_present_is_one():
    remarks = "He is an active member. Believed to be in Kunar as at May 2011. Still at large."
    assert [w.words for w in present_words(person(remarks))] == [
        "He is an active member.",
        "Still at large.",
    ]


@pytest.mark.parametrize(
    ("remarks", "named"),
    [
        ("Formed in 2007, its leader is Kamran Wardak (QDi.902).", [("Kamran Wardak", "QDi.902")]),
        (
            "Linked to X (QDe.902) and led by Kamran Wardak (QDi.902).",
            [("Kamran Wardak", "QDi.902")],
        ),
        ("Headed by Kamran Wardak (QDi. 902).", [("Kamran Wardak", "QDi.902")]),
        ("Founded and led by Kamran Wardak (deceased).", [("Kamran Wardak", None)]),
        (
            "Kamran Wardak (QDi.902) succeeded Z (QDi.903) as leader of it.",
            [("Kamran Wardak", "QDi.902")],
        ),
        ("Its former leader was Kamran Wardak (QDi.902).", []),
        ("Founded by Kamran Wardak (QDi.902).", []),
        ("Associated with Kamran Wardak (QDi.902), who is the leader of the Zarvan Front.", []),
    ],
)
def test_a_leader_is_whom_the_remarks_name_as_leading_this_entity_now(
    remarks: str, named: list[tuple[str, str | None]]
):
    assert [(leader.name, leader.reference) for leader in leaders_of(group(remarks))] == named


def test_a_review_keeps_its_resolution_and_its_day_and_one_without_a_year_has_no_day():
    remarks = (
        "Review pursuant to Security Council resolution 1822 (2008) was concluded on 27 Jul. "
        "The review pursuant to resolution 2610 (2021) was completed on 30 October 2023."
    )
    assert [(r.resolution, r.concluded_on) for r in reviews_in(person(remarks))] == [
        ("1822 (2008)", None),
        ("2610 (2021)", "2023-10-30"),
    ]


def test_steps_of_delisting_are_found_and_not_listed_is_none():
    remarks = "Close to the Kohdast Movement (not listed). Petitioned the Ombudsperson in 2012."
    assert [w.words for w in steps_in(person(remarks))] == ["Petitioned the Ombudsperson in 2012."]


@pytest.mark.parametrize("words", ["31 February 2020", "4 Foo 2020", "0 May 2020", "May 2020", ""])
def test_what_is_no_whole_day_is_none(words: str):
    assert day_in(words) is None


@given(st.text(alphabet="Ab1 .;\n()", max_size=80))
def test_sentences_are_pieces_of_the_text_in_order_and_lose_no_word(text: str):
    whole, place = even(text), 0
    for sentence in sentences(text):
        place = whole.index(sentence, place) + len(sentence)
    assert "".join("".join(sentences(text)).split()) == "".join(whole.split())
