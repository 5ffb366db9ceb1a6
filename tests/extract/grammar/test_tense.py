"""The verb over a time tells whether it is past or to come. Groups and persons are invented."""

import pytest

from sayso.extract.grammar.syntax import Sentence
from sayso.extract.grammar.tense import looks_ahead
from sayso.extract.parsing.parse import parse
from sayso.model.documents import Passage
from sayso.model.ids import DocumentId, PassageId, Span


def sentence(text: str) -> Sentence:
    passage = Passage(
        id=PassageId("x:0"),
        document_id=DocumentId("sha256:x"),
        span=Span(0, len(text)),
        text=text,
        locator="para. 1",
    )
    [parsed] = parse([passage])
    return parsed


def ahead(text: str, words: str = "Friday") -> bool | None:
    return looks_ahead(sentence(text), Span(text.index(words), text.index(words) + len(words)))


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet in Kabul on Friday.",
        "The council is meeting in Kabul on Friday.",
        "The governor agreed to meet the elders on Friday.",
        "A hearing in Herat is scheduled for Friday.",
        "The court postponed the trial until Friday.",
        "The inquiry opens on Friday.",
    ],
)
def test_what_is_planned_is_to_come(text: str):
    assert ahead(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "The council met in Kabul on Friday.",
        "The ministry said Friday that it will open the road.",
        "The decision was announced on Friday by the governor.",
        "The governor may have met the elders on Friday.",
        "He has been held since Friday.",
    ],
)
def test_what_is_told_is_past(text: str):
    assert ahead(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "The governor could not be reached on Friday.",
        "Friday.",
        "The case is heard in Herat on Friday.",
    ],
)
def test_some_verbs_tell_no_direction(text: str):
    assert ahead(text) is None


def test_a_place_without_words_tells_no_direction():
    assert looks_ahead(sentence("They met."), Span(9, 9)) is None
