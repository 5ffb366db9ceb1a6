"""The brief as DOCX: real headings, numbered paragraphs, footnotes and runs from right to left."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from typing import Final
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sayso.model.briefs import Annex, Brief, Drawing
from sayso.views.brief.markdown import draft_mark, drawn_up, versions_told
from sayso.views.figures.files import captions
from sayso.views.publishing.sheet import (
    Cited,
    Numbered,
    chapters,
    limits_heading,
    note_pieces,
    numbered_sources,
    widths,
)
from sayso.views.wording.scripts import directed_runs, printable
from sayso.views.wording.texts import Texts, texts_of

_MARK: Final = RGBColor(0x8A, 0x1C, 0x1C)
_SOFT: Final = RGBColor(0x55, 0x52, 0x4B)
_TEXT_WIDTH_CM: Final = 16.2
_TWIPS_A_CM: Final = 1440 / 2.54
#: Letters across a table at 8.5 points, and between two of its columns; measured in LibreOffice.
_LINE: Final = 96
_GAP: Final = 4.5
_FONT: Final = "Times New Roman"
_NUMBER_CM: Final = 1.1
#: Of letters from right to left; Word and LibreOffice have another one where it is not there.
_RTL_FONT: Final = "Arial"
#: What every copy of the same brief bears, so that its bytes are the same.
_FILE_TIME: Final = (1980, 1, 1, 0, 0, 0)


def write(brief: Brief, drawings: Mapping[str, Drawing]) -> bytes:
    """Write the brief as DOCX."""
    texts = texts_of(brief.language)
    paper = _paper(brief, texts)
    _head(paper, brief, texts)
    _body(paper, brief, texts)
    names = tuple((p.name, p.standing, "; ".join(p.reasons)) for p in brief.parties)
    first = Annex(
        key="names",
        heading=texts.say("sheet.names"),
        columns=texts.lines("sheet.names_columns"),
        rows=names,
    )
    captioned = captions(brief, drawings)
    for number, annex in enumerate((first, *brief.annexes), 1):
        name = texts.say("sheet.annex", number=number)
        name = texts.say("sheet.annex_heading", annex=name, heading=annex.heading)
        _annex(paper, annex, name, drawings, captioned)
        if annex.key == "sources":
            _lines(paper, numbered_sources(brief))
    kept = io.BytesIO()
    paper.save(kept)
    return _same_every_time(kept.getvalue())


def _same_every_time(packed: bytes) -> bytes:
    """Pack the parts anew without the time at which they were packed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _FILE_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return kept.getvalue()


def _paper(brief: Brief, texts: Texts) -> Paper:
    """Give an empty paper with its styles, its properties, its header and its footer."""
    paper = Document()
    known, made = paper.core_properties, brief.made.astimezone(UTC).replace(tzinfo=None)
    known.title, known.language = printable(brief.title), brief.language
    known.author, known.comments = "Sayso", draft_mark(brief) or ""
    known.created = known.modified = made
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10.5)
    fonts = normal.element.rPr.rFonts
    fonts.set(qn("w:cs"), _RTL_FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), f"{brief.language}-GB" if brief.language == "en" else brief.language)
    language.set(qn("w:bidi"), "fa-IR")
    normal.element.rPr.append(language)
    note = paper.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size = normal, Pt(8.5)
    note.paragraph_format.space_after = Pt(2)
    paper.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    _styles(paper)
    _running(section.header.paragraphs[0], brief)
    _pages(section.footer.paragraphs[0], brief, texts)
    return paper


def _styles(paper: Paper) -> None:
    """Set headings in the font of the text, and numbered paragraphs as expert reports have them."""
    for name, size in (("Title", 18), ("Heading 1", 13.5), ("Caption", 9)):
        style = paper.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for of in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[of]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
    border = paper.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        paper.styles["Title"].element.pPr.remove(border)
    numbered = paper.styles["List Number"]
    for one in numbered.element.pPr.findall(qn("w:contextualSpacing")):
        numbered.element.pPr.remove(one)
    shape = numbered.paragraph_format
    shape.left_indent = shape.first_line_indent = Cm(0)
    shape.tab_stops.add_tab_stop(Cm(_NUMBER_CM))
    shape.space_after, shape.alignment = Pt(7), WD_ALIGN_PARAGRAPH.JUSTIFY


def _running(header: Paragraph, brief: Brief) -> None:
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _say(header, draft_mark(brief) or printable(brief.title), bold=True, color=_MARK, size=8.5)


