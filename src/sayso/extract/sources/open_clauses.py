"""Clauses with "that" beside words that are no cue: whoever governs them says so, or nobody."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.extract.sources.cues import CueClass, cues, wording
from sayso.extract.sources.phrases import is_denied, lacks_evidence
from sayso.extract.sources.speakers import owner_of
from sayso.extract.stances import PURPORTED, Stance, hedges
from sayso.extract.syntax import Sentence, Token
from sayso.extract.tree import agent_of, is_verbal

#: Labels under which a clause with "that" is what something says.
_TOLD: Final = frozenset({"ccomp", "acl", "relcl", "advcl"})
#: Words before "that" with which it brings in no speech: "so that", "in that".
_JOINED: Final = frozenset(
    {"so", "now", "such", "in", "provided", "given", "except", "save", "only"}
)
#: Subjects that say nothing: "it means that".
_NOBODY: Final = frozenset({"it", "there", "this", "that", "which", "what", "all"})


@dataclass(frozen=True, slots=True)
class OpenClause:
    """A clause with "that" and whoever has it: "was certain that", "gave evidence that".

    Attributes:
        verb: the nearest over the clause.
        unsaid: it is told on no word of the source: "has heard rumours that".
    """

    root: Token
    verb: Token
    source: Token
    family: CueClass
    unsaid: bool


def is_that_clause(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause with a subject of its own begins with "that"."""
    marks = [t for t in sentence.below(clause, "mark") if t.lower == "that"]
    if not marks or clause.dep not in _TOLD:
        return False
    before = sentence.tokens[max(0, marks[0].index - 1)]
    return before.lower not in _JOINED or before == marks[0]


def unsaid_by_noun(sentence: Sentence, noun: Token, below: Token) -> Stance | None:
    """Give the stance of what a noun tells on nobody's word: "rumours that", "reports of a raid".

    A noun in no table makes it an allegation, but for those of facts.
    """
    family = cues().nouns.get(noun.lemma)
    manner = noun.dep == "pobj" and sentence.head(sentence.head(noun)).lemma in cues().verbs
    if noun.pos != "NOUN" or (family is None and manner):  # "assess with confidence that"
        return None
    told = (t.lemma for t in sentence.below(below, "pobj")) if below.dep == "prep" else ()
    if below.lower in {"of", "about"} and family is not None and wording().acts & set(told):
        return family.unsaid
    if not is_that_clause(sentence, below) or noun.lemma in wording().facts | hedges().evidence:
        return None
    return PURPORTED if family is None else family.unsaid


def find_open_clauses(sentence: Sentence) -> Iterator[OpenClause]:
    """Give the clauses with "that" which somebody knows, thinks or tells by a word in no table."""
    for root in sentence.tokens:
        above = sentence.head(root)
        if not is_that_clause(sentence, root) or above.lemma in wording().facts:
            continue
        verb = next((t for t in (above, *sentence.ancestors(above)) if is_verbal(t)), None)
        if verb is None or _says_nothing(sentence, verb) or _is_equated(root, above):
            continue
        source = _source(sentence, above, verb)
        if source is not None and source.lower not in _NOBODY and source != above:
            yield OpenClause(root, verb, source, *_kind(above, source))


def _says_nothing(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb brings in no words of its subject: "this means that", "did not prove"."""
    unproved = verb.lemma in wording().proving and is_denied(sentence, verb)
    told = verb.dep == "acl" and verb.tag == "VBG"  # "accounts circulating that"
    results = verb.lemma in wording().resulting - {"be"}
    return results or unproved or told or lacks_evidence(sentence, verb)


def _is_equated(root: Token, above: Token) -> bool:
    """Say whether a clause is what its subject is: "the problem is that"."""
    return above.lemma == "be" and root.dep == "ccomp"


def _source(sentence: Sentence, above: Token, verb: Token) -> Token | None:
    """Give who owns a noun, or has it as object, or governs the verb or adjective."""
    if above.pos not in {"NOUN", "PROPN"}:
        return agent_of(sentence, verb)
    link = sentence.head(above)
    has = above.dep == "dobj" or (above.dep == "pobj" and link.lower in {"of", "to", "under"})
    return owner_of(sentence, above) or (agent_of(sentence, verb) if has else None)


def _kind(above: Token, source: Token) -> tuple[CueClass, bool]:
    """Give the class of what is said, and whether it is said on no word of the source."""
    noun = next((t.lemma for t in (above, source) if t.lemma in cues().nouns), None)
    if noun is None:
        return cues().verbs["say"], False
    return cues().nouns[noun], noun not in hedges().evidence
