"""How certain, and with which polarity, the words between a trigger and its source make it."""

import functools
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from operator import attrgetter
from typing import Final

from sayso.extract.sources.cues import cues
from sayso.extract.sources.phrases import open_question
from sayso.extract.sources.sayings import Saying
from sayso.extract.sources.stances import OPEN, PLAIN, PURPOSE, Stance, stances_of
from sayso.extract.sources.tree import agent_of, is_infinitive, is_passive, is_verbal, path_up
from sayso.extract.syntax import Sentence, Token
from sayso.model.vocabulary import Factuality, Modality, Realis

#: A row of a table: a stance, or None for "not".
Effect = Stance | None

#: Labels over which the words above a clause have no say: it is told beside the point.
_ISLANDS: Final = frozenset({"relcl", "appos", "parataxis"})
_ARGUMENTS: Final = ("nsubj", "nsubjpass", "csubj", "dobj", "attr", "expl")


@dataclass(frozen=True, slots=True)
class Hedges:
    """The tables of what words do to the proposition in their scope."""

    modals: Mapping[str, Effect]
    adverbs: Mapping[str, Effect]
    adjectives: Mapping[str, Effect]
    governors: Mapping[str, Effect]
    clausal: Mapping[str, Effect]
    prospective: frozenset[str]
    knowing: frozenset[str]
    nobody: frozenset[str]
    conditions: frozenset[str]
    evidence: frozenset[str]
    false: frozenset[str]


#: Which table tells what a dependent does, by its label.
_ROWS: Final[Mapping[str, Callable[[Hedges], Mapping[str, Effect]]]] = {
    "neg": attrgetter("adverbs"),
    "advmod": attrgetter("adverbs"),
    "preconj": attrgetter("adverbs"),
    "cc": attrgetter("adverbs"),
    "aux": attrgetter("modals"),
    "amod": attrgetter("adjectives"),
    "det": attrgetter("adjectives"),
}


@functools.cache
def hedges() -> Hedges:
    """Give the tables, read once a process."""
    path = resources.files("sayso.extract.sources").joinpath("tables/hedges.toml")
    rows = tomllib.loads(path.read_text("utf-8"))
    return Hedges(
        modals=stances_of(rows["modals"]),
        adverbs=stances_of(rows["adverbs"]),
        adjectives=stances_of(rows["adjectives"]),
        governors=stances_of(rows["governors"]),
        clausal=stances_of(rows["clausal_governors"]),
        prospective=frozenset(rows["prospective"]["words"]),
        knowing=frozenset(rows["knowing"]["words"]),
        nobody=frozenset(rows["nobody"]["words"]),
        conditions=frozenset(rows["conditions"]["words"]),
        evidence=frozenset(rows["evidence"]["words"]),
        false=frozenset(rows["false"]["words"]),
    )


def assess(sentence: Sentence, trigger: Token, saying: Saying | None) -> Stance:
    """Give the stance of the innermost source towards the proposition of a trigger.

    Args:
        sentence: holds the trigger.
        trigger: the word that carries the predicate.
        saying: the innermost one that holds the trigger; None for the narrator's words.
    """
    top = None if saying is None else saying.root
    stance = PLAIN
    for effect in _effects(sentence, path_up(sentence, trigger, top)):
        stance = stance.negated() if effect is None else _under(effect, stance)
    if saying is None:
        return stance
    return _said(saying, stance)


def _said(saying: Saying, inside: Stance) -> Stance:
    """Give the stance of a source that presents what is hedged or negated inside."""
    outer = saying.stance
    if outer.factuality.stance == "?":
        return replace(outer, realis=_realis(outer, inside))
    stance = inside.weakened_by(outer)
    if outer.modality is Modality.DENIED:
        modality = Modality.DENIED if stance.factuality.stance == "-" else stance.modality
        return replace(stance, modality=modality)
    if inside.modality is Modality.ASSERTED:
        stance = replace(stance, modality=outer.modality)
    return replace(stance, realis=_realis(outer, stance))


def _under(effect: Stance, stance: Stance) -> Stance:
    """Give the stance of a proposition under a word that hedges it."""
    changed = stance.weakened_by(effect)
    if stance.modality is Modality.ASSERTED:
        changed = replace(changed, modality=effect.modality)
    return replace(changed, realis=_realis(effect, changed))


def _realis(outer: Stance, inner: Stance) -> Realis:
    """Give the realis that is not actual, if either is not."""
    return outer.realis if inner.realis is Realis.ACTUAL else inner.realis


def _effects(sentence: Sentence, path: tuple[Token, ...]) -> Iterator[Effect]:
    """Give what the words along a path do to its first word, nearest first."""
    below: Token | None = None
    for node in path:
        shares = below is None or _shares_words(sentence, below, node)
        if below is not None and below.dep in _ISLANDS:
            return
        if below is not None:
            yield from _governing(sentence, node, below)
        if shares:
            yield from _attached(sentence, node, below)
        if is_infinitive(sentence, node) and node.dep in {"acl", "relcl", "advcl"}:
            yield PURPOSE
        if node.dep == "advcl" and not _is_condition(sentence, node):
            return
        below = node


