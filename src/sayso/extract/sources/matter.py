"""What is said: the clause, the noun or the quoted words that a verb of saying brings in."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import (
    after,
    clause_head,
    is_passive,
    is_verbal,
    patient_of,
    verb_group,
)
from sayso.extract.reading import Reading
from sayso.extract.sources.calling import (
    complements,
    counted,
    matters_of,
    shown,
    takes_for,
    told_acts,
)
from sayso.extract.sources.phrases import (
    lacks_evidence,
    open_question,
    part_around,
    quoted_words,
)
from sayso.extract.sources.saying import Said, under
from sayso.extract.wording.cues import CueClass, cues, wording
from sayso.extract.wording.stances import hedges
from sayso.model.vocabulary import EntityType

#: Types of things that a denial of them is a denial of the whole thing, not of a proposition.
_THINGS: Final = frozenset({EntityType.DOCUMENT, EntityType.PERSON, EntityType.MEDIA_OUTLET})
#: Families after which an infinitive is what somebody is to do, or no speech at all.
_NO_INFINITIVE: Final = frozenset({"hope", "fear", "expect", "know", "vow"})
#: Families whose "that" clause the parser hangs elsewhere now and then.
_STRAYING: Final = frozenset({"report", "announce", "confirm", "deny", "reject", "allege", "vow"})
_OCCURS: Final = frozenset({"take", "happen", "occur", "be"})
_ASKING: Final = frozenset({"ask", "urge"})
#: Families whose words may stand between quotation marks without a clause in the tree.
_QUOTING: Final = frozenset({"report", "announce", "allege", "ask"})


def said_by(reading: Reading, verb: Token, family: CueClass) -> tuple[Said, ...]:
    """Give what a verb brings in, by the first way that finds something."""
    sentence = reading.sentence
    ways: tuple[Callable[[], Iterator[Said]], ...] = (
        lambda: _clauses(sentence, verb, family),
        lambda: _strayed(sentence, verb, family),
        lambda: _around(sentence, verb),
        lambda: _owned(sentence, verb),
        lambda: iter(unproved_by(sentence, verb)),
        lambda: complements(sentence, verb) if takes_for(verb, family) else iter(()),
        lambda: _objects(reading, verb, family),
        lambda: shown(reading, verb),
        lambda: told_acts(sentence, verb, family),
        lambda: counted(sentence, verb),
        lambda: _quoted(sentence, verb, family),
    )
    return next((found for way in ways if (found := tuple(way()))), ())


def unproved_by(sentence: Sentence, verb: Token) -> tuple[Said, ...]:
    """Give what somebody found no evidence of: the clause, or the act, that the evidence is of."""
    nouns = sentence.below(verb, "dobj") if lacks_evidence(sentence, verb) else ()
    return tuple(said for noun in nouns for said in _about(sentence, noun))


def said_around(sentence: Sentence, verb: Token) -> tuple[Said, ...]:
    """Give the clause in which ", he went on," stands, or that the parser hangs behind it."""
    behind = sentence.below(verb, "conj", "ccomp") if verb.dep == "ROOT" else ()
    return tuple(_around(sentence, verb)) or tuple(Said(t, under(sentence, t)) for t in behind)


def _clauses(sentence: Sentence, verb: Token, family: CueClass) -> Iterator[Said]:
    """Give the clauses below a cue verb: "said that", "denied having", "claims to have".

    A clause before the verb is not said where another follows, unless it is quoted.
    """
    roots = [c for c in sentence.below(verb, "ccomp", "xcomp") if c.pos not in {"PUNCT", "SPACE"}]
    roots = [c for c in roots if c.lower not in {"so", "not"} and not _is_other(sentence, verb, c)]
    roots = [c for c in roots if c.dep == "ccomp" or _says_infinitive(sentence, verb, c, family)]
    roots += _open_topics(sentence, verb)
    roots += [c for c in sentence.below(verb, "advcl") if _asks_whether(sentence, c)]
    follows = any(c.index > verb.index for c in roots)
    quoted = quoted_words(sentence) if follows else frozenset()
    for root in roots:
        if root.index > verb.index or not follows or root.index in quoted:
            yield Said(root, under(sentence, root))
    yield from matters_of(sentence, verb)
    yield from _occurring(sentence, verb)


def _is_other(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Say whether a clause is no matter of a verb: "A fled; B blamed C", ", in which C died"."""
    between = sentence.tokens[clause.index : verb.index]
    links = sentence.below(clause, "prep")
    if any(t.lower in {"which", "whom"} for p in links for t in sentence.below(p, "pobj")):
        return True
    return any(t.text == ";" for t in between) and not quoted_words(sentence)


