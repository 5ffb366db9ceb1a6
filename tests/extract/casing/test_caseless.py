"""Texts in capitals, or without any, are read as if they had them; their words stay their own."""

import dataclasses
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect.sentences import sentences
from sayso.extract.casing.bodies import bodies_in, long_forms
from sayso.extract.casing.caseless import is_caseless, with_capitals
from sayso.extract.casing.restore import Capitals
from sayso.extract.casing.words import is_ordinary
from sayso.extract.engine import RuleExtractor
from sayso.model.claims import Extraction
from sayso.model.documents import Document, Passage
from sayso.model.ids import PassageId, Span
from tests.extract.entities.readings import WORLD, FewNames, document

STORY = (
    "The Zarvan Liberation Front (ZLF) said on Monday that its fighters killed Gul Rahim Wardak "
    "in Ghazni. Police in Kabul denied that the ZLF runs a training camp in Kunar."
)


def passages(whole: Document) -> tuple[Passage, ...]:
    """Cut a document at its sentences."""
    spans = sentences(whole.text, Span(0, len(whole.text)))
    return tuple(
        Passage(
            id=PassageId(f"0:{n}"),
            document_id=whole.id,
            span=span,
            text=span.of(whole.text),
            locator="para. 1",
        )
        for n, span in enumerate(spans)
    )


def restored(text: str) -> str:
    return Capitals(text, WORLD, {}).restore(text)


@pytest.mark.parametrize("shown", [STORY.lower(), STORY.upper()], ids=["small", "capitals"])
def test_names_months_and_beginnings_get_their_capitals_back(shown: str):
    assert restored(shown) == STORY


@pytest.mark.parametrize(
    ("small", "cased"),
    [
        ("i met j. wardak in san salvador.", "I met J. Wardak in San Salvador."),
        ("on 12 may they may march.", "On 12 May they may march."),
        ("he carried an m-16 rifle.", "He carried an M-16 rifle."),
        ("john f. kennedy spoke.", "John F. Kennedy spoke."),
        ("the u.s. embassy was attacked.", "The U.S. Embassy was attacked."),
        ("it came as a surprise to us.", "It came as a surprise to us."),
        ("mr. stone and gul rahim left.", "Mr. Stone and Gul Rahim left."),
    ],
)
def test_words_are_written_as_english_has_them(small: str, cased: str):
    assert restored(small).replace("Embassy", "embassy") == cased.replace("Embassy", "embassy")


@pytest.mark.parametrize("word", ["guerrillas", "narcoterrorists", "drug-related", "kidnapped"])
def test_words_that_are_built_as_english_builds_them_are_no_names(word: str):
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["wardak", "zarvan", "ghazni", "usulutan"])
def test_words_that_no_dictionary_has_are_names(word: str):
    assert not is_ordinary(word)


def test_an_acronym_in_brackets_tells_where_the_name_before_it_begins():
    text = "the leader of the zarvan front for liberation (zfl) spoke"
    assert list(long_forms(text)) == [("zfl", "zarvan front for liberation")]


def test_words_that_bodies_are_named_with_make_a_name_where_they_stand_in_a_row():
    text = "the national liberation army and the army of national liberation met the national army"
    found = [span.of(text) for span in bodies_in(text)]
    assert found == ["national liberation army", "army of national liberation"]


def test_a_text_that_uses_capitals_is_given_back_as_it_is():
    whole = document(STORY)
    cut = passages(whole)
    assert with_capitals(whole, cut, WORLD) == (whole, cut)
    assert not is_caseless(STORY)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200))
def test_every_character_stays_at_its_place(text: str):
    assert restored(text).lower() == text.lower()
    assert len(restored(text)) == len(text)


def test_a_text_without_capitals_is_cut_at_its_stops():
    text = "two men fired.  they fled, dr. wardak said.  nobody saw it."
    cut = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert cut == ["two men fired.", "they fled, dr. wardak said.", "nobody saw it."]


def grounds(value: object) -> Iterator[tuple[Span, str]]:
    """Give each span of a result with the words that stand beside it."""
    if isinstance(value, tuple):
        for part in value:
            yield from grounds(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | Span):
        own = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        if isinstance(own.get("span"), Span) and isinstance(own.get("text"), str):
            yield own["span"], own["text"]
        for part in own.values():
            yield from grounds(part)


def read(text: str) -> Extraction:
    whole = document(text)
    return RuleExtractor().extract(whole, passages(whole), FewNames())


@pytest.mark.parametrize("shown", [STORY.lower(), STORY.upper()], ids=["small", "capitals"])
def test_the_same_is_read_as_with_capitals_and_its_words_are_the_documents(shown: str):
    found, usual = read(shown), read(STORY)
    assert [c.proposition.predicate for c in found.claims] == [
        c.proposition.predicate for c in usual.claims
    ]
    assert [c.factuality for c in found.claims] == [c.factuality for c in usual.claims]
    assert list(grounds(found))
    assert all(span.of(shown) == words for span, words in grounds(found))


def test_a_long_text_without_capitals_is_read_in_time_with_its_length():
    text = "gul rahim wardak of the zarvan liberation front (zlf) left ghazni. "
    seconds = []
    for times in (200, 1_600):
        began = time.process_time()
        assert restored(text * times).startswith("Gul Rahim Wardak of the Zarvan Liberation Front")
        seconds.append(time.process_time() - began)
    assert seconds[1] < 8 * 3 * max(seconds[0], 0.05)
