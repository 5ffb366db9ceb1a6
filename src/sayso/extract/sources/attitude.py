"""How a source presents what it says, before the words inside are looked at."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import subject_of
from sayso.extract.sources.phrases import is_nobody, lacks_evidence, open_question
from sayso.extract.wording.cues import CueClass, cues, wording
from sayso.extract.wording.stances import OPEN, WITHHELD, Stance

_ABLE: Final = frozenset({"could", "can"})


def attitude(sentence: Sentence, verb: Token, root: Token, family: CueClass) -> Stance:
    """Give the stance of a cue: plain, negated, open or withheld."""
    if _declines(sentence, verb):
        return WITHHELD
    is_open = open_question(sentence, root)
    if root.index == verb.head and _is_denied_below(sentence, verb):
        family = cues().verbs["deny"]  # "an attack that the army says never took place"
    undone = _left_undone(sentence, verb, family, is_open=is_open)
    if undone is not None:
        return undone
    if verb.lemma == "ask" and _wants(sentence, root):
        return cues().verbs["urge"].plain
    return OPEN if is_open else family.plain


def _left_undone(
    sentence: Sentence, verb: Token, family: CueClass, *, is_open: bool
) -> Stance | None:
    """Give the stance of a cue that says what is not said or not found; None for all others."""
    if _neither_nor(sentence, verb):
        return OPEN if _is_able(sentence, verb) else WITHHELD
    if lacks_evidence(sentence, verb):
        return OPEN
    if not _is_negated(sentence, verb):
        return None
    tells = family.name in wording().silence and not _is_able(sentence, verb)
    return WITHHELD if is_open and tells else family.negated


def _declines(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is what somebody declines to do: "declined to say"."""
    return verb.dep == "xcomp" and sentence.head(verb).lemma in wording().withholding


def _neither_nor(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is one of two that both are left undone: "neither confirm nor deny"."""
    first = sentence.head(verb) if verb.dep == "conj" else verb
    pair = {verb.lemma, first.lemma, *(t.lemma for t in sentence.below(first, "conj"))}
    words = {t.lower for t in sentence.below(first, "preconj", "cc", "neg", "advmod")}
    return {"confirm", "deny"} <= pair and bool(words & {"neither", "nor", "not", "n't", "n’t"})


def _is_negated(sentence: Sentence, verb: Token) -> bool:
    """Say whether a source does not say it: "did not say", "has yet to say", "nobody said"."""
    subject = subject_of(sentence, verb)
    above = sentence.head(verb)
    yet = verb.dep == "xcomp" and any(t.lower == "yet" for t in sentence.below(above, "advmod"))
    nobody = subject is not None and is_nobody(sentence, subject)
    return yet or nobody or bool(sentence.below(verb, "neg"))


def _is_able(sentence: Sentence, verb: Token) -> bool:
    """Say whether it is a matter of being able: "could not say whether"."""
    first = sentence.head(verb) if verb.dep == "conj" else verb
    return any(t.lower in _ABLE for v in (verb, first) for t in sentence.below(v, "aux"))


def _wants(sentence: Sentence, root: Token) -> bool:
    """Say whether somebody asks for something to be done: "asked them to", "asked that"."""
    to = any(t.lower == "to" for t in sentence.below(root, "aux"))
    return to or any(t.lower == "that" for t in sentence.below(root, "mark"))


def _is_denied_below(sentence: Sentence, verb: Token) -> bool:
    """Say whether what somebody says of the noun above is that it was not."""
    return any(sentence.below(clause, "neg") for clause in sentence.below(verb, "ccomp"))
