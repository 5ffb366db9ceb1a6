"""Whom a description stands beside: "X, the spokesman", "its founder, his uncle X"."""

import re
from collections.abc import Iterator

from sayso.extract.entities.owners import premodifiers
from sayso.extract.entities.scene import Scene
from sayso.extract.grammar.syntax import Token
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.descriptions import possessor
from sayso.extract.mentions.drafts import Draft
from sayso.extract.mentions.kinds import LEVELS, agrees, may_trade
from sayso.extract.names.lexicon import heads
from sayso.model.vocabulary import EntityType

#: Whose a described thing is, or an article, before it.
OWN = r"(?:(?:an?|the|his|her|its|their|our|one of the|[\w’'. -]{1,40}['’]s)\s)?"
#: What stands between a name and a role of its bearer: "X, the ministry's spokesman".
BETWEEN = re.compile(rf"(?:\s(?:of|for|at|in|to|with|from)\s[^,.;:()]{{1,80}})?,\s{OWN}")
#: "X, a trader".
INDEFINITE = re.compile(r",\san?\s")
#: What ends both: "X, the commander of Y.".
BEHIND = re.compile(r"[\"”’]*(?:\s(?:of|for|at|in|to|with|from)\s[^,.;:()]{1,80})?(?:[,.;:)]|$)")
#: Words that hang a name on a description: "a group called X".
NAMING = frozenset({"call", "name", "know", "dub", "style"})
#: Parts of a noun phrase beside which its noun stands.
INNER = frozenset({"appos", "compound", "nmod", "amod"})


def in_apposition(draft: Draft, scene: Scene) -> Cluster | None:
    """Give whom a description stands beside: "X, the spokesman", "the spokesman, X"."""
    bearer = right_behind(draft, scene)
    if bearer is not None:
        return bearer
    found = (scene.at(draft, token) for token in beside(draft))
    close = (c for c in found if c is not None and (agrees(draft, c) or may_trade(draft, c)))
    return next(close, None) or between_commas(draft, scene)


def beside(draft: Draft) -> Iterator[Token]:
    """Give the words that a description stands beside, the nearest first."""
    sentence, head = draft.sentence, draft.head
    if head.dep in INNER:
        yield sentence.head(head)
    yield from appositions(draft, head)
    if draft.lemma in heads().generic or draft.type is EntityType.MEDIA_OUTLET:
        yield from premodifiers(draft)  # "the Hezbollah movement"
    owner = possessor(draft)
    if draft.lemma in LEVELS and owner is not None and owner.dep == "pobj":
        yield owner  # "the city of Mosul"
    for naming in sentence.below(head, "acl", "relcl"):
        if naming.lemma in NAMING:
            yield from sentence.below(naming, "oprd", "attr", "dobj", "ccomp")
            for preposition in sentence.below(naming, "prep"):
                yield from sentence.below(preposition, "pobj")


def appositions(draft: Draft, head: Token) -> Iterator[Token]:
    """Give the nouns in apposition to a word, and those to them: "its founder, his uncle X"."""
    for noun in draft.sentence.below(head, "appos"):
        yield noun
        yield from appositions(draft, noun)


def right_behind(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the person right before a role: "a cousin of X, a trader who …" is of X."""
    if draft.type is not EntityType.PERSON or draft.plural:
        return None
    text, first = draft.sentence.passage.text, draft.sentence.passage.span.start
    before = text[: draft.span.start - first]
    for name, cluster in scene.persons.get(draft.number, ()):
        if INDEFINITE.fullmatch(before[name.span.end - first :]):
            return cluster
    return None


def between_commas(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the person whose name stands in commas beside a role, whatever the tree says."""
    if draft.type is not EntityType.PERSON or draft.plural:
        return None
    text, first = draft.sentence.passage.text, draft.sentence.passage.span.start
    for name, cluster in scene.persons.get(draft.number, ()):
        one, other = sorted((draft.span, name.span))
        if other is draft.span and draft.head.dep == "conj":
            continue  # "X, a driver and a cook"
        after = text[other.end - first :]
        between = text[one.end - first : other.start - first]
        if BETWEEN.fullmatch(between) and BEHIND.match(after):
            return cluster
    return None