def _pages(footer: Paragraph, brief: Brief, texts: Texts) -> None:
    cut_off = texts.say("sheet.cut_off", cut_off=texts.moment(brief.cut_off))
    _say(footer, f"{cut_off}    ", color=_SOFT, size=8.5)
    before, between, after = texts.say("sheet.page", page="\0", pages="\0").split("\0")
    for words, code in ((before, "PAGE"), (between, "NUMPAGES")):
        _say(footer, words, color=_SOFT, size=8.5)
        _field(footer, code, "1", size=8.5)
    _say(footer, after, color=_SOFT, size=8.5)


def _head(paper: Paper, brief: Brief, texts: Texts) -> None:
    _say(paper.add_paragraph(style="Title"), printable(brief.title))
    dates = f"{drawn_up(brief)} {versions_told(brief)}"
    _say(paper.add_paragraph(), printable(dates), color=_SOFT, size=9.5)
    mark = draft_mark(brief)
    for notice in (*([mark] if mark else []), *brief.notices):
        _say(paper.add_paragraph(), printable(notice), color=_MARK, bold=notice == mark)
    if brief.revision:
        _heading(paper, texts.say("sheet.changes"))
        _bullets(paper, brief.revision)


def _body(paper: Paper, brief: Brief, texts: Texts) -> None:
    notes = _Notes(paper, brief)
    if not brief.sections:
        paper.add_paragraph(texts.say("sheet.nothing"))
    for chapter in chapters(brief):
        _heading(paper, chapter.heading)
        for paragraph in chapter.paragraphs:
            _numbered(paper, paragraph, notes)
    _heading(paper, limits_heading(brief))
    _bullets(paper, brief.limits)


def _heading(paper: Paper, words: str) -> Paragraph:
    heading: Paragraph = paper.add_heading("", level=1)
    _say(heading, printable(words))
    return heading


def _bullets(paper: Paper, lines: Iterable[str]) -> None:
    for line in lines:
        _say(_styled(paper, "ListBullet"), printable(line), size=9.5)


def _lines(paper: Paper, lines: Iterable[str]) -> None:
    for line in lines:
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(3)
        _say(paragraph, printable(line), size=9)


def _styled(paper: Paper, style: str) -> Paragraph:
    """Add a paragraph by its style's id: to look a style up by name takes long in a long paper."""
    paragraph = paper.add_paragraph()
    paragraph._p.style = style  # noqa: SLF001  # as above
    return paragraph


def _numbered(paper: Paper, numbered: Numbered, notes: "_Notes") -> None:
    """Write one paragraph, numbered by the paper itself, through all sections."""
    paragraph = _styled(paper, "ListNumber")
    for place, sentence in enumerate(numbered.sentences):
        _say(paragraph, f"{' ' if place else ''}{sentence.text}")
        for nth, cited in enumerate(sentence.notes):
            if nth:
                _say(paragraph, ", ", superscript=True)
            notes.cite(paragraph, cited)
        if sentence.status:
            _say(paragraph, f" ({sentence.status})", italic=True, color=_SOFT, size=9.5)
    for mark in numbered.marks:
        _say(paragraph, f" {mark}", italic=True, color=_MARK, size=9.5)


def _say(paragraph: Paragraph, words: str, *, size: float | None = None, **look: object) -> None:
    """Add words, each run from right to left marked as such."""
    for text, is_rtl in directed_runs(words):
        run = paragraph.add_run(text)
        run.font.rtl = True if is_rtl else None
        _sized(run, size)
        for name, value in look.items():
            if name == "color":
                run.font.color.rgb = value
            else:
                setattr(run.font, name, value)


def _sized(run: Run, size: float | None) -> None:
    """Give a run its size in points; letters from right to left have one of their own."""
    if size is None:
        return
    run.font.size = Pt(size)
    other = OxmlElement("w:szCs")
    other.set(qn("w:val"), str(round(size * 2)))
    run._r.get_or_add_rPr().append(other)  # noqa: SLF001  # what python-docx has no name for


