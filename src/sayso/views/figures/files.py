"""The figures of a brief as files of their own, each table beside its figures."""

from collections.abc import Mapping

from sayso.model.briefs import Brief, Drawing, Figure
from sayso.views.exports.csv import table
from sayso.views.wording.texts import texts_of


def captioned(figure: Figure, drawing: Drawing, language: str) -> str:
    """Give what stands under a figure: its title, and which letters in it no font here has."""
    texts = texts_of(language)
    if not drawing.lacking:
        return figure.title
    letters = texts.say("join.comma").join(drawing.lacking)
    return f"{figure.title} {texts.say('sheet.no_font_in_figure', letters=letters)}"


def captions(brief: Brief, drawings: Mapping[str, Drawing]) -> dict[str, str]:
    """Give what stands under each figure that was drawn, numbered through the annexes, by key."""
    texts = texts_of(brief.language)
    drawn = [f for annex in brief.annexes for f in annex.figures if f.key in drawings]
    return {
        figure.key: texts.say(
            "sheet.caption",
            number=number,
            title=captioned(figure, drawings[figure.key], brief.language),
        )
        for number, figure in enumerate(drawn, 1)
    }


def figure_files(brief: Brief, drawings: Mapping[str, Drawing]) -> dict[str, bytes]:
    """Give SVG and PNG by the key of a figure, and CSV by the key of its annex, as file names."""
    files: dict[str, bytes] = {}
    for annex in brief.annexes:
        drawn = [figure.key for figure in annex.figures if figure.key in drawings]
        for key in drawn:
            files[f"{key}.svg"] = drawings[key].svg.encode("utf-8")
            files[f"{key}.png"] = drawings[key].png
        if drawn:
            rows = [dict(zip(annex.columns, row, strict=True)) for row in annex.rows]
            files[f"{annex.key}.csv"] = table(rows)
    return files
