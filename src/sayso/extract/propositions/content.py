"""Which words of a sentence say a proposition, without the words that say who says it."""

from collections.abc import Iterable
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import clause_head, described, is_verbal, path_up
from sayso.extract.sources.saying import Saying
from sayso.extract.voices.quotes import Told
from sayso.model.ids import Span

#: Labels of what opens a clause without being part of it.
_OPENERS: Final = frozenset({"that", "whether", "and", "but", "or", "if"})
_EDGES: Final = frozenset({"PUNCT", "SPACE", "CCONJ"})


def content_of(told: Told, head: Token, saying: Saying | None) -> tuple[Span, ...]:
    """Give the words that say what a trigger says, in pieces, in order.

    That is its clause, or its noun phrase where it only describes somebody, without coordinated
    clauses, cues, sources and what others say in it.
    """
    sentence = told.reading.sentence
    top = described(sentence, head) or clause_head(sentence, head)
    if any(s.head.index == top.index and head.index not in s.content for s in told.sayings):
        top = path_up(sentence, head, top)[-2] if top.index != head.index else top
    if saying is not None and head.index in saying.content and top.index not in saying.content:
        top = saying.root
    kept = {t.index for t in sentence.subtree(top)}
    if saying is not None:
        kept &= saying.content
    kept -= _beside(sentence, top, head)
    for other in told.sayings:
        kept -= _attributing(sentence, other, head)
    return _pieces(sentence, kept)


def pieces_of(sentence: Sentence, words: Iterable[Token]) -> tuple[Span, ...]:
    """Give the stretches that some words make."""
    return _pieces(sentence, {t.index for t in words})


def _beside(sentence: Sentence, top: Token, head: Token) -> set[int]:
    """Give the words of clauses coordinated with a trigger's own."""
    left_out: set[int] = set()
    for child in sentence.below(top, "conj"):
        below = {t.index for t in sentence.subtree(child)}
        if is_verbal(child) and head.index not in below:
            left_out |= below
    return left_out


def _attributing(sentence: Sentence, saying: Saying, head: Token) -> set[int]:
    """Give the words of a saying that are not the trigger's: cue and source, or what it says."""
    if head.index not in saying.content:
        return set() if saying.head.index == head.index else set(saying.content)
    around = {t.index for t in sentence.subtree(saying.head)} - saying.content
    return around | {t.index for t in saying.cue}


def _pieces(sentence: Sentence, kept: set[int]) -> tuple[Span, ...]:
    """Give the stretches of the text that some words make, without marks at their edges."""
    runs: list[list[Token]] = []
    for index in sorted(kept):
        token = sentence.tokens[index]
        if runs and runs[-1][-1].index == index - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (_trimmed(run) for run in runs)
    return tuple(Span(run[0].span.start, run[-1].span.end) for run in trimmed if run)


def _trimmed(run: list[Token]) -> list[Token]:
    """Give a stretch without punctuation and conjunctions at its edges."""
    while run and (run[0].pos in _EDGES or (run[0].lower in _OPENERS and run[0].pos == "SCONJ")):
        run = run[1:]
    while run and run[-1].pos in _EDGES:
        run = run[:-1]
    return run
