"""One attribution, in the words of a sentence and in the stretches of a text."""

from dataclasses import dataclass

from sayso.extract.grammar.extents import Words
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.model.ids import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one sentence ascribes to somebody.

    Attributes:
        head: the word that the cue hangs on.
        source: empty where the sentence names nobody.
        cue: at least one word.
        content: empty where it can only be a quotation beyond the sentence.
    """

    head: Token
    source: Words
    cue: Words
    content: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Stretches of a text that say what somebody says, thinks or feels.

    Attributes:
        source: who, with title, apposition and clause; empty where nobody is named.
        cue: what ascribes it, with auxiliaries and preposition.
        content: what is said, thought or felt, quotation marks included; in order.
    """

    source: Spans
    cue: Spans
    content: Spans


def spelled(sentence: Sentence, draft: Draft) -> Attributed:
    """Give a draft in the stretches of its document."""
    return Attributed(
        source=stretches(sentence, draft.source),
        cue=stretches(sentence, draft.cue),
        content=stretches(sentence, draft.content),
    )


def stretches(sentence: Sentence, words: Words) -> Spans:
    """Give the stretches of the text that hold these words, those next to each other as one."""
    found: list[Span] = []
    last = -2
    for index in sorted(words):
        span = sentence.tokens[index].span
        if index == last + 1:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
        last = index
    return tuple(found)
