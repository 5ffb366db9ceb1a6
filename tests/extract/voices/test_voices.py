"""In whose voice a claim is told: asides, turns of a transcript, authors and couriers."""
# a table reads by its rows

from dataclasses import replace

import pytest

from sayso.extract.voices.narrator import find_speakers
from tests.extract.propositions.scenes import lines, scene, told
from tests.extract.sources.hearing import chain

REPORT = """\
41. [The Panel|B] estimates that [the league|G] has two camps.

¶42. [The Panel|B] notes that [Dara Solh|P] leads [the league|G].

¶43. [The Panel|B] recommends that [the committee|B] list [Dara Solh|P]."""


def only(text: str, predicate: str) -> list[str]:
    return [line for line in lines(text) if line.startswith(predicate)]


@pytest.mark.parametrize(
    "text",
    [
        "[Mara Veld|P] said that [Dara Solh|P], the commander of the [Kandor Front|G], had fled.",
        "[Mara Veld|P] said that [Dara Solh|P], who commands the [Kandor Front|G], had fled.",
    ],
)
def test_a_role_in_passing_is_the_narrators_in_any_speech(text: str):
    assert [" | N | " in line for line in only(text, "leads")] == [True]


def test_a_role_that_is_the_point_of_a_speech_is_the_speakers():
    text = "[Mara Veld|P] said that [Dara Solh|P] commands the [Kandor Front|G]."
    assert ["N > entity:Mara Veld" in line for line in only(text, "leads")] == [True]


def test_who_rejects_a_report_is_told_of_by_the_narrator():
    [line] = only("The [Kandor Front|G] rejected [the report|D].", "accusation")
    assert " | N | CT+ | asserted" in line


def test_what_is_taken_for_granted_is_presupposed():
    [line] = only("[Dara Solh|P] fled after the arrest of [Mara Veld|P].", "arrest")
    assert line.endswith("CT+ | presupposed")


def test_a_thing_with_no_before_it_is_denied_alone():
    text = "The [Kandor Front|G] acquired [rifles|X], but no [drones|X]."
    found = {line.split(" | ")[0]: line.split(" | ")[-2] for line in only(text, "acquired")}
    assert found.get("acquired(Kandor Front, rifles)") == "CT+"
    assert found.get("acquired(Kandor Front, drones)", "CT-") == "CT-"


def test_a_transcript_gives_each_turn_to_its_label():
    text = (
        "[Keld Post|M]: Does [the league|G] run a camp? ¶ "
        "[Mara Veld|P]: [The league|G] stored mines there. || It paid for them. ¶ "
        "[Keld Post|M]: We published the file."
    )
    assert chain(text, "run") == "N > entity:Keld Post"
    assert chain(text, "stored") == chain(text, "paid") == "N > entity:Mara Veld"
    assert chain(text, "published") == "N > entity:Keld Post"


def test_a_label_in_capitals_beside_a_name_has_the_word_too():
    text = (
        "MINISTRY: [The league|G] stored mines there. || It paid for them. ¶ "
        "[Mara Veld|P]: We published the file."
    )
    assert chain(text, "stored") == chain(text, "paid") == "N > unnamed:MINISTRY"
    alone = text.replace("[Mara Veld|P]: ", "")
    assert chain(alone, "stored") == "N"


def test_one_label_makes_no_transcript():
    text = "[Keld|L]: The league stored mines there. || It paid for them."
    assert chain(text, "paid") == "N"


def test_a_document_keeps_the_newspaper_that_saw_it():
    text = (
        "According to [a memo|D=the memo] seen by [Keld Post|M], the league sold fuel. || "
        "[The memo|D=the memo] says that it bought drones."
    )
    assert chain(text, "bought") == "N > entity:Keld Post > document:the memo"


def test_the_body_that_a_person_speaks_for_is_known():
    text = "[Mara Veld|P], who speaks for the [Kandor Front|G], said that it had a camp."
    assert chain(text, "had") == "N > entity:Mara Veld/Kandor Front"


def test_the_panel_that_recommends_in_a_numbered_report_is_its_author():
    made = scene(REPORT)
    author = find_speakers(made.document, told(REPORT)).author
    sentences = told(REPORT)
    names = {e.id: e.name for e in sentences[0].reading.entities.values()}
    assert author is not None
    assert names[author] == "The Panel"


def test_a_panel_in_a_text_without_numbers_is_a_source_like_others():
    text = "[The Panel|B] recommends that [the committee|B] list [Dara Solh|P]."
    assert find_speakers(scene(text).document, told(text)).author is None


def test_the_author_of_a_statement_is_the_party_and_not_the_outlet_that_it_answers():
    text = "[Keld Post|M] printed a story. || We reject it. || [Keld Relief|O] feeds orphans."
    made = scene(text)
    speaker = replace(made.document, title="Statement by Keld Relief")
    sentences = told(text)
    names = {e.id: e.name for e in sentences[0].reading.entities.values()}
    author = find_speakers(speaker, sentences).author
    assert author is not None
    assert names[author] == "Keld Relief"
    untitled = replace(made.document, title="A statement")
    assert find_speakers(untitled, sentences).author is None


@pytest.mark.parametrize(
    "speaker",
    [
        "[Dara Solh|P], the commander of the [Kandor Front|G]",
        "[Dara Solh|P], the spokesman for the [Kandor Front|G]",
        "[Dara Solh|P], who leads the [Kandor Front|G]",
    ],
)
def test_we_means_the_body_that_the_speaker_stands_for(speaker: str):
    text = f'"We run [a camp|F=the camp] in [Ghazni|L]," said {speaker}.'
    assert [line.split(" | ")[0] for line in only(text, "operates")] == [
        "operates(Kandor Front, the camp)"
    ]


def test_we_in_the_mouth_of_a_person_of_no_known_group_means_nobody():
    text = '"We run [a camp|F] in [Ghazni|L]," said [Dara Solh|P].'
    assert only(text, "operates") == []


def test_an_absence_on_somebodys_word_is_a_denial():
    [line] = only("[Dara Solh|P] said that the [Kandor Front|G] runs no [camps|F].", "operates")
    assert line.endswith("CT- | denied")
    [line] = only("The [Kandor Front|G] runs no [camps|F].", "operates")
    assert line.endswith("CT- | asserted")


def test_who_has_left_no_longer_holds_the_office():
    assert only("[The league|G]'s treasurer, [Dara Solh|P], left the group.", "member_of") == []
    for elsewhere in ("left [Keld|L]", "has not left the group"):
        text = f"[The league|G]'s treasurer, [Dara Solh|P], {elsewhere}."
        assert only(text, "member_of") != []


def test_what_a_quotation_tells_of_the_one_quoted_is_the_quoters():
    text = "[The memo|D] quotes a detained [courier|P] to the effect that [the league|G] sold fuel."
    assert chain(text, "detained") == "N > document:The memo"
    assert chain(text, "sold") == "N > document:The memo > unnamed:courier"


@pytest.mark.parametrize("judged", ["sentenced", "jailed"])
def test_what_a_court_punishes_is_on_its_word(judged: str):
    text = f"[The court|B] {judged} [Dara Solh|P] for financing [the league|G]."
    assert chain(text, "financing") == "N > entity:The court"


def test_what_somebody_owns_up_to_is_on_his_word():
    text = "[Dara Solh|P] owned up to financing [the league|G]."
    assert chain(text, "financing") == "N > entity:Dara Solh"
    assert only(text, "owns") == []
