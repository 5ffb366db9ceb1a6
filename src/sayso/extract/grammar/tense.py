"""Does the verb over a phrase speak of what is to come?"""

import enum
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import is_verbal
from sayso.model.ids import Span

#: Verbs in the passive, or adjectives, of what is still to come: "a hearing scheduled for Friday".
_PLANNED: Final = frozenset(
    {"schedule", "expect", "slate", "plan", "set", "due", "upcoming", "aim"}
)
#: Verbs that in the present speak of what is to come: "the inquiry opens on Monday".
_OPENS: Final = frozenset(
    {"begin", "start", "open", "expire", "resume", "meet", "convene", "vote", "leave", "arrive"}
)
#: Verbs that put something off until a day to come.
_PUTS_OFF: Final = frozenset(
    {"postpone", "delay", "defer", "extend", "adjourn", "reschedule", "suspend", "give", "have"}
)
_UNTIL: Final = frozenset({"until", "till", "to", "through"})
#: Verbs whose infinitive took place when they did: "failed to appear on Monday".
_DONE: Final = frozenset(
    {"fail", "manage", "refuse", "help", "begin", "start", "continue", "decline", "go", "get"}
    | {"happen", "appear", "seem", "use", "move", "force", "rush", "come", "find", "report", "say"}
)
_PAST: Final = frozenset({"VBD", "VBN"})


class _Told(enum.Enum):
    """What one word above a phrase tells of its direction."""

    AHEAD = enum.auto()
    BACK = enum.auto()
    NEITHER = enum.auto()


def looks_ahead(sentence: Sentence, span: Span) -> bool | None:
    """Say whether the nearest verb above a phrase looks ahead; None where it tells no direction.

    Args:
        sentence: that holds the phrase.
        span: of the phrase, in the document.
    """
    node = sentence.head_of(span)
    if _verb_before(sentence, span):
        return False
    link: Token | None = None
    for above in () if node is None else (node, *sentence.ancestors(node)):
        told = _told_by(sentence, above, link)
        if told is not None:
            return None if told is _Told.NEITHER else told is _Told.AHEAD
        link = above
    return None


def _verb_before(sentence: Sentence, span: Span) -> bool:
    """Say whether a verb in the past stands right before a phrase: "it said Monday that …"."""
    before = [t for t in sentence.tokens if t.span.end <= span.start and t.lower != "on"]
    verb = before[-1] if before else None
    return verb is not None and verb.tag == "VBD" and verb.lemma not in _PLANNED | _PUTS_OFF


def _told_by(sentence: Sentence, word: Token, link: Token | None) -> _Told | None:
    """Give what a word tells; None where the words above it must be asked.

    Args:
        sentence: that holds the word.
        word: it.
        link: the word below it on the way to the phrase.
    """
    if not is_verbal(word):
        return _Told.AHEAD if word.lemma in _PLANNED else None
    helping = sentence.below(word, "aux", "auxpass")
    if any(t.tag in {"MD", "TO"} for t in helping):
        return _not_finite(sentence, word, helping)
    return _past(word, helping, link) if word.tag in _PAST else _present(word, helping)


def _not_finite(sentence: Sentence, verb: Token, helping: tuple[Token, ...]) -> _Told | None:
    """Tell of "will meet", "to meet", "may have met", "could not be reached on Monday"."""
    if any(t.lemma == "have" for t in helping):
        return _Told.BACK
    words = {t.lower for t in helping}
    if words & {"could", "couldn't"}:
        return _Told.NEITHER
    if any(t.tag == "MD" for t in helping):
        return _Told.AHEAD
    return _infinitive(verb, sentence.head(verb))


def _infinitive(verb: Token, above: Token) -> _Told | None:
    """Tell of "agreed to meet"; "the first country to join on Monday" tells nothing."""
    if verb.dep in {"acl", "relcl"}:
        return _Told.NEITHER
    return _Told.AHEAD if verb.dep == "xcomp" and above.lemma not in _DONE else None


def _past(verb: Token, helping: tuple[Token, ...], link: Token | None) -> _Told:
    """Tell of "met", "has met", "scheduled for", "put off until", "is held"."""
    puts_off = verb.lemma in _PUTS_OFF and link is not None and link.lower in _UNTIL
    if puts_off or verb.lemma in _PLANNED:
        return _Told.AHEAD
    present = any(t.lower in {"is", "are", "being"} for t in helping)
    return _Told.NEITHER if present else _Told.BACK


def _present(verb: Token, helping: tuple[Token, ...]) -> _Told | None:
    """Tell of "opens", "says", "is meeting"; a bare "meet" or "meeting" tells what is above it."""
    if verb.tag in {"VBZ", "VBP"}:
        return _Told.AHEAD if verb.lemma in _OPENS else _Told.NEITHER
    if verb.tag == "VBG" and helping:
        now = any(t.tag in {"VBZ", "VBP"} for t in helping)
        return _Told.AHEAD if now else _Told.BACK
    return None
