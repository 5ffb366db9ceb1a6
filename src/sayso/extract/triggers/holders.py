"""Whom a noun describes: by a copula, beside a name, as a title, in an office."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, agent_of, is_passive, patient_of, subject_of
from sayso.extract.wording.cues import cues

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
_STAYS: Final = frozenset({"be", "remain", "stay", "place", "come", "keep", "hold"})
#: Verbs of thinking, whose object is taken for something: "whom they consider its treasurer".
_DEEMS: Final = frozenset(
    {"consider", "deem", "believe", "judge", "think", "call", "find", "presume", "reckon", "assume"}
    | {"regard", "suspect", "know", "declare", "pronounce", "brand", "label", "dub", "term", "name"}
)
#: Verbs of calling whose object hangs on a preposition.
_SPEAKS_OF: Final = frozenset({"think", "speak", "talk", "refer", "conceive"})
_PREDICATES: Final = frozenset({"dobj", "oprd", "ccomp"})


def first_of(sentence: Sentence, noun: Token) -> Token:
    """Give the first of the nouns that are coordinated with a noun."""
    while noun.dep == "conj" and sentence.head(noun).pos == noun.pos:
        noun = sentence.head(noun)
    return noun


def holder(sentence: Sentence, noun: Token) -> Token | None:
    """Give whom a noun describes: copula, apposition, title, "as"."""
    noun = first_of(sentence, noun)
    above = sentence.head(noun)
    if noun.dep == "pobj" and above.lower == "of" and sentence.head(above).lower in _ONE_OF:
        noun = sentence.head(above)  # "has become one of its branches"
        above = sentence.head(noun)
    if noun.dep in _PREDICATES and above.lemma in _DEEMS:
        taken = _deemed(sentence, noun, above)
        return taken or next(iter(sentence.below(noun, "appos")), None)
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
    objects = [t for t in sentence.below(verb, "dobj", "nsubj", "dep") if t.index != noun.index]
    objects = [t for t in objects if t.dep == "dobj" or t.tag in {"WDT", "WP"}]
    passive = is_passive(sentence, verb) and noun.dep == "oprd"
    done = subject_of(sentence, verb) if passive else None
    gap = sentence.head(verb) if verb.dep == "relcl" and not own and not passive else None
    return done or next(iter((*own, *objects)), gap)  # "the man police call its leader"


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
    spoken = after(sentence, verb, "of") or after(sentence, verb, "to")  # "thought of N as"
    passive = is_passive(sentence, verb)
    if spoken is None or passive or verb.lemma not in _SPEAKS_OF:
        acting = passive or not sentence.below(verb, "dobj")
        spoken = subject_of(sentence, verb) if acting else patient_of(sentence, verb)
    return spoken


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


def in_a_state(sentence: Sentence, noun: Token) -> Token | None:
    """Give who is in, on or under something: "is in custody", "a militia in the army's pay"."""
    link = sentence.head(noun)
    above = sentence.head(link)
    if noun.dep != "pobj" or link.lower not in {"in", "under", "on"}:
        return None
    if above.pos in {"NOUN", "PROPN"}:
        return above
    return subject_of(sentence, above) if above.lemma in _STAYS else None


def verb_of_office(sentence: Sentence, noun: Token) -> Token | None:
    """Give the verb of "serves as a cover"."""
    link = sentence.head(noun)
    return sentence.head(link) if noun.dep == "pobj" and link.lower == "as" else None


def itself(sentence: Sentence, noun: Token) -> Token | None:
    """Give a noun that stands for somebody by itself: "its former bookkeeper said"."""
    above = sentence.head(noun)
    deemed = noun.dep == "dobj" and above.lemma in _DEEMS and _deemed(sentence, noun, above)
    described = sentence.below(noun, "appos") or above.lower == "as" or deemed
    return noun if noun.dep in _ON_THEIR_OWN and not described else None


def _naming(sentence: Sentence, noun: Token) -> Token | None:
    """Give the verb of "called the memo a forgery"."""
    above = sentence.head(noun)
    verb = sentence.head(above) if noun.dep == "pobj" and above.lower == "as" else above
    verb = sentence.head(verb) if verb.dep == "dobj" else verb
    fits = noun.dep in {"oprd", "pobj", "attr"} and verb.lemma in _CALLS
    return verb if fits else None


def caller(sentence: Sentence, noun: Token) -> Token | None:
    """Give who calls something what the noun says."""
    verb = _naming(sentence, noun)
    return None if verb is None else agent_of(sentence, verb)


def called(sentence: Sentence, noun: Token) -> Token | None:
    """Give what is called so."""
    verb = _naming(sentence, noun)
    return None if verb is None else patient_of(sentence, verb)
