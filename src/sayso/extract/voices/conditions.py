"""What is told under a condition, or denied beside the point: "had they come", "not a member"."""

from collections.abc import Iterator
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.sources.phrases import is_fronted_condition
from sayso.extract.wording.cues import cues
from sayso.extract.wording.stances import CONDITION, OPEN, Stance, hedges, stance_of

_DISSUADES: Final = frozenset({"warn", "caution", "advise", "counsel", "decide", "vote"})
_INTENDED: Final = stance_of("CT+ intended")


def is_condition(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause is one with "if", or "should they" before its subject."""
    marks = sentence.below(clause, "mark", "advmod")
    is_marked = any(t.lower in hedges().conditions for t in marks)
    return is_marked or is_turned_condition(sentence, clause)


def is_turned_condition(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause has its auxiliary before its subject: "should they attack, …"."""
    return any(is_fronted_condition(sentence, t) for t in sentence.below(clause, "aux"))


def is_condition_of(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Say whether a clause is a condition of a verb; a turned one may look like its object."""
    if clause.dep == "ccomp" and clause.index < verb.index:
        return is_turned_condition(sentence, clause)
    return clause.dep == "advcl" and is_condition(sentence, clause)


def told_by_auxiliary(sentence: Sentence, verb: Token, child: Token) -> Iterator[Stance]:
    """Give what an auxiliary does by its place or with "have": "had they", "must have"."""
    if child.dep not in {"aux", "auxpass"}:
        return
    have = any(t.lower == "have" for t in sentence.below(verb, "aux"))
    if child.lower == "must" and have:
        yield cues().verbs["think"].plain
    elif child.lower == "had" and _is_turned(sentence, verb, child):
        yield CONDITION
    elif child.lower == "would" and have and verb.dep != "ccomp":
        yield CONDITION  # "would have attacked"


def _is_turned(sentence: Sentence, verb: Token, auxiliary: Token) -> bool:
    """Say whether a clause opens with its auxiliary: "Had they come, …", not "at no point had"."""
    before = sentence.tokens[: auxiliary.index]
    opens = not before or before[-1].text in {",", ";", "“", '"'}
    subjects = sentence.below(verb, "nsubj", "nsubjpass")
    return opens and any(t.index > auxiliary.index for t in subjects)


def held_off(sentence: Sentence, node: Token, below: Token) -> Stance | None:
    """Give the stance of what somebody is warned against, or was only to do."""
    if below.dep == "prep" and below.lower == "against" and node.lemma in _DISSUADES:
        return OPEN
    is_to = any(t.lower == "to" for t in sentence.below(below, "aux"))
    return _INTENDED if node.lemma == "be" and below.dep == "xcomp" and is_to else None


def denies_cleft(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause is denied of whom it tells: "it was not the League that attacked"."""
    noun = sentence.head(clause)
    verb = sentence.head(noun)
    it = any(t.lower == "it" for t in sentence.below(verb, "nsubj", "expl"))
    told = noun.dep == "attr" and verb.lemma == "be" and it
    return told and clause.dep == "relcl" and bool(sentence.below(verb, "neg"))


def is_after_not(sentence: Sentence, noun: Token) -> bool:
    """Say whether a phrase beside a name begins with "not": "N, not a member of the League,"."""
    first = sentence.subtree(noun)[0].index
    before = sentence.tokens[max(0, first - 1)]
    return first > 0 and noun.dep == "appos" and before.lower in {"not", "never"}


def is_alternative(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is one of several joined by "or": "never paid, armed or sheltered"."""
    first = verb
    while first.dep == "conj":
        first = sentence.head(first)
    joined = [first]
    for one in joined:
        joined.extend(sentence.below(one, "conj"))
    return any(t.lower in {"or", "nor"} for one in joined for t in sentence.below(one, "cc"))
