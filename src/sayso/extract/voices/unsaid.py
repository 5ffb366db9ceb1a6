"""What is told on nobody's word: "is said to", "the rumour is that", "by all accounts"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import agent_of, is_passive, is_verbal
from sayso.extract.sources.calling import calls_as
from sayso.extract.sources.implied import is_that_clause, unsaid_by_noun
from sayso.extract.sources.phrases import lacks_evidence
from sayso.extract.wording.cues import CueClass, cues, wording
from sayso.extract.wording.stances import OPEN, Stance

#: Labels over which the words above a clause have no say.
_APART: Final = frozenset({"relcl", "appos", "parataxis", "nsubj", "nsubjpass"})
_CLAUSAL: Final = frozenset({"xcomp", "ccomp", "acl"})
_SEVERAL: Final = frozenset(
    {"all", "some", "most", "many", "several", "one", "other", "this", "that", "another"}
)
#: What suspicion does: it falls on somebody.
_FALLS: Final = frozenset({"fall", "rest", "centre", "center", "focus", "point", "attach"})
#: What a guess rests on: "in all likelihood".
_LIKELY: Final = frozenset({"likelihood", "probability"})


def unsaid_over(sentence: Sentence, node: Token, below: Token) -> Stance | None:
    """Give the stance of a word that tells on nobody's word what hangs below it; else None."""
    return (
        _unsaid(sentence, node, below)
        or _going_round(sentence, node, below)
        or _held(sentence, node, below)
    )


def unsaid_beyond(sentence: Sentence, path: Sequence[Token]) -> tuple[Stance, ...]:
    """Give the stance of what stands over a relative clause that tells whom is meant.

    "Accused of leading the men who fled": what they did is part of the accusation.

    Args:
        sentence: holds the path.
        path: from the clause up.
    """
    first = sentence.subtree(path[0])[0].index
    if path[0].dep != "relcl" or first == 0 or sentence.tokens[first - 1].text == ",":
        return ()
    for below, node in pairwise(path[1:]):
        if below.dep in _APART:
            return ()
        unsaid = unsaid_over(sentence, node, below)
        if unsaid is not None:
            return (unsaid,)
    return ()


def _held(sentence: Sentence, node: Token, below: Token) -> Stance | None:
    """Give the stance of "was held responsible for", "suspicion fell on": nobody says so."""
    above = sentence.head(node)
    is_held = node.lower in wording().holding and is_passive(sentence, above)
    if is_held and agent_of(sentence, above) is None:
        return cues().verbs["describe"].unsaid
    subjects = sentence.below(node, "nsubj") if below.dep == "prep" else ()
    falls = node.lemma in _FALLS and any(t.lemma in cues().nouns for t in subjects)
    return cues().nouns[subjects[0].lemma].unsaid if falls else None


def _unsaid(sentence: Sentence, node: Token, below: Token) -> Stance | None:
    """Give the stance of a cue that names no source: "is said to", "is considered the head of"."""
    family = _family_over(sentence, node, below)
    brings_in = below.dep in {"xcomp", "ccomp", "oprd", "prep"}
    if family is None or not is_verbal(node) or not brings_in:
        return None
    if not is_passive(sentence, node) or agent_of(sentence, node) is not None:
        return None
    if lacks_evidence(sentence, node):
        return OPEN
    is_negated = any(t.dep == "neg" for t in sentence.below(node))
    return family.negated if is_negated else family.unsaid


def _family_over(sentence: Sentence, node: Token, below: Token) -> CueClass | None:
    """Give the class of a cue over what hangs below it: "is seen as", "is held to"."""
    links = wording().matters.get(node.lemma, frozenset()) - {"for"}  # "was listed for" is so
    names = node.lemma in wording().naming or below.lower in links
    if below.lower == "as" and calls_as(sentence, node):
        names = True
    own = cues().verbs.get(node.lemma)
    told = is_that_clause(sentence, below) and node.lemma not in wording().resulting
    if own is None and (names or told):
        return cues().verbs["describe"]
    return own or (cues().that.get(node.lemma) if below.dep in _CLAUSAL else None)


def _going_round(sentence: Sentence, node: Token, below: Token) -> Stance | None:
    """Give the stance of a noun that names no source: "the rumour is that", "word is that"."""
    told = sentence.below(node, "nsubj") if node.lemma == "be" and below.dep == "ccomp" else ()
    if any(t.lemma in wording().going_round for t in told):
        return cues().verbs["allege"].unsaid
    found = (cues().nouns[t.lemma].unsaid for t in told if t.lemma in cues().nouns)
    return next(found, None) or unsaid_by_noun(sentence, node, below)


def on_all_accounts(sentence: Sentence, link: Token) -> bool:
    """Say whether a phrase is "by all accounts", "in some versions": nobody's in particular."""
    nouns = sentence.below(link, "pobj") if link.lower in wording().prefacing else ()
    told = (t for t in nouns if t.lemma in wording().accounts | wording().views | _LIKELY)
    return any(
        t.lower in _SEVERAL for n in told for t in sentence.below(n, "det", "amod", "nummod")
    )
