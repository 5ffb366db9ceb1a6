"""What somebody is called or held to be, blamed for, or counted: said by a noun, no clause."""

from collections.abc import Iterator
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, subject_of
from sayso.extract.reading import Reading
from sayso.extract.sources.phrases import stands_bare
from sayso.extract.sources.saying import Said, under
from sayso.extract.wording.cues import CueClass, cues, wording
from sayso.model.vocabulary import EntityType

_DEEMING: Final = "believe"
_TELLING: Final = frozenset({"report", "announce"})
_ANYBODY: Final = frozenset(
    {"person", "man", "woman", "one", "individual", "figure", "people", "those", "somebody"}
)
_HAVING: Final = "have"


def named_by(reading: Reading, verb: Token) -> tuple[Said, ...]:
    """Give what somebody is called, or a document holds: "call it a front", "lists payments"."""
    sentence = reading.sentence
    found = [*matters_of(sentence, verb), *shown(reading, verb), *counted(sentence, verb)]
    if verb.lemma in wording().naming:
        found += complements(sentence, verb)
    if holds_to_be(sentence, verb):
        found += [Said(t, under(sentence, t)) for t in sentence.below(verb, "ccomp", "xcomp")]
    return tuple(found)


def calls_as(sentence: Sentence, verb: Token) -> bool:
    """Say whether somebody takes or gives somebody for something: "saw N as its leader".

    So does any verb with an object and "as", but for those of giving a task ("appointed N as").
    """
    if verb.lemma in wording().employing or verb.lemma in cues().verbs:
        return False
    objects = sentence.below(verb, "dobj", "nsubjpass")
    hosts = (verb, *objects)
    as_what = [t for h in hosts for t in sentence.below(h, "prep") if t.lower == "as"]
    links = {t.lower for t in sentence.below(verb, "prep")} & {"to", "of"}  # "referred to N as"
    done = objects or links or verb.dep in {"relcl", "acl", "advcl"}
    return bool(as_what) and bool(done)


def holds_to_be(sentence: Sentence, verb: Token) -> bool:
    """Say whether somebody is held to be something: "holds N to be", "makes N out to be"."""
    if any(t.lower in wording().holding for t in sentence.below(verb, "oprd")):
        return True  # "held N responsible for"
    out = any(t.lower == "out" for t in sentence.below(verb))
    clauses = sentence.below(verb, "ccomp", "xcomp")
    to_be = any(t.lower == "to" for c in clauses for t in sentence.below(c, "aux"))
    return to_be and (verb.lemma == "hold" or (verb.lemma == "make" and out))


def takes_for(verb: Token, family: CueClass) -> bool:
    """Say whether a cue may have two objects: "deem N the head", "declared N its leader"."""
    return family.name == _DEEMING or verb.lemma in wording().naming


def complements(sentence: Sentence, verb: Token) -> Iterator[Said]:
    """Give what somebody is called or taken for: "which they call their supplier"."""
    complements = sentence.below(verb, "oprd", "attr", "ccomp", "xcomp")
    objects = sentence.below(verb, "dobj")
    asked = [t for t in sentence.below(verb, "nsubj", "dep") if t.tag in {"WDT", "WP"}]
    asked += [t for t in (verb,) if verb.dep == "relcl" and not _asks_for(sentence, verb)]
    complements += objects if asked else objects[1:]
    beside = (t for noun in objects for t in sentence.below(noun, "appos"))
    complements += tuple(t for t in beside if stands_bare(sentence, t))
    for noun in complements:
        if noun.pos in {"NOUN", "PROPN"}:
            yield Said(noun, under(sentence, noun))


def _asks_for(sentence: Sentence, clause: Token) -> bool:
    """Say whether a relative clause has its pronoun: "whom they call", not "the man they call"."""
    return any(t.tag in {"WDT", "WP"} for t in sentence.below(clause))


def matters_of(sentence: Sentence, verb: Token) -> Iterator[Said]:
    """Give what somebody is accused of, described as, or told of."""
    links = wording().matters.get(verb.lemma, frozenset())
    if calls_as(sentence, verb):
        links |= {"as"}
    objects = sentence.below(verb, "dobj", "nsubjpass")
    told = tuple(c for o in objects for c in sentence.below(o, "acl") if "for" in links)
    held = [t for t in sentence.below(verb, "oprd", "acomp") if t.lower in wording().holding]
    links |= {"for"} if held else set()
    blamed = after(sentence, verb, "on") if verb.lemma == "blame" else None
    for act in objects if blamed is not None else ():
        yield Said(act, under(sentence, act))  # "blamed the raid on N"
    hosts = (verb, *objects, *told, *held)  # "blamed herders allied with the group for the ambush"
    for host in hosts if links else ():
        for one in sentence.below(host, "prep"):
            for preposition in (one, *sentence.below(one, "conj")):
                found = sentence.below(preposition, "pobj", "pcomp")
                if preposition.lower in links and found:
                    yield Said(found[0], _without_clauses(sentence, found[0]))
                    yield from _described(sentence, verb)


def _described(sentence: Sentence, verb: Token) -> Iterator[Said]:
    """Give the thing that somebody describes as something: how it is called is his word too."""
    for noun in sentence.below(verb, "dobj") if verb.lemma in wording().describing else ():
        if noun.pos == "NOUN" and noun.index > verb.index:
            yield Said(noun, under(sentence, noun))


def _without_clauses(sentence: Sentence, noun: Token) -> frozenset[int]:
    """Give a noun with its modifiers, without what a clause tells of it: "engines that it held"."""
    if noun.lemma in _ANYBODY:  # "identified N as the man who delivered it"
        return under(sentence, noun)
    clauses = (under(sentence, c) for c in sentence.below(noun, "relcl"))
    return under(sentence, noun).difference(*(clauses if noun.pos == "NOUN" else ()))


def told_acts(sentence: Sentence, verb: Token, family: CueClass) -> Iterator[Said]:
    """Give an act or thing that somebody tells of: "described an attack", not "the attack"."""
    for noun in sentence.below(verb, "dobj") if family.name in _TELLING else ():
        known = sentence.below(noun, "poss") or any(
            t.lower in {"the", "this", "that"} for t in sentence.below(noun, "det")
        )
        shown_one = verb.lemma in wording().showing and noun.pos == "NOUN"
        if (noun.lemma in wording().acts or shown_one) and not known:
            yield Said(noun, under(sentence, noun))


def counted(sentence: Sentence, verb: Token) -> Iterator[Said]:
    """Give what somebody has counted: "monitors count 41 fighters killed"."""
    for noun in sentence.below(verb, "dobj") if verb.lemma in wording().counting else ():
        if noun.index > verb.index and noun.pos == "NOUN":
            yield Said(noun, under(sentence, noun))


def shown(reading: Reading, verb: Token) -> Iterator[Said]:
    """Give what a document holds: "the records list payments", "the file names its owners"."""
    if verb.lemma not in wording().showing and verb.lemma != _HAVING:
        return
    sentence = reading.sentence
    source = subject_of(sentence, verb)
    mention = None if source is None else reading.by_head.get(source.index)
    if mention is not None and reading.type_of(mention) is EntityType.DOCUMENT:
        objects = sentence.below(verb, "dobj")
        acting = [c for noun in objects for c in sentence.below(noun, "acl") if c.tag == "VBG"]
        acting += [c for c in sentence.below(verb, "ccomp", "xcomp") if c.tag == "VBG"]
        for root in acting if verb.lemma == _HAVING else (*objects, *acting):
            yield Said(root, under(sentence, root))
