"""Coordinated clauses hung where they belong: what is no part of a speech leaves it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.sources.phrases import quoted_words
from sayso.extract.wording.cues import cues, wording

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "expl")
_VERBAL: Final = frozenset({"VERB", "AUX"})
_PAST: Final = frozenset({"VBD", "VBN"})
_CLAUSAL: Final = frozenset({"ccomp", "conj", "advcl", "parataxis", "dep", "relcl"})


def part_at_marks(sentence: Sentence) -> Iterator[Token]:
    """Give the heads of clauses that a semicolon, or a colon behind them, parts from the rest.

    They stand beside the main clause; what belongs to them and was hung across the mark goes back.
    """
    marks = [t.index for t in sentence.tokens if t.text == ";" or _parting_colon(sentence, t)]
    if not marks or _closes_with_source(sentence) or _quotes_on(sentence, marks[0]):
        return
    edges = [-1, *marks, len(sentence.tokens)]
    for first, last in pairwise(edges):
        yield from _parted(sentence, sentence.tokens[first + 1 : last])


def _closes_with_source(sentence: Sentence) -> bool:
    """Say whether a source at the end stands for all before it: "A; B, officials said."."""
    root = _root(sentence)
    said = sentence.below(root, "ccomp")
    is_last = bool(said) and all(c.index < root.index for c in said)
    speaks = root.pos == "VERB" and root.lemma in cues().verbs
    return is_last and speaks and not sentence.below(root, "xcomp", "auxpass")


def _quotes_on(sentence: Sentence, mark: int) -> bool:
    """Say whether a mark is part of a quotation, which may have begun before the sentence."""
    if mark in quoted_words(sentence):
        return True
    signs = [t.index for t in sentence.tokens if t.text in {'"', "”", "“"}]
    closes = bool(signs) and sentence.tokens[signs[0] - 1].pos == "PUNCT" and signs[0] > 0
    return closes and mark < signs[0]


def _root(sentence: Sentence) -> Token:
    """Give the head of the main clause."""
    return next(t for t in sentence.tokens if t.head == t.index)


def _parting_colon(sentence: Sentence, mark: Token) -> bool:
    """Say whether a colon ends a clause that brings in no speech: "They differed: one said …"."""
    before = sentence.tokens[: mark.index]
    verbs = [t for t in before if t.pos == "VERB" and t.head > mark.index]
    return mark.text == ":" and bool(verbs) and verbs[0].lemma not in cues().verbs


def _parted(sentence: Sentence, words: tuple[Token, ...]) -> Iterator[Token]:
    """Give the words of one part whose heads lie in another, as they should hang."""
    inside = {t.index for t in words}
    tops = [t for t in words if t.pos != "PUNCT" and (t.head not in inside or t.head == t.index)]
    main = next((t for t in tops if _is_main(sentence, t)), None)
    if main is None:
        return
    root = _root(sentence)
    if main.head != main.index and main.dep in _CLAUSAL and _leaves(sentence, main):
        yield replace(main, dep="parataxis", head=root.index)
    for top in tops:
        if top.index != main.index and top.head > words[-1].index and top.dep != "ROOT":
            says = main.lemma in cues().verbs and top.index > main.index
            is_clause = top.dep in _CLAUSAL and top.pos in _VERBAL
            yield replace(top, head=main.index, dep="ccomp" if says and is_clause else top.dep)


def _is_main(sentence: Sentence, top: Token) -> bool:
    """Say whether a word heads a clause that could stand alone."""
    marked = any(t.dep == "mark" for t in sentence.below(top))
    return top.pos in _VERBAL and not marked and bool(sentence.below(top, *_SUBJECTS))


def _leaves(sentence: Sentence, main: Token) -> bool:
    """Say whether a clause behind a mark is no part of a speech before it.

    It is one where nothing tells it from what was said; a source at the end of the speech does:
    "believe that A, according to a file; no charge was brought".
    """
    above = sentence.head(main)
    if above.index > main.index or main.lemma in cues().verbs:
        return True
    if main.index in quoted_words(sentence):
        return False
    before = sentence.tokens[above.index : main.index]
    return above.lemma in cues().verbs or any(t.lower == "according" for t in before)


def raise_conjuncts(sentence: Sentence) -> Iterator[Token]:
    """Give second verbs back to whoever speaks, from what is said.

    "The panel considers that A, but has not established whether B", "denied having met them and
    called the charges a lie", "residents say that A, and the club has accused the police".
    """
    for verb in sentence.tokens:
        said = sentence.head(verb)
        speaks = sentence.head(said)
        if verb.dep != "conj" or verb.pos not in _VERBAL or said.dep not in {"ccomp", "xcomp"}:
            continue
        is_speech = speaks.lemma in cues().verbs and speaks.pos == "VERB" and speaks != said
        if is_speech and speaks.index < said.index and _turns_back(sentence, said, verb):
            yield replace(verb, head=speaks.index)


def _turns_back(sentence: Sentence, said: Token, verb: Token) -> bool:
    """Say whether a verb coordinated with what is said is the speaker's own doing."""
    if sentence.below(verb, "mark", "auxpass"):
        return False
    subject = next(iter(sentence.below(verb, *_SUBJECTS)), None)
    parted = _comma_before(sentence, said, verb)
    if subject is not None:
        return parted and subject.pos != "PRON" and verb.lemma in cues().verbs
    judges = verb.tag in _PAST and verb.lemma in wording().verdicts
    return (parted and _is_cue(sentence, verb)) or (judges and _on_words(sentence, verb))


