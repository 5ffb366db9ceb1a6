"""What the encoder gives for the word pieces of one window, read head by head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sayso.extract.encoder.heads import PAIRS, SLICES
from sayso.model.ids import Span

Numbers = NDArray[np.float32]
#: Labels of a kind of span: one for its first piece, one for those that follow.
_BOTH: Final = 2


@dataclass(frozen=True, slots=True)
class Scores:
    """The numbers of a window.

    Attributes:
        pieces: their spans in the document, in order, without the two that mark the ends.
        judged: the sentences that this window answers for; those before it are only context.
        numbers: pieces × the width of the heads.
    """

    pieces: tuple[Span, ...]
    judged: Span
    numbers: Numbers

    def within(self, span: Span) -> range:
        """Give the pieces that share a character with a span."""
        touching = [n for n, piece in enumerate(self.pieces) if piece.overlaps(span)]
        return range(touching[0], touching[-1] + 1) if touching else range(0)

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
        """Give (pieces, number of the kind, mean probability) of each span of a head."""
        chosen = self.choice(head)
        labels = [*chosen.argmax(axis=1).tolist(), 0]
        start, kind = 0, -1
        for n, label in enumerate(labels):
            if kind >= 0 and label != _BOTH * (kind + 1):
                own = chosen[start:n, [_BOTH * kind + 1, _BOTH * (kind + 1)]].sum(axis=1)
                yield range(start, n), kind, float(own.mean())
                kind = -1
            if label and kind < 0:
                start, kind = n, (label - 1) // _BOTH

    def pairs(
        self,
        name: str,
        asking: Sequence[range],
        answering: Sequence[range],
        *,
        mutual: bool = False,
    ) -> Numbers:
        """Give the probability that a pair head holds: asking × answering.

        A mutual one is asked in both directions, among the same spans.
        """
        size = PAIRS[name] + 1
        own = self.numbers[:, SLICES[name]]
        ask, answer = self._means(own[:, :size], asking), self._means(own[:, size:], answering)
        product = ask[:, :-1] @ answer[:, :-1].T / np.sqrt(size - 1)
        score = product + ask[:, -1:] + answer[:, -1:].T
        return sigmoid((score + score.T) / 2 if mutual else score)

    @staticmethod
    def _means(own: Numbers, spans: Sequence[range]) -> Numbers:
        """Give the mean over the pieces of each span."""
        return np.stack([own[span.start : span.stop].mean(axis=0) for span in spans])


def sigmoid(numbers: Numbers) -> Numbers:
    """Give probabilities for scores."""
    return np.asarray(1 / (1 + np.exp(-numbers)), np.float32)


def as_input(ids: Sequence[int], shapes: Sequence[int]) -> dict[str, Any]:
    """Give the ids and shapes of one window as the encoder takes them."""
    rows = {"ids": ids, "mask": [1] * len(ids), "shapes": shapes}
    return {name: np.array([row], dtype=np.int64) for name, row in rows.items()}
