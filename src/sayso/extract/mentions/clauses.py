"""The "it" that means nobody: it stands for a clause ("it is known that …", "it was X that …")."""

import re

from sayso.extract.grammar.syntax import Sentence, Token

#: "it" that stands for the clause after it.
EMPTY_IT = re.compile(
    r"it\s+(?:is|was|has been|had been|will be|would be|remains?|seems?|appears?|became|may be)"
    r"(?:\s+(?:not|also|still|now|n't|yet|widely|un\w+))*\s+(?:\w+ed|\w+ble|clear|unclear|known"
    r"|true|likely|time|not|possible|that|difficult|hard|thought|said|understood)\b"
    r"|it\s+(?:seems?|appears?|turned out|follows|emerged)\b",
    re.IGNORECASE,
)
#: "It was in March that …", at the beginning of a sentence.
CLEFT = re.compile(r"It\s(?:is|was)\s(?:not\s)?(?:who|in|on|at|the|from|under)\b")
#: "it" that stands for what was said: the object of these, the subject of "is false".
SAID = frozenset({"deny", "confirm", "say", "know"})
TRUTH = frozenset({"false", "true", "untrue", "wrong", "baseless", "unfounded", "fabricated"})
HARD = frozenset({"possible", "impossible", "hard", "difficult", "easy", "early", "premature"})
#: What tells a known thing from one of a kind.
KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "such"})


def stands_for_a_clause(sentence: Sentence, token: Token) -> bool:
    """Say whether "it" refers to nothing ("It is not known whether …")."""
    verb = sentence.head(token)
    said = token.dep == "dobj" and verb.lemma in SAID
    called = {t.lower for t in sentence.below(verb, "acomp")} if verb.lemma == "be" else set()
    judged = bool(called & TRUTH)
    to_do = bool(called & HARD) and any(
        t.lower == "to" for below in sentence.subtree(verb) for t in sentence.below(below, "aux")
    )  # "it has not been possible to establish"
    if token.dep == "expl" or said or judged or to_do or is_cleft(sentence, verb):
        return True
    if token.dep == "nsubjpass" and any(
        t.lower in {"whether", "that"} and t.index > verb.index
        for c in sentence.below(verb, "ccomp", "advcl", "xcomp")
        for t in sentence.below(c, "mark")
    ):
        return True  # "it could not be established whether"
    start = token.span.start - sentence.passage.span.start
    text = sentence.passage.text
    return EMPTY_IT.match(text, start) is not None or CLEFT.match(text, start) is not None


def is_cleft(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is that of "it was X that …"; "it is a group that …" describes."""
    for focus in sentence.below(verb, "attr") if verb.lemma == "be" else ():
        known = focus.pos == "PROPN" or any(t.lower in KNOWN for t in sentence.below(focus, "det"))
        clauses = sentence.below(focus, "relcl")
        if known and any(t.lower in {"that", "who"} for c in clauses for t in sentence.below(c)):
            return True
    return False
