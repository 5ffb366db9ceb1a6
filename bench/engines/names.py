"""Names and their types as re3d has them, from the product's encoder."""

from collections.abc import Iterator
from typing import Final

from bench.engines.product import windows
from bench.re3d import Named
from sayso.extract.encoder.marked import named_in

#: A name less likely than this is left out; chosen on a quarter of re3d, with an encoder that had
#: not learnt from it.
LEAST: Final = 0.7


def names_of(text: str) -> Iterator[Named]:
    """Give the names, places, times and figures of a text, in order."""
    for scores in windows(text):
        for name in named_in(scores):
            if name.sure >= LEAST:
                yield Named(name.span.start, name.span.end, name.kind)
