"""Where in the tree the parties of a trigger stand."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import (
    after,
    agent_of,
    conjuncts,
    is_passive,
    patient_of,
    subject_of,
)
from sayso.extract.triggers.holders import (
    called,
    caller,
    first_of,
    holder,
    in_a_state,
    itself,
    verb_of_office,
)
from sayso.extract.triggers.owners import (
    beyond,
    doer_of,
    haver_of,
    owner_after,
    owner_of,
    superior_of,
    suspect_of,
)
from sayso.extract.triggers.rows import triggers
from sayso.extract.triggers.shares import share, sharer, whole

#: Slots of the owner of what stands after the trigger's own preposition.
_BEYOND: Final[Mapping[str, Callable[[Sentence, Token, str], Token | None]]] = {
    ">of": beyond,
    ">owner": owner_after,
}
#: Verbs that may have what is given, and then whom it is given to, as objects.
_PAYS: Final = frozenset(
    {"pay", "lend", "give", "send", "hand", "wire", "grant"}
    | {"offer", "loan", "slip", "owe", "bring"}
)
#: Prepositions that may hang on the doer where they belong to the act: "a raid by men on X".
_AGAINST: Final = frozenset({"on", "against", "at"})
#: What may stand between two verbs with one object: "armed, and later trained, recruits".
_JOINING: Final = frozenset({"CCONJ", "PUNCT", "ADV", "VERB", "AUX", "PART"})
#: What somebody is held or taken as.
_AS_WHAT: Final = frozenset({"hostage", "captive", "prisoner"})
#: Labels of words inside the phrase of an object.
_IN_AN_OBJECT: Final = frozenset({"dobj", "acl", "prep", "pobj", "appos", "relcl"})
_BLAMES: Final = frozenset({"blame", "accuse", "suspect", "charge", "indict", "convict", "acquit"})

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
    if slot in _BEYOND:
        return _BEYOND[slot](sentence, trigger, preposition or "")
    wanted = preposition if slot == ">" else slot
    if wanted is None:
        return None
    found = (after(sentence, host, wanted) for host in _hosts(sentence, trigger, wanted))
    return next((t for t in found if t is not None), None)


def _hosts(sentence: Sentence, trigger: Token, wanted: str) -> list[Token]:
    """Give the words on which a trigger's preposition may hang, the nearest first."""
    hosts = [trigger, *sentence.below(trigger, "dobj", "acomp", "prt", "attr", "advmod")]
    above = _light_verb(sentence, trigger) or verb_of_office(sentence, trigger)
    if above is not None:
        hosts.append(above)
    doer = after(sentence, trigger, "by") if wanted in _AGAINST else None
    if doer is not None and trigger.pos == "NOUN":
        hosts.append(doer)
    return hosts


