"""What is said, and who says it, in the words of one sentence."""

from dataclasses import dataclass

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.wording.stances import Stance


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a cue brings in, before it is known who says them."""

    root: Token
    content: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue.

    Attributes:
        family: the class of the cue.
        head: the word of the cue that its sources and content hang on.
        sources: outermost first; at least one.
        root: the word that heads what is said.
        content: indices of the words that are said.
    """

    family: str
    head: Token
    cue: tuple[Token, ...]
    sources: tuple[Token, ...]
    root: Token
    content: frozenset[int]
    stance: Stance


def under(sentence: Sentence, root: Token) -> frozenset[int]:
    """Give the indices of a word and all below it."""
    return frozenset(t.index for t in sentence.subtree(root))
