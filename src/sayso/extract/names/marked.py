"""Mends names that the encoder marks: cut in two, too short, or known by their last word alone."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from string import whitespace
from typing import Final

from sayso.extract.encoder.marked import Named
from sayso.extract.names.labels import names_somebody
from sayso.extract.where_when.quantities import QUANTITY
from sayso.extract.where_when.times import find_moments
from sayso.model.ids import Span

#: Signs and blanks before and behind a name that are no part of it.
BEFORE: Final = whitespace + ",;:)"
BEHIND: Final = whitespace + ",;:("
#: Words that alone are no name.
BARE: Final = frozenset({"a", "an", "and", "of", "the", "this"})
#: A word that may be the last of a person's name, and what a role has before it: "envoy to X".
LAST: Final = re.compile(r"\b[^\W\d_]{2,}$")
ROLE: Final = re.compile(r",|\b(?:of|for|to|the)\b", re.IGNORECASE)
WORD: Final = re.compile(r"\b[^\W\d_]{2,}\b")


def mended(text: str, names: Iterable[Named]) -> tuple[Named, ...]:
    """Give the names of a text, in order, none in another.

    Names of one kind with a blank between them are one. A time or a figure is as long as it is
    where the program reads times and figures. Who is named in full is meant by the last name.

    Args:
        text: the document's.
        names: that were marked in it, in any order.
    """
    found = list(trimmed(text, joined(text, sorted(names, key=lambda n: n.span))))
    for kind, read in WHOLE.items():
        found = widened(found, kind, list(read(text)))
    return tuple(sorted(by_last_name(text, found), key=lambda n: n.span))


def joined(text: str, names: Iterable[Named]) -> list[Named]:
    """Join names of one kind with nothing but a blank in one line between them."""
    whole: list[Named] = []
    for name in names:
        before = whole[-1] if whole else None
        gap = text[before.span.end : name.span.start] if before else ""
        if before and before.kind == name.kind and gap.isspace() and "\n" not in gap:
            span = Span(before.span.start, name.span.end)
            whole[-1] = replace(before, span=span, sure=min(before.sure, name.sure))
        else:
            whole.append(name)
    return whole


def trimmed(text: str, names: Iterable[Named]) -> Iterator[Named]:
    """Take signs off the ends of names, and leave out what is a bare article."""
    for name in names:
        words = name.span.of(text).lstrip(BEFORE)
        first = name.span.end - len(words)
        kept = words.rstrip(BEHIND)
        if kept and kept.casefold() not in BARE:
            yield replace(name, span=Span(first, first + len(kept)))


def times_in(text: str) -> Iterator[Span]:
    """Give the times of a text, in order."""
    return (Span(found.start, found.end) for found in find_moments(text, None))


def figures_in(text: str) -> Iterator[Span]:
    """Give the figures of a text, in order, without the words that bound them."""
    return (Span(found.start("one"), found.end()) for found in QUANTITY.finditer(text))


#: Kinds with a grammar of their own, and what reads it.
WHOLE: Final[dict[str, Callable[[str], Iterator[Span]]]] = {
    "Temporal": times_in,
    "Quantity": figures_in,
}


def widened(names: Sequence[Named], kind: str, wholes: Iterable[Span]) -> list[Named]:
    """Put one name for those that lie in a longer expression, where all in it are of its kind."""
    found = list(names)
    for whole in wholes:
        within = [name for name in found if name.span.overlaps(whole)]
        if within and all(n.kind == kind and whole.contains(n.span) for n in within):
            first = found.index(within[0])
            found[first : first + len(within)] = [replace(within[0], span=whole)]
    return found


def by_last_name(text: str, names: Sequence[Named]) -> Iterator[Named]:
    """Give the names, and a person wherever the last name of one who is named in full stands."""
    last = {last_name(name, text): name for name in names}
    taken: set[int] = set()
    for name in names:
        taken.update(range(name.span.start, name.span.end))
        yield replace(name, kind="Person") if name.span.of(text) in last else name
    for word in WORD.finditer(text):
        span = Span(*word.span())
        if word.group() in last and taken.isdisjoint(range(span.start, span.end)):
            yield replace(last[word.group()], span=span)


def last_name(name: Named, text: str) -> str | None:
    """Give the last name of a person who is named by more; None of all else, and of roles."""
    words = name.span.of(text)
    found = LAST.search(words)
    if name.kind != "Person" or found is None or not found.start() or ROLE.search(words):
        return None
    last = found.group()
    return last if last[0].isupper() and names_somebody(last) else None
