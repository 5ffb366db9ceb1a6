"""Chains of sources: from the narrator down to the one whose words they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.extract.grammar.syntax import Token
from sayso.extract.grammar.tree import noun_phrase
from sayso.extract.reading import Reading, hull
from sayso.extract.sources.saying import Saying
from sayso.extract.voices.quotes import Told
from sayso.extract.wording.cues import wording
from sayso.model.claims import NARRATED, DocumentEntity, Mention, SourceChain, SourceNode
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, MentionKind, SourceKind

ORGANISED: Final = frozenset(
    {
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.MEDIA_OUTLET,
        EntityType.PLACE,
    }
)
#: The narrator's own "we", or the speaker's own in a quotation: no new node.
_FIRST_PERSON: Final = frozenset({"we", "i", "our", "my", "us", "me"})
_PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS: Final = frozenset({"they", "people", "police", "many", "some", "several", "others"})
_UNKNOWN_SPEAKER: Final = SourceNode(kind=SourceKind.UNNAMED)
#: Words before a noun that leave open which one it is: "one Member State", "a lawyer".
_INDEFINITE: Final = frozenset({"a", "an", "one", "another", "third", "second"})
#: Public bodies of which there are many; "a court" is the one that it is.
_STATES: Final = frozenset({"state", "country", "government", "nation", "agency"})
_SEVERAL: Final = "member states"

#: Labels of what stands before a noun and is no part of its name.
_DETERMINING: Final = frozenset({"det", "poss", "nummod", "predet", "case", "punct"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who stands behind the voices of a document.

    Attributes:
        bodies: speaker → the body in whose name he or she speaks.
        groups: person → the group that he or she leads or belongs to, whom "we" means.
        author: whose text it is; its words are the narrator's.
        couriers: document → the newspaper through which it reaches the text.
    """

    bodies: Mapping[EntityId, EntityId]
    groups: Mapping[EntityId, EntityId] = field(default_factory=dict)
    author: EntityId | None = None
    couriers: Mapping[EntityId, SourceNode] = field(default_factory=dict)


def chains_of(
    told: Told, trigger: Token, speakers: Speakers
) -> tuple[tuple[SourceChain, Saying | None], ...]:
    """Give the chain of a word's sentence down to its speakers, with the innermost saying.

    There are several where several sources say the same words ("A rejects B's claim that"); they
    come in the order of their cues.
    """
    first = NARRATED + _inherited(told, speakers)
    holding = [s for s in told.sayings if trigger.index in s.content]
    inner = [s for s in holding if not any(_nests(s, other) for other in holding)]
    if not holding:
        return ((first, None),)
    inner = inner or [min(holding, key=lambda s: len(s.content))]
    chains = []
    for saying in inner:
        above = [s for s in holding if _nests(s, saying)]
        above.sort(key=lambda s: (-len(s.content), s.head.index))
        chain = first
        for one in (*above, saying):
            chain = _extended(chain, _nodes(told.reading, one, speakers))
        chains.append((chain, saying))
    return tuple(chains)


def is_authors(reading: Reading, saying: Saying, speakers: Speakers) -> bool:
    """Say whether the text's own author is the source: "we deny", "the Council denies" in its text.

    An "it" may be somebody else.
    """
    told = [m for t in saying.sources if (m := mention_at(reading, t)) is not None]
    named = [m for m in told if m.kind is not MentionKind.PRONOUN]
    first = any(token.lower in _FIRST_PERSON for token in saying.sources)
    return first or any(m.resolved_to == speakers.author for m in named)


def node_of(reading: Reading, token: Token, speakers: Speakers) -> SourceNode | None:
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
        return None if token.lower == "it" else _unmentioned(reading, token)
    if mention.resolved_to == speakers.author:
        return None
    entity = reading.entities.get(mention.resolved_to)
    return SourceNode(
        kind=_kind_of(reading, mention, token),
        entity=mention.resolved_to,
        name=mention.text if entity is None else entity.name,
        span=mention.span,
        speaks_for=speakers.bodies.get(mention.resolved_to),
    )