def _shares_words(sentence: Sentence, below: Token, node: Token) -> bool:
    """Say whether the auxiliaries and adverbs of a word hold for a word coordinated with it."""
    if below.dep != "conj" or not is_verbal(below):
        return True
    own = sentence.below(below, "aux", "auxpass", "nsubj", "nsubjpass", "neg")
    return not own and below.tag == node.tag


def _attached(sentence: Sentence, node: Token, below: Token | None) -> Iterator[Effect]:
    """Give what the dependents of a word do: modals, adverbs, negation, "no" and "nobody"."""
    if node.lower in hedges().nobody:
        yield None
    for child in sentence.below(node):
        if below is None or child.index != below.index:
            unknown = node.lemma in hedges().evidence
            effects = _word_effects(sentence, node, child)
            yield from (OPEN if e is None and unknown else e for e in effects)


def _word_effects(sentence: Sentence, node: Token, child: Token) -> Iterator[Effect]:
    """Give what one dependent does to the word above it."""
    table = hedges()
    word = child.lower
    rows = _ROWS.get(child.dep)
    if rows is not None and word in (effects := rows(table)):
        if not (word == "could" and sentence.below(node, "neg")):  # "could not" is "did not"
            yield effects[word]
    elif child.dep == "aux" and word in table.prospective:
        yield replace(PLAIN, realis=Realis.PROSPECTIVE)
    elif child.dep in {"mark", "advmod"} and word in table.conditions:
        yield _condition(sentence, node)
    elif child.dep == "advcl" and _is_condition(sentence, child):
        yield _condition(sentence, child)
    elif is_verbal(node) and child.dep in _ARGUMENTS and _is_nobody(sentence, child):
        yield None


def _is_nobody(sentence: Sentence, argument: Token) -> bool:
    """Say whether an argument is "nobody" or "no members of"."""
    nobody = hedges().nobody
    below = {t.lower for t in sentence.below(argument)}
    denied = any(t.dep == "neg" for t in sentence.below(argument))  # "not one of its men"
    if argument.lower in nobody or (denied and below.isdisjoint({"only", "just", "merely"})):
        return True
    return any(t.lower in nobody and t.dep == "det" for t in sentence.below(argument)) or any(
        t.lower in nobody for t in sentence.below(argument, "nsubj")
    )


def _is_condition(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause is one with "if"."""
    return any(t.lower in hedges().conditions for t in sentence.below(clause, "mark", "advmod"))


def _condition(sentence: Sentence, clause: Token) -> Stance:
    """Give what "if" does: in a conditional clause nothing is said to be so."""
    knowing = _is_about_knowing(sentence, sentence.head(clause))
    if clause.dep == "advcl" and not knowing:
        return Stance(Factuality.UNKNOWN, Modality.UNKNOWN, Realis.HYPOTHETICAL)
    return OPEN if open_question(sentence, clause) else PLAIN


def _governing(sentence: Sentence, node: Token, below: Token) -> Iterator[Effect]:
    """Give what a word does to what hangs below it: "failed to", "is believed to", "lack of"."""
    table = hedges()
    if below.dep in {"conj", "nsubj", "nsubjpass", "advcl", "npadvmod", "poss", "compound"}:
        return
    if open_question(sentence, below) and _is_about_knowing(sentence, node):
        yield OPEN
        return
    if _is_called_false(sentence, node):
        yield None
        return
    unsaid = _unsaid(sentence, node, below)
    clausal = below.dep in {"xcomp", "ccomp", "acl"}
    if unsaid is not None:
        yield unsaid
    elif node.lemma in table.governors and not (is_verbal(node) and node.lemma in cues().nouns):
        yield table.governors[node.lemma]
    elif clausal and node.lemma in table.clausal:
        yield table.clausal[node.lemma]
    elif clausal:
        yield from (
            table.clausal[t.lower]
            for t in sentence.below(node, "acomp")
            if t.lower in table.clausal and t.index != below.index
        )


def _is_called_false(sentence: Sentence, noun: Token) -> bool:
    """Say whether a claim or report is called false: "the claim that … is baseless"."""
    verb = sentence.head(noun)
    called = {t.lower for t in sentence.below(verb, "acomp", "attr")}
    return noun.dep == "nsubj" and noun.lemma in cues().nouns and bool(called & hedges().false)


def _is_about_knowing(sentence: Sentence, node: Token) -> bool:
    """Say whether a word, or the adjective beside it, is about knowing: "is not clear whether"."""
    words = [node, *sentence.below(node, "acomp", "attr", "oprd")]
    known = hedges().knowing
    return any(t.lower in known or t.lemma in cues().verbs for t in words)


def _unsaid(sentence: Sentence, node: Token, below: Token) -> Stance | None:
    """Give the stance of a cue that names no source: "is said to", "it is believed that"."""
    family = cues().verbs.get(node.lemma)
    if family is None or not is_verbal(node) or below.dep not in {"xcomp", "ccomp", "prep"}:
        return None
    if not is_passive(sentence, node) or agent_of(sentence, node) is not None:
        return None
    is_negated = any(t.dep == "neg" for t in sentence.below(node))
    return family.negated if is_negated else family.unsaid
