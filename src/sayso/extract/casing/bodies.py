"""Names of bodies in small letters: what an acronym spells, and runs of words that make them."""

import re
from collections.abc import Iterator
from typing import Final

from sayso.extract.casing.words import lists
from sayso.model.ids import Span

#: Small words inside a body's name, which its acronym may leave out.
_SMALL: Final = frozenset({"of", "the", "and", "for", "de", "la", "del", "y", "in"})
_BRACKETED: Final = re.compile(r"\(([a-z][a-z\-]{1,9})\)")
_WORD: Final = re.compile(r"[\w'’.\-]+")
#: A name has no more words than letters of its acronym and so many.
_MORE: Final = 4
#: Words in a row that make a body's name.
_ENOUGH: Final = 2


def long_forms(small: str) -> Iterator[tuple[str, str]]:
    """Give each acronym in brackets with the words before it that spell it, in small letters."""
    for match in _BRACKETED.finditer(small):
        short = match.group(1)
        before = list(_WORD.finditer(small, max(0, match.start() - 160), match.start()))
        start = _spelling(short.replace("-", ""), [m.group() for m in before])
        if start is not None and small[before[-1].end() : match.start()].isspace():
            yield short, small[before[start].start() : before[-1].end()]


def _spelling(short: str, words: list[str]) -> int | None:
    """Give the first of the last words whose first letters spell an acronym, or None.

    Small words are left out of it, or else count as any.
    """
    for skipped in (_SMALL, frozenset[str]()):
        at, letters = len(words), list(short)
        while letters and at and len(words) - at < len(short) + _MORE:
            at -= 1
            if words[at] in skipped:
                continue
            if words[at][0] != letters.pop():
                break
        else:
            if not letters and at < len(words):
                return at
    return None


def bodies_in(small: str) -> Iterator[Span]:
    """Give runs of words that bodies are named with: "army of national liberation"."""
    table = lists()
    run: list[re.Match[str]] = []
    for match in [*_WORD.finditer(small), None]:
        word = "" if match is None else match.group()
        joined = match is not None and (not run or small[run[-1].end() : match.start()] == " ")
        if (
            joined
            and match is not None
            and (word in table["bodies"] or (run and word in {"of", "for"}))
        ):
            run.append(match)
            continue
        yield from _whole(run)
        run = [match] if match is not None and word in table["bodies"] else []


def _whole(run: list[re.Match[str]]) -> Iterator[Span]:
    """Give the run as a name, if it is one."""
    while run and run[-1].group() in {"of", "for"}:
        run.pop()
    names = [m for m in run if m.group() not in {"of", "for"}]
    heads = lists()["heads"]
    ends = len(names) > _ENOUGH or (len(names) == _ENOUGH and len(run) > _ENOUGH)
    if ends and (names[-1].group() in heads or names[0].group() in heads):
        yield Span(run[0].start(), run[-1].end())
