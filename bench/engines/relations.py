"""Relations between given names as re3d has them, from the product's encoder."""

from collections.abc import Iterator, Sequence
from typing import Final

from bench.engines.product import windows
from bench.re3d import Named, Related
from sayso.extract.encoder import marked
from sayso.model.ids import Span

#: From here on a relation is taken to hold; chosen as in `names`.
LEAST: Final = 0.3


def relations_of(text: str, names: Sequence[Named]) -> Iterator[Related]:
    """Give what ties two of the names of a text.

    Args:
        text: of the document.
        names: those that the relations are between, in order.
    """
    named = [marked.Named(Span(n.begin, n.end), n.type) for n in names]
    for scores in windows(text):
        for relation, first, second, sure in marked.related_in(scores, named):
            if sure >= LEAST:
                yield Related(relation, (first.start, first.end), (second.start, second.end))
