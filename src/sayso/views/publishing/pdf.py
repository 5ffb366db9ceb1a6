"""The brief as a tagged PDF, set by typst, which asks for nothing from outside."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from functools import cache
from importlib.resources import files
from typing import Final

import typst

from sayso.errors import Unavailable
from sayso.model.briefs import Annex, Brief, Drawing
from sayso.views.brief.markdown import draft_mark, drawn_up, versions_told
from sayso.views.figures.files import captioned
from sayso.views.json import JsonObject
from sayso.views.publishing.sheet import (
    Chapter,
    Cited,
    Numbered,
    chapters,
    limits_heading,
    note_pieces,
    numbered_sources,
    widths,
)
from sayso.views.wording.fonts import OURS, font_folders
from sayso.views.wording.scripts import isolated, printable
from sayso.views.wording.texts import texts_of

#: Families in the order in which they are asked for a letter, so that a paper looks alike on every
#: machine: the first comes with typst, DejaVu with matplotlib, the others with us. What none of
#: them has is looked for in the system's.
FONTS: Final = ("Libertinus Serif", OURS[0], "DejaVu Sans", *OURS[1:])
#: Script → a letter of it, for what a machine can show; the scripts of names on the lists.
LETTERS: Final[Mapping[str, str]] = {
    "Latin": "ẞ",
    "Cyrillic": "Ж",
    "Greek": "Ω",
    "Arabic": "ع",
    "Persian": "گ",
    "Pashto": "ښ",
    "Urdu": "ڑ",
    "Hebrew": "ש",
    "Devanagari": "म",
    "Bengali": "ব",
    "Thai": "ก",
    "Chinese": "漢",
    "Japanese": "あ",
    "Korean": "한",
    "Georgian": "ღ",
    "Armenian": "Ա",
    "Ethiopic": "አ",
    "Sinhala": "ස",
    "Tamil": "த",
    "Myanmar": "မ",
    "Gujarati": "ગ",
    "Gurmukhi": "ਗ",
    "Telugu": "త",
    "Kannada": "ಕ",
    "Malayalam": "മ",
    "Khmer": "ក",
    "Lao": "ກ",
}
#: Accessible (tagged, titled, with a language); it refuses letters that no font has.
_ACCESSIBLE: Final = "ua-1"
_NO_LETTERS: Final = re.compile(r"last ?resort|math|^cm[a-z]+10$|^STIX|emoji|symbol", re.IGNORECASE)
_LAST_LATIN: Final = "\u017f"
#: Of one table on paper, for the sake of memory: typst takes some 200 MB for each thousand.
MOST_ROWS: Final = 1000
#: Set at the foot of their pages; more stand together at the end, for typst takes some 400 kB of
#: memory for each at the foot (2,000 of them: 1.1 GB, of which 0.7 for the notes; November 2026).
MOST_FOOTNOTES: Final = 1500
_LONGEST_SHORT: Final = 70
#: What the template says of its own, by the names that it uses.
_SAID: Final = ("contents", "changes", "nothing", "footnotes", "figure")


def write(brief: Brief, drawings: Mapping[str, Drawing]) -> bytes:
    """Write the brief as PDF/UA-1; where no font has a letter, as a tagged PDF that names it.

    Raises:
        Unavailable: typst could not set it.
    """
    try:
        return _set(_sheet(brief, drawings), brief, _ACCESSIBLE)
    except typst.TypstError as bad:
        lacking = scripts_lacking("".join(_words(brief)))
        if not lacking:
            raise Unavailable(f"the brief could not be set as PDF: {bad.message}") from bad
    texts = texts_of(brief.language)
    told = texts.say("sheet.no_font", letters=texts.say("join.comma").join(lacking))
    try:
        return _set(_sheet(brief, drawings, told), brief, None)
    except typst.TypstError as bad:
        raise Unavailable(f"the brief could not be set as PDF: {bad.message}") from bad


def scripts_lacking(text: str | None = None) -> tuple[str, ...]:
    """Give the scripts whose letters no font here has, by name, in the order of `LETTERS`.

    Args:
        text: only letters that stand in it are asked for, those of no script known here under
            "U+1234"; None asks for one of each script.
    """
    if text is None:
        asked = LETTERS
    else:
        strange = sorted({c for c in text if c > _LAST_LATIN and not c.isspace()})
        asked = {f"{c} (U+{ord(c):04X})": c for c in strange}
    return tuple(script for script, letter in asked.items() if not _is_shown(letter))


def _is_shown(letter: str) -> bool:
    families = json.dumps(families_here(), ensure_ascii=False)[1:-1]
    source = (
        f'#set document(title: "a")\n#set text(font: ({families}), fallback: false)\n#"{letter}"'
    )
    try:
        _compiler(source.encode("utf-8")).compile(format="pdf", pdf_standards=_ACCESSIBLE)
    except typst.TypstError:
        return False
    return True


def _compiler(source: bytes, inputs: Mapping[str, str] | None = None) -> typst.Compiler:
    return typst.Compiler(source, font_paths=fonts_here(), sys_inputs=dict(inputs or {}))


@cache
def fonts_here() -> typst.Fonts:
    """Find the fonts here, once: the system's, typst's own, matplotlib's and ours."""
    return typst.Fonts(font_paths=[str(folder) for folder in font_folders()])


