"""Frequent mistakes of the parser mended in the tree, before anybody reads it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.names.lexicon import heads
from sayso.extract.parsing.coordination import (
    free_first_clauses,
    free_reduced_clauses,
    join_serial_verbs,
    part_at_marks,
    raise_additions,
    raise_conjuncts,
)
from sayso.extract.parsing.cue_mending import CUE_RULES
from sayso.extract.parsing.matter_mending import MATTER_RULES, SPLIT_RULES
from sayso.model.vocabulary import EntityType

#: Gives the words of a tree that a rule changes, as they should be.
Mend = Callable[[Sentence], Iterable[Token]]

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: Labels under which a phrase is put before its clause: "In a message to reporters, …".
_FRONTED: Final = frozenset({"prep", "advcl", "npadvmod", "nmod", "pobj", "dobj", "agent", "conj"})
#: Labels under which the parser hangs up a subject that it has lost.
_LOST: Final = frozenset({"appos", "conj"})


def mend(sentence: Sentence) -> Sentence:
    """Give a sentence with its tree mended, rule by rule; as it was where nothing is amiss."""
    for rule in _RULES:
        changed = {t.index: t for t in rule(sentence)}
        if changed:
            sentence = _rebuilt(sentence, changed)
    return sentence


def _rebuilt(sentence: Sentence, changed: dict[int, Token]) -> Sentence:
    """Give the sentence with some words changed; as it was where that would close a circle."""
    tokens = tuple(changed.get(t.index, t) for t in sentence.tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    made = Sentence(
        passage=sentence.passage, tokens=tokens, children=tuple(tuple(own) for own in below)
    )
    roots = [t for t in tokens if t.head == t.index]
    reached = sum(len(made.subtree(root)) for root in roots)
    return made if reached == len(tokens) else sentence


def _verbs_in_names(sentence: Sentence) -> Iterator[Token]:
    """Give subject and object of a verb that the parser took for part of a name.

    "the Council shelters members" is now and then read as one noun phrase, though "shelters" is
    tagged as a verb.
    """
    for token in sentence.tokens:
        verb = sentence.head(token)
        if verb.tag not in _FINITE or verb.pos != "VERB" or sentence.below(verb, *_SUBJECTS[:2]):
            continue
        adjacent = not any(t.pos == "PUNCT" for t in sentence.tokens[verb.index : token.index])
        if token.dep in {"compound", "nmod"} and token.index == verb.index - 1:
            yield replace(token, dep="nsubj")
        elif token.dep == "appos" and adjacent:
            yield replace(token, dep="dobj")


def _names_off_their_roles(sentence: Sentence) -> Iterator[Token]:
    """Hang a person's name on the role that it stands beside: "a spokeswoman for the cell, X".

    The parser often hangs it on the nearest noun, though no cell is a person.
    """
    for token in sentence.tokens:
        noun = sentence.head(token)
        if token.dep != "appos" or token.label != "PERSON" or noun.dep != "pobj":
            continue
        role = sentence.head(sentence.head(noun))
        kinds = heads().types.get(role.lemma.casefold(), ())
        near = heads().types.get(noun.lemma.casefold(), ())
        is_role = EntityType.PERSON in kinds and EntityType.PERSON not in near
        if is_role and noun.label != "PERSON":
            yield replace(token, head=role.index)


def _hung_on_auxiliaries(sentence: Sentence) -> Iterator[Token]:
    """Give what stands before a turned auxiliary to its verb: "At no point had they sold it"."""
    for token in sentence.tokens:
        above = sentence.head(token)
        if above.dep in {"aux", "auxpass"} and token.dep in {"prep", "advmod", "neg", "npadvmod"}:
            yield replace(token, head=above.head)


def _lost_subjects(sentence: Sentence) -> Iterator[Token]:
    """Give the subject back to a verb right behind it, from an apposition or list before.

    "In a message to reporters, its spokesman, N, said …"; "for nine attacks, and a teacher said".
    """
    for verb in sentence.tokens:
        if not _lacks_subject(sentence, verb):
            continue
        start = _group_start(sentence, verb)
        lost = next((t for t in sentence.tokens[:start] if _ends_at(sentence, t, start)), None)
        if lost is not None:
            passive = sentence.below(verb, "auxpass")
            yield replace(lost, head=verb.index, dep="nsubjpass" if passive else "nsubj")
            yield from _first_half(sentence, verb, lost)


def _lacks_subject(sentence: Sentence, verb: Token) -> bool:
    """Say whether a finite main verb has no subject, and is no command and no second verb."""
    finite = verb.tag in _FINITE or any(
        t.tag in {*_FINITE, "MD"} for t in sentence.below(verb, "aux", "auxpass")
    )
    beside = verb.dep == "parataxis" and any(t.text == ";" for t in sentence.tokens[: verb.index])
    is_main = (verb.dep == "ROOT" or beside) and verb.pos in {"VERB", "AUX"} and verb.index > 0
    return is_main and finite and not sentence.below(verb, *_SUBJECTS)


def _ends_at(sentence: Sentence, noun: Token, start: int) -> bool:
    """Say whether a misplaced noun phrase, set off by a comma, ends where a verb begins."""
    is_noun = noun.pos in _NOMINAL or noun.label == "ORDINAL"
    if noun.dep not in _LOST or not is_noun or sentence.head(noun).index > noun.index:
        return False
    words = sentence.subtree(noun)
    before = sentence.tokens[words[0].index - 1]
    joined = before.lower == "and" and sentence.tokens[before.index - 1].text == ","
    joined = joined or before.text == ";"
    opened = before.text == "," and sentence.head(noun).dep in _FRONTED
    return (opened or joined) and _is_free(sentence, words[-1].index + 1, start)


def _is_free(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether nothing but commas and a participle set off by them stands between two words."""
    between = sentence.tokens[first:last]
    aside = len(between) > 1 and between[0].text == "," and between[-1].text == ","
    return all(t.pos in {"PUNCT", "ADV"} for t in between) or (aside and between[1].tag == "VBG")


