"""Write an outline as a person left it: the file that `read` gives back the same."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.errors import BadInput
from sayso.model.ids import FindingId
from sayso.model.outlines import Outline, OutlineLine
from sayso.views.naming import one_line
from sayso.views.outlines.write import how
from sayso.views.wording.texts import ENGLISH

#: What `read` would take for something else than words, anywhere and at the beginning.
_MARKS: Final = re.compile(r"[\\`*\[\]<>|_{}]")
_FIRST: Final = re.compile(r"^(\d*)([;#.-])")

#: What a finding says, to stand beside its id; "" for nothing.
Says = Callable[[FindingId], str]


def nothing(_: FindingId) -> str:
    """Say nothing beside an id: of what is erased later, no word stays in the file."""
    return ""


def text_of(outline: Outline, says: Says = nothing) -> str:
    """Write an outline.

    Raises:
        BadInput: a heading is empty, or a line has neither words nor ids.
    """
    return "\n".join(_lines(outline, says)) + "\n"


def _lines(outline: Outline, says: Says) -> Iterator[str]:
    if outline.title is not None and outline.title.strip():
        yield f"# {_safe(outline.title)}"
        yield ""
    yield from how(ENGLISH)
    for section in outline.sections:
        if not section.heading.strip():
            raise BadInput("a section has no heading: give it one, or take it out")
        yield from ("", f"## {_safe(section.heading)}")
        for paragraph in section.paragraphs:
            for block in _blocks(paragraph):
                yield from ("", " ".join(_line(line, says) for line in block))


def _blocks(paragraph: Sequence[OutlineLine]) -> Iterator[tuple[OutlineLine, ...]]:
    """Give lines that stand together; one that names nothing would take the ids of the next."""
    block: list[OutlineLine] = []
    for line in paragraph:
        if line.text is None and block:
            yield tuple(block)
            block = []
        block.append(line)
        if line.text is None or not (line.claims or line.findings):
            yield tuple(block)
            block = []
    if block:
        yield tuple(block)


def _line(line: OutlineLine, says: Says) -> str:
    ids = " ".join((*line.findings, *line.claims))
    if line.text is None:
        if not ids:
            raise BadInput("a line has neither words nor ids: take it out")
        told = "; ".join(filter(None, (one_line(says(key)) for key in line.findings)))
        return f"{ids} ; {told}" if told else ids
    text = _FIRST.sub(r"\1\\\2", _safe(line.text))
    return f"{text} {{{ids}}}" if ids else text


def _safe(text: str) -> str:
    """Give words on one line, in which no sign means more than itself."""
    one = " ".join(text.replace("\ufeff", "").split())
    return _MARKS.sub(r"\\\g<0>", one).replace("&amp;", "&amp;amp;")
