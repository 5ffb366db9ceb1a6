"""Figures as SVG and PNG: the same bytes for the same figure, and readable in grey.

Colour is never alone: a shade has its hatch and its number, a tie that is not sure is broken, and
every number is a row of the table beside the figure.
"""

import io
import math
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import fontManager
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from sayso.model.briefs import Bar, Brief, Drawing, Edge, Figure, Shade, Stack
from sayso.views.figures.shapes import Shape, apart, provinces
from sayso.views.network.layout import positions
from sayso.views.wording.fonts import OURS, font_files
from sayso.views.wording.texts import ENGLISH, Texts, texts_of

#: Inches and dots an inch.
WIDTH: Final = 6.3
_DPI: Final = 200
_INK: Final = "#1d1d1b"
_SOFT: Final = "#8a8780"
_PAPER: Final = "#ffffff"
_BLANK: Final = "#f4f2ec"
#: By how many findings: light to dark, each with its own hatch; the last is for all beyond.
_SHADES: Final = (
    (1, "#cfe1f2", ""),
    (3, "#93c4de", "//"),
    (9, "#4a98c9", "xx"),
    (math.inf, "#1764ab", "++"),
)
#: By how measures were carried out, in the order of the key: each with its own hatch.
_KINDS: Final = (
    ("#1764ab", ""),
    ("#4a98c9", "//"),
    ("#93c4de", ".."),
    ("#cfe1f2", "xx"),
    ("#ffffff", "||"),
    ("#8a8780", "++"),
    ("#ffffff", "--"),
    ("#f4f2ec", ""),
)
_METADATA: Final = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
#: Before a name that a drawing gives to a part of itself, and where it refers to one.
_ID: Final = re.compile(r"""(\bid="|href="#|url\(#)""")
#: What the drawing library warns of where no font has a letter.
_NO_GLYPH: Final = re.compile(r"Glyph (\d+) ")
_MOVE, _LINE, _CLOSE = int(Path.MOVETO), int(Path.LINETO), int(Path.CLOSEPOLY)
#: Inches that a number in its disc needs from the next one.
_ROOM_A_NUMBER: Final = 0.21
#: Letters of one line in a box, and lines of a name in it.
_LONGEST_LINE: Final = 20
_MOST_LINES: Final = 3
_SETTINGS: Final[Mapping[str, object]] = {
    "svg.hashsalt": "sayso",
    "svg.fonttype": "path",
    "font.size": 8.0,
    "hatch.linewidth": 0.5,
    "hatch.color": _INK,
    "axes.unicode_minus": False,
    "path.simplify": False,
}


def drawings_of(brief: Brief) -> dict[str, Drawing]:
    """Draw every figure of a brief, by its key; one without shapes to draw is left out."""
    figures = (figure for annex in brief.annexes for figure in annex.figures)
    texts = texts_of(brief.language)
    drawn = ((figure.key, draw(figure, texts)) for figure in figures)
    return {key: drawing for key, drawing in drawn if drawing is not None}


def draw(figure: Figure, texts: Texts = ENGLISH) -> Drawing | None:
    """Draw one figure; None for a country whose shapes do not ship."""
    settings: Mapping[str, object] = {**_SETTINGS, "font.family": _families()}
    with (
        warnings.catch_warnings(record=True) as heard,
        mpl.rc_context(dict(settings)),  # type: ignore[arg-type]  # its keys are literals
    ):
        warnings.simplefilter("always")
        canvas = _canvas(figure, texts)
        drawn = None if canvas is None else (_svg(canvas, figure.key), _png(canvas))
    letters = {found[1] for w in heard if (found := _NO_GLYPH.match(str(w.message)))}
    if drawn is None:
        return None
    return Drawing(
        *drawn, lacking=tuple(f"{chr(int(n))} (U+{int(n):04X})" for n in sorted(letters, key=int))
    )


@cache
def _families() -> tuple[str, ...]:
    """Give the families in which a letter is looked for: what ships first, then the system's."""
    for file in font_files():
        fontManager.addfont(file)
    ours = ("DejaVu Sans", *OURS)
    others = {font.name for font in fontManager.ttflist if font.name.startswith("Noto Sans")}
    return (*ours, *sorted(others - set(ours)))