def _first_half(sentence: Sentence, verb: Token, lost: Token) -> Iterator[Token]:
    """Give the clause before ", and a teacher said" as one that stands beside it."""
    for clause in sentence.below(verb, "advcl", "ccomp"):
        words = {t.index for t in sentence.subtree(clause)}
        if lost.dep == "conj" and lost.index in words and sentence.below(clause, *_SUBJECTS):
            yield replace(clause, dep="parataxis")


def _second_objects(sentence: Sentence) -> Iterator[Token]:
    """Give its subject to "On 9 May the League said", read as a second object of "on"."""
    for verb in sentence.tokens:
        if not _lacks_subject(sentence, verb):
            continue
        for link in sentence.below(verb, "prep"):
            nouns = [t for t in sentence.below(link, "pobj") if t.index < verb.index]
            if len(nouns) > 1 and nouns[-1].pos in _NOMINAL:
                yield replace(nouns[-1], head=verb.index, dep="nsubj")


def _whose_subjects(sentence: Sentence) -> Iterator[Token]:
    """Give its subject to a clause with "whose" that the parser took for the main one."""
    for verb in sentence.tokens:
        taken = [t for t in sentence.below(verb, *_SUBJECTS) if t.pos in {"VERB", "AUX"}]
        owned = [
            t
            for t in sentence.tokens[: verb.index]
            if t.dep == "appos" and any(c.lower == "whose" for c in sentence.below(t, "poss"))
        ]
        if verb.dep == "ROOT" and len(taken) == 1 and owned and taken[0].index < owned[0].index:
            host = sentence.head(owned[0])
            yield replace(owned[0], head=verb.index, dep=taken[0].dep)
            yield replace(taken[0], head=taken[0].index, dep="ROOT")
            yield replace(verb, head=host.index, dep="relcl")


def _group_start(sentence: Sentence, verb: Token) -> int:
    """Give the index of the first auxiliary of a verb, or of the verb."""
    own = sentence.below(verb, "aux", "auxpass", "neg", "preconj")
    return min([t.index for t in own if t.index < verb.index], default=verb.index)


_RULES: Final[tuple[Mend, ...]] = (
    _verbs_in_names,
    _names_off_their_roles,
    _hung_on_auxiliaries,
    *CUE_RULES,
    *MATTER_RULES,
    _whose_subjects,
    free_reduced_clauses,
    join_serial_verbs,
    part_at_marks,
    _lost_subjects,
    _second_objects,
    *SPLIT_RULES,
    free_first_clauses,
    raise_additions,
    raise_conjuncts,
)
