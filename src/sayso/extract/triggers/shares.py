"""What is owned, and which share of it: "60 per cent of the company"."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, patient_of
from sayso.extract.triggers.rows import triggers

_FARTHEST: Final = 3  # parts of parts: "70 per cent of its shares"


def share(sentence: Sentence, verb: Token) -> Token | None:
    """Give the share that is held: "60 per cent of the company"."""
    held = patient_of(sentence, verb)
    return held if held is not None and _is_share(sentence, held) else None


def _is_share(sentence: Sentence, noun: Token) -> bool:
    """Say whether a word is for a part of a capital: "a stake", "60 per cent"."""
    percents = sentence.below(noun, "prep") if noun.pos == "NUM" else ()
    return noun.lemma in triggers().shares or any(t.lower == "per" for t in percents)


def whole(sentence: Sentence, verb: Token) -> Token | None:
    """Give what a share that is held is a share of, or what is held without one."""
    held = patient_of(sentence, verb)
    return None if held is None else _whole_of(sentence, held)


def _whole_of(sentence: Sentence, part: Token) -> Token | None:
    """Give what a word for a share is a share of; a word for no share is the whole."""
    for _ in range(_FARTHEST):
        if not _is_share(sentence, part):
            return part
        unit = after(sentence, part, "per") or part
        above = after(sentence, unit, "of") or after(sentence, unit, "in")
        owned = above or next(iter(sentence.below(part, "poss")), None)
        if owned is None:
            return None
        part = owned
    return None


def sharer(sentence: Sentence, noun: Token) -> Token | None:
    """Give what an owner owns: "owner of 45 per cent of the company", "its main shareholder"."""
    owned = after(sentence, noun, "of") or after(sentence, noun, "in")
    if owned is not None:
        return _whole_of(sentence, owned)
    before = next(iter(sentence.below(noun, "poss", "compound")), None)
    if before is not None or noun.dep != "attr":
        return before
    return after(sentence, sentence.head(noun), "of")  # "shops of which she is the owner"
