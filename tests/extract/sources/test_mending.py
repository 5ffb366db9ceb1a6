"""What the parser hangs in the wrong place is heard from its own source all the same."""
# ruff: noqa: E501  # a table reads by its rows

import pytest

from tests.extract.propositions.scenes import told
from tests.extract.sources.hearing import chain, heard, stance


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("In a note to editors, its envoy, [Dara Solh|P], said that the [Kandor Front|G] armed the [Marsh Guard|G].", "armed", "Dara Solh"),
        ("Reached by satellite phone, [Dara Solh|P], who heads the [Kandor Front|G], said a cargo had reached the port.", "reached", "Dara Solh"),
        ("The front, [Radio Keld|M] told its listeners, is financed by [the broker|P].", "financed", "Radio Keld"),
        ("[Dara Solh|P] boasts in a video, aired in May, that [his men|U] planned the raid.", "planned", "Dara Solh"),
        ("[A Keld court|B] convicted [Dara Solh|P] in absentia in 2020 of abducting [two surveyors|U].", "abducting", "A Keld court"),
        ("[The Ministry of Trade|B] informed [the panel|B] on 3 May 2024 of the freezing of the accounts.", "freezing", "The Ministry of Trade"),
        ("[Dara Solh|P] claimed the bombing of [the bridge|U] this May, in which [two officers|U] were killed.", "bombing", "Dara Solh"),
        ("[Mara Veld|P] praised the ruling, said the money had gone to a school, and declined to comment.", "gone", "Mara Veld"),
    ],
)  # fmt: skip
def test_a_speech_keeps_its_speaker_wherever_he_stands(text: str, word: str, source: str):
    assert chain(text, word) == f"N > entity:{source}"


def test_a_clause_split_by_its_source_is_said_by_it():
    text = "The crates, [she|P=Mara Veld] told detectives in [Vostok|L], were moved to the [Kandor Front|G]."
    assert chain(text, "moved") == "N > unnamed:Mara Veld"


def test_records_that_show_are_a_source_though_show_looks_like_a_noun():
    text = "Ledgers seen by [the panel|B] show that [Keld Trading|O] sold diesel to the [Kandor Front|G]."
    assert chain(text, "sold") == "N > entity:the panel > document:Ledgers"


def test_a_return_that_names_owners_is_the_source_of_their_owning():
    text = "[Its annual return|D] names [Dara Solh|P] and [Mara Veld|P] as owners of the mill."
    assert chain(text, "owners") == "N > document:Its annual return"


def test_what_a_document_is_said_to_say_is_its_own():
    text = "[Dara Solh|P] is said by [the dossier|D] to be living in [Keld|L]."
    assert heard(text, "living") == [("N > document:the dossier", "CT+ asserted")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[Dara Solh|P] denied ever having visited the camp and called the report a fairy tale.", "called"),
        ("Residents say that the men are herders, and [the Keld Club|O] has accused [the police|B] of beating [them|U].", "accused"),
        ("[The agency|B] believes that [the firm|O] is a front, according to [a file|D]; nobody was charged.", "charged"),
    ],
)  # fmt: skip
def test_what_is_done_beside_a_speech_is_no_part_of_it(text: str, word: str):
    assert chain(text, word) == "N"


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("[Keld Relief|O] says that [it|O=Keld Relief] feeds orphans, but [Dara Solh|P] says that it paid fighters.", "feeds", "Keld Relief"),
        ("[Keld Relief|O] says that [it|O=Keld Relief] feeds orphans, but [Dara Solh|P] says that it paid fighters.", "paid", "Dara Solh"),
        ("[The army|B] said that its troops had stormed a base, but the [Kandor Front|G] insisted that nobody had died there.", "died", "Kandor Front"),
        ("Two envoys disagreed: [Mara Veld|P] said that the [Kandor Front|G] had shelled the town.", "shelled", "Mara Veld"),
        ("[Dara Solh|P], according to [the station|M], sits on the council, and [Keld Post|M] wrote that he owns a mill.", "owns", "Keld Post"),
    ],
)  # fmt: skip
def test_two_speakers_in_one_sentence_say_each_his_own(text: str, word: str, source: str):
    assert chain(text, word) == f"N > entity:{source}"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rebels have had camps here for years, and the traders supplied them, [officials|U] said.", "camps"),
        ("The rebels have had camps here for years; the traders supplied them, [officials|U] said.", "camps"),
        ("The rebels have had camps here for years; the traders supplied them, [officials|U] said.", "supplied"),
    ],
)  # fmt: skip
def test_a_source_at_the_end_stands_for_all_before_it(text: str, word: str):
    assert chain(text, word) == "N > collective:officials"


def test_a_quotation_is_not_parted_by_its_semicolon():
    text = '"We lost nobody; the army invented it," [Dara Solh|P] said.'
    assert chain(text, "lost") == chain(text, "invented") == "N > entity:Dara Solh"


@pytest.mark.parametrize("begin", ["At no point had", "Under no circumstances had", "Never had"])
def test_a_negation_before_a_turned_verb_denies_it(begin: str):
    assert stance(f"{begin} [the league|G] sold fuel.", "sold").startswith("CT-")


def test_believed_to_be_is_no_source_for_those_who_are_believed_to_be_it():
    text = (
        "Men believed to belong to the [Kandor Front|G] abducted [a nurse|P], [officials|U] said."
    )
    assert chain(text, "belong") == chain(text, "abducted") == "N > collective:officials"


@pytest.mark.parametrize(
    ("form", "lemma"), [("staged", "stage"), ("hoped", "hope"), ("piped", "pipe")]
)
def test_verbs_are_not_cut_too_short(form: str, lemma: str):
    [one] = told(f"[The league|G] {form} them yesterday.")
    assert [t.lemma for t in one.reading.sentence.tokens if t.text == form] == [lemma]


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("For [the police|B], across the river, the [Kandor Front|G] is led by [Dara Solh|P].", "led", "N > entity:the police"),
        ("To [the police|B], the [Kandor Front|G] is led by [Dara Solh|P].", "led", "N > entity:the police"),
        ("To [the police|B], [Dara Solh|P] pays [a fee|M].", "pays", "N"),
        ("[Dara Solh|P] is, in the language of [the indictment|D], the leader of the [Kandor Front|G].", "leader", "N > document:the indictment"),
        ("For [the police|B], [Dara Solh|P] bought [a lorry|M] in May.", "bought", "N"),
        ("For the [Kandor Front|G], [Dara Solh|P] runs a camp.", "runs", "N"),
    ],
)  # fmt: skip
def test_one_in_whose_eyes_it_is_so_is_its_source(text: str, word: str, source: str):
    assert chain(text, word) == source
