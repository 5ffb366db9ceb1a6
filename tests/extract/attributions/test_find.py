"""Whatever a text ascribes to somebody is found, attitudes too, with source, cue and content.

All persons, groups and papers are invented.
"""
# ruff: noqa: E501  # a table reads by its rows

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect.passages import cut
from sayso.collect.readers.plain import blocks_of
from sayso.extract.attributions.attributed import Attributed, Spans
from sayso.extract.attributions.find import find_attributions, outermost
from sayso.extract.attributions.page import quotations
from sayso.extract.parsing.parse import parse
from sayso.model.ids import DocumentId

NOBODY = ""


def found(text: str) -> tuple[Attributed, ...]:
    passages = cut(DocumentId("sha256:0"), text, blocks_of(text))
    return find_attributions(text, tuple(parse(passages)))


def words(text: str, spans: Spans) -> str:
    """Give the words at some spans, with a bar where one ends and the next begins."""
    return " | ".join(span.of(text) for span in spans)


def parts(text: str) -> list[tuple[str, str, str]]:
    """Give source, cue and content of the attributions that are the text's own."""
    own = outermost(found(text), quotations(text))
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in own]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The clerk said on Tuesday that the bridge was unsafe.", "The clerk", "said", "that the bridge was unsafe"),
        ("The clerk has repeatedly said the bridge was unsafe.", "The clerk", "has repeatedly said", "the bridge was unsafe"),
        ("The bridge was unsafe, the clerk said.", "the clerk", "said", "The bridge was unsafe"),
        ("The bridge, the clerk said, was unsafe.", "the clerk", "said", "The bridge | was unsafe"),
        ("As the clerk noted, the bridge was unsafe.", "the clerk", "noted", "the bridge was unsafe"),
        ("Oda Brenk, a spokeswoman for the port, denied the charge.", "Oda Brenk, a spokeswoman for the port", "denied", "the charge"),
        ("The union opposes the merger.", "The union", "opposes", "the merger"),
        ("The mayor accused the company of hiding the report.", "The mayor", "accused", "the company of hiding the report"),
        ("The mayor called for a new inquiry.", "The mayor", "called for", "a new inquiry"),
        ("The mayor wants to close the bridge.", "The mayor", "wants", "to close the bridge"),
        ("The mayor told reporters that the bridge would close.", "The mayor", "told", "that the bridge would close"),
        ("The bridge is expected to close.", NOBODY, "is expected", "The bridge | to close"),
        ("The bridge seems to be unsafe.", NOBODY, "seems", "The bridge | to be unsafe"),
        ("The merger was criticised by the union.", "the union", "was criticised", "The merger"),
        ("The bridge is unsafe, according to the audit.", "the audit", "according to", "The bridge is unsafe"),
        ("The bridge reportedly cost four million crowns.", NOBODY, "reportedly", "The bridge | cost four million crowns"),
        ("The mayor is confident that the bridge will hold.", "The mayor", "is confident", "that the bridge will hold"),
        ("The mayor said in a statement that the bridge will hold.", "The mayor", "said in a statement", "that the bridge will hold"),
        ("The clerk asked the mayor whether the bridge was safe.", "The clerk", "asked", "whether the bridge was safe"),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_found(text: str, source: str, cue: str, content: str):
    by_words = [tuple(part.replace(" | ", " ") for part in one) for one in parts(text)]

    assert by_words == [(source, cue, content.replace(" | ", " "))], parts(text)


def test_what_a_noun_brings_in_is_its_owner_s():
    [(source, cue, content)] = parts("The mayor's opposition to the merger surprised Dalby.")

    assert source.startswith("The mayor")
    assert (cue, content) == ("opposition to", "the merger")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met the clerk and signed the treaty.",
        "The ship left the harbour at noon with forty tonnes of grain.",
    ],
)
def test_mere_acts_are_no_attributions(text: str):
    assert parts(text) == []


def test_a_quotation_is_one_with_its_marks():
    [(source, cue, content)] = parts("“We waited eleven weeks,” she told the Dalby Post.")

    assert (source, cue, content) == ("she", "told", "“We waited eleven weeks,”")


def test_a_quotation_goes_on_in_the_next_sentences():
    text = (
        "“We waited eleven weeks,” Oda Brenk said in Dalby. “That is no way to treat us. "
        "We will not wait again.”\n\nThe harbour opened in May."
    )

    [(source, _, content)] = parts(text)

    assert source == "Oda Brenk"
    assert content == (
        "“We waited eleven weeks,” | “That is no way to treat us. We will not wait again.”"
    )


def test_a_quotation_before_its_cue_is_taken_from_its_beginning():
    [(_, _, content)] = parts("“They left. Nobody came. We shut the door,” said the baker.")

    assert content == "“They left. Nobody came. We shut the door,”"


def test_a_word_set_off_is_not_what_somebody_says_next():
    text = "“We will pay,” the baker said. The “old bridge” was closed in May."

    assert [content for _, _, content in parts(text)] == ["“We will pay,”"]


def test_attributions_nest_and_the_outermost_can_be_had_alone():
    text = "The clerk said that the mayor wanted to close the bridge."

    assert [words(text, a.cue) for a in found(text)] == ["said", "wanted"]
    assert [cue for _, cue, _ in parts(text)] == ["said"]


def test_quotations_are_found_in_every_kind_of_marks():
    text = "“One,” ''two'' and \"three\", 6'2\" tall.\n“Four goes on.\nFive” ends “six."

    assert [q.of(text) for q in quotations(text)] == [
        "“One,”",
        "''two''",
        '"three"',
        "“Four goes on.",
        "“six.",
    ]


@given(st.text(alphabet="“”\"' ab.\n", max_size=60))
def test_quotations_lie_in_order_inside_the_text_and_no_line_end_is_in_one(text: str):
    inside = list(quotations(text))

    assert all(0 <= q.start < q.end <= len(text) and "\n" not in q.of(text) for q in inside)
    assert all(a.end <= b.start for a, b in pairwise(inside))


PIECES = st.sampled_from(
    [
        "The clerk said",
        "that",
        "“We will pay",
        ",”",
        "she told",
        "the bridge",
        "wants",
        "to close",
        "according to",
        "the audit",
        ".",
        "\n\n",
        ": ",
        "is glad",
        "by",
        "Oda Brenk",
        "was asked",
        "in a poll",
        "reportedly",
        "her claim",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_every_attribution_has_a_cue_and_content_inside_the_text(pieces: list[str]):
    text = " ".join(pieces)
    for one in found(text) if text.strip() else ():
        assert one.cue
        assert one.content
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
        assert not any(c.overlaps(s) for c in one.cue for s in one.source)
