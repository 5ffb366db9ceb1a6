"""The PDF is tagged, titled and whole, and shows names of every script."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from sayso.model.briefs import Brief, BriefLine, Paragraph
from sayso.model.findings import Knowledge
from sayso.views.annexes.whole import with_annexes
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.figures.draw import drawings_of
from sayso.views.publishing import pdf
from tests.views.build import HOSTILE, NOON
from tests.views.kandor import case

#: One name in each of ten scripts; all invented.
TEN = "Ahmad Омар گل رحیم 李明 Γιώργος दीपक Տիգրան გიორგი 김철수 สมชาย"


@pytest.fixture(scope="module")
def brief() -> Brief:
    kandor = case()
    made = compose(kandor, BriefScope(), made=NOON, cut_off=NOON, versions=(("Sayso", "0.1"),))
    return with_annexes(kandor, made)


def text_of(paper: bytes) -> str:
    pages = pypdfium2.PdfDocument(paper)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


@pytest.fixture(scope="module")
def paper(brief: Brief) -> bytes:
    return pdf.write(brief, drawings_of(brief))


def test_it_is_tagged_and_bears_title_language_and_outline(paper: bytes, brief: Brief):
    document = pypdfium2.PdfDocument(paper)
    assert document.get_metadata_value("Title") == brief.title
    assert document.is_tagged()
    assert b"/Lang" in paper
    headings = [item.get_title() for item in document.get_toc()]
    assert headings[:2] == ["I. Summary", "II. Contested and denied"]
    assert "Annex 2. Places" in headings


def test_the_same_brief_gives_the_same_bytes(paper: bytes, brief: Brief):
    assert pdf.write(brief, drawings_of(brief)) == paper


def test_every_page_says_that_it_is_a_draft(paper: bytes):
    pages = pypdfium2.PdfDocument(paper)
    assert all("DRAFT, NOT REVIEWED" in p.get_textpage().get_text_bounded() for p in pages)


def test_a_reviewed_paper_says_nothing_of_a_draft(brief: Brief):
    assert "DRAFT" not in text_of(pdf.write(replace(brief, reviewed=True), {}))


def test_every_footnote_stands_once_with_its_words(paper: bytes, brief: Brief):
    flat = " ".join(text_of(paper).split())
    for note in brief.footnotes:
        assert " ".join(note.words.split())[:40] in flat


def test_no_words_of_a_document_become_markup(paper: bytes):
    assert "#" not in HOSTILE
    assert "<script>" in text_of(paper)


@pytest.mark.parametrize("title", ["#panic()", "$x$ *b* _i_ <l> @r \\ ` // /* #import", "«»“”\"'"])
def test_a_title_that_looks_like_markup_is_words(brief: Brief, title: str):
    made = text_of(pdf.write(replace(brief, title=title, annexes=()), {}))
    assert title.split(maxsplit=1)[0] in made


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set with the fonts that come with the program only, as a machine without others does."""
    folders = [str(folder) for folder in pdf.font_folders()]
    fonts = pdf.typst.Fonts(include_system_fonts=False, font_paths=folders)
    monkeypatch.setattr(pdf, "fonts_here", lambda: fonts)
    pdf.families_here.cache_clear()
    yield
    pdf.families_here.cache_clear()


@pytest.mark.usefixtures("bare")
def test_every_script_of_names_is_shown_on_any_machine():
    assert pdf.scripts_lacking() == ()


@pytest.mark.usefixtures("bare")
def test_names_of_ten_scripts_stand_in_one_line_on_any_machine(brief: Brief):
    made = text_of(pdf.write(replace(brief, title=TEN, annexes=()), {}))
    shown = "".join(made.split())
    assert all(name in shown for name in ("Омар", "李明", "Γιώργος", "Տիգրան", "გიორგი", "김철수"))
    assert "No font here shows" not in made


@pytest.mark.usefixtures("bare")
def test_letters_that_no_font_has_are_told_in_the_paper(brief: Brief):
    made = text_of(pdf.write(replace(brief, title="On 𐎠𒀀", annexes=()), {}))
    assert "No font here shows" in made
    assert "(U+103A0)" in made
    assert "(U+12000)" in made


def test_a_brief_with_nothing_in_it_is_a_paper_that_says_so():
    empty = Knowledge()
    made = compose(empty, BriefScope(), made=NOON, cut_off=NOON, versions=(("Sayso", "0.1"),))
    text = text_of(pdf.write(with_annexes(empty, made), {}))
    assert "Nothing can be told" in text
    assert "No finding is known that this brief could tell." in text


def test_a_note_that_only_a_count_cites_is_not_lost(brief: Brief):
    [note, *_] = brief.footnotes
    extra = replace(note, number=len(brief.footnotes) + 1, words="Words that only a count cites")
    counting = BriefLine(text="One.", claims=(note.claim,), footnotes=(extra.number,))
    first, *rest = brief.sections
    counted = replace(first, paragraphs=(Paragraph(number=1, lines=(counting,)),))
    whole = replace(brief, sections=(counted, *rest), footnotes=(*brief.footnotes, extra))
    assert "Words that only a count cites" in text_of(pdf.write(replace(whole, annexes=()), {}))


def test_very_many_footnotes_stand_together_at_the_end(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pdf, "MOST_FOOTNOTES", 2)
    paper = pdf.write(replace(brief, annexes=()), {})
    made = " ".join(text_of(paper).split())
    assert "Footnotes" in [item.get_title() for item in pypdfium2.PdfDocument(paper).get_toc()]
    assert all(" ".join(note.words.split())[:40] in made for note in brief.footnotes)
