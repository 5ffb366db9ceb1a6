"""Words parsed apart put back into one tree: what is said, and the interjection that tells who."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import CLAUSES, is_verbal
from sayso.extract.wording.cues import cues, wording
from sayso.model.documents import Passage

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: Labels that the parser gives a subject behind its verb: "said the ministry".
_TURNED: Final = ("dobj", "attr", "dep", "npadvmod", "oprd", "ccomp", "dative", "acomp")

#: What a document does with what it holds.
_SHOWS: Final = ("show", "suggest", "indicate", "reveal")

Words = tuple[Token, ...]


def hung(passage: Passage, tokens: Words) -> Sentence:
    """Give words in order as a sentence."""
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return Sentence(passage=passage, tokens=tokens, children=tuple(map(tuple, below)))


def beside(words: Words, more: Words) -> Words:
    """Give words with more behind them, each in its own tree."""
    first = len(words)
    return words + tuple(replace(t, index=first + t.index, head=first + t.head) for t in more)


def parted(clauses: Sequence[Words]) -> Words | None:
    """Give clauses between semicolons in one tree, the later ones beside the first.

    Returns:
        None where there is none, or one has no subject.
    """
    if not clauses or not all(any(t.dep in _SUBJECTS for t in c) for c in clauses):
        return None
    words: Words = ()
    for clause in clauses:
        words = beside(words, clause)
    root = next(t for t in words if t.head == t.index)
    return tuple(
        replace(t, head=root.index, dep="parataxis") if t.head == t.index and t != root else t
        for t in words
    )


def woven(rest: Words, aside: Words) -> Words | None:
    """Give the words of a sentence and of what breaks in on it, in one tree and in their order.

    Returns:
        None where either is no clause, so that the words should be parsed as they stand.
    """
    teller = _teller(aside)
    if not teller or not _is_clause(rest):
        return None
    host = _host(rest, teller[0].span.start)
    hanging = len(rest)
    both = [*rest, *(replace(t, index=hanging + t.index, head=hanging + t.head) for t in teller)]
    both = [
        replace(t, head=host.index, dep="parataxis")
        if t.index >= hanging and t.head == t.index
        else t
        for t in both
    ]
    order = sorted(range(len(both)), key=lambda n: both[n].span.start)
    place = {old: new for new, old in enumerate(order)}
    return tuple(replace(both[n], index=place[n], head=place[both[n].head]) for n in order)


def _is_clause(words: Words) -> bool:
    """Say whether words have a verb with a subject at their head."""
    roots = [t for t in words if t.head == t.index and is_verbal(t)]
    return any(t.dep in _SUBJECTS and words[t.head] in roots for t in words)


def _teller(aside: Words) -> Words:
    """Give an interjection with its subject found; nothing where it has no verb of saying."""
    aside = _showing(aside) or _with_verb(aside)
    roots = [t for t in aside if t.head == t.index]
    known = {*cues().verbs, *cues().that, *(word.split()[0] for word in wording().continuing)}
    if len(roots) != 1 or roots[0].lemma not in known:
        return ()
    below = [t for t in aside if t.head == roots[0].index and t != roots[0]]
    if not any(t.dep in _SUBJECTS for t in below):
        behind = [t for t in below if t.dep in _TURNED and t.index > roots[0].index]
        if not behind:
            return ()
        aside = tuple(replace(t, dep="nsubj") if t == behind[0] else t for t in aside)
    return tuple(replace(t, pos="VERB") if t == roots[0] else t for t in aside)


def _showing(aside: Words) -> Words | None:
    """Give "a ledger handed to us in May shows" with "shows" for its head; None for others."""
    words = [t for t in aside if t.pos not in {"PUNCT", "SPACE"}]
    verb = words[-1]
    noun = next((t for t in words if t.lemma in wording().documents), None)
    stem = next((s for s in _SHOWS if verb.lower.startswith(s)), None)
    if noun is None or stem is None:
        return None
    changed = {
        verb.index: replace(verb, pos="VERB", tag="VBZ", lemma=stem, dep="ROOT", head=verb.index),
        noun.index: replace(noun, dep="nsubj", head=verb.index),
    }
    for token in aside:
        is_root = token.head == token.index and token.index not in changed
        if is_root or (token.head == verb.index and token.index not in changed):
            dep = "punct" if token.pos == "PUNCT" else "acl"
            changed[token.index] = replace(token, dep=dep, head=noun.index)
    return tuple(changed.get(t.index, t) for t in aside)


def _with_verb(aside: Words) -> Words:
    """Give an interjection with its verb for a head, where it was read as a noun's participle."""
    verb = next((t for t in aside if t.dep in {"acl", "relcl"} and t.head != t.index), None)
    noun = None if verb is None else aside[verb.head]
    if verb is None or noun is None or noun.head != noun.index or is_verbal(noun):
        return aside
    changed = {
        verb.index: replace(verb, dep="ROOT", head=verb.index),
        noun.index: replace(noun, dep="nsubj", head=verb.index),
    }
    return tuple(changed.get(t.index, t) for t in aside)


def _host(rest: Words, at: int) -> Token:
    """Give the head of the clause that words at a place in the document break in on."""
    own = [t for t in rest if t.pos not in {"PUNCT", "SPACE"}]
    before = [t for t in own if t.span.start < at]
    behind = [t for t in own if t.span.start > at]
    root = next(t for t in rest if t.head == t.index)
    if not before or not behind:
        return root
    over = _line(rest, behind[0])
    shared = [t for t in _line(rest, before[-1]) if t in over]
    return next((t for t in shared if t.dep in CLAUSES and is_verbal(t)), root)


def _line(words: Words, token: Token) -> Sequence[Token]:
    """Give a word and its heads, nearest first."""
    line = [token]
    while line[-1].head != line[-1].index and len(line) <= len(words):
        line.append(words[line[-1].head])
    return line
