"""Turns of phrase around a source: who has seen a document, what is quoted."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, subject_of
from sayso.extract.wording.cues import cues, wording
from sayso.extract.wording.stances import PLAIN, hedges

_OPENING_MARKS: Final = frozenset("“«„")
_CLOSING_MARKS: Final = frozenset("”»")


def open_question(sentence: Sentence, root: Token) -> bool:
    """Say whether a clause asks whether it is so."""
    return any(
        t.lower in hedges().openings and t.dep in {"mark", "advmod", "cc", "preconj"}
        for t in sentence.below(root)
    )


def find_viewers(sentence: Sentence, source: Token) -> tuple[Token, ...]:
    """Give who has seen the document that speaks: "a document seen by the newspaper"."""
    author = after(sentence, source, "by")  # "a report by the panel, seen by the newspaper"
    hosts = (source,) if author is None else (source, author)
    for clause in (c for host in hosts for c in sentence.below(host, "acl")):
        if clause.lemma in wording().seeing:
            viewer = after(sentence, clause, "by")
            return () if viewer is None else (viewer,)
    return ()


def report_that_says(sentence: Sentence, verb: Token) -> Token | None:
    """Give the report in which somebody says it; a document and its author are one node."""
    place = after(sentence, verb, "in")
    return place if place is not None and place.lemma in wording().reports else None


def quoted_words(sentence: Sentence, *, is_open: bool = False) -> frozenset[int]:
    """Give the indices of the words between quotation marks; open ends count as quoted.

    Args:
        sentence: at most some of it is quoted.
        is_open: a quotation goes on from the sentence before.
    """
    inside = is_open
    found: set[int] = set()
    for token in sentence.tokens:
        inside, is_mark = _after_mark(token.text, inside=inside)
        if inside and not is_mark:
            found.add(token.index)
    return frozenset(found)


def stays_open(sentence: Sentence, *, is_open: bool) -> bool:
    """Say whether a quotation is still open at the end of a sentence."""
    inside = is_open
    for token in sentence.tokens:
        inside, _ = _after_mark(token.text, inside=inside)
    return inside


def _after_mark(text: str, *, inside: bool) -> tuple[bool, bool]:
    """Give whether a quotation is open after a word, and whether the word is a quotation mark."""
    if text in _OPENING_MARKS:
        return True, True
    if text in _CLOSING_MARKS:
        return False, True
    return (not inside, True) if text == '"' else (inside, False)


def is_nobody(sentence: Sentence, argument: Token) -> bool:
    """Say whether an argument is "nobody", "no members of", "not one of" or "neither of"."""
    nobody = hedges().nobody
    if argument.lower in nobody or is_after_nor(sentence, argument):
        return True
    own = sentence.below(argument, "det", "neg", "preconj", "predet", "advmod", "cc")
    comparing = hedges().comparing  # "no less than 300" is no negation
    before = [
        t
        for t in own
        if t.index < argument.index and sentence.tokens[t.index + 1].lower not in comparing
    ]
    return any(t.lower in nobody or t.dep == "neg" for t in before) or any(
        t.lower in nobody for t in sentence.below(argument, "nsubj")
    )


def is_after_nor(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun is the second of two that are both denied: "neither A nor B"."""
    links = sentence.below(sentence.head(noun), "cc") if noun.dep == "conj" else ()
    return any(t.lower == "nor" and t.index < noun.index for t in links)


