"""What a word stands for: an entity, the group whose member it is, or just words."""

import functools
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, conjuncts, noun_phrase
from sayso.extract.reading import Reading, hull
from sayso.extract.voices.chains import mention_at
from sayso.model.claims import Argument, Mention
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import EntityType, MentionKind, Role

_LINKS: Final = ("of", "to", "with", "from", "in", "within", "among")
_WITHIN: Final = frozenset({"in", "within"})
_BODIES: Final = frozenset(
    {EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY}
)
_WORDS_OF_AND: Final = 2  # to the first word after "and"
_FARTHEST: Final = 3  # partitives inside partitives: "some of the members of the group"
_MEMBERS: Final = _BODIES | {EntityType.GROUP, EntityType.PERSON}
_OWNERS: Final = _BODIES | {EntityType.PERSON, EntityType.MEDIA_OUTLET}


@dataclass(frozen=True, slots=True)
class Parts:
    """Words that stand for something else in the same phrase, in lower case.

    Attributes:
        partitives: for what follows "of" and the like.
        measures: for what they hold.
        organs: for the body that owns them.
        acting: lemmas, for the body that they belong to, where a row says so.
    """

    partitives: frozenset[str]
    measures: frozenset[str]
    organs: frozenset[str]
    acting: frozenset[str]


@functools.cache
def parts() -> Parts:
    """Give the table, read once a process."""
    path = resources.files("sayso.extract.propositions").joinpath("tables/parts.toml")
    rows = tomllib.loads(path.read_text("utf-8"))
    return Parts(
        partitives=frozenset(rows["partitives"]["words"]),
        measures=frozenset(rows["measures"]["words"]),
        organs=frozenset(rows["organs"]["words"]),
        acting=frozenset(rows["acting"]["words"]),
    )


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role.

    Attributes:
        head: the word that it hangs on in the tree.
        entity: None for words without an entity.
        span: of the mention, or of the words.
    """

    head: Token
    entity: EntityId | None
    type: EntityType | None
    span: Span
    text: str

    def argument(self, role: Role) -> Argument:
        """Give the argument of a proposition: the entity where there is one, else the words."""
        words = None if self.entity is not None else self.text
        return Argument(role=role, entity=self.entity, text=words, span=self.span)


def fillers_of(reading: Reading, token: Token, *, owner: bool = False) -> tuple[Filler, ...]:
    """Give what a word and those coordinated with it stand for, in order.

    Args:
        reading: of the word's sentence.
        token: head of the phrase.
        owner: of fighters and members, take the group that they belong to.
    """
    sentence = reading.sentence
    several = conjuncts(sentence, token)
    if token.dep == "dobj":  # "shipped detonators and at least 90 rifles", hung on the verb
        several += tuple(
            t for t in sentence.below(sentence.head(token), "conj") if _goes_on(sentence, token, t)
        )
    return tuple(filler_of(reading, t, owner=owner) for t in several)


def share_of(reading: Reading, token: Token) -> Filler:
    """Give the words for a share, without what it is a share of: "a 30 per cent stake"."""
    words = noun_phrase(reading.sentence, token)
    ends = (t.index for t in words if t.lower in {"of", "in"} and t.index > token.index)
    end = next(ends, words[-1].index + 1)
    span = hull(t for t in words if t.index < end)
    return Filler(token, None, None, span, reading.words(span))


def _goes_on(sentence: Sentence, first: Token, noun: Token) -> bool:
    """Say whether a noun stands right after another's phrase and an "and"."""
    end, start = sentence.subtree(first)[-1].index, sentence.subtree(noun)[0].index
    return noun.pos in {"NOUN", "PROPN"} and 0 < start - end <= _WORDS_OF_AND


