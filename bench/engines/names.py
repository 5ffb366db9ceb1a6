"""Names and their types as re3d has them, from the product's encoder."""

from collections.abc import Iterator

from bench.engines.product import windows
from bench.re3d import Named
from sayso.extract.encoder.marked import named_in


def names_of(text: str) -> Iterator[Named]:
    """Give the names, places, times and figures of a text, in order."""
    for scores in windows(text):
        for name in named_in(scores):
            yield Named(name.span.start, name.span.end, name.kind)
