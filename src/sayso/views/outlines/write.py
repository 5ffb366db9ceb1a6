"""Write the outline of a brief, for a person to put in another order and other words."""

from collections.abc import Iterator
from typing import Final

from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.views.naming import one_line
from sayso.views.tables import finding_sentence
from sayso.views.wording.texts import texts_of

#: What an outline says of itself.
HOW: Final = (
    "; Put the lines in another order, take some out, write headings and sentences of your own.",
    "; A line with an id is told by the program; what follows the `;` is only for you.",
    "; A sentence of yours carries what it rests on: The Panel wrote so. {c-9b1c4f20-17}",
    "; `sayso brief --outline FILE` writes the brief, `sayso brief --lint FILE` reads it first.",
)


def write(knowledge: Knowledge, brief: Brief) -> str:
    """Write the headings and the findings of a brief, each finding with what it says."""
    return "\n".join(_lines(knowledge, brief)) + "\n"


def _lines(knowledge: Knowledge, brief: Brief) -> Iterator[str]:
    yield f"# {one_line(brief.title)}"
    yield ""
    yield from HOW
    for section in brief.sections:
        told = dict.fromkeys(
            line.finding
            for paragraph in section.paragraphs
            for line in paragraph.lines
            if line.finding is not None
        )
        if not told and section.heading == texts_of(brief.language).summary:
            continue  # it counts what the others tell, and is written anew
        yield ""
        yield f"## {one_line(section.heading)}"
        yield ""
        for key in told:
            yield f"{key} ; {one_line(finding_sentence(knowledge, knowledge.findings[key]))}"
