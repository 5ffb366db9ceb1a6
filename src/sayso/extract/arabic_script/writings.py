"""Other ways to write the same text, each with the place in the text that its signs come from."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from sayso.extract.arabic_script.letters import is_left_out
from sayso.model.ids import Span

#: "Abdullah" in one word, maybe after glued letters; the list mostly writes two.
_GLUED_NAME: Final = re.compile(r"(?<!\w)[وفبلك]{0,2}عبد(?=ال\w\w)")
_LAST_YA: Final = re.compile(r"[يی](?!\w)")


@dataclass(frozen=True, slots=True)
class Writing:
    """A text as it may also be written.

    Attributes:
        origin: for each sign the place of the original's sign that it stands for.
        after: for each sign the place after it in the original, with the marks upon it.
    """

    text: str
    origin: tuple[int, ...]
    after: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Give the original's place for a place of this writing that is not empty."""
        return Span(self.origin[span.start], self.after[span.end - 1])

    def others(self) -> Iterator[Self]:
        """Give this writing; with and without the dots of a final ya; with glued names apart."""
        yield self
        for text in (self.text.replace("ى", "ي"), _LAST_YA.sub("ى", self.text)):
            if text != self.text:
                yield type(self)(text, self.origin, self.after)
        cuts = [found.end() for found in _GLUED_NAME.finditer(self.text)]
        if cuts:
            yield self._cut_at(cuts)

    def _cut_at(self, cuts: list[int]) -> Self:
        """Give this writing with a space before each of these signs."""
        text: list[str] = []
        origin: list[int] = []
        after: list[int] = []
        for start, end in zip([0, *cuts], [*cuts, len(self.text)], strict=True):
            text.append(self.text[start:end])
            origin += self.origin[start:end]
            after += self.after[start:end]
            if end < len(self.text):
                text.append(" ")
                origin.append(self.origin[end])
                after.append(self.origin[end])
        return type(self)("".join(text), tuple(origin), tuple(after))


def bare(text: str) -> Writing:
    """Give a text without vowel signs, tatweel and joiners."""
    kept = [place for place, sign in enumerate(text) if not is_left_out(sign)]
    after = [*kept[1:], len(text)]
    ends = (_without_trailing(text, place, end) for place, end in zip(kept, after, strict=False))
    return Writing("".join(text[place] for place in kept), tuple(kept), tuple(ends))


def _without_trailing(text: str, place: int, end: int) -> int:
    """Give the end of a sign with its marks: joiners and marks of direction are none of it."""
    while end > place + 1 and _is_format(text[end - 1]):
        end -= 1
    return end


def _is_format(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"
