"""The brief as one self-contained HTML file that reads and prints well."""

import html
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from sayso.model.briefs import Brief, Drawing
from sayso.views.brief.markdown import (
    Marks,
    draft_mark,
    drawn_up,
    in_short,
    signatures,
    status_words,
    versions_told,
)
from sayso.views.figures.files import captions
from sayso.views.naming import one_line
from sayso.views.wording.scripts import DIRECTION, RTL_RUN
from sayso.views.wording.texts import texts_of


def write(brief: Brief, drawings: Mapping[str, Drawing] = MappingProxyType({})) -> str:
    """Write the brief as one page that asks for nothing from outside.

    Args:
        brief: to write.
        drawings: of its figures, by their keys: they stand in the page as SVG.
    """
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters.update(bidi=bidi, in_short=in_short, signatures=signatures)
    template = files("sayso.views.brief").joinpath("brief.html.j2").read_text(encoding="utf-8")
    return environment.from_string(template).render(
        brief=brief,
        mark=draft_mark(brief),
        first=first_uses(brief),
        marks=Marks(brief),
        drawn_up=drawn_up(brief),
        versions=versions_told(brief),
        status_words=status_words,
        say=texts_of(brief.language).say,
        captions=captions(brief, drawings),
        drawn={key: Markup(drawing.svg) for key, drawing in drawings.items()},  # noqa: S704  # ours
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
    safe = html.escape(DIRECTION.sub("", one_line(text)))
    return Markup(RTL_RUN.sub(r"<bdi>\g<0></bdi>", safe))  # noqa: S704  # escaped one line above