def filler_of(reading: Reading, token: Token, *, owner: bool = False) -> Filler:
    """Give what one word stands for."""
    sentence = reading.sentence
    beside = (sentence.head(token),) if token.dep == "appos" else ()  # "X, a firm based in Y"
    inwards = tuple(_inwards(reading, token))
    nodes = (*inwards, *sentence.below(token, "appos"), *beside)
    mentions = [m for n in nodes if (m := mention_at(reading, n)) is not None]
    mention = _named(reading, token, mentions) or next(iter(mentions), None)
    core = inwards[-1]
    acting = core.lower in parts().organs and mention is None
    if acting or (owner and core.lemma in parts().acting and _may_stand_for(reading, mention)):
        found = _owner(reading, core if acting else token, _OWNERS if acting else _BODIES)
        if found is not None:
            return found
    if mention is None:
        words = hull(noun_phrase(sentence, token))
        return Filler(token, None, None, words, reading.words(words))
    return Filler(token, mention.resolved_to, reading.type_of(mention), mention.span, mention.text)


def _named(reading: Reading, token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """Give the name beside a noun that only says what it is: "Zeytun FZE, a forwarder in X"."""
    if not mentions or token.pos != "NOUN" or mentions[0].resolved_to in reading.named:
        return None
    sentence = reading.sentence
    inner = [t for a in sentence.below(token, "appos") for t in (a, *sentence.below(a, "appos"))]
    above = (sentence.head(token),) if token.dep == "appos" else ()
    found = (mention_at(reading, t) for t in (*inner, *above))
    names = (m for m in found if m is not None and m.kind is MentionKind.NAME)
    return next(names, None)


def _may_stand_for(reading: Reading, mention: Mention | None) -> bool:
    """Say whether a mention can be of people who act for a body: not its name, not its camp."""
    if mention is None:
        return True
    return mention.kind is not MentionKind.NAME and reading.type_of(mention) in _MEMBERS


def _inwards(reading: Reading, token: Token) -> Iterator[Token]:
    """Give a word and, as long as they are partitives or measures, what they are parts of."""
    table = parts()
    if token.tag == "WP$":  # "whose": the noun that its clause describes
        clause = next((t for t in reading.sentence.ancestors(token) if t.dep == "relcl"), None)
        token = token if clause is None else reading.sentence.head(clause)
    for _ in range(_FARTHEST):
        yield token
        measure = token.lower in table.measures
        if not measure and token.lower not in table.partitives and token.pos not in {"NUM", "DET"}:
            return
        found = _part_of(reading.sentence, token, ("of",) if measure else _LINKS)
        if found is None:
            return
        token = found


def _part_of(sentence: Sentence, token: Token, links: Sequence[str]) -> Token | None:
    """Give what a partitive is part of."""
    above = sentence.head(token)
    clauses = [*sentence.below(token, "acl", "relcl", "amod")]
    if above.dep == "csubj":
        clauses.append(above)
    own = (after(sentence, token, link) for link in links)
    told = (after(sentence, c, link) for c in clauses for link in links if link not in _WITHIN)
    inner = (*own, *told)
    called = (t for host in (token, *clauses) for t in sentence.below(host, "oprd"))
    beside = sentence.tokens[token.index + 1 : token.index + 2]  # "met anybody from the group"
    linked = (
        t
        for link in beside
        if link.lower in links and link.head == token.head
        for t in sentence.below(link, "pobj")
    )
    return next((t for t in (*inner, *called, *linked) if t is not None), None)


def _owner(reading: Reading, token: Token, kinds: frozenset[EntityType]) -> Filler | None:
    """Give the body to which members, fighters or ranks belong."""
    sentence = reading.sentence
    owners = [*sentence.below(token, "poss", "compound", "nmod", "amod")]
    owners += [t for link in ("of", "from") if (t := after(sentence, token, link)) is not None]
    for one in owners:
        mention = mention_at(reading, one)
        if mention is not None and reading.type_of(mention) in kinds:
            return Filler(
                one, mention.resolved_to, reading.type_of(mention), mention.span, mention.text
            )
    return None