def _canvas(figure: Figure, texts: Texts) -> Canvas | None:
    if figure.key == "network":
        return _network(figure)
    if figure.key == "timeline":
        return _timeline(figure)
    if figure.key == "lags":
        return _lags(figure, texts)
    shapes = provinces(figure.country)
    return _map(figure, shapes, texts) if shapes else None


def _svg(canvas: Canvas, key: str) -> str:
    """Give the drawing whose ids begin with its key, so that several can stand in one page."""
    kept = io.StringIO()
    canvas.savefig(kept, format="svg", metadata={"Date": None, "Creator": None})
    text = _METADATA.sub("", kept.getvalue())
    return _ID.sub(rf"\g<1>{key}-", text[text.index("<svg") :])


def _png(canvas: Canvas) -> bytes:
    kept = io.BytesIO()
    canvas.savefig(kept, format="png", dpi=_DPI, metadata={"Software": None})
    return kept.getvalue()


def _sheet(height: float) -> tuple[Canvas, Axes]:
    """Give an empty sheet, its height in inches, and what is drawn on it, without a frame."""
    canvas = Canvas(figsize=(WIDTH, height), facecolor=_PAPER)
    axes = canvas.add_axes((0.01, 0.01, 0.98, 0.98))
    axes.set_axis_off()
    return canvas, axes


def _shade(findings: int) -> tuple[str, str]:
    return next((colour, hatch) for most, colour, hatch in _SHADES if findings <= most)


def _map(figure: Figure, shapes: tuple[Shape, ...], texts: Texts) -> Canvas:
    """Draw the provinces of a country, with colour, hatch and number where something is told."""
    told = {part.code: part for part in figure.parts if isinstance(part, Shade)}
    points = [point for shape in shapes for ring in shape.rings for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((low + high) / 2))
    height = min(4.2, max(2.6, WIDTH * 0.74 * (high - low) / max((right - left) * squeeze, 1e-6)))
    canvas, axes = _sheet(height)
    axes.set_aspect(1 / max(squeeze, 0.1))
    axes.set_xlim(left - 0.02 * (right - left), right + 0.34 * (right - left))
    axes.set_ylim(low - 0.02 * (high - low), high + 0.02 * (high - low))
    for shape in shapes:
        part = told.get(shape.code)
        colour, hatch = (_BLANK, "") if part is None else _shade(part.findings)
        border = 0.4 if part is None else 0.9
        patch = PathPatch(_outline(shape), facecolor=colour, edgecolor=_INK, linewidth=border)
        patch.set_hatch(hatch)
        axes.add_patch(patch)
    shaded = [shape for shape in shapes if shape.code in told]
    room = _ROOM_A_NUMBER * (high - low) / height
    for shape, place in zip(shaded, apart([shape.middle for shape in shaded], room), strict=True):
        part = told[shape.code]
        if place != shape.middle:
            (x, y), (u, v) = shape.middle, place
            axes.plot(
                [x, u],
                [y, v],
                color=_INK,
                linewidth=0.6,
                zorder=4,
                marker="o",
                markevery=[0],
                markersize=1.5,
            )
        _number(axes, place, f"{part.number}{'*' if part.contested else ''}")
    _key(axes, texts)
    return canvas


def _outline(shape: Shape) -> Path:
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for ring in shape.rings:
        points += ring
        codes += [_MOVE, *[_LINE] * (len(ring) - 2), _CLOSE]
    return Path(points, codes)


def _number(axes: Axes, at: tuple[float, float], number: str) -> None:
    """Put a number on a white disc, so that it is read on every shade and hatch."""
    disc = {"boxstyle": "circle,pad=0.18", "facecolor": _PAPER, "edgecolor": _INK, "linewidth": 0.6}
    axes.text(*at, number, ha="center", va="center", fontsize=7, color=_INK, bbox=disc, zorder=5)