def _asks_whether(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause is an open question: "whether he knew, we do not know"."""
    return any(t.lower == "whether" for t in sentence.below(clause, "mark"))


def _open_topics(sentence: Sentence, verb: Token) -> list[Token]:
    """Give the open questions after a preposition: "declined to comment on whether"."""
    found = (after(sentence, verb, link) for link in sorted(wording().topics))
    return [t for t in found if t is not None and is_verbal(t) and open_question(sentence, t)]


def _says_infinitive(sentence: Sentence, verb: Token, root: Token, family: CueClass) -> bool:
    """Say whether an open complement is something said: not "told to leave", not "asked to go"."""
    has_object = any(t.index < root.index for t in sentence.below(verb, "dobj"))
    if family.name in _ASKING:
        return has_object and any(t.lower == "to" for t in sentence.below(root, "aux"))
    if family.name in _NO_INFINITIVE:
        return False
    return is_passive(sentence, verb) or root.tag == "VBG" or not has_object


def _strayed(sentence: Sentence, verb: Token, family: CueClass) -> Iterator[Said]:
    """Give a "that" clause hung on a noun beside the verb: "said in a report that"."""
    for noun in sentence.subtree(verb) if family.name in _STRAYING else ():
        if noun.index <= verb.index or not any(
            t.index == verb.index for t in _above(sentence, noun)
        ):
            continue
        for clause in sentence.below(noun, "relcl", "acl"):
            if any(t.lower == "that" for t in sentence.below(clause, "mark")):
                yield Said(clause, under(sentence, clause))
                return


def _above(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Give the heads above a noun up to the first verb."""
    for node in sentence.ancestors(noun):
        yield node
        if is_verbal(node):
            return


def _around(sentence: Sentence, verb: Token) -> Iterator[Said]:
    """Give the clause in which "…, the ministry said, …" or "as the ministry said" stands."""
    if verb.dep not in {"parataxis", "advcl", "ccomp"}:
        return
    marks = {t.lower for t in sentence.below(verb, "mark", "advmod")}
    above = sentence.head(verb)
    is_as = verb.dep == "advcl" and marks == {"as"}
    is_aside = verb.dep == "parataxis" and not _parted_by_marks(sentence, verb)
    is_aside = is_aside or (verb.dep == "ccomp" and not marks and _stands_apart(sentence, verb))
    if is_as or is_aside:
        has_subject = bool(sentence.below(above, "nsubj", "nsubjpass")) and is_verbal(above)
        root = above if has_subject or not is_as else clause_head(sentence, above)
        root = _open_matter(sentence, above) or root if is_as else root
        part = part_around(sentence, verb)
        yield Said(root, (under(sentence, root) & part) - under(sentence, verb))


def _open_matter(sentence: Sentence, verb: Token) -> Token | None:
    """Give what others claim and is denied or was not found: "no sign that A, as B says"."""
    family = cues().verbs.get(verb.lemma)
    denies = family is not None and family.plain.factuality.stance == "-"
    if not denies and not lacks_evidence(sentence, verb):
        return None
    hosts = (verb, *sentence.below(verb, "dobj"))
    clauses = (c for host in hosts for c in sentence.below(host, "ccomp", "acl"))
    return next(clauses, None)


def _parted_by_marks(sentence: Sentence, verb: Token) -> bool:
    """Say whether a semicolon or colon parts a clause from the one that it hangs on."""
    ends = sorted((verb.index, verb.head))
    return any(t.text in {";", ":"} for t in sentence.tokens[ends[0] : ends[1]])


def _stands_apart(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause is set off by commas: ", officials said,"."""
    words = sentence.subtree(verb)
    before = words[0].index - 1
    edges = {words[0].text, words[-1].text, sentence.tokens[before].text if before >= 0 else ""}
    return "," in edges


def _objects(reading: Reading, verb: Token, family: CueClass) -> Iterator[Said]:
    """Give the noun that is denied, alleged or confirmed, or the clause or ties that it is about.

    A document or a person that is rejected is no proposition.
    """
    sentence = reading.sentence
    noun = patient_of(sentence, verb)
    refused = sentence.below(verb, "dative") or (noun and noun.lemma in wording().granted)
    if noun is None or noun.pos != "NOUN" or refused:
        return
    if noun.lemma in cues().nouns:
        yield from _about(sentence, noun)
        return
    if _is_dismissed(sentence, verb, noun):
        yield Said(noun, under(sentence, noun))
        return
    mention = reading.by_head.get(noun.index)
    if family.objects and (mention is None or reading.type_of(mention) not in _THINGS):
        yield Said(noun, under(sentence, noun) - {t.index for t in verb_group(sentence, verb)})


def _is_dismissed(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Say whether an act is denied: "dismissed the shelling as fiction", not "as a pinprick"."""
    words = wording()
    if verb.lemma not in words.dismissing or noun.lemma not in words.acts:
        return False
    called = after(sentence, verb, "as") or after(sentence, noun, "as")
    return called is None or called.lemma in hedges().false or called.lower in hedges().false


def _owned(sentence: Sentence, verb: Token) -> Iterator[Said]:
    """Give the acts that somebody claims, or for which he claims or denies responsibility."""
    words = wording()
    owned = patient_of(sentence, verb)
    if owned is not None and owned.lower in {"that", "which"}:  # "a raid that it claimed"
        owned = sentence.head(verb)
    for noun in (owned,) if owned is not None and verb.lemma in words.owning else ():
        acts = _acts_of(sentence, verb, noun) if noun.lemma in words.owned else []
        if verb.lemma == "claim" and noun.lemma in words.acts:
            acts = [noun]
        for act in acts:
            below = sentence.subtree(act)
            told = (under(sentence, t) for t in below if t.dep == "relcl")
            yield Said(act, under(sentence, act).difference(*told))


def _occurring(sentence: Sentence, verb: Token) -> Iterator[Said]:
    """Give the act that somebody says took place, or did not: "an attack that N says never did"."""
    noun = sentence.head(verb)
    for clause in sentence.below(verb, "ccomp"):
        if verb.dep == "relcl" and noun.lemma in wording().acts and clause.lemma in _OCCURS:
            yield Said(noun, under(sentence, noun) - under(sentence, verb))


def _acts_of(sentence: Sentence, verb: Token, noun: Token) -> list[Token]:
    """Give what stands after "responsibility for" and "and for"."""
    for host in (noun, verb):
        for first in sentence.below(host, "prep"):
            if first.lower in {"for", "in"}:
                links = (first, *sentence.below(first, "conj"))
                return [t for p in links for t in sentence.below(p, "pobj", "pcomp")]
    return []


def _about(sentence: Sentence, noun: Token) -> Iterator[Said]:
    """Give what an allegation says: its clause, or what it is "of" or "about"."""
    for root in sentence.below(noun, "acl", "ccomp"):
        if any(t.dep == "mark" for t in sentence.below(root)):
            yield Said(root, under(sentence, root))
            return
    for preposition in ("of", "about"):
        matter = after(sentence, noun, preposition)
        if matter is not None:
            yield Said(matter, under(sentence, matter))
            return


def _quoted(sentence: Sentence, verb: Token, family: CueClass) -> Iterator[Said]:
    """Give the words between quotation marks, for a verb that the parser gives no clause."""
    quoted = quoted_words(sentence) if family.name in _QUOTING else frozenset()
    words = [sentence.tokens[i] for i in sorted(quoted) if sentence.tokens[i].pos != "PUNCT"]
    if words and verb.index not in quoted:
        yield Said(_top(words), quoted)


def _top(words: Iterable[Token]) -> Token:
    """Give the first of some words whose head is none of them."""
    own = {t.index: t for t in words}
    return next(t for t in own.values() if t.head not in own or t.head == t.index)
