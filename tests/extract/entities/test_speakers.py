"""Whom "we" and "I" mean depends on who speaks, and is left open where nobody is known to."""

import pytest

from tests.extract.entities.readings import document, passages, read, rule_of


def meaning(text: str, words: str) -> str | None:
    told = rule_of(text, words)
    return None if told is None else told[0]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ('"I have no camps," Hamid Zorgani said.', "I", "Hamid Zorgani"),
        (
            'Gul Rahim, the spokesman of the Kandor Front, left. | "We have a camp," he said.',
            "We",
            "Kandor Front",
        ),
        (
            "The Kandor Front rejects the report. | We have no camps in Kunar.",
            "We",
            "Kandor Front",
        ),
        (
            "The Kandor Front rejects the report. | Our fighters have no camps.",
            "fighters",
            "Kandor Front",
        ),
        (
            (
                "The Daily Pamir claimed that goods of Oruna Relief reached the Kandor Front. | "
                "We deny it. | None of our drivers belongs to the Front."
            ),
            "We",
            "Oruna Relief",
        ),
        (
            "The Ministry of Ports can confirm that a patrol left. | It met our sailors.",
            "our",
            "Ministry of Ports",
        ),
        (
            (
                "Oruna Relief published a paper on the Kandor Front. | It claims that we left. | "
                "On behalf of the Front: Hamid Zorgani, spokesman."
            ),
            "we",
            "Kandor Front",
        ),
        (
            "AMINA: Amina Sow is here. | HAMID: I am Hamid Zorgani. | AMINA: I thank you.",
            "I",
            "Amina Sow",
        ),
        (
            "Radio Pamir: Is it so? | Sarhad Daily: We published it.",
            "We",
            "Sarhad Daily",
        ),
    ],
)
def test_the_first_person_is_whoever_speaks(text: str, words: str, name: str):
    assert meaning(text, words) == name


@pytest.mark.parametrize(
    "text",
    [
        "Velik Trading LLC owns two ships. | We found no evidence of it.",
        "The Kandor Front fled. | We found no evidence of it.",
        '"We have a camp," Hamid Zorgani said.',
        "The Daily Pamir claimed that the Kandor Front had raided Oruna Relief. | We deny it.",
        "On Monday the Kandor Front raided a clinic. | We condemn it.",
        "Oruna Relief published a paper. | It believes that We left.",
    ],
)
def test_we_of_somebody_unknown_is_no_mention(text: str):
    assert "We" not in [m.text for m in read(text).mentions]


def test_a_text_gives_its_words_back_with_we_resolved_last():
    text = "The Kandor Front rejects it. | We left our camps. | The group left."
    told = read(text)
    spans = [m.span for m in told.mentions]
    assert spans == sorted(spans)
    assert len(passages(text)) == 3
    assert all(m.span.of(document(text).text) == m.text for m in told.mentions)


def test_a_label_is_the_person_with_that_given_name():
    text = "OMAR: With me is Hamid Zorgani. | HAMID: He has left. | OMAR: Thank you."
    told = {m.text: m.resolved_to for m in read(text).mentions}
    assert told["HAMID"] == told["Hamid Zorgani"]


def test_he_is_not_the_one_who_speaks():
    text = "OMAR: With me is Hamid Zorgani. | HAMID: He has left. | OMAR: Thank you."
    told = {m.text: m.resolved_to for m in read(text).mentions}
    assert told.get("He") != told["HAMID"]


@pytest.mark.parametrize("label", ["QUESTION", "MODERATOR", "POLICE", "SUBJECT"])
def test_a_label_for_an_office_is_nobodys_name(label: str):
    text = f"{label}: They came. | {label}: They left."
    assert label not in [m.text for m in read(text).mentions if m.type.value == "Person"]
