"""Who says what in the encoder's eyes: every cue with its source and its content."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.encoder.heads import PARTS
from sayso.extract.encoder.scores import Numbers, Scores
from sayso.model.ids import Span

#: From here on a word piece is in a part of an attribution.
LINES: Final = {"source": 0.5, "cue": 0.5, "content": 0.5}
#: From here on a stretch belongs to a cue beside the one to which it belongs most; and at least
#: that likely it must belong to the one.
TIED: Final = 0.5
LEAST: Final = 0.05
#: Pieces between two of a part that are left unmarked belong to it all the same.
_GAP: Final = 1


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution; a part is given as its stretches of text, in order.

    Attributes:
        source: empty where nobody is named.
        sure: how likely the cue is one, 0 to 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sure: float


def attributions_in(scores: Scores, sentences: Sequence[Span]) -> Iterator[Attributed]:
    """Give the attributions whose cue a window answers for, in order.

    Args:
        scores: of the window.
        sentences: of the document, in order: no stretch crosses the border of two.
    """
    tags = scores.yes("attribution")
    likely = {part: tags[:, n] for n, part in enumerate(PARTS)}
    stretches = {
        part: _stretches(likely[part], LINES[part], _borders(scores, sentences)) for part in PARTS
    }
    cues = stretches["cue"]
    if not cues:
        return
    sources = _tied(scores, "cue>source", cues, stretches["source"])
    contents = _tied(scores, "cue>content", cues, stretches["content"])
    answered = set(scores.answered())
    for n, cue in enumerate(cues):
        if cue.start in answered and contents[n]:
            sure = float(likely["cue"][cue.start : cue.stop].mean())
            said, who = _spans(scores, contents[n]), _spans(scores, sources[n])
            yield Attributed(who, _spans(scores, [cue]), said, sure)


def _borders(scores: Scores, sentences: Sequence[Span]) -> frozenset[int]:
    """Give the pieces that begin a sentence."""
    starts = sorted({s.start for s in sentences})
    firsts: set[int] = set()
    for n, piece in enumerate(scores.pieces):
        before = scores.pieces[n - 1].start if n else -1
        if any(before < start <= piece.start for start in starts):
            firsts.add(n)
    return frozenset(firsts)


def _stretches(likely: Numbers, line: float, borders: frozenset[int]) -> list[range]:
    """Give the stretches of pieces above a line, small gaps closed, cut at borders."""
    found: list[range] = []
    for n in (n for n, p in enumerate(likely) if p >= line):
        crosses = any(k in borders for k in range(found[-1].stop if found else n, n + 1))
        if found and n - found[-1].stop <= _GAP and not crosses:
            found[-1] = range(found[-1].start, n + 1)
        else:
            found.append(range(n, n + 1))
    return found


def _tied(
    scores: Scores, name: str, cues: Sequence[range], stretches: Sequence[range]
) -> list[list[range]]:
    """Give for each cue the stretches that belong to it; each belongs to one at least."""
    own: list[list[range]] = [[] for _ in cues]
    if not stretches:
        return own
    every = [range(n, n + 1) for n in range(len(scores.pieces))]
    pairs = scores.pairs(name, cues, every)
    for stretch in stretches:
        ties = pairs[:, stretch.start : stretch.stop].mean(axis=1)
        best = int(ties.argmax())
        for n, tie in enumerate(ties):
            if tie >= TIED or (n == best and tie >= LEAST):
                own[n].append(stretch)
    return own


def _spans(scores: Scores, runs: Iterable[range]) -> tuple[Span, ...]:
    """Give the text of runs of pieces."""
    return tuple(
        Span(scores.pieces[run.start].start, scores.pieces[run.stop - 1].end) for run in runs
    )
