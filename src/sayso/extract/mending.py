"""Frequent mistakes of the parser mended in the tree, before anybody reads it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sayso.extract.coordination import (
    free_first_clauses,
    free_reduced_clauses,
    join_serial_verbs,
    part_at_marks,
    raise_additions,
    raise_conjuncts,
)
from sayso.extract.names.lexicon import heads
from sayso.extract.sources.cues import cues, wording
from sayso.extract.syntax import Sentence, Token
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
#: Prepositions that bring in what somebody is charged with or told of.
_CHARGING: Final = {
    **dict.fromkeys(("accuse", "convict", "acquit", "suspect", "clear", "absolve"), "of"),
    **dict.fromkeys(("notify", "inform", "warn", "advise", "apprise", "remind"), "of"),
    **dict.fromkeys(("charge",), "with"),
    **dict.fromkeys(("indict", "blame", "try", "sentence", "prosecute", "condemn"), "for"),
}
#: "so that", "now that" bring in no speech.
_NO_SPEECH: Final = frozenset({"so", "now", "such", "in", "provided", "given", "except"})


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


def _cues_as_nouns(sentence: Sentence) -> Iterator[Token]:
    """Give a verb of saying tagged as a noun: "records of May show that", "as N claims"."""
    for token in sentence.tokens:
        if token.pos != "NOUN" or token.lemma not in cues().verbs:
            continue
        clauses = [c for c in sentence.below(token, "ccomp", "acl") if _is_that(sentence, c)]
        beside = any(t.lower == "as" for t in sentence.below(token, "mark"))
        if sentence.below(token, "nsubj") and (clauses or beside):
            yield replace(token, pos="VERB", tag="VBP")
            yield from (replace(c, dep="ccomp") for c in clauses)


def _cues_as_heads(sentence: Sentence) -> Iterator[Token]:
    """Give the verb of "The brief claims that …", which was tagged as the noun of a bare phrase."""
    for cue in sentence.tokens:
        subject = sentence.tokens[cue.index - 1]
        clauses = [c for c in sentence.below(cue, "acl", "ccomp") if _is_that(sentence, c)]
        is_verb = cue.dep == "ROOT" and cue.tag == "NNS" and cue.lemma in cues().verbs
        joined = subject.dep in {"amod", "compound", "nmod"} and subject.head == cue.index
        if is_verb and joined and clauses and sentence.below(cue, "det"):
            yield replace(cue, pos="VERB", tag="VBZ")
            yield replace(subject, pos="NOUN", tag="NN", dep="nsubj")
            yield from (replace(t, head=subject.index) for t in sentence.below(cue, "det"))
            yield from (replace(c, dep="ccomp") for c in clauses)


def _told_clauses(sentence: Sentence) -> Iterator[Token]:
    """Give a "that" clause hung elsewhere to the noun that tells it: "rumours in town that N fled".

    The parser takes it for a relative clause, or hangs it on a participle beside the noun.
    """
    for clause in sentence.tokens:
        host = sentence.head(clause)
        is_beside = host.dep == "acl" and host.lemma not in cues().verbs
        noun = sentence.head(host) if is_beside else host
        tells = noun.pos == "NOUN" and noun.lemma in cues().nouns and _is_that(sentence, clause)
        stray = clause.dep == "relcl" or (is_beside and clause.dep in {"advcl", "ccomp"})
        if stray and tells and sentence.below(clause, *_SUBJECTS):
            yield replace(clause, dep="acl", head=noun.index)


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


def _naming_as_nouns(sentence: Sentence) -> Iterator[Token]:
    """Give the verb of "its last return names N and M as owners", which was tagged as a noun."""
    for token in sentence.tokens:
        named = sentence.below(token, "appos")
        hosts = (token, *named)
        as_what = any(t.lower == "as" for host in hosts for t in sentence.below(host, "prep"))
        is_verb = token.tag == "NNS" and wording().matters.get(token.lemma) == "as"
        subject = _noun_before(sentence, token)
        if not (is_verb and named and as_what) or subject is None:
            continue
        root = token.index if subject.head == subject.index else token.head
        yield replace(token, pos="VERB", tag="VBZ", dep="ROOT", head=root)
        yield replace(subject, dep="nsubj", head=token.index)
        yield replace(named[0], dep="dobj")
        for other in sentence.below(token, "poss", "amod", "det", "nmod"):
            yield replace(other, head=subject.index)


def _noun_before(sentence: Sentence, token: Token) -> Token | None:
    """Give the noun that a verb taken for a noun was joined to: as its first part, or its host."""
    host = sentence.head(token)
    if token.dep == "appos" and host.pos in _NOMINAL and host.head == host.index:
        return host
    before = sentence.tokens[token.index - 1] if token.index > 0 else token
    return before if before.dep == "compound" and before.head == token.index else None


def _that_clauses(sentence: Sentence) -> Iterator[Token]:
    """Give a "that" clause hung beside a verb of saying, as what is said."""
    for token in sentence.tokens:
        verb = sentence.head(token)
        says = verb.pos == "VERB" and verb.lemma in cues().verbs and token.index > verb.index
        if token.dep == "advcl" and says and _is_that(sentence, token):
            mark = next(t for t in sentence.below(token, "mark") if t.lower == "that")
            if sentence.tokens[mark.index - 1].lower not in _NO_SPEECH:
                yield replace(token, dep="ccomp")


def _behind_citing(sentence: Sentence) -> Iterator[Token]:
    """Give "that A" back to "reported, citing two envoys, that A", from the envoys."""
    for token in sentence.tokens:
        cited = sentence.head(token)
        citing = sentence.head(cited)
        verb = sentence.head(citing)
        is_clause = token.dep in {"relcl", "acl", "ccomp"} and bool(sentence.below(token, "nsubj"))
        if not is_clause or citing.lower not in {"citing", "quoting"} or cited.dep != "dobj":
            continue
        if _is_that(sentence, token) and verb.lemma in cues().verbs:
            yield replace(token, head=verb.index, dep="ccomp")


def _said_infinitives(sentence: Sentence) -> Iterator[Token]:
    """Give "to be living" back to "is said by the report", from the report."""
    for token in sentence.tokens:
        noun = sentence.head(token)
        agent = sentence.head(noun)
        verb = sentence.head(agent)
        if token.dep not in {"relcl", "acl"} or agent.dep != "agent" or noun.dep != "pobj":
            continue
        if verb.lemma in cues().verbs and any(t.lower == "to" for t in sentence.below(token)):
            yield replace(token, head=verb.index, dep="xcomp")


def _charged_matters(sentence: Sentence) -> Iterator[Token]:
    """Give "of abducting" back to "convicted him in 2020", from the year, or from who convicts."""
    for token in sentence.tokens:
        above = sentence.head(token)
        does = any(t.pos in {"VERB", "AUX"} for t in sentence.below(token, "pcomp"))
        is_stray = does or above.tag in {"CD", "NNP", "RB", "FW"}
        if token.dep != "prep" or above.dep not in {"pobj", "pcomp", "nummod"} or not is_stray:
            continue
        verb = next((t for t in sentence.ancestors(token) if t.pos == "VERB"), None)
        if verb is not None and _CHARGING.get(verb.lemma) == token.lower:
            own = sentence.below(verb, "prep")
            if not any(t.lower == token.lower for t in own):
                yield replace(token, head=verb.index)


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


def _split_clauses(sentence: Sentence) -> Iterator[Token]:
    """Give its subject to a clause split by its source: "The money, he told them, was passed on".

    The parser hangs the first words on the verb of saying.
    """
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma not in cues().verbs:
            continue
        speaker = next(iter(sentence.below(verb, "nsubj")[::-1]), None)
        first = [
            t
            for t in sentence.below(verb, "nsubj", "dep", "npadvmod", "dobj", "nmod")
            if speaker is not None and t.index < speaker.index and t.pos in _NOMINAL
        ]
        said = [c for c in sentence.below(verb, "ccomp") if _wants_subject(sentence, c, verb)]
        if speaker is not None and first and said and _comma_between(sentence, first[-1], speaker):
            passive = sentence.below(said[0], "auxpass")
            dep = "nsubjpass" if passive else "nsubj"
            yield replace(first[-1], head=said[0].index, dep=dep)


def _split_matters(sentence: Sentence) -> Iterator[Token]:
    """Give "that A" back to "It was not proved" over the source between: ", the judges wrote, "."""
    for verb in sentence.tokens:
        above = sentence.head(verb)
        is_aside = verb.dep == "parataxis" and verb.lemma in cues().verbs
        if is_aside and any(t.lower == "it" for t in sentence.below(above, *_SUBJECTS)):
            for clause in sentence.below(verb, "ccomp"):
                if clause.index > verb.index and sentence.below(clause, "mark"):
                    yield replace(clause, head=above.index)


def _wants_subject(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """Say whether a clause behind a verb has neither subject nor "that", after a comma."""
    words = sentence.subtree(clause)
    bare = not sentence.below(clause, *_SUBJECTS, "mark")
    return bare and clause.index > verb.index and sentence.tokens[words[0].index - 1].text == ","


def _comma_between(sentence: Sentence, one: Token, other: Token) -> bool:
    """Say whether a comma parts two words."""
    return any(t.text == "," for t in sentence.tokens[one.index : other.index])


def _is_that(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause begins with "that"."""
    return any(t.lower == "that" for t in sentence.below(clause, "mark"))


def _group_start(sentence: Sentence, verb: Token) -> int:
    """Give the index of the first auxiliary of a verb, or of the verb."""
    own = sentence.below(verb, "aux", "auxpass", "neg", "preconj")
    return min([t.index for t in own if t.index < verb.index], default=verb.index)


_RULES: Final[tuple[Mend, ...]] = (
    _verbs_in_names,
    _names_off_their_roles,
    _hung_on_auxiliaries,
    _cues_as_nouns,
    _cues_as_heads,
    _told_clauses,
    _cues_before_that,
    _naming_as_nouns,
    _that_clauses,
    _behind_citing,
    _said_infinitives,
    _charged_matters,
    _whose_subjects,
    free_reduced_clauses,
    join_serial_verbs,
    part_at_marks,
    _lost_subjects,
    _split_clauses,
    _split_matters,
    free_first_clauses,
    raise_additions,
    raise_conjuncts,
)
