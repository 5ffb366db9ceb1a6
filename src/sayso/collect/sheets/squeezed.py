"""Words without what a page breaks them with: white space, hyphens, signs that are not shown."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final, Self

#: Hyphens, soft ones, and what pdfium puts for one at the end of a line.
_DROPPED: Final = frozenset("-\u00ad\u2010\u2011\ufffe\x02")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space and hyphens, and where each of its signs stood."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Squeeze a text."""
        kept = [
            (at, sign)
            for at, sign in enumerate(text)
            if sign.isprintable() and not sign.isspace() and sign not in _DROPPED
        ]
        return cls("".join(sign for _, sign in kept), tuple(at for at, _ in kept))

    def find(self, words: "Squeezed", after: int) -> int | None:
        """Give where the words begin, first from a place on, else anywhere; None: nowhere."""
        if not words.text:
            return None
        at = self.text.find(words.text, after)
        at = self.text.find(words.text) if at < 0 else at
        return None if at < 0 else at

    def stretch(self, at: int, words: "Squeezed", part: tuple[int, int]) -> tuple[int, int] | None:
        """Give the stretch of this text, unsqueezed, that a part of words found in it takes.

        Args:
            at: where the words begin.
            words: all of them.
            part: which of them, as they were before they were squeezed; half open.
        """
        first, last = (bisect_left(words.places, end) for end in part)
        if first >= last:
            return None
        return self.places[at + first], self.places[at + last - 1] + 1
