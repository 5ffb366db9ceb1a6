"""The encoder `sayso-en` as PyTorch trains it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import torch
from torch.nn.functional import gelu, one_hot, relu
from transformers import AutoModel

from sayso.extract.encoder.heads import (
    ENDS,
    GAPS,
    KINDS,
    LINKS,
    SHAPES,
    SLICES,
    WIDTH,
    between,
    gap_of,
)
from training.pieces import Pair

_SIZE: Final = ENDS["first"]


class SaysoEn(torch.nn.Module):  # type: ignore[misc]  # PyTorch is not installed here
    """The base, with the shapes of letters added to what goes in, one linear layer, and links.

    Attention is not dropped out: that took a third of the time and made no difference.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.base = AutoModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
        )
        size = self.base.config.hidden_size
        self.shapes = torch.nn.Embedding(SHAPES, size)
        torch.nn.init.normal_(self.shapes.weight, std=0.01)
        self.heads = torch.nn.Linear(size, WIDTH)
        torch.nn.init.normal_(self.heads.weight, std=0.02)
        torch.nn.init.zeros_(self.heads.bias)
        self.dropout = torch.nn.Dropout(0.1)
        self.linker = Linker()

    def forward(self, ids: Any, mask: Any, shapes: Any) -> Any:
        """Give windows × pieces × width."""
        words = self.base.embeddings.word_embeddings(ids) + self.shapes(shapes)
        read = self.base(inputs_embeds=words, attention_mask=mask, return_dict=False)[0]
        return self.heads(self.dropout(read))


class Linker(torch.nn.Module):  # type: ignore[misc]
    """Scores links between two spans by what they are, what stands between, and how far."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = torch.nn.Embedding(2 * len(KINDS), _SIZE)
        self.gaps = torch.nn.Embedding(GAPS, _SIZE)
        self.between = torch.nn.Linear(_SIZE, _SIZE)
        self.out = torch.nn.Linear(_SIZE, len(LINKS))
        self.dropout = torch.nn.Dropout(0.2)
        for table in (self.kinds, self.gaps):
            torch.nn.init.normal_(table.weight, std=0.2)

    def forward(self, ends: Any, middle: Any, kinds: Any, gaps: Any) -> Any:
        """Give pairs × links.

        Args:
            ends: pairs × size, the sum of the vectors of both spans.
            middle: pairs × size, the mean over what stands between them; zero where nothing does.
            kinds: pairs × 2 numbers.
            gaps: the number of each pair.
        """
        first = one_hot(kinds[:, 0], 2 * len(KINDS)) + one_hot(
            kinds[:, 1] + len(KINDS), 2 * len(KINDS)
        )
        known = first.float() @ self.kinds.weight + one_hot(gaps, GAPS).float() @ self.gaps.weight
        return self.out(self.dropout(gelu(ends + known + self.between(middle))))

    def of(self, own: Any, pairs: Sequence[Pair]) -> Any:
        """Give pairs × links in one window.

        Args:
            own: pieces × width, what the encoder gives.
            pairs: at least one.
        """
        spans = [(range(*pair.first), range(*pair.second)) for pair in pairs]
        first = _means([one for one, _ in spans], own[:, SLICES["first"]])
        second = _means([other for _, other in spans], own[:, SLICES["second"]])
        middle = _means(
            [between(one, other) for one, other in spans], relu(own[:, SLICES["between"]])
        )
        kinds = torch.tensor([pair.kinds for pair in pairs])
        return self(first + second, middle, kinds, torch.tensor([gap_of(*ends) for ends in spans]))


def _means(spans: Sequence[range], own: Any) -> Any:
    """Give the mean over the pieces of each span; zero for one without any."""
    starts, stops = (torch.tensor(ends)[:, None] for ends in zip(*_ends(spans), strict=True))
    at = torch.arange(len(own))
    inside = ((at >= starts) & (at < stops)).float()
    return (inside / (stops - starts).clamp(min=1)) @ own


def _ends(spans: Sequence[range]) -> list[tuple[int, int]]:
    return [(span.start, span.stop) for span in spans]
