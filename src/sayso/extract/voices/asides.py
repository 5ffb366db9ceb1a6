"""What is told beside the point: roles in an apposition, and what a phrase takes for granted."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import is_verbal
from sayso.extract.sources.phrases import is_nobody, stands_bare
from sayso.extract.wording.cues import wording
from sayso.model.vocabulary import Predicate

#: What an apposition or a clause of role says of somebody: "its spokesman, N", "who owns it".
ROLES: Final = frozenset(
    {
        Predicate.LEADS,
        Predicate.MEMBER_OF,
        Predicate.SPOKESPERSON_FOR,
        Predicate.OWNS,
        Predicate.RELATED_TO,
    }
)
#: What else such a phrase may say: "a company based in Gao", "an armed group in Idlib".
_BESIDE: Final = frozenset({Predicate.LOCATED_IN, Predicate.NEAR})
_EVENTS: Final = frozenset(
    {
        Predicate.ATTACK,
        Predicate.KILLING,
        Predicate.ARREST,
        Predicate.ABDUCTION,
        Predicate.SEIZURE,
        Predicate.CAMPAIGN,
        Predicate.OPERATES,
        Predicate.DISCLOSURE,
    }
)
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_TITLES: Final = frozenset({"compound", "nmod", "amod"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
#: How one gives up a role, and what one leaves then.
_LEAVES: Final = frozenset({"leave", "quit"})
_SERVICES: Final = frozenset(
    {"service", "post", "job", "board", "staff", "employ", "rank", "movement"}
    | {"company", "firm", "group", "party", "force", "organisation", "organization", "army"}
)
_WHEN: Final = frozenset({"after", "before", "since", "during", "following", "until", "amid"})


def is_aside(sentence: Sentence, trigger: Token, predicate: Predicate) -> bool:
    """Say whether a role is told in passing, so that it is the narrator's in any speech.

    "Its spokesman, N, said", "N, who owns the firm", "N, an armed group in Idlib".
    """
    if predicate in _BESIDE:
        return _in_apposition(sentence, trigger) or _set_off(sentence, trigger)
    return predicate in ROLES and _is_role_aside(sentence, trigger)


def _in_apposition(sentence: Sentence, trigger: Token) -> bool:
    """Say whether a word belongs to an apposition to a name."""
    node = trigger
    while node.dep in {"prep", "acl"}:
        node = sentence.head(node)
    return node.dep == "appos" and sentence.head(node).pos == "PROPN"


def _is_role_aside(sentence: Sentence, trigger: Token) -> bool:
    """Say whether the word of a role stands beside a name or in a clause set off by a comma."""
    if is_verbal(trigger):
        return _set_off(sentence, trigger)
    if trigger.dep in _TITLES:
        return sentence.head(trigger).pos == "PROPN"
    if trigger.dep == "appos":
        return not stands_bare(sentence, trigger)
    introduces = any(t.pos == "PROPN" for t in sentence.below(trigger, "appos"))
    introduces = introduces and sentence.head(trigger).lower != "as"  # "described as its head, N,"
    return introduces or (trigger.dep == "attr" and _set_off(sentence, sentence.head(trigger)))


def _set_off(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause with "who" or "which" for its subject is set off by a comma."""
    first = sentence.subtree(verb)[0]
    who = any(t.tag in {"WP", "WDT"} for t in sentence.below(verb, "nsubj", "nsubjpass"))
    comma = first.index > 0 and sentence.tokens[first.index - 1].text == ","
    return verb.dep == "relcl" and who and comma


def has_left(sentence: Sentence, trigger: Token) -> bool:
    """Say whether the one in a role is told to have given it up: "the treasurer, N, left us"."""
    noun = trigger
    while noun.dep in {*_TITLES, "appos"}:
        noun = sentence.head(noun)
    verb = sentence.head(noun)
    is_done = (
        verb.lemma in _LEAVES and verb.tag in {"VBD", "VBN"} and not sentence.below(verb, "neg")
    )
    left = sentence.below(verb, "dobj") if is_done else ()
    return noun.dep == "nsubj" and any(t.lemma in _SERVICES for t in left)


def is_presupposed(sentence: Sentence, trigger: Token, predicate: Predicate) -> bool:
    """Say whether words take a proposition for granted: "a trader in Agadez", "after his arrest".

    A role does so without a name beside it: "the company's director said".
    """
    if trigger.pos == "ADP":
        return _places_a_noun(sentence, trigger)
    if trigger.pos not in _NOUNS or is_nobody(sentence, trigger):
        return False
    if predicate in ROLES:
        named = trigger.dep in {*_TITLES, "appos", "attr", "oprd", "conj"}
        named = named or sentence.head(trigger).lower == "as"
        return not named and not sentence.below(trigger, "appos")
    return predicate in _EVENTS and _is_definite(sentence, trigger)


def _places_a_noun(sentence: Sentence, preposition: Token) -> bool:
    """Say whether a preposition only tells which one a noun means: "a trader in Agadez"."""
    noun = sentence.head(preposition)
    told = noun.dep in {"attr", "ROOT"} or any(
        t.lower in {"no", "any"} for t in sentence.below(noun, "det")
    )
    return preposition.dep == "prep" and noun.pos in _NOUNS and not told


def _is_definite(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun of an act stands where it is known: "the killing of N was planned"."""
    known = bool(sentence.below(noun, "poss")) or any(
        t.lower in _DEFINITE for t in sentence.below(noun, "det")
    )
    above = sentence.head(noun)
    timed = noun.dep == "pobj" and above.lower in _WHEN
    judged = noun.dep == "dobj" and above.lemma in wording().verdicts
    return known and (timed or judged or noun.dep in {"nsubj", "nsubjpass"})
