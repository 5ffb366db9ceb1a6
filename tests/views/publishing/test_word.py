"""The DOCX has real headings, numbered paragraphs, real footnotes, and marks right-to-left runs."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from lxml import etree

from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.views.annexes.whole import with_annexes
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.figures.draw import drawings_of
from sayso.views.publishing import word
from sayso.views.publishing.sheet import roman
from tests.views.build import HOSTILE, NOON
from tests.views.kandor import case

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def brief() -> Brief:
    kandor = case()
    made = compose(kandor, BriefScope(), made=NOON, cut_off=NOON, versions=(("Sayso", "0.1"),))
    return with_annexes(kandor, made)


@pytest.fixture(scope="module")
def packed(brief: Brief) -> bytes:
    return word.write(brief, drawings_of(brief))


def part(packed: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(packed)) as held:
        return etree.fromstring(held.read(name))


def words_of(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))


def test_the_same_brief_gives_the_same_bytes(packed: bytes, brief: Brief):
    assert word.write(brief, drawings_of(brief)) == packed


def test_headings_are_headings_and_paragraphs_are_numbered_by_the_paper(
    packed: bytes, brief: Brief
):
    paper = Document(io.BytesIO(packed))
    headings = [p.text for p in paper.paragraphs if p.style.name == "Heading 1"]
    told = [f"{roman(n)}. {section.heading}" for n, section in enumerate(brief.sections, 1)]
    assert headings[: len(told)] == told
    assert headings[len(told)] == f"{roman(len(told) + 1)}. Limits"
    numbered = [p for p in paper.paragraphs if p.style.name == "List Number"]
    assert len(numbered) == sum(len(section.paragraphs) for section in brief.sections)
    assert paper.core_properties.title == brief.title


def test_each_footnote_stands_once_and_later_citations_refer_to_it(packed: bytes, brief: Brief):
    notes = part(packed, "word/footnotes.xml")
    held = {n.get(f"{W}id"): words_of(n) for n in notes if int(n.get(f"{W}id")) > 0}
    assert list(held) == [str(note.number) for note in brief.footnotes]
    for note in brief.footnotes:
        assert " ".join(note.words.split()) in held[str(note.number)]
    body = part(packed, "word/document.xml")
    cited = [r.get(f"{W}id") for r in body.iter(f"{W}footnoteReference")]
    assert cited == list(held)
    marks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    fields = [t.text.split()[1] for t in body.iter(f"{W}instrText") if "NOTEREF" in t.text]
    assert fields
    assert set(fields) <= marks


def test_names_from_right_to_left_are_marked_as_such(packed: bytes):
    body = part(packed, "word/document.xml")
    marked = [words_of(r) for r in body.iter(f"{W}r") if r.find(f"{W}rPr/{W}rtl") is not None]
    assert "گل رحیم" in marked
    assert all(any(letter > "\u0590" for letter in words) for words in marked)


def test_a_denial_stands_in_the_paragraph_of_its_allegation(packed: bytes):
    paper = Document(io.BytesIO(packed))
    [told] = [p.text for p in paper.paragraphs if "(contested)" in p.text]
    assert "denied this" in told


def test_tables_repeat_their_heads_and_figures_have_words_for_who_cannot_see(packed: bytes):
    body = part(packed, "word/document.xml")
    tables = list(body.iter(f"{W}tbl"))
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables)
    told = [e.get("descr") for e in body.iter() if e.tag.endswith("}docPr")]
    assert any("Map of" in (words or "") for words in told)


def test_hostile_words_and_control_characters_are_only_words(brief: Brief):
    packed = word.write(replace(brief, title=f"{HOSTILE}\x00\x0b\ud800\u202e"), {})
    assert "<script>" in Document(io.BytesIO(packed)).paragraphs[0].text


def test_a_brief_with_nothing_in_it_is_a_paper_that_says_so():
    empty = Knowledge()
    made = compose(empty, BriefScope(), made=NOON, cut_off=NOON, versions=())
    texts = [p.text for p in Document(io.BytesIO(word.write(made, {}))).paragraphs]
    assert "Nothing can be told: the limits say why." in texts


def test_sections_bear_roman_figures():
    assert [roman(n) for n in (1, 4, 9, 14, 40, 99, 1994)] == [
        *("I", "IV", "IX", "XIV", "XL", "XCIX", "MCMXCIV")
    ]


def test_figures_are_numbered_through_the_annexes_and_named_by_country(packed: bytes):
    captions = [
        p.text for p in Document(io.BytesIO(packed)).paragraphs if p.style.name == "Caption"
    ]
    assert captions[0].startswith("Figure 1: Findings by province, Afghanistan.")
    assert [c.partition(":")[0] for c in captions] == ["Figure 1", "Figure 2", "Figure 3"]


def test_sources_bear_the_numbers_of_their_table(packed: bytes, brief: Brief):
    rows = next(annex.rows for annex in brief.annexes if annex.key == "sources")
    told = [p.text for p in Document(io.BytesIO(packed)).paragraphs]
    for row, source in zip(rows, brief.sources, strict=True):
        assert row[1].partition(", ")[2].strip("“”")[:10] in source
        assert any(line.startswith(f"{row[0]}. {source[:12]}") for line in told)