def _key(axes: Axes, texts: Texts) -> None:
    """Say in the corner what colour and hatch mean."""
    blank = PathPatch(Path([(0, 0)]), facecolor=_BLANK, edgecolor=_INK, linewidth=0.4)
    patches = [blank]
    for _, colour, hatch in _SHADES:
        patch = PathPatch(Path([(0, 0)]), facecolor=colour, edgecolor=_INK, linewidth=0.6)
        patch.set_hatch(hatch * 2)
        patches.append(patch)
    axes.legend(
        patches,
        (texts.say("places.shade_none"), *texts.lines("places.shades")),
        loc="lower right",
        frameon=False,
        fontsize=7,
        handlelength=2.4,
        handleheight=1.6,
    )


def _network(figure: Figure) -> Canvas:
    """Draw names in boxes and ties as arrows with their number; what is not sure is broken."""
    edges = [part for part in figure.parts if isinstance(part, Edge)]
    ends = [(edge.start, edge.end) for edge in edges]
    placed = positions(figure.nodes, ends)
    height = min(8.0, max(2.6, 1.2 + 0.28 * len(figure.nodes)))
    canvas, axes = _sheet(height)
    axes.set_xlim(-1.3, 1.3)
    axes.set_ylim(-1 - 0.8 / height, 1 + 0.8 / height)
    boxes = _boxes(axes, figure.nodes, placed, 0)  # a line ends at a box that is drawn already …
    _boxes(axes, figure.nodes, placed, 4)  # … and runs below the boxes that it passes
    drawn: dict[frozenset[int], int] = {}
    for edge in edges:
        pair = frozenset((edge.start, edge.end))
        nth = drawn[pair] = drawn.get(pair, -1) + 1
        _tie(axes, edge, (boxes[edge.start], boxes[edge.end]), nth)
    return canvas


def _boxes(
    axes: Axes, names: Sequence[str], placed: Sequence[tuple[float, float]], layer: int
) -> list[Text]:
    """Put each name in a box at its place, and give them in the same order."""
    box = {"boxstyle": "round,pad=0.35", "facecolor": _PAPER, "edgecolor": _INK}
    centred = {"ha": "center", "va": "center", "fontsize": 7, "zorder": layer, "bbox": box}
    return [
        axes.text(x, y, short(name), **centred)  # type: ignore[arg-type]  # its keywords
        for name, (x, y) in zip(names, placed, strict=True)
    ]