def _unmentioned(reading: Reading, token: Token) -> SourceNode:
    """Give the node for words that are no mention: a person by the last name, or an unnamed one."""
    known = [e for e in reading.entities.values() if _is_called(reading, e, token)]
    if token.pos == "PROPN" and len(known) == 1:
        entity = known[0]
        return SourceNode(
            kind=SourceKind.ENTITY, entity=entity.id, name=entity.name, span=token.span
        )
    phrase = noun_phrase(reading.sentence, token)
    bare = [t for t in phrase if t.index <= token.index and t.dep not in _DETERMINING]
    words = hull(bare or phrase)
    kind = SourceKind.COLLECTIVE if _is_plural(token) else SourceKind.UNNAMED
    if token.lemma in wording().documents:
        kind = SourceKind.DOCUMENT
    return SourceNode(kind=kind, name=reading.words(words), span=words)


def _is_called(reading: Reading, entity: DocumentEntity, token: Token) -> bool:
    """Say whether a word is a person's last name, or in capitals a body's first: "MINISTRY:"."""
    words, own = entity.name.split(), token.text.casefold()
    if entity.type is EntityType.PERSON:
        return words[-1].casefold() == own and not words[-1].islower()
    is_body = entity.type in ORGANISED and entity.id in reading.named
    return is_body and token.text.isupper() and words[0].casefold() == own


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


def _inherited(told: Told, speakers: Speakers) -> SourceChain:
    """Give the speaker of a quotation that began or ends in another sentence."""
    if not told.goes_on:
        return ()
    if told.speaker is None:
        return (_UNKNOWN_SPEAKER,)
    reading, saying = told.speaker
    return _nodes(reading, saying, speakers) or (_UNKNOWN_SPEAKER,)


def _nodes(reading: Reading, saying: Saying, speakers: Speakers) -> tuple[SourceNode, ...]:
    """Give the nodes of one saying, outermost first; before a document who brings it."""
    found: list[SourceNode] = []
    for token in saying.sources:
        node = node_of(reading, token, speakers)
        courier = (
            None if node is None or node.entity is None else speakers.couriers.get(node.entity)
        )
        found += [n for n in (courier, node) if n is not None]
    return tuple(found)


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
    is_crowd = kind is EntityType.GROUP or _SEVERAL in mention.text.lower()
    is_document = token.lemma in wording().documents and kind is EntityType.GROUP
    if kind is EntityType.DOCUMENT or is_document:
        return SourceKind.DOCUMENT
    if is_crowd or _is_indefinite(reading, mention, token):
        return SourceKind.COLLECTIVE if is_crowd else SourceKind.UNNAMED
    is_body = kind in ORGANISED and (not _is_plural(token) or token.lower == "police")
    several = SourceKind.COLLECTIVE if _is_plural(token) else SourceKind.UNNAMED
    return SourceKind.ENTITY if mention.resolved_to in reading.named or is_body else several


def _is_indefinite(reading: Reading, mention: Mention, token: Token) -> bool:
    """Say whether one of several is meant, without its name: "one Member State", "a lawyer"."""
    words = reading.sentence.below(token, "det", "nummod", "amod")
    open_words = any(t.lower in _INDEFINITE for t in words) and not _is_plural(token)
    is_body = reading.type_of(mention) is EntityType.PUBLIC_BODY and token.lemma not in _STATES
    called = mention.kind is MentionKind.NAME and not any(t.dep == "nummod" for t in words)
    return open_words and not called and not is_body


def _is_plural(token: Token) -> bool:
    """Say whether a word stands for several."""
    several = token.pos == "NUM" and token.lower not in {"one", "1"}
    return token.tag in _PLURAL_TAGS or token.lower in _PLURAL_WORDS or several
