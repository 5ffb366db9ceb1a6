"""Verbs and nouns of saying that the parser took for other words, mended in the tree."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.wording.cues import cues, wording

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_SHOWS: Final = frozenset({"show", "suggest", "indicate", "reveal", "state", "say"})
#: Labels under which the parser hangs a source that it did not recognise.
_LOOSE: Final = frozenset({"npadvmod", "appos", "dep", "conj", "dobj", "nsubj", "parataxis"})
_PAST: Final = frozenset({"VBD", "VBN"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: What stands for one of several: "another assesses that".
_ONES: Final = frozenset({"another", "one", "some", "both", "each", "most", "many", "others"})


def _cues_as_nouns(sentence: Sentence) -> Iterator[Token]:
    """Give a verb of saying tagged as a noun: "records of May show that", "as N claims"."""
    for token in sentence.tokens:
        if token.pos != "NOUN" or token.lemma not in cues().verbs:
            continue
        clauses = [c for c in sentence.below(token, "ccomp", "acl") if is_that(sentence, c)]
        beside = any(t.lower == "as" for t in sentence.below(token, "mark"))
        if sentence.below(token, "nsubj") and (clauses or beside):
            yield replace(token, pos="VERB", tag="VBP")
            yield from (replace(c, dep="ccomp") for c in clauses)


def _cues_as_heads(sentence: Sentence) -> Iterator[Token]:
    """Give the verb of "The brief claims that …", which was tagged as the noun of a bare phrase."""
    for cue in sentence.tokens:
        subject = sentence.tokens[cue.index - 1]
        clauses = [c for c in sentence.below(cue, "acl", "ccomp") if is_that(sentence, c)]
        is_verb = cue.dep == "ROOT" and cue.tag == "NNS" and cue.lemma in cues().verbs
        joined = subject.dep in {"amod", "compound", "nmod"} and subject.head == cue.index
        if is_verb and joined and clauses and sentence.below(cue, "det"):
            yield replace(cue, pos="VERB", tag="VBZ")
            yield replace(subject, pos="NOUN", tag="NN", dep="nsubj")
            yield from (replace(t, head=subject.index) for t in sentence.below(cue, "det"))
            yield from (replace(c, dep="ccomp") for c in clauses)


def _another_tells(sentence: Sentence) -> Iterator[Token]:
    """Give the verb of "Another assesses that …", which was tagged as the noun of a phrase."""
    for cue in sentence.tokens:
        one = sentence.tokens[cue.index - 1]
        clauses = [c for c in sentence.below(cue, "acl", "ccomp") if is_that(sentence, c)]
        is_verb = cue.tag in {"NNS", "NN"} and cue.lower.removesuffix("s") in _spelled()
        if is_verb and clauses and one.head == cue.index and one.lower in _ONES:
            lemma = _spelled()[cue.lower.removesuffix("s")]
            yield replace(cue, pos="VERB", tag="VBZ", lemma=lemma)
            yield replace(one, pos="PRON", tag="NN", dep="nsubj")
            yield from (replace(c, dep="ccomp") for c in clauses)


@functools.cache
def _spelled() -> Mapping[str, str]:
    """Give the verbs of saying by what is left of "assesses" and "claims" without the "s"."""
    return {end: verb for verb in cues().verbs for end in (verb, f"{verb}e")}


def _titles_as_subjects(sentence: Sentence) -> Iterator[Token]:
    """Give a title to its name: "presiding judge N said", read as two subjects."""
    for verb in sentence.tokens:
        subjects = sentence.below(verb, "nsubj")
        for title, name in pairwise(subjects):
            first = sentence.subtree(name)[0].index
            if title.pos == "NOUN" and name.pos == "PROPN" and first == title.index + 1:
                yield replace(title, dep="compound", head=name.index)


def _cues_before_that(sentence: Sentence) -> Iterator[Token]:
    """Give a verb of saying tagged as a noun right before its "that": "extracts of May show that".

    Nouns that are followed by "that" themselves ("the report that") are left alone.
    """
    for cue, that in pairwise(sentence.tokens):
        clause = sentence.head(that)
        is_noun = cue.pos == "NOUN" and cue.lemma in cues().verbs and cue.lemma not in cues().nouns
        if not is_noun or that.lower != "that" or that.dep != "mark" or clause == that:
            continue
        top = next((t for t in sentence.ancestors(cue) if t.head == t.index), cue)
        if top.pos in _NOMINAL and top.index < cue.index and sentence.head(clause) in {top, cue}:
            yield replace(cue, pos="VERB", tag="VBP", dep="ROOT", head=cue.index)
            yield replace(top, head=cue.index, dep="nsubj")
            yield replace(clause, head=cue.index, dep="ccomp")
        elif top.tag in _PAST and sentence.head(clause) == cue and not sentence.below(cue, "det"):
            yield from _taken_for_main(sentence, cue, top, clause)


def _taken_for_main(sentence: Sentence, cue: Token, verb: Token, clause: Token) -> Iterator[Token]:
    """Give the cue of "Bills seized in May show that", whose participle was read as the verb."""
    own = sentence.below(verb, "aux", "auxpass")
    for subject in sentence.below(verb, "nsubj", "nsubjpass") if not own else ():
        yield replace(cue, pos="VERB", tag="VBP", dep="ROOT", head=cue.index)
        yield replace(subject, head=cue.index, dep="nsubj")
        yield replace(verb, head=subject.index, dep="acl", tag="VBN")
        yield replace(clause, head=cue.index, dep="ccomp")
        yield from (  # what was joined to it as to a noun: "on 2 July show"
            replace(t, head=cue.head, dep="pobj")
            for t in sentence.below(cue, "compound", "nmod", "amod")
        )


def _cues_as_participles(sentence: Sentence) -> Iterator[Token]:
    """Give the main verb of "N denied by telephone that …", read as what N is."""
    root = next((t for t in sentence.tokens if t.head == t.index), None)
    if root is None or root.pos not in _NOMINAL:
        return
    beside = (root, *sentence.below(root, "appos"))
    for cue in (t for noun in beside for t in sentence.below(noun, "acl")):
        clauses = [c for c in sentence.subtree(root) if is_that(sentence, c) and c.dep != "mark"]
        told = [c for c in clauses if c.index > cue.index and c.dep in {"relcl", "acl", "ccomp"}]
        if cue.tag in _PAST and cue.lemma in cues().verbs and told:
            yield replace(cue, pos="VERB", tag="VBD", dep="ROOT", head=cue.index)
            yield replace(root, dep="nsubj", head=cue.index)
            yield replace(told[0], dep="ccomp", head=cue.index)
            yield from (replace(t, dep="prep") for t in sentence.below(cue, "agent"))
            return


def _showing_last(sentence: Sentence) -> Iterator[Token]:
    """Give the verb of "A paid B, statements leaked in May show.", read as a noun."""
    words = [t for t in sentence.tokens if t.pos not in {"PUNCT", "SPACE"}]
    verb = words[-1] if words else None
    if verb is None or verb.dep == "parataxis" or verb.lower.removesuffix("s") not in _SHOWS:
        return
    for noun in words[:-1]:
        first = sentence.subtree(noun)[0].index
        behind_comma = "," in {t.text for t in sentence.tokens[max(0, first - 1) : first + 1]}
        is_document = noun.lemma in wording().documents | wording().reports
        if is_document and behind_comma and noun.dep in _LOOSE and noun.head != noun.index:
            yield replace(
                verb,
                pos="VERB",
                tag="VBP",
                lemma=verb.lower.removesuffix("s"),
                dep="parataxis",
                head=noun.head,
            )
            yield replace(noun, dep="nsubj", head=verb.index)
            yield from (replace(t, head=verb.head) for t in sentence.below(verb, "compound"))
            return


def _naming_as_nouns(sentence: Sentence) -> Iterator[Token]:
    """Give the verb of "its last return names N and M as owners", which was tagged as a noun."""
    for token in sentence.tokens:
        named = sentence.below(token, "appos")
        hosts = (token, *named)
        as_what = any(t.lower == "as" for host in hosts for t in sentence.below(host, "prep"))
        is_verb = token.tag == "NNS" and "as" in wording().matters.get(token.lemma, ())
        subject = _noun_before(sentence, token)
        if not (is_verb and named and as_what) or subject is None:
            continue
        root = token.index if subject.head == subject.index else token.head
        yield replace(token, pos="VERB", tag="VBZ", dep="ROOT", head=root)
        yield replace(subject, dep="nsubj", head=token.index)
        yield replace(named[0], dep="dobj")
        for other in sentence.below(token, "poss", "amod", "det", "nmod"):
            yield replace(other, head=subject.index)


def _name_behind_as(sentence: Sentence) -> Iterator[Token]:
    """Give the verb of "the Service names as the group's commander N", tagged as a noun."""
    for token in sentence.tokens:
        links = [t for t in sentence.below(token, "prep") if t.lower == "as"]
        named = [t for link in links for t in sentence.below(link, "pobj") if t.pos == "PROPN"]
        offices = [t for n in named for t in sentence.below(n, "compound") if t.pos == "NOUN"]
        subject = _noun_before(sentence, token)
        is_verb = token.tag == "NNS" and "as" in wording().matters.get(token.lemma, ())
        if not (is_verb and offices) or subject is None:
            continue
        yield replace(token, pos="VERB", tag="VBZ")
        yield replace(subject, dep="nsubj")
        yield replace(named[0], dep="dobj", head=token.index)
        yield replace(offices[-1], dep="pobj", head=links[0].index)
        for other in sentence.below(named[0], "poss", "det"):
            yield replace(other, head=offices[-1].index)
        for other in sentence.below(token, "det"):
            yield replace(other, head=subject.index)


def _owning_up(sentence: Sentence) -> Iterator[Token]:
    """Give its meaning to "had owned up to driving", which has nothing of owning."""
    for token in sentence.tokens:
        if token.lemma == "own" and any(t.lower == "up" for t in sentence.below(token, "prt")):
            yield replace(token, lemma="confess")


def _noun_before(sentence: Sentence, token: Token) -> Token | None:
    """Give the noun that a verb taken for a noun was joined to: as its first part, or its host."""
    host = sentence.head(token)
    if token.dep == "appos" and host.pos in _NOMINAL and host.head == host.index:
        return host
    before = sentence.tokens[token.index - 1] if token.index > 0 else token
    return before if before.dep == "compound" and before.head == token.index else None


def _labels_as_subjects(sentence: Sentence) -> Iterator[Token]:
    """Give the words before a colon a place of their own: "The governor: N leads the group"."""
    mark = next((t.index for t in sentence.tokens if t.text == ":"), 0)
    for label in sentence.tokens[:mark]:
        verb = sentence.head(label)
        if label.dep in {"nsubj", "nsubjpass"} and verb.index > mark:
            others = sentence.below(verb, "nsubj", "nsubjpass")
            if any(t.index > mark for t in others):
                yield replace(label, dep="dep")


def _cues_as_auxiliaries(sentence: Sentence) -> Iterator[Token]:
    """Give its clause to the cue of "which N says never took place", read as an auxiliary."""
    for cue in sentence.tokens:
        verb = sentence.head(cue)
        subject = next((t for t in sentence.below(verb, "nsubj") if t.index < cue.index), None)
        is_cue = cue.lemma in cues().verbs or cue.lower.removesuffix("s") in cues().verbs
        if cue.dep != "aux" or not is_cue or subject is None:
            continue
        lemma = cue.lemma if cue.lemma in cues().verbs else cue.lower.removesuffix("s")
        yield replace(cue, pos="VERB", lemma=lemma, dep=verb.dep, head=_above(verb, cue))
        yield replace(subject, head=cue.index)
        yield replace(verb, dep="ccomp", head=cue.index)


def _above(verb: Token, heir: Token) -> int:
    """Give the index of what a verb hangs on, for the word that takes its place."""
    return heir.index if verb.head == verb.index else verb.head


def _reduced_subjects(sentence: Sentence) -> Iterator[Token]:
    """Give its subject to the cue of "Men interviewed in town said", read as the participle's."""
    for verb in sentence.tokens:
        if verb.lemma not in cues().verbs or sentence.below(verb, *_SUBJECTS):
            continue
        for clause in sentence.below(verb, "ccomp", "advcl"):
            subject = next(iter(sentence.below(clause, "nsubj", "nsubjpass")), None)
            is_bare = clause.tag in {"VBN", "VBD"} and not sentence.below(clause, "aux", "auxpass")
            if subject is None or not subject.index < clause.index < verb.index:
                continue
            if is_bare and not comma_between(sentence, clause, verb):
                yield replace(subject, head=verb.index, dep="nsubj")
                yield replace(clause, head=subject.index, dep="acl", tag="VBN")


def comma_between(sentence: Sentence, one: Token, other: Token) -> bool:
    """Say whether a comma parts two words."""
    return any(t.text == "," for t in sentence.tokens[one.index : other.index])


def is_that(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause begins with "that"."""
    return any(t.lower == "that" for t in sentence.below(clause, "mark"))


Mends = tuple[Callable[[Sentence], Iterable[Token]], ...]
#: In this order: what names the speaker, then the cue.
CUE_RULES: Final[Mends] = (
    _labels_as_subjects,
    _cues_as_auxiliaries,
    _reduced_subjects,
    _cues_as_nouns,
    _cues_as_heads,
    _cues_as_participles,
    _showing_last,
    _another_tells,
    _titles_as_subjects,
    _cues_before_that,
    _naming_as_nouns,
    _name_behind_as,
    _owning_up,
)
