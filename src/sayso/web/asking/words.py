"""Searching by words: each finds the words that begin with it, whatever the script or spelling."""

from collections.abc import Callable, Iterable

from sayso.errors import BadInput
from sayso.match.normal import fold, words_of


def folded(texts: Iterable[str]) -> str:
    """Give the words of texts in small ASCII letters, each with a space before it."""
    words = (fold(word.surface) for text in texts for word in words_of(text))
    return "".join(f" {word}" for word in words if word)


def searched(q: str) -> Callable[[str], bool]:
    """Give what says whether folded words hold all words of a query, or such as begin with them.

    Raises:
        BadInput: the query has no words.
    """
    wanted = dict.fromkeys(folded((q,)).split())
    if not wanted:
        raise BadInput(f"no words to search for in {q!r}: give at least one letter or figure")
    return lambda words: all(f" {one}" in words for one in wanted)
