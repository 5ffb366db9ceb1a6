"""Write the outline of a brief, for a person to put in another order and other words."""

from collections.abc import Iterator

from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.views.naming import one_line
from sayso.views.tables import finding_sentence
from sayso.views.wording.texts import Texts, texts_of


def write(knowledge: Knowledge, brief: Brief) -> str:
    """Write the headings and the findings of a brief, each finding with what it says."""
    return "\n".join(_lines(knowledge, brief)) + "\n"


def how(texts: Texts) -> Iterator[str]:
    """Say what a person can do with an outline, in lines that are not read."""
    return (f"; {line}" for line in texts.lines("outline.how"))


def _lines(knowledge: Knowledge, brief: Brief) -> Iterator[str]:
    yield f"# {one_line(brief.title)}"
    yield ""
    texts = texts_of(brief.language)
    yield from how(texts)
    for section in brief.sections:
        told = dict.fromkeys(
            line.finding
            for paragraph in section.paragraphs
            for line in paragraph.lines
            if line.finding is not None
        )
        if not told and section.heading == texts.say("sheet.summary"):
            continue  # it counts what the others tell, and is written anew
        yield ""
        yield f"## {one_line(section.heading)}"
        yield ""
        for key in told:
            yield f"{key} ; {one_line(finding_sentence(knowledge, knowledge.findings[key], texts))}"