def _tie(axes: Axes, edge: Edge, ends: tuple[Text, Text], nth: int) -> None:
    """Draw one tie; further ones between the same two are bent away from the first."""
    (x, y), (u, v) = (end.get_position() for end in ends)
    bend = 0.22 * ((nth + 1) // 2) * (1 if nth % 2 else -1)
    axes.annotate(
        "",
        xy=(u, v),
        xytext=(x, y),
        arrowprops={
            "arrowstyle": "-|>",
            "mutation_scale": 9,
            "connectionstyle": f"arc3,rad={bend}",
            "linestyle": "-" if edge.sure else (0, (4, 3)),
            "linewidth": 1.0,
            "color": _INK if edge.sure else _SOFT,
            "patchA": ends[0].get_bbox_patch(),
            "patchB": ends[1].get_bbox_patch(),
            "shrinkA": 0,
            "shrinkB": 1,
        },
        zorder=1,
    )
    across, up = u - x, v - y
    _number(axes, ((x + u + bend * up) / 2, (y + v - bend * across) / 2), str(edge.number))


def short(label: str) -> str:
    """Give a name on lines that a box can hold, cut where it is long; its standing stands whole."""
    name, bracket, standing = label.rpartition(" (") if label.endswith(")") else (label, "", "")
    lines = _lines(name)
    shown = [*lines[:_MOST_LINES], *(["…"] if len(lines) > _MOST_LINES else [])]
    return "\n".join((*shown, *_lines(f"({standing}"))) if bracket else "\n".join(shown)


def _lines(words: str) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= _LONGEST_LINE and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _timeline(figure: Figure) -> Canvas:
    """Draw a bar for each stretch, a diamond for what is of one day, an arrow at an open end."""
    bars = [part for part in figure.parts if isinstance(part, Bar)]
    days = sorted(day for bar in bars for day in (bar.first, bar.last) if day is not None)
    span = max((days[-1] - days[0]).days, 30)
    room = timedelta(days=max(span // 12, 5))
    left, right = _within(days[0], -room), _within(days[-1], room)
    canvas = Canvas(figsize=(WIDTH, 0.9 + 0.2 * len(bars)), facecolor=_PAPER)
    axes = canvas.add_axes((0.03, 0.42 / (0.9 + 0.2 * len(bars)), 0.94, 0.9 - 0.3 / len(bars) / 2))
    for row, bar in enumerate(bars):
        _stretch(axes, bar, -row, (left, right))
    axes.set_xlim(left.toordinal(), right.toordinal())
    axes.set_ylim(-len(bars) + 0.3, 0.8)
    axes.set_yticks([])
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    ticks = _ticks(left, right)
    axes.set_xticks([day.toordinal() for day, _ in ticks], [words for _, words in ticks])
    axes.grid(axis="x", color="#dddddd", linewidth=0.5)
    axes.set_axisbelow(True)
    return canvas


def _lags(figure: Figure, texts: Texts) -> Canvas:
    """Draw a bar for each state: its measures by time, each kind with a colour and a hatch."""
    stacks = [part for part in figure.parts if isinstance(part, Stack)]
    height = 1.1 + 0.26 * len(stacks)
    canvas = Canvas(figsize=(WIDTH, height), facecolor=_PAPER)
    axes = canvas.add_axes((0.06, 0.3 / height, 0.9, 1 - 1.0 / height))
    bar: Callable[..., object] = axes.barh
    key = texts.lines("lags.key")
    for row, stack in enumerate(stacks):
        whole, before = sum(stack.counts), 0.0
        for place, count in enumerate(stack.counts):
            colour, hatch = _KINDS[place]
            share = 100 * count / whole
            told = key[place] if row == 0 else None
            look = {"color": colour, "hatch": hatch, "edgecolor": _INK, "linewidth": 0.5}
            bar(-row, share, left=before, height=0.7, label=told, **look)
            before += share
    axes.set_yticks([-row for row in range(len(stacks))], [str(s.number) for s in stacks])
    axes.set_xlim(0, 100)
    axes.xaxis.set_major_formatter("{x:.0f} %")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, frameon=False, fontsize=7)
    return canvas


def _within(day: date, by: timedelta) -> date:
    """Give a day moved, but not out of the calendar."""
    moved = min(max(day.toordinal() + by.days, 1), date.max.toordinal())
    return date.fromordinal(moved)


def _stretch(axes: Axes, bar: Bar, row: int, sheet: tuple[date, date]) -> None:
    first, last = bar.first or sheet[0], bar.last or sheet[1]
    style, colour = ("-", _INK) if bar.sure else ((0, (2, 1.2)), _SOFT)
    at, until = first.toordinal(), last.toordinal()
    line: Callable[..., object] = axes.plot
    line([at, until], [row, row], linestyle=style, color=colour, linewidth=3, solid_capstyle="butt")
    if bar.first is None:
        line([at], [row], marker="<", color=colour, markersize=6, clip_on=False)
    if bar.last is None:
        line([until], [row], marker=">", color=colour, markersize=6, clip_on=False)
    if bar.first == bar.last:
        line([at], [row], marker="D", color=colour, markersize=5)
    before = at - 0.018 * (sheet[1] - sheet[0]).days
    axes.text(before, row, str(bar.number), ha="right", va="center", fontsize=7, color=_INK)


def _ticks(left: date, right: date) -> list[tuple[date, str]]:
    """Give some eight ticks: years where the sheet reaches over several, else months."""
    if right.year - left.year >= 3:  # noqa: PLR2004
        step = max(1, (right.year - left.year) // 8)
        years = range(left.year + 1, right.year + 1)
        return [(date(year, 1, 1), str(year)) for year in years if year % step == 0]
    months = [(y, m) for y in range(left.year, right.year + 1) for m in range(1, 13)]
    inside = [date(y, m, 1) for y, m in months if left <= date(y, m, 1) <= right]
    step = max(1, len(inside) // 8)
    return [(day, f"{day:%Y-%m}") for day in inside[::step]]
