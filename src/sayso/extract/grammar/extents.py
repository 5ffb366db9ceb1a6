"""How far a noun phrase and a verb group reach in the words of a sentence."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import is_verbal

#: Places of words in their sentence.
Words = frozenset[int]
NO_WORDS: Final[Words] = frozenset()

#: What belongs to a verb: auxiliaries, negation, particle.
_GROUP: Final = ("aux", "auxpass", "neg", "prt")
#: Words that an auxiliary may stand before its verb: "did not, however, say".
_REACH: Final = 4
#: Adverbs that join sentences, and are no part of how somebody says it.
_CONNECTIVES: Final = frozenset(
    {"however", "even", "then", "so", "instead", "meanwhile", "now", "moreover", "maybe", "indeed"}
    | {"when", "where", "why", "how", "here", "there", "thus", "therefore", "nonetheless", "still"}
)
_STOPS: Final = frozenset({".", ",", ";", ":", "--", "—", "–", "-"})


def under(sentence: Sentence, *roots: Token) -> Words:
    """Give the words below these, and they themselves."""
    return frozenset(t.index for root in roots for t in sentence.subtree(root))


def noun_words(sentence: Sentence, noun: Token, but: Words = NO_WORDS) -> Words:
    """Give a noun phrase with apposition and clause, as far as it goes on without a gap.

    Args:
        sentence: holds the noun.
        noun: its head.
        but: words that are no part of it: the clause in which it is found.
    """
    own = under(sentence, noun) - but
    first = last = noun.index
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return trimmed(sentence, frozenset(range(first, last + 1)))


def phrase_beside(sentence: Sentence, noun: Token, verb: Token) -> Words:
    """Give a noun phrase without the clause of a verb in it: "the man who said it"."""
    clause = under(sentence, verb)
    return noun_words(sentence, noun, NO_WORDS if noun.index in clause else clause)


def verb_words(sentence: Sentence, verb: Token) -> Words:
    """Give a verb with its auxiliaries, negation, particle and the bare adverbs before it."""
    own = {t.index for t in sentence.below(verb, *_GROUP)}
    own |= {
        t.index
        for t in sentence.below(verb, "advmod")
        if t.lower not in _CONNECTIVES and not sentence.children[t.index]
    }
    first = verb.index
    while first - 1 in own:
        first -= 1
    last = verb.index
    while last + 1 in own and sentence.tokens[last + 1].dep != "advmod":
        last += 1
    apart = {i for i in own if first - _REACH <= i <= last}
    return frozenset(range(first, last + 1)) | apart


def trimmed(sentence: Sentence, words: Words) -> Words:
    """Give words without the stops at their ends; a quotation's marks stay."""
    kept = sorted(words)
    while kept and sentence.tokens[kept[-1]].text in _STOPS:
        kept.pop()
    while kept and sentence.tokens[kept[0]].text in _STOPS:
        kept.pop(0)
    return frozenset(kept)


def clause_of(sentence: Sentence, word: Token) -> Token:
    """Give the nearest verb at or above a word, or the root."""
    while not is_verbal(word) and word.head != word.index:
        word = sentence.head(word)
    return word
