"""Where in the tree the parties of a trigger stand."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.extract.propositions.triggers import triggers
from sayso.extract.sources.tree import (
    after,
    agent_of,
    conjuncts,
    is_passive,
    patient_of,
    subject_of,
)
from sayso.extract.syntax import Sentence, Token

#: Verbs that say what somebody is or becomes.
_COPULAS: Final = frozenset({"be", "become", "remain", "serve", "act", "appoint", "name"})
_BLAMES: Final = frozenset({"blame", "accuse", "suspect"})

Slot = Callable[[Sentence, Token], Token | None]


def at_slot(sentence: Sentence, trigger: Token, slot: str, preposition: str | None) -> Token | None:
    """Give the word at a slot of a trigger, or None.

    Args:
        sentence: holds the trigger.
        trigger: the word that carries the predicate.
        slot: a name of the tables; one that is not known there is a preposition.
        preposition: the trigger's own, for the slot ">".
    """
    if slot in _SLOTS:
        return _SLOTS[slot](sentence, trigger)
    wanted = preposition if slot == ">" else slot
    if wanted is None:
        return None
    hosts = [trigger, *sentence.below(trigger, "dobj", "acomp", "prt", "attr", "advmod")]
    light = _light_verb(sentence, trigger)
    if light is not None:
        hosts.append(light)
    found = (after(sentence, host, wanted) for host in hosts)
    return next((t for t in found if t is not None), None)


def by_light_verb(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun hangs on a light verb: "carried out an attack", "received support"."""
    return _giver(sentence, noun) is not None or _receiver(sentence, noun) is not None


def _light_verb(sentence: Sentence, noun: Token) -> Token | None:
    """Give the light verb whose object or passive subject a noun is."""
    first = _first(sentence, noun)
    above = sentence.head(first)
    light = triggers().light
    if first.dep not in {"dobj", "nsubjpass", "attr"}:
        return None
    return above if above.lemma in light["give"] | light["receive"] | {"be"} else None


def _first(sentence: Sentence, noun: Token) -> Token:
    """Give the first of the nouns that are coordinated with a noun."""
    while noun.dep == "conj" and sentence.head(noun).pos == noun.pos:
        noun = sentence.head(noun)
    return noun


def _giver(sentence: Sentence, noun: Token) -> Token | None:
    """Give who does it with a light verb, or who answers for it."""
    light = triggers().light
    first = _first(sentence, noun)
    above = sentence.head(first)
    if first.dep in {"dobj", "nsubjpass"} and above.lemma in light["give"]:
        return agent_of(sentence, above)
    for clause in sentence.below(first, "relcl", "acl"):
        if clause.lemma in light["give"]:
            done = agent_of(sentence, clause)
            return None if done == first else done
    if first.dep == "pobj":
        return _answerable(sentence, above)
    return None


def _answerable(sentence: Sentence, link: Token) -> Token | None:
    """Give who is responsible for, claims, is blamed for or stands behind what follows a word."""
    above = sentence.head(link)
    if above.lemma in _BLAMES:
        return patient_of(sentence, above)
    if link.lower == "behind" or above.lower == "responsible":
        return subject_of(sentence, link if link.lower == "behind" else above)
    if above.lemma in triggers().light["answer"] or above.lemma in {"involvement", "role", "part"}:
        return agent_of(sentence, sentence.head(above))
    verb = above if above.lemma == "claim" else None
    return None if verb is None else agent_of(sentence, verb)


def _receiver(sentence: Sentence, noun: Token) -> Token | None:
    """Give who receives it: "the group receives support from"."""
    first = _first(sentence, noun)
    above = sentence.head(first)
    if first.dep == "dobj" and above.lemma in triggers().light["receive"]:
        return agent_of(sentence, above)
    return None


def _indirect(sentence: Sentence, verb: Token) -> Token | None:
    """Give the indirect object: "gave the group money"."""
    for found in sentence.below(verb, "dative"):
        if found.pos != "ADP":
            return found
    return None


def _holder(sentence: Sentence, noun: Token) -> Token | None:
    """Give whom a noun describes: copula, apposition, title, "as"."""
    noun = _first(sentence, noun)
    above = sentence.head(noun)
    if noun.dep in _HOLDERS:
        return _HOLDERS[noun.dep](sentence, noun, above)
    return next(iter(sentence.below(noun, "appos")), None)


def _of_copula(sentence: Sentence, noun: Token, above: Token) -> Token | None:
    """Give who is or becomes something."""
    if above.lemma not in _COPULAS:
        return None
    return subject_of(sentence, above) if noun.dep == "attr" else patient_of(sentence, above)


def _of_title(sentence: Sentence, noun: Token, above: Token) -> Token | None:
    """Give whose title stands before the name, or beside it."""
    if noun.dep == "appos" or above.pos == "PROPN":
        return above
    return next(iter(sentence.below(noun, "appos")), None)


def _of_office(sentence: Sentence, noun: Token, above: Token) -> Token | None:
    """Give who serves "as" something; else what stands beside the noun."""
    if above.lower != "as":
        return next(iter(sentence.below(noun, "appos")), None)
    verb = sentence.head(above)
    acting = is_passive(sentence, verb) or not sentence.below(verb, "dobj")
    return subject_of(sentence, verb) if acting else patient_of(sentence, verb)


#: How to find whom a noun describes, by its label.
_HOLDERS: Final[Mapping[str, Callable[[Sentence, Token, Token], Token | None]]] = {
    "attr": _of_copula,
    "oprd": _of_copula,
    "appos": _of_title,
    "compound": _of_title,
    "nmod": _of_title,
    "pobj": _of_office,
}


def _sides(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Give the two or more sides of "between A and B"."""
    between = after(sentence, noun, "between")
    return () if between is None else conjuncts(sentence, between)


def _first_side(sentence: Sentence, noun: Token) -> Token | None:
    """Give the first side of "between A and B"."""
    return next(iter(_sides(sentence, noun)), None)


def _second_side(sentence: Sentence, noun: Token) -> Token | None:
    """Give the second side of "between A and B"."""
    return next(iter(_sides(sentence, noun)[1:]), None)


def _child(*deps: str) -> Slot:
    """Give a slot for the first dependent with one of these labels."""

    def found(sentence: Sentence, word: Token) -> Token | None:
        return next(iter(sentence.below(word, *deps)), None)

    return found


_SLOTS: Final[Mapping[str, Slot]] = {
    "S": agent_of,
    "O": patient_of,
    "G": subject_of,
    "I": _indirect,
    "H": _holder,
    "L": _giver,
    "V": _receiver,
    "first": _first_side,
    "second": _second_side,
    "poss": _child("poss"),
    "compound": _child("compound", "nmod", "amod"),
    "attr": _child("attr"),
    "oprd": _child("oprd"),
    "xcomp": _child("xcomp"),
    "acl": _child("acl"),
}
