"""Word pieces: examples cut into windows that the encoder takes in at once."""

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from tokenizers import Tokenizer

from sayso.extract.encoder.heads import (
    KINDS,
    NAMED,
    NEAR,
    PARTS,
    PREDICATES,
    RELATIONS,
    ROLES,
    STANCES,
    SYMMETRIC,
    TYPES,
    shape_of,
)
from sayso.extract.encoder.windows import WINDOW
from training.examples import Attributed, Example, Named, Range, Triggered

_SENTENCE_END: Final = re.compile(r"(?<=[.?!”\"])\s+(?=\S)|\n+(?=\S)")
#: The share of windows that are read as if they had no capitals, to meet such texts.
_WITHOUT_CAPITALS: Final = 0.1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans of pieces, each with the number of its kind, and which of some links hold."""

    first: Range
    second: Range
    kinds: tuple[int, int]
    asked: Sequence[str]
    holds: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces with what they carry.

    Ranges count pieces; the first is 1, behind the mark of the beginning.

    Attributes:
        told: pieces, sourced, number of the stance.
        names, mentions: a label for each piece, or None.
        allowed: labels of names that the annotators could give.
        parts: of each piece, whether it is in a source, cue, content; or None.
        cues: pieces of the cue, of its source and of its content.
        triggers: of each piece, the numbers of the predicates that it carries; or None.
        same: spans with the entity that they mean, in order.
        pairs: triggers with what may fill their roles; named spans near each other.
    """

    ids: list[int]
    shapes: list[int]
    told: list[tuple[Range, bool, int]] = field(default_factory=list)
    names: list[int] | None = None
    allowed: list[int] = field(default_factory=list)
    mentions: list[int] | None = None
    parts: list[list[int]] | None = None
    cues: list[tuple[list[int], list[int], list[int]]] = field(default_factory=list)
    triggers: list[set[int]] | None = None
    same: list[tuple[Range, str]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


class Cutter:
    """Cuts examples at sentences into windows."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self.first, self.last = tokenizer.encode("").ids

    def windows(self, example: Example, chance: random.Random) -> Iterator[Window]:
        """Give the windows of an example, the first of any length."""
        encoded = self._tokenizer.encode(example.text, add_special_tokens=False)
        ends = {found.end() for found in _SENTENCE_END.finditer(example.text)}
        offsets = encoded.offsets
        starts = [n for n, (start, _) in enumerate(offsets) if n == 0 or start in ends]
        starts.append(len(offsets))
        room, at = chance.randint(WINDOW // 3, WINDOW), 0
        while at < len(starts) - 1:
            end = at + 1
            while end + 1 < len(starts) and starts[end + 1] - starts[at] <= room:
                end += 1
            first, last = starts[at], min(starts[end], starts[at] + WINDOW)
            ids = [self.first, *encoded.ids[first:last], self.last]
            shapes = [shape_of(example.text[a:b]) for a, b in offsets[first:last]]
            yield _window(example, (ids, _seen(shapes, chance)), _Pieces(offsets[first:last]))
            room, at = WINDOW, end


class _Pieces:
    """The pieces of a window by their place in the text."""

    def __init__(self, offsets: Sequence[Range]) -> None:
        self._starts = [start for start, _ in offsets]
        self._ends = [end for _, end in offsets]
        self.start, self.end = (offsets[0][0], offsets[-1][1]) if offsets else (0, 0)

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, span: Range) -> Range | None:
        """Give the range of the pieces of a span that begins and ends in this window."""
        first, stop = self._range(span)
        inside = self.start <= span[0] and span[1] <= self.end
        return (first, stop) if inside and first < stop else None

    def touched(self, spans: Iterable[Range]) -> list[int]:
        """Give the pieces that share a character with any of the spans."""
        return sorted({n for span in spans for n in range(*self._range(span))})

    def _range(self, span: Range) -> Range:
        """Give the first of the pieces that share a character with a span, and the one after."""
        first, stop = bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1])
        return first + 1, max(first, stop) + 1


def _seen(shapes: list[int], chance: random.Random) -> list[int]:
    """Give the shapes between those of the ends; now and then as in a text without capitals."""
    plain = chance.random() < _WITHOUT_CAPITALS
    return [0, *(min(shape, 1) if plain else shape for shape in shapes), 0]


def _window(example: Example, inputs: tuple[list[int], list[int]], pieces: _Pieces) -> Window:
    """Lay the annotations of an example at the pieces of a window."""
    window = Window(
        *inputs,
        names=_labels(example.names, NAMED, pieces),
        allowed=_allowed(example.kinds),
        mentions=_labels(example.mentions, TYPES, pieces),
    )
    for one in example.told or ():
        if place := pieces.at(one.span):
            window.told.append((place, one.sourced, STANCES.index(one.stance)))
    seen = [(pieces.at(m.span), m.entity) for m in example.mentions or () if m.entity]
    window.same.extend(sorted((place, entity) for place, entity in seen if place))
    return _with_links(example, window, pieces)


def _with_links(example: Example, window: Window, pieces: _Pieces) -> Window:
    """Give a window with what holds between its spans."""
    parts = None
    if example.attributed is not None:
        parts = _parts(example.attributed, window, pieces)
    triggers = None
    if example.triggers is not None:
        triggers = _carrying(example.triggers, window, pieces)
        window.pairs.extend(_asked(example, pieces))
    if example.related is not None:
        window.pairs.extend(_related(example, example.related, pieces))
    return Window(
        **{name: getattr(window, name) for name in window.__slots__}
        | {"parts": parts, "triggers": triggers}
    )


def _parts(attributed: Iterable[Attributed], window: Window, pieces: _Pieces) -> list[list[int]]:
    """Lay attributions at their pieces; their cues go into the window."""
    parts = [[0] * len(PARTS) for _ in window.ids]
    for one in attributed:
        source, cue, content = (
            pieces.touched(spans) for spans in (one.source, one.cue, one.content)
        )
        for number, part in enumerate((source, cue, content)):
            for n in part:
                parts[n][number] = 1
        if cue:
            window.cues.append((cue, source, content))
    return parts


def _carrying(triggers: Iterable[Triggered], window: Window, pieces: _Pieces) -> list[set[int]]:
    """Give for each piece the numbers of the predicates that it carries."""
    carrying = [set[int]() for _ in window.ids]
    for one in triggers:
        for n in range(*(pieces.at(one.span) or (0, 0))):
            carrying[n].add(PREDICATES.index(one.predicate))
    return carrying


def _allowed(kinds: Sequence[str]) -> list[int]:
    """Give the labels of names that annotators who looked for these kinds could give."""
    return [0, *(1 + 2 * NAMED.index(kind) + more for kind in kinds for more in (0, 1))]


def _labels(
    spans: Sequence[Named] | None, kinds: Sequence[str], pieces: _Pieces
) -> list[int] | None:
    """Give a label for each piece, the longest span first; the ends have none."""
    if spans is None or not all(span.kind for span in spans):
        return None
    labels = [0] * (len(pieces) + 2)
    for span in sorted(spans, key=lambda s: (s.span[0] - s.span[1], s.span)):
        place = pieces.at(span.span)
        if place and not any(labels[place[0] : place[1]]):
            label = 1 + 2 * kinds.index(span.kind)
            labels[place[0] : place[1]] = [label] + [label + 1] * (place[1] - place[0] - 1)
    return labels


def _asked(example: Example, pieces: _Pieces) -> Iterator[Pair]:
    """Give each trigger with each span of its sentence that may fill a role."""
    kinds = {m.span: KINDS["mentions", m.kind] for m in example.mentions or ()}
    filled: dict[tuple[Range, Range, int], dict[Range, set[str]]] = {}
    for one in example.triggers or ():
        kind = KINDS["trigger", one.predicate]
        roles = filled.setdefault((one.span, one.sentence, kind), {})
        for role, span in one.roles:
            roles.setdefault(span, set()).add(role)
            other = KINDS["times", ""] if role == "time" else KINDS["mentions", "Place"]
            kinds.setdefault(span, other)
    for (trigger, (start, end), kind), roles in filled.items():
        first = pieces.at(trigger)
        for span, other in kinds.items():
            second = pieces.at(span) if start <= span[0] and span[1] <= end else None
            if first and second:
                yield Pair(first, second, (kind, other), ROLES, roles.get(span, set()))


def _related(
    example: Example, related: Iterable[tuple[str, Range, Range]], pieces: _Pieces
) -> Iterator[Pair]:
    """Give the pairs of named spans that are near each other."""
    known: dict[tuple[Range, Range], set[str]] = {}
    for relation, one, other in related:
        known.setdefault((one, other), set()).add(relation)
        if relation in SYMMETRIC:
            known.setdefault((other, one), set()).add(relation)
    here = [(n.span, place, n.kind) for n in example.names or () if (place := pieces.at(n.span))]
    for one, first, kind in here:
        for other, second, its_kind in here:
            if one != other and abs(first[0] - second[0]) <= NEAR:
                kinds = KINDS["names", kind], KINDS["names", its_kind]
                yield Pair(first, second, kinds, RELATIONS, known.get((one, other), set()))
