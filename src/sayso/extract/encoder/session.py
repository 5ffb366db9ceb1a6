"""The encoder `sayso-en` run by ONNX Runtime; the only file that knows it and its tokeniser."""

import functools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from operator import attrgetter
from typing import Any, Final

import onnxruntime
from tokenizers import Tokenizer

from sayso.extract.encoder.carried import Carried, carried_in
from sayso.extract.encoder.heads import shape_of
from sayso.extract.encoder.heard import Asked, Heard
from sayso.extract.encoder.marked import meant_in
from sayso.extract.encoder.opinions import Opinion, opinions_in
from sayso.extract.encoder.scores import Numbers, Scores, as_input
from sayso.extract.encoder.windows import windows
from sayso.model.ids import Span

#: Word pieces that the encoder has positions for, with the two that mark the ends.
LONGEST: Final = 512


class Encoder:
    """Reads word pieces in the light of all around them; loaded at the first use.

    Its card, `weights/CARD.md`, says what it learnt from and how well it reads.
    """

    def hear(self, text: str, sentences: Sequence[Asked]) -> Heard:
        """Give opinions on the sentences that have candidates, and the triggers in them."""
        opinions: list[Opinion] = []
        carried: dict[Span, Sequence[Carried]] = {}
        meant: dict[Span, Sequence[tuple[Span, float]]] = {}
        spans = [one.span for one in sentences]
        mentions = [c.span for one in sentences for c in one.candidates if c.kind[0] == "mentions"]
        for scores in self.read(text, spans, [one.span for one in sentences if one.candidates]):
            opinions.extend(opinions_in(scores))
            first, end = (
                bisect_left(spans, at, key=attrgetter("start"))
                for at in (scores.judged.start, scores.judged.end)
            )
            own = ((one.span, one.candidates) for one in sentences[first:end])
            carried |= carried_in(scores, own)
            seen = scores.seen
            near = (
                bisect_left(mentions, at, key=attrgetter("start")) for at in (seen.start, seen.end)
            )
            meant |= meant_in(scores, mentions[slice(*near)])
        return Heard(opinions, carried, meant)

    def read(
        self, text: str, sentences: Sequence[Span], wanted: Iterable[Span]
    ) -> Iterator[Scores]:
        """Give the scores of the windows that answer for the wanted sentences, in order.

        Args:
            text: the document's; all spans are in its code points.
            sentences: all of the document, in order; their neighbours help to read the wanted.
            wanted: sentences among them.
        """
        numbers = {span: n for n, span in enumerate(sentences)}
        chosen = {numbers[span] for span in wanted}
        if not chosen:
            return
        tokenizer, *_ = _loaded()
        lengths = [
            len(tokenizer.encode(text[s.start : s.end], add_special_tokens=False).ids)
            for s in sentences
        ]
        for read, judged in windows(lengths, chosen):
            yield from _scores(
                text,
                Span(sentences[read.start].start, sentences[read.stop - 1].end),
                Span(sentences[judged.start].start, sentences[judged.stop - 1].end),
            )


@functools.cache
def _loaded() -> tuple[Tokenizer, onnxruntime.InferenceSession, onnxruntime.InferenceSession]:
    """Give the tokeniser, the encoder and the network for links, loaded once a process."""
    folder = resources.files(__package__) / "weights"
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # a second thread mostly spins; other processes have the cores
    encoder, links = (
        onnxruntime.InferenceSession(
            (folder / name).read_bytes(), options, ["CPUExecutionProvider"]
        )
        for name in ("sayso_en.onnx", "links.onnx")
    )
    text = (folder / "tokenizer.json").read_text(encoding="utf-8")
    return Tokenizer.from_str(text), encoder, links


def _linked(given: Mapping[str, Any]) -> Numbers:
    """Run the network for links."""
    *_, links = _loaded()
    scores: Numbers
    (scores,) = links.run(None, given)
    return scores


def _scores(text: str, window: Span, judged: Span) -> Iterator[Scores]:
    """Read one window; of a sentence of strange words, on from the first piece left out."""
    tokenizer, session, _ = _loaded()
    encoded = tokenizer.encode(text[window.start : window.end], add_special_tokens=False)
    first, last = tokenizer.encode("").ids
    room = LONGEST - 2
    for at in range(0, len(encoded.ids), room):
        offsets = encoded.offsets[at : at + room]
        pieces = tuple(Span(window.start + start, window.start + end) for start, end in offsets)
        ids = [first, *encoded.ids[at : at + room], last]
        shapes = [0, *(shape_of(piece.of(text)) for piece in pieces), 0]
        (numbers,) = session.run(None, as_input(ids, shapes))
        words = tuple(encoded.word_ids[at : at + room])
        yield Scores(pieces, words, judged, numbers[0, 1:-1], _linked)
