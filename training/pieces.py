"""Word pieces: examples cut into windows that the encoder takes in at once."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tokenizers import Tokenizer

from sayso.extract.encoder.heads import (
    NAMED,
    PARTS,
    PREDICATES,
    ROLES,
    STANCES,
    TYPES,
    shape_of,
)
from sayso.extract.encoder.windows import WINDOW
from training.examples import Example, Named, Range

_SENTENCE_END: Final = re.compile(r"(?<=[.?!”\"])\s+(?=\S)|\n+(?=\S)")
#: Named spans farther apart than that many pieces are not asked how they are related.
_NEAR: Final = 90
#: The share of windows that are read as if they had no capitals, to meet such texts.
_WITHOUT_CAPITALS: Final = 0.1


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
        asked: spans that may fill a role; the trigger's pieces; for each role, which of them do.
        same: spans with the entity that they mean, in order.
        related: named spans; (first, second) → numbers of relations, for those near each other.
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
    asked: list[tuple[list[Range], Range, dict[str, set[int]]]] = field(default_factory=list)
    same: list[tuple[Range, str]] = field(default_factory=list)
    related: dict[tuple[Range, Range], set[str]] = field(default_factory=dict)


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
        self._offsets = offsets
        self.start, self.end = (offsets[0][0], offsets[-1][1]) if offsets else (0, 0)

    def __len__(self) -> int:
        return len(self._offsets)

    def at(self, span: Range) -> Range | None:
        """Give the range of the pieces of a span that begins and ends in this window."""
        found = self.touched((span,))
        inside = self.start <= span[0] and span[1] <= self.end
        return (found[0], found[-1] + 1) if found and inside else None

    def touched(self, spans: Iterable[Range]) -> list[int]:
        """Give the pieces that share a character with any of the spans."""
        return [
            n
            for n, (start, end) in enumerate(self._offsets, 1)
            if any(start < b and a < end for a, b in spans)
        ]


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
    parts = triggers = None
    if example.attributed is not None:
        parts = [[0] * len(PARTS) for _ in window.ids]
        for one in example.attributed:
            source, cue, content = (
                pieces.touched(spans) for spans in (one.source, one.cue, one.content)
            )
            for number, part in enumerate((source, cue, content)):
                for n in part:
                    parts[n][number] = 1
            if cue:
                window.cues.append((cue, source, content))
    if example.triggers is not None:
        triggers = [set[int]() for _ in window.ids]
        _ask(example, window, pieces, triggers)
    _relate(example, window, pieces)
    return Window(
        **{name: getattr(window, name) for name in window.__slots__}
        | {"parts": parts, "triggers": triggers}
    )


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


def _ask(example: Example, window: Window, pieces: _Pieces, triggers: list[set[int]]) -> None:
    """Lay the triggers at their pieces, with the spans of their sentence that fill their roles."""
    asked: dict[tuple[Range, Range], dict[str, set[Range]]] = {}
    candidates = {m.span for m in example.mentions or ()}
    candidates |= {span for one in example.triggers or () for _, span in one.roles}
    for one in example.triggers or ():
        place = pieces.at(one.span)
        if place is None:
            continue
        for n in range(*place):
            triggers[n].add(PREDICATES.index(one.predicate))
        roles = asked.setdefault((place, one.sentence), {role: set() for role in ROLES})
        for role, span in one.roles:
            if filled := pieces.at(span):
                roles[role].add(filled)
    for (place, (start, end)), fillers in asked.items():
        inside = (pieces.at(c) for c in candidates if start <= c[0] and c[1] <= end)
        spans = sorted(filter(None, inside))
        chosen = {
            role: {spans.index(s) for s in filled if s in spans} for role, filled in fillers.items()
        }
        if spans:
            window.asked.append((spans, place, chosen))


def _relate(example: Example, window: Window, pieces: _Pieces) -> None:
    """Lay the relations at the pairs of named spans that are near each other."""
    if example.related is None:
        return
    known: dict[tuple[Range, Range], set[str]] = {}
    for relation, one, other in example.related:
        known.setdefault((one, other), set()).add(relation)
    places = {n.span: pieces.at(n.span) for n in example.names or ()}
    for one, here in places.items():
        for other, there in places.items():
            if here and there and here != there and abs(here[0] - there[0]) <= _NEAR:
                window.related.setdefault((here, there), set()).update(known.get((one, other), ()))
