"""Stretches of neighbouring sentences that a second reader can take in at once."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

#: Word pieces of a window: as many as in training.
WINDOW: Final = 190
#: Word pieces before the first wanted sentence, to know who is speaking.
BEFORE: Final = 80


def windows(lengths: Sequence[int], wanted: AbstractSet[int]) -> list[tuple[range, range]]:
    """Give (sentences to read, those of them that are judged), in order; each wanted is in one.

    A sentence longer than a window is alone in its own.

    Args:
        lengths: word pieces of each sentence of the document.
        wanted: the numbers of the sentences to judge.
    """
    cut: list[tuple[range, range]] = []
    number = 0
    while number < len(lengths):
        if number not in wanted:
            number += 1
            continue
        first = _back(lengths, number)
        end = _ahead(lengths, first, number)
        judged = range(number, max(number + 1, end - 1 if end < len(lengths) else end))
        cut.append((range(first, end), judged))
        number = judged.stop
    return cut


def _back(lengths: Sequence[int], number: int) -> int:
    """Give the first sentence of the window in which a sentence is the first judged."""
    first, room = number, min(BEFORE, WINDOW - lengths[number])
    while first and lengths[first - 1] <= room:
        first -= 1
        room -= lengths[first]
    return first


def _ahead(lengths: Sequence[int], first: int, number: int) -> int:
    """Give the sentence before which the window ends."""
    end = number + 1
    room = WINDOW - sum(lengths[first:end])
    while end < len(lengths) and lengths[end] <= room:
        room -= lengths[end]
        end += 1
    return end
