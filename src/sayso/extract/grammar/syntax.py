"""A parsed sentence, free of the library that parsed it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from sayso.model.documents import Passage
from sayso.model.ids import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word with its place in the document and in the dependency tree.

    Attributes:
        index: in its sentence, from 0.
        span: in code points of the document's text.
        pos, tag, dep: Universal part of speech, Penn tag, ClearNLP dependency label.
        head: index of its head; a root is its own head.
        label: OntoNotes entity type of the name that it is part of, or "".
        begins: it is the first word of such a name.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    label: str = ""
    begins: bool = False

    @property
    def lower(self) -> str:
        """Give the word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A passage with its words and their tree."""

    passage: Passage
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def head(self, token: Token) -> Token:
        """Give the head of a word; a root is its own."""
        return self.tokens[token.head]

    def below(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Give the direct dependents of a word, in order; only those with these labels, if any."""
        own = self.children[token.index]
        if not own:  # most words: asked more often than anything else
            return ()
        tokens = self.tokens
        return tuple([tokens[i] for i in own if not deps or tokens[i].dep in deps])

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Give a word with all that hangs on it, in the order of the text."""
        seen = {token.index}
        waiting = [token.index]
        while waiting:
            for child in self.children[waiting.pop()]:
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
        return tuple(self.tokens[i] for i in sorted(seen))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Give the heads above a word, nearest first."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def within(self, span: Span) -> tuple[Token, ...]:
        """Give the words that lie inside a span of the document."""
        first = bisect_left(self.tokens, span.start, key=lambda t: t.span.start)
        rest = islice(self.tokens, first, None)
        started = takewhile(lambda t: t.span.start <= span.end, rest)
        return tuple(t for t in started if span.contains(t.span))

    def head_of(self, span: Span) -> Token | None:
        """Give the word of a span whose head lies outside it; None where the span has no word."""
        words = self.within(span)
        inside = {t.index for t in words}
        return next((t for t in words if t.head not in inside or t.head == t.index), None)
