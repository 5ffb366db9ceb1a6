"""Finds words in a sentence: exactly, else but for spaces, quotation marks, dashes and marks."""

import re
from collections.abc import Iterator
from typing import Final

from sayso.model.ids import Span

#: Signs that models write in their own way → how they are compared.
_PLAIN: Final = {
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
#: Signs that cannot be seen, or lengthen a word only.
_NOTHING: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0640")


def find_words(words: str, text: str, near: Span | None = None) -> Span | None:
    """Give where words stand in a text, or None; the span is the text's own.

    A word of a script with capitals is never found inside another word ("Ali" in "Alice").

    Args:
        words: as somebody else wrote them down.
        text: to look through.
        near: of several places the first that lies in this span is taken, else the first of all.
    """
    wanted = words.strip()
    if not wanted:
        return None
    places = list(_exact(wanted, text)) or list(_alike(wanted, text))
    inside = (span for span in places if near is not None and near.contains(span))
    return next(inside, None) or next(iter(places), None)


def _exact(words: str, text: str) -> Iterator[Span]:
    """Give the places where the very words stand whole."""
    for found in re.finditer(f"(?={re.escape(words)})", text):
        span = Span(found.start(), found.start() + len(words))
        if _is_whole(text, span):
            yield span


def _alike(words: str, text: str) -> Iterator[Span]:
    """Give the places where the words stand but for what `_plain` takes away."""
    wanted = "".join(sign for sign, _ in _plain(words)).strip()
    signs = list(_plain(text))
    plain = "".join(sign for sign, _ in signs)
    for found in re.finditer(f"(?={re.escape(wanted)})", plain) if wanted else ():
        last = signs[found.start() + len(wanted) - 1][1]
        span = Span(signs[found.start()][1], last + 1)
        if _is_whole(text, span):
            yield span


def _plain(text: str) -> Iterator[tuple[str, int]]:
    """Give the signs of a text as they are compared, each with its place; white space is one."""
    before_is_space = False
    for place, sign in enumerate(text):
        is_space = sign.isspace()
        if sign not in _NOTHING and not (is_space and before_is_space):
            yield " " if is_space else _PLAIN.get(sign, sign), place
        before_is_space = is_space or (before_is_space and sign in _NOTHING)


def _is_whole(text: str, span: Span) -> bool:
    """Say whether neither end of a span cuts a word of a script with capitals, or a number."""
    ends = ((span.start - 1, span.start), (span.end - 1, span.end))
    return not any(
        left >= 0 and right < len(text) and _joins(text[left]) and _joins(text[right])
        for left, right in ends
    )


def _joins(sign: str) -> bool:
    return sign.islower() or sign.isupper() or sign.isdigit()