def by_light_verb(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun hangs on a light verb: "carried out an attack", "received support"."""
    return _giver(sentence, noun) is not None or _receiver(sentence, noun) is not None


def _light_verb(sentence: Sentence, noun: Token) -> Token | None:
    """Give the light verb whose object or passive subject a noun is."""
    first = first_of(sentence, noun)
    above = sentence.head(first)
    light = triggers().light
    if first.dep not in {"dobj", "nsubjpass", "attr"}:
        return None
    return above if above.lemma in light["give"] | light["receive"] | {"be"} else None


def _giver(sentence: Sentence, noun: Token) -> Token | None:
    """Give who does it with a light verb, or who answers for it."""
    light = triggers().light
    first = first_of(sentence, noun)
    above = sentence.head(first)
    does = light["give"] | (light["intend"] if first.dep == "dobj" else frozenset())
    blamed = above.lemma == "blame"  # "blamed the raid on N"
    if first.dep in {"dobj", "nsubjpass"} and (blamed or above.lemma in does):
        return after(sentence, above, "on") if blamed else agent_of(sentence, above)
    for clause in sentence.below(first, "relcl", "acl"):
        if clause.lemma in light["give"]:
            done = agent_of(sentence, clause)
            return None if done == first else done
    if first.dep == "pobj":
        return _answerable(sentence, above)
    return None


def _answerable(sentence: Sentence, link: Token) -> Token | None:
    """Give who is responsible for, claims, is blamed for or stands behind what follows a word."""
    while link.dep == "conj" and link.pos == "ADP":  # "for the kidnapping and for the bombing"
        link = sentence.head(link)
    above = sentence.head(link)
    blames = _blaming(sentence, link)
    if blames is not None:
        return patient_of(sentence, blames)
    if link.lower == "behind" or above.lower == "responsible":
        return subject_of(sentence, link if link.lower == "behind" else above)
    if above.lemma in triggers().light["answer"] or above.lemma in {"involvement", "role", "part"}:
        return agent_of(sentence, sentence.head(above))
    verb = above if above.lemma == "claim" else None
    return None if verb is None else agent_of(sentence, verb)


def _blaming(sentence: Sentence, link: Token) -> Token | None:
    """Give the verb of blaming that a preposition belongs to.

    It may hang on what is told of the one blamed: "blamed herders allied with them for the raid".
    """
    for node in sentence.ancestors(link):
        if node.lemma in _BLAMES:
            return node
        if link.lower != "for" or node.dep not in _IN_AN_OBJECT:
            break
    return None


def _receiver(sentence: Sentence, noun: Token) -> Token | None:
    """Give who receives it: "the group receives support from"."""
    first = first_of(sentence, noun)
    above = sentence.head(first)
    if first.dep == "dobj" and above.lemma in triggers().light["receive"]:
        return agent_of(sentence, above)
    return None


def _indirect(sentence: Sentence, verb: Token) -> Token | None:
    """Give the indirect object: "gave the group money"."""
    for found in sentence.below(verb, "dative"):
        if found.pos != "ADP":
            return found
    given = next(iter(sentence.below(verb, "dobj")), None)
    if given is None or verb.lemma not in _PAYS or triggers().kinds.get(given.lemma) != "funds":
        return None
    known = any(t.lower == "the" for t in sentence.below(given, "det"))
    before = (t for t in sentence.below(given, "compound", "nmod") if known or t.pos == "PROPN")
    return next(before, None)  # "lent the company money", read as one phrase


def _undergoing(sentence: Sentence, verb: Token) -> Token | None:
    """Give what undergoes it; "sold or gave rifles": the object of the verb that follows."""
    own = patient_of(sentence, verb)
    if own is not None and own.lower in _AS_WHAT:  # "took four sailors hostage"
        return next(iter(sentence.below(own, "compound", "nmod", "npadvmod")), own)
    if own is not None or is_passive(sentence, verb):
        return own
    beside = next(iter(sentence.below(verb, "conj")), None)
    if beside is None or beside.tag != verb.tag:
        return None
    between = sentence.tokens[verb.index + 1 : beside.index]
    return _undergoing(sentence, beside) if all(t.pos in _JOINING for t in between) else None


def _serves(sentence: Sentence, noun: Token) -> Token | None:
    """Give whose officer one is deputy to: "deputy to the group's head of finance"."""
    hosts = (noun, verb_of_office(sentence, noun))
    links = (t for h in hosts if h is not None for t in sentence.below(h, "prep"))
    found = (superior_of(sentence, link) for link in links if link.lower == "to")
    return next((t for t in found if t is not None), None)


def _kept(sentence: Sentence, verb: Token) -> Token | None:
    """Give the object that a passive keeps: "a broker was paid 85,000 dollars"."""
    kept = sentence.below(verb, "dobj") if is_passive(sentence, verb) else ()
    return next(iter(kept), None)


def _done(sentence: Sentence, verb: Token) -> Token | None:
    """Give the object of the verb below: "try to buy drones"."""
    below = next(iter(sentence.below(verb, "xcomp", "acl")), None)
    return None if below is None else _undergoing(sentence, below)


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
    "O": _undergoing,
    "G": subject_of,
    "I": _indirect,
    "H": holder,
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
    "N": itself,
    "state": in_a_state,
    "kept": _kept,
    "share": share,
    "whole": whole,
    "sharer": sharer,
    "owner": owner_of,
    "doer": doer_of,
    "suspect": suspect_of,
    "having": haver_of,
    "to_whom": _serves,
    "caller": caller,
    "called": called,
    "done": _done,
}
