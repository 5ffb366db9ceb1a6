"""What a person wrote is kept, and read back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.briefing import read_outline
from sayso.errors import BadInput
from sayso.model.ids import ClaimId, FindingId
from sayso.model.outlines import Outline, OutlineLine, OutlineSection
from sayso.views.outlines.text import text_of

PIECES = (*"abé.,;#>-*_[]{}<|^()12\\&😀", "ولا", "amp;", "“”")
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
SPACED = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
CLAIMS = st.lists(
    st.integers(1, 9).map(lambda n: ClaimId(f"c-9b1c4f20-{n}")), max_size=2, unique=True
)
FINDINGS = st.lists(
    st.integers(1, 9).map(lambda n: FindingId(f"f-1a2b3c4d5e{n}f")),
    unique=True,
    min_size=1,
    max_size=2,
)
OWN = st.builds(lambda text, claims: OutlineLine(text=text, claims=tuple(claims)), SPACED, CLAIMS)
TOLD = st.builds(lambda findings: OutlineLine(text=None, findings=tuple(findings)), FINDINGS)
SECTIONS = st.builds(
    lambda heading, lines: OutlineSection(heading=heading, paragraphs=tuple((x,) for x in lines)),
    SPACED.map(lambda words: f"On {words}"),
    st.lists(OWN | TOLD, max_size=5),
)


def told(outline: Outline) -> list[object]:
    return [
        outline.title,
        [
            (s.heading, [(x.text, x.claims, x.findings) for p in s.paragraphs for x in p])
            for s in outline.sections
        ],
    ]


@given(SPACED, st.lists(SECTIONS, min_size=1, max_size=3))
def test_what_is_written_is_read_back_word_for_word(title: str, sections: list[OutlineSection]):
    before = Outline(title=f"On {title}", sections=tuple(sections))
    assert told(read_outline(text_of(before), "outline.txt")) == told(before)


def test_a_sentence_that_rests_on_nothing_does_not_take_the_ids_of_the_next():
    claim = ClaimId("c-9b1c4f20-17")
    lines = (OutlineLine(text="So it is."), OutlineLine(text="He said so.", claims=(claim,)))
    before = Outline(title=None, sections=(OutlineSection(heading="Said", paragraphs=(lines,)),))
    [section] = read_outline(text_of(before), "outline.txt").sections
    assert [(x.text, x.claims) for p in section.paragraphs for x in p] == [
        ("So it is.", ()),
        ("He said so.", (claim,)),
    ]


def test_what_is_kept_has_no_words_of_a_document_in_it():
    line = OutlineLine(text=None, findings=(FindingId("f-1a2b3c4d5e6f"),))
    outline = Outline(title=None, sections=(OutlineSection(heading="Said", paragraphs=((line,),)),))
    assert "camps" not in text_of(outline)
    assert "; the Front has camps" in text_of(outline, lambda _: "the Front has camps")


@pytest.mark.parametrize("heading", ["", "  "])
def test_a_section_has_a_heading(heading: str):
    with pytest.raises(BadInput, match="heading"):
        text_of(Outline(title=None, sections=(OutlineSection(heading=heading, paragraphs=()),)))
