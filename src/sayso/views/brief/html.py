"""The brief as one self-contained HTML file that reads and prints well."""

import html
import re
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from sayso.model.briefs import Brief
from sayso.views.brief.markdown import draft_mark, in_short, marks_over, signatures
from sayso.views.naming import one_line

#: Letters that run from right to left, with what stands between them.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_RUN = re.compile(f"[{_RTL}](?:[{_RTL}\\s\u200c\u200d.,،؛:-]*[{_RTL}])?")
#: Characters that only turn the direction of what follows.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write(brief: Brief) -> str:
    """Write the brief as one page that asks for nothing from outside."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters.update(bidi=bidi, in_short=in_short, signatures=signatures)
    template = files("sayso.views.brief").joinpath("brief.html.j2").read_text(encoding="utf-8")
    return environment.from_string(template).render(
        brief=brief, mark=draft_mark(brief), first=first_uses(brief), marks_over=marks_over
    )


def first_uses(brief: Brief) -> dict[int, tuple[int, int]]:
    """Give, for each footnote, the paragraph and the line (from 1) that use it first."""
    first: dict[int, tuple[int, int]] = {}
    for section in brief.sections:
        for paragraph in section.paragraphs:
            for place, line in enumerate(paragraph.lines, 1):
                for number in line.footnotes:
                    first.setdefault(number, (paragraph.number, place))
    return first


def bidi(text: str) -> Markup:
    """Escape a text and set apart the runs of it that are written from right to left."""
    safe = html.escape(_DIRECTION.sub("", one_line(text)))
    return Markup(_RTL_RUN.sub(r"<bdi>\g<0></bdi>", safe))  # noqa: S704  # escaped one line above
