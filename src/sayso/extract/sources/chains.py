"""Chains of sources: from the narrator down to the one whose words they are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.extract.reading import Reading, hull
from sayso.extract.sources.quotes import Told
from sayso.extract.sources.sayings import Saying
from sayso.extract.sources.tree import after, noun_phrase
from sayso.extract.syntax import Sentence, Token
from sayso.model.claims import NARRATED, Mention, SourceChain, SourceNode
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, SourceKind

#: Who speaks for whom in a document.
Bodies = Mapping[EntityId, EntityId]

_SPOKESPEOPLE: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_ORGANISED: Final = frozenset(
    {
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.MEDIA_OUTLET,
        EntityType.PLACE,
    }
)
#: The narrator's own "we", or the speaker's own in a quotation: no new node.
_FIRST_PERSON: Final = frozenset({"we", "i"})
_PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS: Final = frozenset({"they", "people", "police", "many", "some", "several", "others"})
_UNKNOWN_SPEAKER: Final = SourceNode(kind=SourceKind.UNNAMED)


def find_bodies(readings: Iterable[Reading]) -> dict[EntityId, EntityId]:
    """Give for each spokesperson of a document the body in whose name he or she speaks."""
    bodies: dict[EntityId, EntityId] = {}
    for reading in readings:
        for token in reading.sentence.tokens:
            if token.lemma in _SPOKESPEOPLE:
                body = _body_of(reading, token)
                for speaker in _holders(reading, token):
                    if body is not None and body != speaker:
                        bodies.setdefault(speaker, body)
    return bodies


def chains_of(
    told: Told, trigger: Token, bodies: Bodies
) -> tuple[tuple[SourceChain, Saying | None], ...]:
    """Give the chain of a word's sentence down to its speakers, with the innermost saying.

    There are several where several sources say the same words ("A rejects B's claim that"); they
    come in the order of their cues.
    """
    first = NARRATED + _inherited(told, bodies)
    holding = [s for s in told.sayings if trigger.index in s.content]
    inner = [s for s in holding if not any(_nests(s, other) for other in holding)]
    if not inner:
        return ((first, None),)
    chains = []
    for saying in inner:
        above = [s for s in holding if _nests(s, saying)]
        above.sort(key=lambda s: (-len(s.content), s.head.index))
        chain = first
        for one in (*above, saying):
            chain = _extended(chain, _nodes(told.reading, one, bodies))
        chains.append((chain, saying))
    return tuple(chains)


def node_of(reading: Reading, token: Token, bodies: Bodies) -> SourceNode | None:
    """Give the node for the word that names a source; None for the narrator's own "we"."""
    if token.lower in _FIRST_PERSON:
        return None
    sentence = reading.sentence
    mention = mention_at(reading, token)
    named = next(
        (
            m
            for t in sentence.below(token, "appos")
            if (m := mention_at(reading, t)) is not None and m.resolved_to in reading.named
        ),
        None,
    )
    if named is not None and (mention is None or mention.resolved_to not in reading.named):
        mention = named if mention is None or mention.type is named.type else mention
    if mention is None:
        words = hull(noun_phrase(sentence, token))
        kind = SourceKind.COLLECTIVE if _is_plural(token) else SourceKind.UNNAMED
        return SourceNode(kind=kind, name=reading.words(words), span=words)
    entity = reading.entities.get(mention.resolved_to)
    return SourceNode(
        kind=_kind_of(reading, mention, token),
        entity=mention.resolved_to,
        name=mention.text if entity is None else entity.name,
        span=mention.span,
        speaks_for=bodies.get(mention.resolved_to),
    )


def mention_at(reading: Reading, token: Token) -> Mention | None:
    """Give the mention that a word heads or belongs to; a relative pronoun stands for its noun."""
    found = reading.by_head.get(token.index) or reading.by_word.get(token.index)
    if found is None and token.tag in {"WDT", "WP"}:
        clauses = (t for t in reading.sentence.ancestors(token) if t.dep == "relcl")
        clause = next(clauses, None)
        if clause is not None:
            return mention_at(reading, reading.sentence.head(clause))
    return found


def _nests(outer: Saying, inner: Saying) -> bool:
    """Say whether the one saying is part of what the other says."""
    return inner is not outer and inner.head.index in outer.content


def _inherited(told: Told, bodies: Bodies) -> SourceChain:
    """Give the speaker of a quotation that began or ends in another sentence."""
    if not told.goes_on:
        return ()
    if told.speaker is None:
        return (_UNKNOWN_SPEAKER,)
    reading, saying = told.speaker
    return _nodes(reading, saying, bodies) or (_UNKNOWN_SPEAKER,)


def _nodes(reading: Reading, saying: Saying, bodies: Bodies) -> tuple[SourceNode, ...]:
    """Give the nodes of one saying, outermost first."""
    found = (node_of(reading, token, bodies) for token in saying.sources)
    return tuple(node for node in found if node is not None)


def _extended(chain: SourceChain, nodes: Sequence[SourceNode]) -> SourceChain:
    """Give the chain with more nodes; one that is in it already is not repeated."""
    for node in nodes:
        known = [n.entity for n in chain if n.entity is not None]
        if node.entity is None or node.entity not in known:
            chain = (*chain, node)
    return chain


def _kind_of(reading: Reading, mention: Mention, token: Token) -> SourceKind:
    """Give what kind of node a mentioned source is."""
    kind = reading.type_of(mention)
    if kind is EntityType.DOCUMENT:
        return SourceKind.DOCUMENT
    if kind is EntityType.GROUP:
        return SourceKind.COLLECTIVE
    if mention.resolved_to in reading.named or (kind in _ORGANISED and not _is_plural(token)):
        return SourceKind.ENTITY
    return SourceKind.COLLECTIVE if _is_plural(token) else SourceKind.UNNAMED


def _is_plural(token: Token) -> bool:
    """Say whether a word stands for several."""
    return token.tag in _PLURAL_TAGS or token.lower in _PLURAL_WORDS or token.pos == "NUM"


def _holders(reading: Reading, noun: Token) -> tuple[EntityId, ...]:
    """Give the entities that a word such as "spokesman" describes."""
    sentence = reading.sentence
    around = [noun, *sentence.below(noun, "appos")]
    if noun.dep in {"appos", "compound", "nmod"}:
        around.append(sentence.head(noun))
    elif noun.dep == "attr":
        around.extend(sentence.below(sentence.head(noun), "nsubj"))
    found = (mention_at(reading, t) for t in around)
    people = (m for m in found if m is not None and reading.type_of(m) is EntityType.PERSON)
    return tuple(dict.fromkeys(m.resolved_to for m in people))


def _body_of(reading: Reading, noun: Token) -> EntityId | None:
    """Give the body that a spokesperson speaks for."""
    sentence = reading.sentence
    nouns = [noun]
    if noun.dep in {"compound", "nmod"}:
        nouns.append(sentence.head(noun))
    for one in nouns:
        for found in (*sentence.below(one, "poss", "compound", "nmod"), *_after_of(sentence, one)):
            mention = mention_at(reading, found)
            if mention is not None and reading.type_of(mention) in _ORGANISED:
                return mention.resolved_to
    return None


def _after_of(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Give what stands after "of" or "for"."""
    return tuple(t for p in ("for", "of") if (t := after(sentence, noun, p)) is not None)
