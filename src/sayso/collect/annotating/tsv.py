"""WebAnno TSV 3: a token a line, layers in columns, arrows from one annotation to another.

Sentences stand with their places, and nothing of what is between them: that becomes line breaks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sayso.collect.annotating.labels import Page, Region, Relation, in_points
from sayso.collect.neighbours.sound import code_points, text_of, whole_signs
from sayso.errors import BadInput, Unreadable
from sayso.model.ids import Span

HEAD: Final = "#FORMAT=WebAnno TSV 3"
_TEXT: Final = "#Text="
_LAYER: Final = re.compile(r"#T_(SP|CH|RL)=([^|]*)(?:\|(.*))?")
_TOKEN: Final = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d{1,9})-(\d{1,9})\t([^\t]*)\t?(.*)")
#: A value with the number that tells one annotation from another on the same token.
_NUMBERED: Final = re.compile(r"(.*?)(?:(?<!\\)\[(\d+)\])?", re.DOTALL)
#: Where an arrow begins, and the numbers of both ends: "1-2[3_0]".
_FROM: Final = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?")
_STACK: Final = re.compile(r"(?<!\\)\|")
_ESCAPED: Final = re.compile(r"\\(.)")
_SIGNS: Final[Mapping[str, str]] = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_NOTHING: Final = frozenset({"_", "*", ""})
_BASE: Final = "BT_"
#: Code units between two sentences; no text has more between them.
_MOST_BETWEEN: Final = 10_000


class _Layer(NamedTuple):
    """The columns of one layer; an arrow's base is the layer that it joins."""

    kind: str
    name: str
    width: int
    base: str


@dataclass(slots=True)
class _Marks:
    """What is marked so far: places and labels by layer and number, and arrows by their ends."""

    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    labels: dict[str, dict[str, None]] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)


def webanno_tsv(content: bytes, place: str) -> list[Page]:
    """Read one document as WebAnno TSV 3.

    Raises:
        BadInput: it is truncated, of another version, or its tokens are not those of its text.
    """
    text = text_of(content, place)
    if not text.startswith(HEAD):
        raise BadInput(f"{place}: no WebAnno TSV 3: export the document as WebAnno TSV v3.3")
    layers: list[_Layer] = []
    marks, page = _Marks(), _Text(place)
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        where = f"{place}, line {number}"
        if line.startswith(_TEXT):
            page.sentence(line.removeprefix(_TEXT))
        elif (layer := _LAYER.fullmatch(line)) is not None:
            layers.append(_layer(*layer.groups()))
        elif (token := _TOKEN.fullmatch(line)) is not None:
            key, start, end, form, cells = token.groups()
            at = page.token(int(start), int(end), _plain(form), where)
            _mark(marks, layers, (key, at, cells.split("\t")), where)
        elif line.strip() and not line.startswith("#"):
            raise Unreadable(f"{where}: neither a sentence nor a token: export it anew")
    return [_page(page.whole(), marks, place)]


def _layer(kind: str, name: str, features: str | None) -> _Layer:
    names = (features or "").split("|")
    base = next((n.removeprefix(_BASE) for n in names if n.startswith(_BASE)), "")
    return _Layer(kind, name, len(names), base)


class _Text:
    """The text in the making, in UTF-16 units, as the places of its tokens have it."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._written: list[str] = []
        self._units = 0
        self._lines: list[str] = []
        self._sentence = b""  # UTF-16, as places are counted
        self._start = 0

    def sentence(self, line: str) -> None:
        """Begin a sentence, or its next line."""
        self._lines.append(_plain(line))

    def token(self, start: int, end: int, form: str, where: str) -> tuple[int, int]:
        """Set a token in its sentence; the first one says where the sentence stands.

        Raises:
            Unreadable: the sentence has other words there.
        """
        if self._lines:
            self._open("\n".join(self._lines), start, form, where)
        first, last = 2 * (start - self._start), 2 * (end - self._start)
        found = self._sentence[first:last] if 0 <= first < last else b""
        if found.decode("utf-16-le", "replace") != form:
            raise Unreadable(f"{where}: the sentence has other words at {start}: export it anew")
        return start, end

    def _open(self, sentence: str, start: int, form: str, where: str) -> None:
        lead = sentence.find(form)
        begin = start - _units(sentence[: max(lead, 0)])
        gap = begin - self._units
        if lead < 0 or not 0 <= gap <= _MOST_BETWEEN:
            raise Unreadable(f"{where}: its place is not that of its sentence: export it anew")
        self._written.append("\n" * gap + sentence)
        self._units = begin + _units(sentence)
        self._sentence, self._start, self._lines = sentence.encode("utf-16-le"), begin, []

    def whole(self) -> str:
        """Give the text.

        Raises:
            Unreadable: there is none, or the last sentence has no tokens.
        """
        if self._lines or not self._written:
            raise Unreadable(f"{self._place}: truncated: a sentence without its tokens")
        return "".join(self._written)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _mark(
    marks: _Marks,
    layers: Sequence[_Layer],
    token: tuple[str, tuple[int, int], Sequence[str]],
    where: str,
) -> None:
    """Take up what the columns of a token say, layer for layer."""
    key, at, cells = token
    column = 0
    for layer in layers:
        own = cells[column : column + layer.width]
        column += layer.width
        if layer.kind == "SP":
            _mark_span(marks, layer, (key, at), own)
        elif layer.kind == "RL":
            marks.relations += _arrows(layer, key, own, where)


def _mark_span(
    marks: _Marks, layer: _Layer, token: tuple[str, tuple[int, int]], cells: Sequence[str]
) -> None:
    key, at = token
    for cell in cells:
        for value in _STACK.split(cell):
            found = _NUMBERED.fullmatch(value)
            told, number = found.groups() if found is not None else (value, None)
            if value in {"_", ""}:
                continue
            name = _name(layer.name, number or "0", key)
            marks.spans.setdefault(name, []).append(at)
            labels = marks.labels.setdefault(name, {})
            if told not in _NOTHING:
                labels[_plain(told)] = None


def _name(layer: str, number: str, token: str) -> str:
    """Give the name of an annotation: by its number, or, without one, by its token."""
    return f"{layer} {number}" if number != "0" else f"{layer} at {token}"


def _arrows(layer: _Layer, key: str, cells: Sequence[str], where: str) -> Iterator[Relation]:
    """Give the arrows that end on a token; each has a label in every column but the last."""
    *told, ends = [_STACK.split(cell) for cell in cells] or [[]]
    for place, end in enumerate(ends):
        found = _FROM.fullmatch(end)
        if found is not None:
            token, near, far = found.groups()
            labels = [_plain(c[place]) for c in told if place < len(c) and c[place] not in _NOTHING]
            yield Relation(
                _name(layer.base, near or "0", token),
                _name(layer.base, far or "0", key),
                labels,
                where,
            )


def _plain(cell: str) -> str:
    """Give a cell without its escapes."""
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), cell)


def _page(text: str, marks: _Marks, place: str) -> Page:
    whole_signs(text, place)
    points = code_points(text)
    regions = {}
    for name, spans in marks.spans.items():
        span = Span(min(start for start, _ in spans), max(end for _, end in spans))
        regions[name] = Region(in_points(span, points), [*marks.labels[name]], None)
    return Page(text, regions, marks.relations, ())
