"""Where in the tree the parties of a trigger stand."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.extract.sources.cues import cues
from sayso.extract.sources.tree import (
    after,
    agent_of,
    conjuncts,
    is_passive,
    patient_of,
    subject_of,
)
from sayso.extract.syntax import Sentence, Token
from sayso.extract.triggers.owners import (
    beyond,
    doer_of,
    owner_after,
    owner_of,
    superior_of,
    suspect_of,
)
from sayso.extract.triggers.rows import triggers
from sayso.extract.triggers.shares import share, sharer, whole

#: Verbs that say what somebody is or becomes.
_COPULAS: Final = frozenset({"be", "become", "remain", "serve", "act", "appoint", "name"})
#: Labels of nouns that stand for somebody by themselves.
_ON_THEIR_OWN: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
#: Verbs that give somebody or something a name: "called the memo a forgery".
_CALLS: Final = frozenset(
    {
        "call",
        "describe",
        "brand",
        "label",
        "dub",
        "term",
        "style",
        "denounce",
        "name",
        "identify",
        "list",
    }
)
_ONE_OF: Final = frozenset({"one", "some", "two", "several", "many", "most"})
#: Slots of the owner of what stands after the trigger's own preposition.
_BEYOND: Final[Mapping[str, Callable[[Sentence, Token, str], Token | None]]] = {
    ">of": beyond,
    ">owner": owner_after,
}
#: Verbs of thinking, whose object is taken for something: "whom they consider its treasurer".
_DEEMS: Final = frozenset(
    {"consider", "deem", "believe", "judge", "think", "call", "find", "presume", "reckon", "assume"}
    | {"regard", "suspect", "know", "declare", "pronounce", "brand", "label", "dub", "term", "name"}
)
_PREDICATES: Final = frozenset({"dobj", "oprd", "ccomp"})
#: Verbs that may have what is given, and then whom it is given to, as objects.
_PAYS: Final = frozenset(
    {
        "pay",
        "lend",
        "give",
        "send",
        "hand",
        "wire",
        "grant",
        "offer",
        "loan",
        "slip",
        "owe",
        "bring",
    }
)
#: Prepositions that may hang on the doer where they belong to the act: "a raid by men on X".
_AGAINST: Final = frozenset({"on", "against", "at"})
#: What may stand between two verbs with one object: "armed, and later trained, recruits".
_JOINING: Final = frozenset({"CCONJ", "PUNCT", "ADV", "VERB", "AUX", "PART"})
#: What somebody is held or taken as.
_AS_WHAT: Final = frozenset({"hostage", "captive", "prisoner"})
_STAYS: Final = frozenset({"be", "remain", "stay", "place", "come", "keep", "hold"})
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
    above = _light_verb(sentence, trigger) or _verb_of_office(sentence, trigger)
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
    does = light["give"] | (light["intend"] if first.dep == "dobj" else frozenset())
    if first.dep in {"dobj", "nsubjpass"} and above.lemma in does:
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
    while link.dep == "conj" and link.pos == "ADP":  # "for the kidnapping and for the bombing"
        link = sentence.head(link)
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
    given = next(iter(sentence.below(verb, "dobj")), None)
    if given is None or verb.lemma not in _PAYS or triggers().kinds.get(given.lemma) != "funds":
        return None
    known = any(t.lower == "the" for t in sentence.below(given, "det"))
    before = (t for t in sentence.below(given, "compound", "nmod") if known or t.pos == "PROPN")
    return next(before, None)  # "lent the company money", read as one phrase


def _holder(sentence: Sentence, noun: Token) -> Token | None:
    """Give whom a noun describes: copula, apposition, title, "as"."""
    noun = _first(sentence, noun)
    above = sentence.head(noun)
    if noun.dep == "pobj" and above.lower == "of" and sentence.head(above).lower in _ONE_OF:
        noun = sentence.head(above)  # "has become one of its branches"
        above = sentence.head(noun)
    if noun.dep in _PREDICATES and above.lemma in _DEEMS:
        return _deemed(sentence, noun, above)
    if noun.dep in _HOLDERS:
        return _HOLDERS[noun.dep](sentence, noun, above)
    return next(iter(sentence.below(noun, "appos")), None)


def _of_copula(sentence: Sentence, noun: Token, above: Token) -> Token | None:
    """Give who is or becomes something."""
    if above.lemma not in _COPULAS:
        return None
    thinks = sentence.head(above)
    if above.dep == "xcomp" and thinks.lemma in _DEEMS and not is_passive(sentence, thinks):
        return _deemed(sentence, above, thinks)  # "whom police believe to be its head"
    return subject_of(sentence, above) if noun.dep == "attr" else patient_of(sentence, above)


def _deemed(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """Give whom somebody considers to be something; None where the noun is the object itself."""
    own = sentence.below(noun, "nsubj", "dobj")
    objects = [t for t in sentence.below(verb, "dobj", "nsubj") if t.index != noun.index]
    objects = [t for t in objects if t.dep == "dobj" or t.tag in {"WDT", "WP"}]
    passive = is_passive(sentence, verb) and noun.dep == "oprd"
    done = subject_of(sentence, verb) if passive else None
    return done or next(iter((*own, *objects)), None)


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
    named = verb if verb.dep == "dobj" else None
    caller = verb if named is None else sentence.head(verb)
    if caller.lemma in _CALLS and caller.lemma not in cues().verbs:
        return None  # whoever calls somebody so would be lost as the source
    if named is not None and caller.lemma in _CALLS:
        return named  # "describes a general as", with "as" hung on the general
    acting = is_passive(sentence, verb) or not sentence.below(verb, "dobj")
    return subject_of(sentence, verb) if acting else patient_of(sentence, verb)


def _of_its_attribute(sentence: Sentence, noun: Token, above: Token) -> Token | None:
    """Give who it is: "its registered owner is Ms Okafor"; else what stands beside the noun."""
    named = sentence.below(above, "attr") if above.lemma == "be" else ()
    return next(iter((*sentence.below(noun, "appos"), *named)), None)


#: How to find whom a noun describes, by its label.
_HOLDERS: Final[Mapping[str, Callable[[Sentence, Token, Token], Token | None]]] = {
    "attr": _of_copula,
    "oprd": _of_copula,
    "appos": _of_title,
    "compound": _of_title,
    "nmod": _of_title,
    "pobj": _of_office,
    "nsubj": _of_its_attribute,
}


def _in_a_state(sentence: Sentence, noun: Token) -> Token | None:
    """Give who is in, on or under something: "is in custody", "was on the payroll"."""
    link = sentence.head(noun)
    verb = sentence.head(link)
    is_state = noun.dep == "pobj" and link.lower in {"in", "under", "on"} and verb.lemma in _STAYS
    return subject_of(sentence, verb) if is_state else None


def _verb_of_office(sentence: Sentence, noun: Token) -> Token | None:
    """Give the verb of "serves as a cover"."""
    link = sentence.head(noun)
    return sentence.head(link) if noun.dep == "pobj" and link.lower == "as" else None


def _itself(sentence: Sentence, noun: Token) -> Token | None:
    """Give a noun that stands for somebody by itself: "its former bookkeeper said"."""
    above = sentence.head(noun)
    deemed = noun.dep == "dobj" and above.lemma in _DEEMS and _deemed(sentence, noun, above)
    described = sentence.below(noun, "appos") or above.lower == "as" or deemed
    return noun if noun.dep in _ON_THEIR_OWN and not described else None


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
    hosts = (noun, _verb_of_office(sentence, noun))
    links = (t for h in hosts if h is not None for t in sentence.below(h, "prep"))
    found = (superior_of(sentence, link) for link in links if link.lower == "to")
    return next((t for t in found if t is not None), None)


def _kept(sentence: Sentence, verb: Token) -> Token | None:
    """Give the object that a passive keeps: "a broker was paid 85,000 dollars"."""
    kept = sentence.below(verb, "dobj") if is_passive(sentence, verb) else ()
    return next(iter(kept), None)


def _naming(sentence: Sentence, noun: Token) -> Token | None:
    """Give the verb of "called the memo a forgery"."""
    above = sentence.head(noun)
    verb = sentence.head(above) if noun.dep == "pobj" and above.lower == "as" else above
    verb = sentence.head(verb) if verb.dep == "dobj" else verb
    fits = noun.dep in {"oprd", "pobj", "attr"} and verb.lemma in _CALLS
    return verb if fits else None


def _caller(sentence: Sentence, noun: Token) -> Token | None:
    """Give who calls something what the noun says."""
    verb = _naming(sentence, noun)
    return None if verb is None else agent_of(sentence, verb)


def _called(sentence: Sentence, noun: Token) -> Token | None:
    """Give what is called so."""
    verb = _naming(sentence, noun)
    return None if verb is None else patient_of(sentence, verb)


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
    "N": _itself,
    "state": _in_a_state,
    "kept": _kept,
    "share": share,
    "whole": whole,
    "sharer": sharer,
    "owner": owner_of,
    "doer": doer_of,
    "suspect": suspect_of,
    "to_whom": _serves,
    "caller": _caller,
    "called": _called,
    "done": _done,
}