@cache
def families_here() -> tuple[str, ...]:
    """Give the families that a letter is looked for in: ours first, then all others here.

    But for those that hold a box, or signs of mathematics, in the place of every letter.
    """
    here = [family for family in fonts_here().families() if not _NO_LETTERS.search(family)]
    return (*(family for family in FONTS if family in here), *sorted(set(here) - set(FONTS)))


def _set(sheet: JsonObject, brief: Brief, standard: str | None) -> bytes:
    template = files("sayso.views.publishing").joinpath("brief.typ").read_bytes()
    compiler = _compiler(template, {"brief": json.dumps(sheet, ensure_ascii=False)})
    made = compiler.compile(
        format="pdf",
        pdf_standards=[] if standard is None else standard,  # type: ignore[arg-type]  # a literal
        timestamp=brief.made.astimezone(UTC).replace(microsecond=0),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no bytes")
    return made


def _words(brief: Brief) -> Iterator[str]:
    """Give all that the paper would show, for the letters in it."""
    yield json.dumps(_sheet(brief, {}), ensure_ascii=False)


def _sheet(brief: Brief, drawings: Mapping[str, Drawing], told: str | None = None) -> JsonObject:
    """Give the brief as the template takes it."""
    texts, title = texts_of(brief.language), _text(brief.title)
    state = "sheet.state_draft" if draft_mark(brief) else "sheet.state_reviewed"
    cut_off = texts.say("sheet.cut_off", cut_off=texts.moment(brief.cut_off))
    notices = [*brief.notices, *([told] if told else [])]
    return {
        "title": title,
        "short": title if len(title) <= _LONGEST_SHORT else f"{title[:_LONGEST_SHORT]}…",
        "program": next((f"{w} {v}" for w, v in brief.versions), "Sayso"),
        "keywords": [texts.say(state)],
        "description": drawn_up(brief),
        "mark": draft_mark(brief),
        "language": brief.language,
        "fonts": list(families_here()),
        "texts": {name: texts.say(f"sheet.{name}") for name in _SAID}
        | {"page": texts.say("sheet.page", page="{page}", pages="{pages}")},
        "made_line": _text(drawn_up(brief)),
        "versions_line": _text(versions_told(brief)),
        "cut_off_line": cut_off,
        "notices": [_text(notice) for notice in notices],
        "revision": [_text(line) for line in brief.revision],
        "sections": [_chapter(chapter) for chapter in chapters(brief)],
        "footnotes": _footnotes(brief),
        "endnotes": len(brief.footnotes) > MOST_FOOTNOTES,
        "limits_heading": _text(limits_heading(brief)),
        "limits": [_text(limit) for limit in brief.limits],
        "annexes": [
            _annex(annex, number, drawings, brief)
            for number, annex in enumerate((_names(brief), *brief.annexes), 1)
        ],
    }


def _text(words: str) -> str:
    """Give words as they are set: runs from right to left apart, long words breakable."""
    return re.sub(r"(\S{40})(?=\S)", "\\1\u200b", isolated(printable(words)))


def _chapter(chapter: Chapter) -> JsonObject:
    return {
        "heading": _text(chapter.heading),
        "paragraphs": [_paragraph(paragraph) for paragraph in chapter.paragraphs],
    }


def _paragraph(paragraph: Numbered) -> JsonObject:
    return {
        "number": paragraph.number,
        "sentences": [
            {
                "text": _text(sentence.text),
                "notes": [_cited(cited) for cited in sentence.notes],
                "status": sentence.status,
            }
            for sentence in paragraph.sentences
        ],
        "marks": [_text(mark) for mark in paragraph.marks],
    }


def _cited(cited: Cited) -> JsonObject:
    return {"number": cited.number, "first": cited.is_first}


def _footnotes(brief: Brief) -> JsonObject:
    texts = texts_of(brief.language)
    pieces = {note.number: note_pieces(note, texts) for note in brief.footnotes}
    return {str(n): {"words": _text(words), "where": _text(w)} for n, (words, w) in pieces.items()}


def _names(brief: Brief) -> Annex:
    """Give the annex of names with their standing and its grounds."""
    texts = texts_of(brief.language)
    rows = tuple((p.name, p.standing, "; ".join(p.reasons)) for p in brief.parties)
    heading, columns = texts.say("sheet.names"), texts.lines("sheet.names_columns")
    return Annex(key="names", heading=heading, columns=columns, rows=rows)


def _annex(annex: Annex, number: int, drawings: Mapping[str, Drawing], brief: Brief) -> JsonObject:
    lines: Sequence[str] = numbered_sources(brief) if annex.key == "sources" else ()
    rows, left = annex.rows[:MOST_ROWS], len(annex.rows) - MOST_ROWS
    texts = texts_of(brief.language)
    more = [texts.say("sheet.more_rows", rows=left)] if left > 0 else []
    name = texts.say("sheet.annex", number=number)
    return {
        "heading": _text(texts.say("sheet.annex_heading", annex=name, heading=annex.heading)),
        "notes": [_text(note) for note in (*annex.notes, *more)],
        "columns": list(annex.columns),
        "widths": list(widths(annex.columns, rows)) if rows else [],
        "rows": [[_text(cell) for cell in row] for row in rows],
        "figures": [
            {
                "svg": drawings[f.key].svg,
                "title": _text(captioned(f, drawings[f.key], brief.language)),
                "told": _text(f.told),
            }
            for f in annex.figures
            if f.key in drawings
        ],
        "lines": [_text(line) for line in lines],
    }
