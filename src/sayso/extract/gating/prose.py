"""Which passages are sentences that can be read; what is left out is counted and told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.model.documents import Passage

#: Words and signs of the longest passage that is read. Collection cuts at 1,500 characters, so that
#: only lists of figures and heaps of signs come to more; the rules take time with its square.
MOST_SIGNS: Final = 400
#: Characters of one sentence without a full stop that are read.
MOST_OF_ONE: Final = 15_000
#: A piece that was cut from such a sentence is at least so long; characters.
_PIECE: Final = 700

_SIGN: Final = re.compile(r"\w+|[^\w\s]")
_ENDED: Final = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]]*$")


def readable(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    """Give the passages that are read, in order, and remarks on those that are not."""
    begun = [p for p, run in _runs(passages) if run <= MOST_OF_ONE]
    kept = tuple(p for p in begun if not _is_heap(p.text))
    remarks = (
        (len(passages) - len(begun), f"of a sentence beyond its first {MOST_OF_ONE:,} characters"),
        (len(begun) - len(kept), f"of more than {MOST_SIGNS} words and signs"),
    )
    return kept, tuple(f"{n} passages {why}: not read for claims" for n, why in remarks if n)


def _runs(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int]]:
    """Give each passage with the characters of its sentence up to its end."""
    run = 0
    paragraph = 0
    for passage in passages:
        if passage.paragraph != paragraph:
            run, paragraph = 0, passage.paragraph
        run += len(passage.text)
        yield passage, run
        if len(passage.text) < _PIECE or _ENDED.search(passage.text[-8:]) is not None:
            run = 0


def _is_heap(text: str) -> bool:
    """Say whether a passage is no sentence but a heap of words or signs."""
    return len(text) > MOST_SIGNS and sum(1 for _ in _SIGN.finditer(text)) > MOST_SIGNS