def lacks_evidence(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb has "no evidence" for its object, or no proof is found in a passive."""
    known = hedges().evidence
    return any(
        t.lemma in known and (is_nobody(sentence, t) or is_denied(sentence, verb))
        for t in sentence.below(verb, "dobj", "nsubjpass")
    )


def is_denied(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is negated by its own words, its subject, or what stands over it."""
    subject = subject_of(sentence, verb)
    above = sentence.head(verb)
    unable = verb.dep == "xcomp" and (
        hedges().governors.get(above.lemma, PLAIN) is None
        or any(t.lower == "yet" for t in sentence.below(above, "advmod"))
        or (above.lower == "able" and bool(sentence.below(sentence.head(above), "neg")))
    )
    nobody = subject is not None and is_nobody(sentence, subject)
    return unable or nobody or bool(sentence.below(verb, "neg"))


def part_around(sentence: Sentence, word: Token) -> frozenset[int]:
    """Give the indices of the part of a sentence, between semicolons and colons, with a word."""
    marks = [t.index for t in sentence.tokens if t.text in {";", ":"}]
    first = max((i for i in marks if i < word.index), default=-1)
    last = min((i for i in marks if i > word.index), default=len(sentence.tokens))
    return frozenset(range(first + 1, last))


def antecedent(sentence: Sentence, word: Token) -> Token | None:
    """Give the noun that "which" behind a comma stands for: the nearest document, or noun."""
    nouns = [t for t in sentence.tokens[: word.index] if t.pos in {"NOUN", "PROPN"}]
    heads = [t for t in nouns if t.dep not in {"compound", "nmod"}]
    words = wording().reports | wording().utterances | cues().nouns.keys()
    spoken = [t for t in heads if t.lemma in words]
    return next(iter(reversed(spoken or heads)), None)


def wh_question(sentence: Sentence, root: Token) -> bool:
    """Say whether a clause asks who, from whom, what, where, when or how."""
    first, *others = sentence.subtree(root)
    asking = others[0] if first.pos == "ADP" and others else first
    return asking.tag in {"WP", "WDT", "WRB", "WP$"}


def is_fronted_condition(sentence: Sentence, word: Token) -> bool:
    """Say whether an auxiliary before its subject stands for "if": "Should they attack, …"."""
    before = sentence.tokens[: word.index]
    opens = all(t.pos in {"PUNCT", "CCONJ"} for t in before) or before[-1].text in {",", ";"}
    asks = sentence.tokens[-1].text == "?"
    return (
        word.lower in hedges().fronting
        and opens
        and not asks
        and word.index + 1 < len(sentence.tokens)
        and sentence.tokens[word.index + 1].pos not in {"VERB", "AUX", "PART", "ADV"}
    )


def instead_of(sentence: Sentence, node: Token) -> bool:
    """Say whether a word stands behind "instead of", "rather than", "far from"."""
    words = [t.lower for t in sentence.tokens]
    if not hedges().turning & set(words):
        return False
    first = sentence.subtree(node)[0].index
    pairs = (" ".join(words[max(0, at - 2) : at]) for at in (first, first + 2, node.index))
    return node.dep in {"pcomp", "pobj", "conj", "advcl", "xcomp"} and any(
        pair in hedges().instead for pair in pairs
    )


def is_disclaimed(sentence: Sentence, word: Token) -> bool:
    """Say whether what is told is called an allegation behind it: "…, a charge that he denies".

    That somebody was charged or held for it is told as it is.
    """
    if word.lemma in cues().verbs.keys() | wording().matters.keys() | hedges().pending.keys():
        return False
    for noun in sentence.tokens[word.index + 1 :]:
        if noun.text in {";", ":"}:
            return False
        opened = any(t.lower in {"a", "an"} for t in sentence.below(noun, "det"))
        if noun.lemma in wording().imputations and opened and _is_answered(sentence, noun):
            return True
    return False


def _is_answered(sentence: Sentence, noun: Token) -> bool:
    """Say whether somebody denies or rejects, or is said not to have committed, a noun."""
    for clause in sentence.below(noun, "relcl", "acl"):
        family = cues().verbs.get(clause.lemma)
        denied = family is not None and family.plain.factuality.stance == "-"
        if denied or (clause.lemma == "commit" and sentence.below(clause, "neg")):
            return True
    return False


def stands_bare(sentence: Sentence, noun: Token) -> bool:
    """Say whether a phrase with an article follows a name without a comma: "deem N the head"."""
    first = sentence.subtree(noun)[0]
    before = sentence.tokens[max(0, first.index - 1)]
    named = before.pos == "PROPN" or before.lower.endswith("self")
    return first.tag == "DT" and first.index > 0 and named