def _is_cue(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb, or what it is able or unwilling to do, is a saying or a finding."""
    below = sentence.below(verb, "xcomp")
    below += tuple(x for a in sentence.below(verb, "acomp") for x in sentence.below(a, "xcomp"))
    known = cues().verbs.keys() | wording().proving | wording().verdicts
    return verb.lemma in known or any(t.lemma in known for t in below)


def _on_words(sentence: Sentence, verb: Token) -> bool:
    """Say whether the object of a verb is something said: "the report", "the allegations"."""
    return any(t.lemma in wording().utterances for t in sentence.below(verb, "dobj", "ccomp"))


def _comma_before(sentence: Sentence, said: Token, verb: Token) -> bool:
    """Say whether the conjunction before a verb has a comma before it."""
    links = [t for t in sentence.below(said, "cc") if t.index < verb.index]
    return bool(links) and sentence.tokens[links[-1].index - 1].text == ","


def raise_additions(sentence: Sentence) -> Iterator[Token]:
    """Give "adding that B" to whoever said A: "said the fuel was sold, adding that"."""
    for verb in sentence.tokens:
        if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in wording().adding:
            continue
        speaker = next((t for t in sentence.ancestors(verb) if _speaks(sentence, t)), None)
        if speaker is not None and speaker.index != verb.head:
            yield replace(verb, head=speaker.index)


def _speaks(sentence: Sentence, verb: Token) -> bool:
    """Say whether a word is a verb of saying with a subject."""
    is_cue = verb.pos == "VERB" and verb.lemma in cues().verbs
    return is_cue and bool(sentence.below(verb, "nsubj"))


def free_first_clauses(sentence: Sentence) -> Iterator[Token]:
    """Give the first of two coordinated sentences, which the parser took for a speech.

    "Relief says that A, but its bookkeeper says that B": the first is not what the second says.
    """
    for clause in sentence.tokens:
        verb = sentence.head(clause)
        if clause.dep not in {"ccomp", "advcl"} or clause.index > verb.index or clause == verb:
            continue
        words = [t for t in sentence.subtree(clause) if t.pos != "PUNCT"]
        subject = next(iter(sentence.below(verb, "nsubj", "nsubjpass")), None)
        joined = words[-1].dep == "cc" and sentence.tokens[words[-1].index - 1].text == ","
        if not joined or subject is None or subject.index < words[-1].index:
            continue
        between = sentence.tokens[words[-1].index : subject.index]
        if not any(t.pos in _VERBAL for t in between):  # "A, and B, N said" is all N's
            yield replace(clause, dep="parataxis")


def join_serial_verbs(sentence: Sentence) -> Iterator[Token]:
    """Give verbs in a row to one subject: "N welcomed the ruling, said that A, and declined to".

    The parser takes the first for what the second says.
    """
    for verb in sentence.tokens:
        first = next((c for c in sentence.below(verb, "ccomp") if c.index < verb.index), None)
        if verb.dep != "ROOT" or first is None or sentence.below(verb, *_SUBJECTS):
            continue
        alike = verb.tag == first.tag and sentence.tokens[verb.index - 1].text == ","
        if alike and sentence.below(first, *_SUBJECTS) and sentence.below(verb, "ccomp")[1:]:
            yield replace(first, head=first.index, dep="ROOT")
            yield replace(verb, head=first.index, dep="conj")


def free_reduced_clauses(sentence: Sentence) -> Iterator[Token]:
    """Give the main verb to its subject, from "believed to": "Men believed to be Xs took Y".

    The parser takes "believed" for the main verb and hangs the true one on it.
    """
    for verb in sentence.tokens:
        subject = next(iter(sentence.below(verb, "nsubj")), None)
        if subject is None or verb.tag != "VBD" or subject.index != verb.index - 1:
            continue
        marked = any(
            t.lower == "to" for x in sentence.below(verb, "xcomp") for t in sentence.below(x)
        )
        links = sentence.below(verb, "cc")
        main = [c for c in sentence.below(verb, "conj") if c.pos in _VERBAL]
        if marked and main and verb.lemma in cues().verbs and not links:
            yield replace(verb, head=subject.index, dep="acl", tag="VBN")
            yield replace(subject, head=main[0].index)
            head = main[0].index if verb.head == verb.index else verb.head
            yield replace(main[0], head=head, dep=verb.dep)
            rest = [t for t in sentence.below(verb) if t.index > main[0].index]
            yield from (replace(t, head=main[0].index) for t in rest)
