"""The brief as Markdown, with its footnotes."""

import re
from collections.abc import Iterable, Iterator

from sayso.model.briefs import Annex, Brief, BriefLine, Footnote, Paragraph, Party, Section
from sayso.views.naming import one_line, quote_whole
from sayso.views.wording.texts import Texts, texts_of

#: What Markdown or a browser would take for more than text; an underscore only beside a space.
_MARKUP = re.compile(r"([\\`*\[\]<>|]|(?<!\w)_|_(?!\w))")


def draft_mark(brief: Brief) -> str | None:
    """Give the words that stand over a brief which no person has reviewed."""
    return None if brief.reviewed else texts_of(brief.language).say("sheet.draft")


def in_short(notice: str) -> str:
    """Give the first words of a notice, which stands whole at the head of the brief."""
    return notice.partition(":")[0]


class Marks:
    """What must be said of the documents that the paragraphs of a brief rest on."""

    def __init__(self, brief: Brief) -> None:
        self._texts = texts_of(brief.language)
        self._notices = {note.number: note.notice for note in brief.footnotes}

    def over(self, paragraph: Paragraph) -> tuple[str, ...]:
        """Give what holds of a paragraph's documents, in part or as a whole."""
        cited = {number for line in paragraph.lines for number in line.footnotes}
        notices = [self._notices[number] for number in cited if number in self._notices]
        known = sorted({notice for notice in notices if notice is not None})
        return tuple(
            f"{in_short(notice)}."
            if notices.count(notice) == len(notices)
            else f"{self._texts.say('sheet.in_part', notice=in_short(notice))}."
            for notice in known
        )


def drawn_up(brief: Brief) -> str:
    """Say when a brief was made and what it may hold, in its own words."""
    texts = texts_of(brief.language)
    made, cut_off = texts.moment(brief.made), texts.moment(brief.cut_off)
    return texts.say("sheet.made", made=made, cut_off=cut_off)


def versions_told(brief: Brief) -> str:
    """Say from which versions it was made; "" where it names none."""
    told = "; ".join(f"{what} {version}" for what, version in brief.versions)
    return texts_of(brief.language).say("sheet.versions", versions=told) if told else ""


def status_words(line: BriefLine, language: str) -> str:
    """Give the name of the status beside a sentence; "" where it shows none."""
    if line.status is None:
        return ""
    return texts_of(language).say(f"status.{line.status.value}")


def escaped(text: str) -> str:
    """Give a text on one line in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", one_line(text).replace("&", "&amp;"))


def write(brief: Brief, *, ids: bool = False) -> str:
    """Write the brief; it begins and ends with its mark.

    Args:
        brief: to write.
        ids: each sentence carries what it rests on, in a comment, so that the text can be edited
            and read again.
    """
    mark, texts, marks = draft_mark(brief), texts_of(brief.language), Marks(brief)
    marked = [f"**{mark}**"] if mark else []
    blocks = [
        f"# {escaped(brief.title)}",
        *marked,
        *(f"> {escaped(notice)}" for notice in brief.notices),
        escaped(f"{drawn_up(brief)} {versions_told(brief)}".strip()),
        *_listing(texts.say("sheet.changes"), map(escaped, brief.revision)),
        *(block for s in brief.sections for block in _section(brief, s, marks, ids=ids)),
        *_listing(texts.say("sheet.names"), map(_party, brief.parties)),
        *_listing(texts.say("sheet.cited"), map(escaped, brief.sources)),
        *_listing(texts.say("sheet.limits"), map(escaped, brief.limits)),
        *(block for annex in brief.annexes for block in _annex(brief, annex)),
        f"## {texts.say('sheet.footnotes')}",
        *(_footnote(note, texts) for note in brief.footnotes),
        *marked,
    ]
    return "\n\n".join(blocks) + "\n"


def _section(brief: Brief, section: Section, marks: Marks, *, ids: bool) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    for paragraph in section.paragraphs:
        noted = (f"*{escaped(mark)}*" for mark in marks.over(paragraph))
        lines = (
            _line(line, brief.language) + (_ids(line) if ids else "") for line in paragraph.lines
        )
        yield " ".join((f"**{paragraph.number}.**", *lines, *noted))


def _line(line: BriefLine, language: str) -> str:
    notes = "".join(f"[^{number}]" for number in line.footnotes)
    status = status_words(line, language)
    return f"{escaped(line.text)}{notes}" + (f" *({status})*" if status else "")


def _ids(line: BriefLine) -> str:
    """Give what a sentence rests on, where no reader sees it."""
    found = () if line.finding is None else (line.finding,)
    ids = " ".join((*found, *line.claims))
    return f" <!-- {ids} -->" if ids else ""


def _party(party: Party) -> str:
    reasons = f": {'; '.join(party.reasons)}" if party.reasons else ""
    return escaped(f"{party.name} ({party.standing}){reasons}")


def _listing(heading: str, lines: Iterable[str]) -> Iterator[str]:
    listed = "\n".join(f"- {line}" for line in lines)
    if listed:
        yield f"## {heading}"
        yield listed


def _annex(brief: Brief, annex: Annex) -> Iterator[str]:
    """Give a table under its heading; figures stand in the other forms, and say the same."""
    heading = texts_of(brief.language).say("sheet.annexed", heading=annex.heading)
    yield f"## {escaped(heading)}"
    if annex.notes:
        yield escaped(" ".join(annex.notes))
    if annex.rows:
        lines = (annex.columns, ("---",) * len(annex.columns), *annex.rows)
        yield "\n".join(f"| {' | '.join(map(escaped, cells))} |" for cells in lines)


def _footnote(note: Footnote, texts: Texts) -> str:
    said = f"{quote_whole(note.words, texts)} {whose_words(note)}"
    return f"[^{note.number}]: " + escaped(said.lstrip())


def whose_words(note: Footnote) -> str:
    """Give who said the words of a footnote, and where, with what people made of it."""
    chain = f"{' → '.join(note.chain)}. " if note.chain else ""
    address = note.address if note.claim is None else None
    parts = (note.document, note.publisher, note.published, note.locator, address)
    notice = f" [{in_short(note.notice)}]" if note.notice else ""
    return f"{chain}{', '.join(filter(None, parts))}.{notice}{signatures(note)}"


def signatures(note: Footnote) -> str:
    """Give who edited how the words were read, and how sources and item were graded."""
    return "".join(f" {line.rstrip('.')}." for line in (*note.edits, *note.grades))
