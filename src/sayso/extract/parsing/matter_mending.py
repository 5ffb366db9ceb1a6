"""What is said, hung by the parser on the wrong word beside a verb of saying, mended."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.parsing.cue_mending import Mends, comma_between, is_that
from sayso.extract.wording.cues import cues

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: What one knows or not: "whether A pays B we do not know".
_KNOWING: Final = frozenset({"know", "say", "establish", "determine", "tell", "prove", "see"})
#: Verbs with what was done for an object, and who did it behind "on".
BLAMING: Final = frozenset({"blame", "pin"})
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
#: "so that", "now that" bring in no speech.
_NO_SPEECH: Final = frozenset({"so", "now", "such", "in", "provided", "given", "except"})


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


def _blamed_on(sentence: Sentence) -> Iterator[Token]:
    """Give "on N" to "blamed the raid on N", from the raid."""
    for link in sentence.tokens:
        act = sentence.head(link)
        if link.lower == "on" and act.dep == "dobj" and sentence.head(act).lemma in BLAMING:
            yield replace(link, head=act.head)


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
        tells = noun.pos == "NOUN" and told and is_that(sentence, clause)
        stray = clause.dep == "relcl" or (is_beside and clause.dep in {"advcl", "ccomp"})
        if stray and tells and sentence.below(clause, *_SUBJECTS):
            yield replace(clause, dep="acl", head=noun.index)


def _that_clauses(sentence: Sentence) -> Iterator[Token]:
    """Give a "that" clause hung beside a verb of saying, as what is said."""
    for token in sentence.tokens:
        verb = sentence.head(token)
        says = verb.pos == "VERB" and verb.lemma in cues().verbs and token.index > verb.index
        if token.dep == "advcl" and says and is_that(sentence, token):
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
        if is_that(sentence, token) and verb.lemma in cues().verbs:
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
        if second.dep != "conj" or not is_that(sentence, second) or is_that(sentence, verb):
            continue
        before = [t for t in sentence.subtree(verb) if t.index < second.index]
        first = [t for t in before if t.dep in {"ccomp", "acl"} and is_that(sentence, t)]
        if first:
            yield replace(second, head=first[0].index)
        elif verb.lemma in cues().verbs and verb.dep != "ccomp":
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
    """Give "and to have met", "and handing" to the one before, in "is said to have left and to"."""
    for second in sentence.tokens:
        verb = sentence.head(second)
        to = any(t.lower == "to" for t in sentence.below(second, "aux"))
        alike = [
            t
            for t in sentence.below(verb, "xcomp", "ccomp")
            if t.index < second.index and (to or t.tag == second.tag == "VBG")
        ]
        is_list = second.dep == "conj" and (to or second.tag == "VBG")
        if is_list and alike and verb.tag not in ({"VB", "VBG"} if to else {"VBG"}):
            yield replace(second, head=alike[-1].index)


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
        if speaker is not None and first and said and comma_between(sentence, first[-1], speaker):
            passive = sentence.below(said[0], "auxpass")
            dep = "nsubjpass" if passive else "nsubj"
            yield replace(first[-1], head=said[0].index, dep=dep)


def _split_matters(sentence: Sentence) -> Iterator[Token]:
    """Give "that A" back to "It was not proved" over the source between: ", the judges wrote, "."""
    for verb in sentence.tokens:
        above = sentence.head(verb)
        between = sentence.tokens[above.index : verb.index]
        is_aside = verb.dep == "parataxis" and not any(t.text == ";" for t in between)
        is_aside = is_aside and verb.lemma in cues().verbs
        if is_aside and any(t.lower == "it" for t in sentence.below(above, *_SUBJECTS)):
            for clause in sentence.below(verb, "ccomp"):
                if clause.index > verb.index and sentence.below(clause, "mark"):
                    yield replace(clause, head=above.index)


def _wants_subject(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """Say whether a clause behind a verb has neither subject nor "that", after a comma."""
    words = sentence.subtree(clause)
    bare = not sentence.below(clause, *_SUBJECTS, "mark")
    return bare and clause.index > verb.index and sentence.tokens[words[0].index - 1].text == ","


#: What was hung on the wrong word.
MATTER_RULES: Final[Mends] = (
    _fronted_questions,
    _agents_off_manners,
    _that_lists,
    _told_listeners,
    _infinitives_in_lists,
    _blamed_on,
    _that_as_object,
    _told_clauses,
    _that_clauses,
    _behind_citing,
    _said_infinitives,
    _charged_matters,
)
#: The mends of clauses that a cue parts in two; they want their subjects in place.
SPLIT_RULES: Final[Mends] = (_split_clauses, _split_matters)