def _field(
    paragraph: Paragraph,
    code: str,
    shown: str,
    *,
    size: float | None = None,
    superscript: bool = False,
) -> None:
    """Add a field that the word processor works out, with what it shows until then."""
    for kind, text in (("begin", None), (None, code), ("separate", None), ("", shown), ("end", "")):
        run = paragraph.add_run()
        run.font.superscript = superscript or None
        _sized(run, size)
        if kind in {"begin", "separate", "end"}:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001  # the only door to what python-docx has no name for
        elif kind is None:
            told = OxmlElement("w:instrText")
            told.set(qn("xml:space"), "preserve")
            told.text = f" {text} "
            run._r.append(told)  # noqa: SLF001  # as above
        else:
            run.text = text or ""


class _Notes:
    """The footnotes of a paper, which python-docx has no names for: each stands once."""

    def __init__(self, paper: Paper, brief: Brief) -> None:
        self._pieces = {
            note.number: note_pieces(note, texts_of(brief.language)) for note in brief.footnotes
        }
        self._root = parse_xml(
            f"<w:footnotes {nsdecls('w')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
            "</w:footnote>"
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
            "<w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
        )
        part = XmlPart(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            self._root,
            paper.part.package,
        )
        paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._paper = paper

    def cite(self, paragraph: Paragraph, cited: Cited) -> None:
        """Put the footnote here; where it stands already, refer to its number."""
        name = f"_RefNote{cited.number}"
        if not cited.is_first:
            _field(paragraph, f"NOTEREF {name} \\h", str(cited.number), superscript=True)
            return
        number = str(cited.number)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), number)
        start.set(qn("w:name"), name)
        paragraph._p.append(start)  # noqa: SLF001  # as above
        run = paragraph.add_run()
        run._r.style = "FootnoteReference"  # noqa: SLF001  # as above
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), number)
        run._r.append(reference)  # noqa: SLF001  # as above
        paragraph._p.append(end)  # noqa: SLF001  # as above
        self._root.append(self._note(cited.number))

    def _note(self, number: int) -> object:
        held = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr>'
            '<w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
            '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>'
        )
        words, where = self._pieces[number]
        paragraph = Paragraph(held[0], self._paper)
        _say(paragraph, f" {words}")
        _say(paragraph, f" {where}", color=_SOFT)
        return held


def _annex(
    paper: Paper,
    annex: Annex,
    name: str,
    drawings: Mapping[str, Drawing],
    captioned: Mapping[str, str],
) -> None:
    heading = _heading(paper, name)
    heading.paragraph_format.page_break_before = annex.key == "names"
    if annex.notes:
        notes = paper.add_paragraph()
        notes.paragraph_format.keep_with_next = True
        _say(notes, printable(" ".join(annex.notes)), size=9.5)
    for figure in annex.figures:
        drawing = drawings.get(figure.key)
        if drawing is not None:
            picture = paper.add_picture(io.BytesIO(drawing.png), width=Cm(_TEXT_WIDTH_CM))
            picture._inline.docPr.set("descr", figure.told)  # noqa: SLF001  # as above
            paper.paragraphs[-1].paragraph_format.keep_with_next = True
            _say(paper.add_paragraph(style="Caption"), printable(captioned[figure.key]))
    if annex.rows:
        _table(paper, annex.columns, annex.rows)


def _table(paper: Paper, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table whose head is repeated on every page.

    It is written as the XML of the whole: cell by cell, long tables would take minutes.
    """
    parts = widths(columns, rows, line=_LINE, gap=_GAP)
    twips = [round(_TEXT_WIDTH_CM * share * _TWIPS_A_CM) for share in parts]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    lines = "".join(
        _row(cells, twips, is_head=number == 0) for number, cells in enumerate((columns, *rows))
    )
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )
    paper.add_paragraph()._p.addprevious(table)  # noqa: SLF001  # what python-docx has no name for


def _row(cells: Sequence[str], twips: Sequence[int], *, is_head: bool) -> str:
    marks = "<w:cantSplit/><w:tblHeader/>" if is_head else "<w:cantSplit/>"
    look = ("<w:b/>" if is_head else "") + '<w:sz w:val="17"/><w:szCs w:val="17"/>'
    held = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:spacing w:after="20"/></w:pPr>{_runs(printable(cell), look)}</w:p></w:tc>'
        for cell, width in zip(cells, twips, strict=True)
    )
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(held)}</w:tr>"


def _runs(words: str, look: str) -> str:
    """Give words as the XML of runs, each run from right to left marked as such."""
    return "".join(
        f"<w:r><w:rPr>{look}{'<w:rtl/>' if is_rtl else ''}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        for text, is_rtl in directed_runs(words)
    )
