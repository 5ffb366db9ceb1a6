"""What the encoder gives for the word pieces of one window, read head by head."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sayso.extract.encoder.heads import KINDS, LINKS, PAIRS, SLICES, between, gap_of
from sayso.model.ids import Span

Numbers = NDArray[np.float32]
_MOST: Final = 30.0  # a score beyond which its exponent tells nothing more
_LEAST: Final = 1e-6  # a probability below which all are the same
#: Labels of a kind of span: one for its first piece, one for those that follow.
_BOTH: Final = 2


#: A span of pieces with what it is: a head and its label, as `KINDS` has them.
Ended = tuple[range, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Scores:
    """The numbers of a window.

    Attributes:
        pieces: their spans in the document, in order, without the two that mark the ends.
        words: the number of the word that each piece is of, in order.
        judged: the sentences that this window answers for; those before it are only context.
        numbers: pieces × the width of the heads.
        linker: gives pairs × links for what `Linker` in `training.model` takes in.
    """

    pieces: tuple[Span, ...]
    words: tuple[int | None, ...]
    judged: Span
    numbers: Numbers
    linker: Callable[[Mapping[str, Any]], Numbers]

    def within(self, span: Span) -> range:
        """Give the pieces that share a character with a span."""
        touching = [n for n, piece in enumerate(self.pieces) if piece.overlaps(span)]
        return range(touching[0], touching[-1] + 1) if touching else range(0)

    @property
    def seen(self) -> Span:
        """Give all that stands in this window."""
        return Span(self.pieces[0].start, self.pieces[-1].end) if self.pieces else Span(0, 0)

    def answered(self) -> list[int]:
        """Give the pieces that this window answers for."""
        return [n for n, p in enumerate(self.pieces) if len(p) and self.judged.contains(p)]

    def yes(self, head: str) -> Numbers:
        """Give for each piece the probability of each question of a head."""
        return sigmoid(self.numbers[:, SLICES[head]])

    def choice(self, head: str) -> Numbers:
        """Give for each piece the probability of each label of a head."""
        own = self.numbers[:, SLICES[head]]
        grown = np.exp(own - own.max(axis=1, keepdims=True))
        return np.asarray(grown / grown.sum(axis=1, keepdims=True), np.float32)

    def labelled(self, head: str) -> Iterator[tuple[range, int, float]]:
        """Give (pieces, number of the kind, mean probability) of each span of a head.

        A span is of whole words, and a word is what its first piece is.
        """
        starts = [n for n, word in enumerate(self.words) if not n or word != self.words[n - 1]]
        chosen = self.choice(head)[starts]
        labels, ends = [*likeliest(chosen), 0], [*starts, len(self.words)]
        start, kind = 0, -1
        for n, label in enumerate(labels):
            if kind >= 0 and label != _BOTH * (kind + 1):
                own = chosen[start:n, [_BOTH * kind + 1, _BOTH * (kind + 1)]].sum(axis=1)
                yield range(ends[start], ends[n]), kind, float(own.mean())
                kind = -1
            if label and kind < 0:
                start, kind = n, (label - 1) // _BOTH

    def pairs(self, name: str, asking: Sequence[range], answering: Sequence[range]) -> Numbers:
        """Give the probability that a pair head holds: asking × answering."""
        return sigmoid(self.raw(name, asking, answering))

    def earlier(self, name: str, spans: Sequence[range]) -> Iterator[list[float]]:
        """Give for each span how likely each span before it answers; the rest to 1 is for none."""
        odds = np.exp(np.minimum(self.raw(name, spans, spans), _MOST))
        for n in range(len(spans)):
            yield (odds[n, :n] / (1 + odds[n, :n].sum())).tolist()

    def raw(self, name: str, asking: Sequence[range], answering: Sequence[range]) -> Numbers:
        """Give the scores of a pair head: asking × answering."""
        size = PAIRS[name] + 1
        own = self.numbers[:, SLICES[name]]
        ask, answer = self._means(own[:, :size], asking), self._means(own[:, size:], answering)
        product = ask[:, :-1] @ answer[:, :-1].T / np.sqrt(size - 1)
        return np.asarray(product + ask[:, -1:] + answer[:, -1:].T, np.float32)

    def links(self, pairs: Sequence[tuple[Ended, Ended]]) -> dict[str, Numbers]:
        """Give for each link how likely it holds from the first of each pair to the second."""
        if not pairs:
            return {link: np.zeros(0, np.float32) for link in LINKS}
        spans = [(one, other) for (one, _), (other, _) in pairs]
        stretches = [between(*ends) for ends in spans]
        first = self._means(self.numbers[:, SLICES["first"]], [one for one, _ in spans])
        second = self._means(self.numbers[:, SLICES["second"]], [other for _, other in spans])
        middle = self._means(np.maximum(self.numbers[:, SLICES["between"]], 0), stretches)
        scores = self.linker(
            {
                "ends": first + second,
                "middle": middle,
                "kinds": np.array([(KINDS[a], KINDS[b]) for (_, a), (_, b) in pairs]),
                "gaps": np.array([gap_of(*ends) for ends in spans]),
            }
        )
        return dict(zip(LINKS, sigmoid(scores).T, strict=True))

    @staticmethod
    def _means(own: Numbers, spans: Sequence[range]) -> Numbers:
        """Give the mean over the pieces of each span; zero for one without any."""
        sums = np.concatenate([np.zeros((1, own.shape[1]), np.float32), own.cumsum(axis=0)])
        starts, stops = ([getattr(s, end) for s in spans] for end in ("start", "stop"))
        lengths = np.maximum(1, [len(s) for s in spans])[:, None]
        return np.asarray((sums[stops] - sums[starts]) / lengths, np.float32)


def likeliest(likely: Numbers) -> list[int]:
    """Give the likeliest labels of words in which none follows what is not of its kind.

    Args:
        likely: words × the probabilities of the labels: none, then the two of each kind.
    """
    if not len(likely):
        return []
    logs = np.log(likely + _LEAST)
    every = np.arange(logs.shape[1])
    follows = (every > 0) & (every % _BOTH == 0)
    best = np.where(follows, -np.inf, logs[0])
    before = []
    for row in logs[1:]:
        begun = np.where(best[every - 1] > best, every - 1, every)
        before.append(np.where(follows, begun, best.argmax()))
        best = row + best[before[-1]]
    labels = [int(best.argmax())]
    for back in reversed(before):
        labels.append(int(back[labels[-1]]))
    return labels[::-1]


def sigmoid(numbers: Numbers) -> Numbers:
    """Give probabilities for scores."""
    return np.asarray(1 / (1 + np.exp(-numbers)), np.float32)


def as_input(ids: Sequence[int], shapes: Sequence[int]) -> dict[str, Any]:
    """Give the ids and shapes of one window as the encoder takes them."""
    rows = {"ids": ids, "mask": [1] * len(ids), "shapes": shapes}
    return {name: np.array([row], dtype=np.int64) for name, row in rows.items()}
