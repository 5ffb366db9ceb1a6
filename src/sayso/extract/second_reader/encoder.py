"""A small encoder run by ONNX Runtime; the only file that knows it and its tokeniser."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import Final

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.extract.second_reader.opinions import Opinion
from sayso.extract.second_reader.windows import windows
from sayso.model.ids import Span

#: Word pieces that the encoder has positions for, with the two that mark the ends.
LONGEST: Final = 512


class Encoder:
    """Reads word pieces in the light of all around them; loaded at the first use.

    Its card, `weights/CARD.md`, says what it learnt from and how well it reads.
    """

    def read(
        self, text: str, sentences: Sequence[Span], wanted: Iterable[Span]
    ) -> Sequence[Opinion]:
        """Give opinions on the words of the wanted sentences, in order."""
        numbers = {span: n for n, span in enumerate(sentences)}
        chosen = {numbers[span] for span in wanted}
        if not chosen:
            return ()
        tokenizer, _ = _loaded()
        lengths = [
            len(tokenizer.encode(text[s.start : s.end], add_special_tokens=False).ids)
            for s in sentences
        ]
        return [
            opinion
            for read, judged in windows(lengths, chosen)
            for opinion in _opinions(
                text,
                Span(sentences[read.start].start, sentences[read.stop - 1].end),
                Span(sentences[judged.start].start, sentences[judged.stop - 1].end),
            )
        ]


@functools.cache
def _loaded() -> tuple[Tokenizer, onnxruntime.InferenceSession]:
    """Give the tokeniser and the weights, loaded once a process."""
    folder = resources.files(__package__) / "weights"
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # a second thread mostly spins; other processes have the cores
    return (
        Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8")),
        onnxruntime.InferenceSession(
            (folder / "second_reader.onnx").read_bytes(), options, ["CPUExecutionProvider"]
        ),
    )


def _opinions(text: str, window: Span, judged: Span) -> Iterator[Opinion]:
    """Read one window, and give the opinions on the words of a part of it."""
    tokenizer, session = _loaded()
    encoded = tokenizer.encode(text[window.start : window.end])
    ids = np.array([encoded.ids[:LONGEST]], dtype=np.int64)
    (scores,) = session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
    sourced = 1 / (1 + np.exp(-scores[0, :, 0]))
    stances = np.exp(scores[0, :, 1:] - scores[0, :, 1:].max(axis=1, keepdims=True))
    not_so = 1 - stances[:, 0] / stances.sum(axis=1)
    for (start, end), one, other in zip(encoded.offsets[:LONGEST], sourced, not_so, strict=True):
        span = Span(window.start + start, window.start + end)
        if start < end and judged.contains(span):
            yield Opinion(span, float(one), float(other))
    if len(encoded.ids) > LONGEST:  # a sentence of strange words: on from the first piece left out
        rest = Span(window.start + encoded.offsets[LONGEST][0], window.end)
        if rest.start > window.start and len(rest):
            yield from _opinions(text, rest, judged)
