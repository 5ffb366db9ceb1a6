"""Mistakes of the parser around verbs and nouns of saying, mended in the tree."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sayso.extract.syntax import Sentence, Token
from sayso.extract.wording.cues import cues, wording

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: What one knows or not: "whether A pays B we do not know".
_KNOWING: Final = frozenset({"know", "say", "establish", "determine", "tell", "prove", "see"})
#: Verbs that have a listener before what is told.
_TELLING: Final = frozenset({"tell", "inform", "assure", "remind", "warn", "advise", "notify"})
#: Nouns that tell in what way something was done: "in his absence by a court".
_MANNERS: Final = frozenset({"absence", "absentia", "public", "secret", "person", "part"})
#: Prepositions that bring in what somebody is charged with or told of.
_CHARGING: Final = {
    **dict.fromkeys(("accuse", "convict", "acquit", "suspect", "clear", "absolve"), "of"),
    **dict.fromkeys(("notify", "inform", "warn", "advise", "apprise", "remind"), "of"),
    **dict.fromkeys(("charge",), "with"),
    **dict.fromkeys(("indict", "blame", "try", "sentence", "prosecute", "condemn"), "for"),
}
#: Labels of words on which what somebody is charged with may be hung by mistake.
_STRAYING: Final = frozenset({"pobj", "pcomp", "nummod", "npadvmod"})
#: "so that", "now that" bring in no speech.
_NO_SPEECH: Final = frozenset({"so", "now", "such", "in", "provided", "given", "except"})


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


def _that_as_object(sentence: Sentence) -> Iterator[Token]:
    """Give "that" to its clause in "stories that N leads it", read as an object of the verb."""
    for that in sentence.tokens:
        clause = sentence.head(that)
        noun = sentence.head(clause)
        tells = noun.pos == "NOUN" and noun.lemma in cues().nouns and clause.dep in {"relcl", "acl"}
        others = [t for t in sentence.below(clause, "dobj", "attr") if t != that]
        is_object = that.dep == "dative" or (that.dep == "dobj" and bool(others))
        if that.lower == "that" and tells and is_object and sentence.below(clause, *_SUBJECTS):
            yield replace(that, dep="mark", tag="IN")
            yield replace(clause, dep="acl")


def _told_clauses(sentence: Sentence) -> Iterator[Token]:
    """Give a "that" clause hung elsewhere to the noun that tells it: "rumours in town that N fled".

    The parser takes it for a relative clause, or hangs it on a participle beside the noun.
    """
    for clause in sentence.tokens:
        host = sentence.head(clause)
        is_beside = host.dep == "acl" and host.lemma not in cues().verbs
        noun = sentence.head(host) if is_beside else host
        told = noun.lemma in cues().nouns or any(
            t.lower == "that" and t.tag == "IN" for t in sentence.below(clause, "mark")
        )
        tells = noun.pos == "NOUN" and told and _is_that(sentence, clause)
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
        if (
            token.dep != "prep"
            or above.dep not in {"pobj", "pcomp", "nummod", "npadvmod"}
            or not is_stray
        ):
            continue
        verb = next((t for t in sentence.ancestors(token) if t.pos == "VERB"), None)
        if verb is not None and _CHARGING.get(verb.lemma) == token.lower:
            own = sentence.below(verb, "prep")
            if not any(t.lower == token.lower for t in own):
                yield replace(token, head=verb.index)


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


def _fronted_questions(sentence: Sentence) -> Iterator[Token]:
    """Give the main verb of "Whether A pays B we do not know", read as told of B."""
    for whether in sentence.tokens[:1]:
        if whether.lower == "whether" and whether.dep == "mark":
            yield from _asked_before(sentence, sentence.head(whether))


def _asked_before(sentence: Sentence, clause: Token) -> Iterator[Token]:
    """Give the verb of knowing its place over the question before it."""
    for verb in sentence.subtree(clause):
        told = verb.dep == "relcl" and verb.index > clause.index and verb.lemma in _KNOWING
        if told and sentence.below(verb, "nsubj", "nsubjpass"):
            is_root = clause.head == clause.index
            dep = "ROOT" if is_root else "parataxis"
            yield replace(verb, dep=dep, head=verb.index if is_root else clause.head)
            yield replace(clause, dep="ccomp", head=verb.index)
            return


def _agents_off_manners(sentence: Sentence) -> Iterator[Token]:
    """Give who did it back to "was convicted in his absence by a court", from the absence."""
    for link in sentence.tokens:
        noun = sentence.head(link)
        manner = sentence.head(noun)
        verb = sentence.head(manner)
        stray = link.lower == "by" and noun.lemma in _MANNERS and manner.dep == "prep"
        if stray and sentence.below(verb, "auxpass") and not sentence.below(verb, "agent"):
            yield replace(link, head=verb.index, dep="agent")


def _that_lists(sentence: Sentence) -> Iterator[Token]:
    """Give "and that B" to the clause before, in "said that A, and that B", from the verb."""
    for second in sentence.tokens:
        verb = sentence.head(second)
        if second.dep != "conj" or not _is_that(sentence, second) or _is_that(sentence, verb):
            continue
        before = [t for t in sentence.subtree(verb) if t.index < second.index]
        first = [t for t in before if t.dep in {"ccomp", "acl"} and _is_that(sentence, t)]
        if first:
            yield replace(second, head=first[0].index)
        elif verb.lemma in cues().verbs:
            yield replace(second, dep="ccomp")


def _told_listeners(sentence: Sentence) -> Iterator[Token]:
    """Give its clause to "told the bench his client had met N", read as told of the bench."""
    for clause in sentence.tokens:
        listener = sentence.head(clause)
        verb = sentence.head(listener)
        own = sentence.below(clause, "nsubj", "nsubjpass")
        spoken = verb.lemma in _TELLING and listener.dep in {"dobj", "dative"}
        wh = any(t.tag in {"WDT", "WP", "WP$"} for t in sentence.below(clause))
        if clause.dep == "relcl" and spoken and own and not wh and sentence.below(clause, "dobj"):
            yield replace(clause, dep="ccomp", head=verb.index)


def _infinitives_in_lists(sentence: Sentence) -> Iterator[Token]:
    """Give "and to have met" to the infinitive before: "is understood to have left and to have"."""
    for second in sentence.tokens:
        verb = sentence.head(second)
        to = any(t.lower == "to" for t in sentence.below(second, "aux"))
        first = [t for t in sentence.below(verb, "xcomp") if t.index < second.index]
        if second.dep == "conj" and to and first and verb.tag != "VB":
            yield replace(second, head=first[-1].index)


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
            if is_bare and not _comma_between(sentence, clause, verb):
                yield replace(subject, head=verb.index, dep="nsubj")
                yield replace(clause, head=subject.index, dep="acl", tag="VBN")


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


Mends = tuple[Callable[[Sentence], Iterable[Token]], ...]
#: The mends of cues themselves, and of what was hung on the wrong word beside one.
CUE_RULES: Final[Mends] = (
    _labels_as_subjects,
    _fronted_questions,
    _agents_off_manners,
    _cues_as_auxiliaries,
    _reduced_subjects,
    _that_lists,
    _told_listeners,
    _infinitives_in_lists,
    _cues_as_nouns,
    _cues_as_heads,
    _that_as_object,
    _told_clauses,
    _cues_before_that,
    _naming_as_nouns,
    _that_clauses,
    _behind_citing,
    _said_infinitives,
    _charged_matters,
)
#: The mends of clauses that a cue parts in two; they want their subjects in place.
SPLIT_RULES: Final[Mends] = (_split_clauses, _split_matters)
