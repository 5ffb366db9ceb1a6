"""What every printed form of a brief shares: sentences with their notes, and widths of columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.briefs import Brief, BriefLine, Footnote, Paragraph
from sayso.model.ids import ClaimId
from sayso.views.annexes.told import see
from sayso.views.brief.markdown import Marks, status_words, whose_words
from sayso.views.naming import quote_whole
from sayso.views.wording.scripts import printable
from sayso.views.wording.texts import Texts, texts_of

#: Letters that a line across the whole page holds in a table, and between two columns; beyond
#: these lengths of a word or a cell a column is not made wider. Measured on A4 at 8.4 points.
LINE: Final = 112
GAP: Final = 3.0
_WIDEST_WORD: Final = 16
_WIDEST_CELL: Final = 90
_ROMAN: Final = {
    1000: "M",
    900: "CM",
    500: "D",
    400: "CD",
    100: "C",
    90: "XC",
    50: "L",
    40: "XL",
    10: "X",
    9: "IX",
    5: "V",
    4: "IV",
    1: "I",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A footnote at one place: its words stand where it is cited first."""

    number: int
    is_first: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence as it is printed; one that only counts says which paragraphs tell."""

    text: str
    notes: tuple[Cited, ...]
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A paragraph as it is printed; `marks` say what holds of the documents that it rests on."""

    number: int
    sentences: tuple[Sentence, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading and its paragraphs as they are printed."""

    heading: str
    paragraphs: tuple[Numbered, ...]


def chapters(brief: Brief) -> tuple[Chapter, ...]:
    """Give the sections with each footnote at its first place.

    A sentence that only counts what other paragraphs tell refers to them instead of to notes. A
    note that no sentence would hold then is held by the last one.
    """
    setter = _Setter(brief)
    made = tuple(
        Chapter(
            heading=printable(f"{roman(number)}. {section.heading}"),
            paragraphs=tuple(setter.paragraph(paragraph) for paragraph in section.paragraphs),
        )
        for number, section in enumerate(brief.sections, 1)
    )
    left = tuple(note.number for note in brief.footnotes if note.number not in setter.placed)
    return _with_notes(made, left) if left else made


def limits_heading(brief: Brief) -> str:
    """Give the heading of the limits, the last before the annexes."""
    limits = texts_of(brief.language).say("sheet.limits")
    return f"{roman(len(brief.sections) + 1)}. {limits}"


def numbered_sources(brief: Brief) -> tuple[str, ...]:
    """Give the sources, numbered as in the table of their grades."""
    return tuple(f"{number}. {source}" for number, source in enumerate(brief.sources, 1))


def roman(number: int) -> str:
    """Give a number from 1 in Roman figures, as sections of expert reports bear them."""
    told = ""
    for value, figure in _ROMAN.items():
        told += figure * (number // value)
        number %= value
    return told


class _Setter:
    """Sets sentences in reading order, and knows which footnotes have their place."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._texts = texts_of(brief.language)
        self._marks = Marks(brief)
        self.placed: set[int] = set()
        self._telling: dict[ClaimId, list[int]] = {}
        for section in brief.sections:
            for paragraph in section.paragraphs:
                for line in paragraph.lines:
                    if line.finding is not None:
                        for claim in line.claims:
                            self._telling.setdefault(claim, []).append(paragraph.number)

    def paragraph(self, paragraph: Paragraph) -> Numbered:
        """Set one paragraph."""
        return Numbered(
            number=paragraph.number,
            sentences=tuple(self._sentence(line) for line in paragraph.lines),
            marks=tuple(map(printable, self._marks.over(paragraph))),
        )

    def _sentence(self, line: BriefLine) -> Sentence:
        told = [] if line.finding is not None else self._told_in(line)
        notes = () if told else tuple(self._cited(number) for number in line.footnotes)
        text = printable(line.text)
        if told:
            where = see(told, self._texts)
            text = self._texts.say("sheet.see", sentence=text.removesuffix("."), paragraphs=where)
        status = status_words(line, self._brief.language)
        return Sentence(text=text, notes=notes, status=status)

    def _told_in(self, line: BriefLine) -> list[int]:
        return [number for claim in line.claims for number in self._telling.get(claim, ())[:1]]

    def _cited(self, number: int) -> Cited:
        is_first = number not in self.placed
        self.placed.add(number)
        return Cited(number, is_first)


def _with_notes(made: tuple[Chapter, ...], left: tuple[int, ...]) -> tuple[Chapter, ...]:
    """Give the last sentence these notes too."""
    *chapters_before, chapter = made
    *before, paragraph = chapter.paragraphs
    *told, last = paragraph.sentences
    held = replace(last, notes=(*last.notes, *(Cited(number) for number in left)))
    closing = replace(paragraph, sentences=(*told, held))
    return (*chapters_before, replace(chapter, paragraphs=(*before, closing)))


def note_pieces(note: Footnote, texts: Texts) -> tuple[str, str]:
    """Give the words of a footnote, and who said them where, with what people made of it."""
    return printable(quote_whole(note.words, texts)), printable(whose_words(note))


def widths(
    columns: Sequence[str], rows: Sequence[Sequence[str]], *, line: float = LINE, gap: float = GAP
) -> tuple[float, ...]:
    """Give the share of each column of a table's width; their sum is 1.

    Each has room for its longest word; what is left goes to those whose cells hold most.

    Args:
        columns: the heads.
        rows: the cells below them.
        line: letters across the whole page.
        gap: letters between two columns.
    """
    cells = [[column, *(row[place] for row in rows)] for place, column in enumerate(columns)]
    words = (max(len(word) for cell in column for word in (*cell.split(), "")) for column in cells)
    least = [min(most, _WIDEST_WORD) + gap for most in words]
    wanted = [min(max(map(len, column)), _WIDEST_CELL) + gap for column in cells]
    more = [max(0.0, want - need) for want, need in zip(wanted, least, strict=True)]
    left = max(0.0, line - sum(least))
    a_letter = left / (sum(more) or 1)
    share = [need + a_letter * extra for need, extra in zip(least, more, strict=True)]
    return tuple(one / sum(share) for one in share)
