"""Names and their types as re3d has them, from the product's encoder."""

from collections.abc import Iterator
from typing import Final

from bench.engines.product import windows
from bench.re3d import Named
from sayso.extract.encoder.marked import named_in
from sayso.extract.names.marked import mended

#: A name less likely than this is left out; chosen on the development sentences of CrossNER
#: (politics) and CoNLL++, which the encoder has not learnt from.
LEAST: Final = 0.5


def names_of(text: str) -> Iterator[Named]:
    """Give the names, places, times and figures of a text, in order."""
    marked = (name for scores in windows(text) for name in named_in(scores))
    for name in mended(text, (name for name in marked if name.sure >= LEAST)):
        yield Named(name.span.start, name.span.end, name.kind)
