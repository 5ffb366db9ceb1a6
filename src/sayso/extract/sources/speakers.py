"""Who says it: the words that name the sources of one cue, outermost first."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, agent_of, is_passive, patient_of, subject_of
from sayso.extract.reading import Reading
from sayso.extract.sources.phrases import find_viewers, report_that_says
from sayso.extract.wording.cues import wording
from sayso.model.vocabulary import EntityType

Sources = tuple[Token, ...]

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_MAIN: Final = frozenset({"ROOT", "parataxis"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
#: Who has a view rather than a use of something: "for the police", not "for the Front".
_SEEING: Final = frozenset({EntityType.PERSON, EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET})


def sources_of(sentence: Sentence, verb: Token) -> Sources:
    """Give who says it, outermost first; empty when the sentence names nobody."""
    quoting = _quoting(sentence, verb)
    if quoting:
        return (*quoting, *_heard_from(sentence, verb))
    source = agent_of(sentence, verb) or _lost(sentence, verb)
    if source is None:
        return ()
    report = report_that_says(sentence, verb)
    cited = _cited(sentence, verb) or _cited(sentence, source)
    own = with_viewers(sentence, (report or source,))
    return (*own, *cited, *_heard_from(sentence, verb))


def _lost(sentence: Sentence, verb: Token) -> Token | None:
    """Give the name before a finite verb whose subject the parser hung elsewhere.

    What somebody says is never the narrator's for want of a subject.
    """
    if verb.tag not in _FINITE or is_passive(sentence, verb) or verb.dep not in _MAIN:
        return None
    beside = {t.index for c in sentence.below(verb, "advcl", "ccomp") for t in sentence.subtree(c)}
    before = sentence.tokens[: verb.index]
    named = (t for t in reversed(before) if t.pos == "PROPN" and t.index not in beside)
    return next(named, None)


def owner_of(sentence: Sentence, noun: Token) -> Token | None:
    """Give whose statement or claim a noun is: its owner, or who makes it."""
    owned = next(iter(sentence.below(noun, "poss")), None)
    found = (
        owned
        or after(sentence, noun, "by")
        or after(sentence, noun, "from")
        or _side(sentence, noun)
    )
    if found is not None:
        return found
    above = sentence.head(noun)
    verb = sentence.head(above) if above.dep == "prep" and above.lower in {"with", "to"} else above
    makes = verb.lemma in wording().uttering and noun.dep in {"dobj", "pobj"}
    return agent_of(sentence, verb) if makes else None


def with_viewers(sentence: Sentence, sources: Sources) -> Sources:
    """Put before a document the newspaper that has seen it."""
    return (*find_viewers(sentence, sources[0]), *sources)


def sees_it(reading: Reading, link: Token) -> bool:
    """Say whether a sentence opens with one in whose eyes it is so: "For the police, N leads it".

    What somebody did for another is told in the past: "For the police, N bought a lorry".
    """
    sentence, verb = reading.sentence, reading.sentence.head(link)
    is_so = verb.lemma == "be" or is_passive(sentence, verb)  # "to the police, he is a hero"
    if link.index or link.lower not in ({"for", "to"} if is_so else {"for"}):
        return False
    comma = sentence.tokens[sentence.subtree(link)[-1].index + 1 :][:1]
    present = any(t.tag in _PRESENT for t in (verb, *sentence.below(verb, "aux", "auxpass")))
    mentions = (reading.by_head.get(t.index) for t in sentence.below(link, "pobj"))
    named = any(m is not None and reading.type_of(m) in _SEEING for m in mentions)
    return named and present and any(t.text == "," for t in comma)


def _quoting(sentence: Sentence, verb: Token) -> Sources:
    """Give both sources of "X quoted Y as saying that", "Y is quoted in X as saying that"."""
    link = sentence.head(verb)
    above = sentence.head(link)
    if link.lower != "as" or above.lemma not in {"quote", "cite"}:
        return ()
    if is_passive(sentence, above):
        outer = after(sentence, above, "by") or after(sentence, above, "in")
        pair = (outer, subject_of(sentence, above))
    else:
        pair = (subject_of(sentence, above), patient_of(sentence, above))
    return tuple(t for t in pair if t is not None)


def _cited(sentence: Sentence, host: Token) -> Sources:
    """Give the source behind the source: "reported, citing officials, that"."""
    for clause in sentence.below(host, "advcl", "prep", "xcomp", "acl"):
        if clause.lower in {"citing", "quoting"}:
            named = sentence.below(clause, "dobj", "pobj")[:1]
            return tuple(t for t in named if t.lemma not in wording().grounds)
    return ()


def _heard_from(sentence: Sentence, verb: Token) -> Sources:
    """Give those from whom a source has it: "has heard from shipowners that"."""
    teller = after(sentence, verb, "from") if verb.lemma in wording().hearing else None
    return () if teller is None else (teller,)


def _side(sentence: Sentence, noun: Token) -> Token | None:
    """Give whose case it is: "the prosecution case", "the case for the prosecution"."""
    parts = (t for t in sentence.below(noun, "compound") if t.lemma in wording().sides)
    argued = after(sentence, noun, "for") if noun.lemma == "case" else None
    return argued or next(parts, None)
