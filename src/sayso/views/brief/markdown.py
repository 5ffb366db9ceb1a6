"""The brief as Markdown, with its footnotes."""

import re
from collections.abc import Iterable, Iterator

from sayso.model.briefs import Brief, BriefLine, Footnote, Paragraph, Party, Section
from sayso.views.naming import one_line, quote_whole

DRAFT = "DRAFT, NOT REVIEWED"

#: What Markdown or a browser would take for more than text; an underscore only beside a space.
_MARKUP = re.compile(r"([\\`*\[\]<>|]|(?<!\w)_|_(?!\w))")


def draft_mark(brief: Brief) -> str | None:
    """Give the words that stand over a brief which no person has reviewed."""
    return None if brief.reviewed else DRAFT


def in_short(notice: str) -> str:
    """Give the first words of a notice, which stands whole at the head of the brief."""
    return notice.partition(":")[0]


def marks_over(brief: Brief, paragraph: Paragraph) -> tuple[str, ...]:
    """Give what must be said of the documents that a paragraph rests on, in part or as a whole."""
    cited = {number for line in paragraph.lines for number in line.footnotes}
    notices = [note.notice for note in brief.footnotes if note.number in cited]
    known = sorted({notice for notice in notices if notice is not None})
    return tuple(
        f"{'' if notices.count(notice) == len(notices) else 'In part: '}{in_short(notice)}."
        for notice in known
    )


def escaped(text: str) -> str:
    """Give a text on one line in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", one_line(text).replace("&", "&amp;"))


def write(brief: Brief) -> str:
    """Write the brief; it begins and ends with its mark."""
    mark = draft_mark(brief)
    marked = [f"**{mark}**"] if mark else []
    blocks = [
        f"# {escaped(brief.title)}",
        *marked,
        *(f"> {escaped(notice)}" for notice in brief.notices),
        _dates(brief),
        *(block for section in brief.sections for block in _section(brief, section)),
        *_listing("Names and standing", map(_party, brief.parties)),
        *_listing("Sources", map(escaped, brief.sources)),
        *_listing("Limits", map(escaped, brief.limits)),
        "## Footnotes",
        *map(_footnote, brief.footnotes),
        *marked,
    ]
    return "\n\n".join(blocks) + "\n"


def _dates(brief: Brief) -> str:
    versions = "; ".join(f"{what} {version}" for what, version in brief.versions)
    made = f"Made {brief.made:%Y-%m-%d %H:%M} UTC. Cut-off {brief.cut_off:%Y-%m-%d %H:%M} UTC."
    return made + (f" {escaped(versions)}." if versions else "")


def _section(brief: Brief, section: Section) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    for paragraph in section.paragraphs:
        marks = (f"*{escaped(mark)}*" for mark in marks_over(brief, paragraph))
        yield " ".join((f"**{paragraph.number}.**", *map(_line, paragraph.lines), *marks))


def _line(line: BriefLine) -> str:
    notes = "".join(f"[^{number}]" for number in line.footnotes)
    status = f" *({line.status.value.replace('_', ' ')})*" if line.status is not None else ""
    return f"{escaped(line.text)}{notes}{status}"


def _party(party: Party) -> str:
    reasons = f": {'; '.join(party.reasons)}" if party.reasons else ""
    return escaped(f"{party.name} ({party.standing}){reasons}")


def _listing(heading: str, lines: Iterable[str]) -> Iterator[str]:
    listed = "\n".join(f"- {line}" for line in lines)
    if listed:
        yield f"## {heading}"
        yield listed


def _footnote(note: Footnote) -> str:
    address = note.address if note.claim is None else None
    parts = (note.document, note.publisher, note.published, note.locator, address)
    where = ", ".join(filter(None, parts))
    chain = f" {' → '.join(note.chain)}." if note.chain else ""
    notice = f" [{in_short(note.notice)}]" if note.notice else ""
    said = f"{quote_whole(note.words)}{chain} {where}.{notice}{signatures(note)}"
    return f"[^{note.number}]: " + escaped(said)


def signatures(note: Footnote) -> str:
    """Give who edited how the words were read, and how sources and item were graded."""
    return "".join(f" {line.rstrip('.')}." for line in (*note.edits, *note.grades))
