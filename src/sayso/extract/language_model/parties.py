"""Whom and what words mean: the mentions, places and times that our own reading found there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from sayso.model.claims import (
    DocumentEntity,
    Extraction,
    Mention,
    PlaceMention,
    SourceChain,
    SourceNode,
    TimeMention,
)
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import EntityType, MentionKind, SourceKind

#: Words that may stand before a name, or after it, without being part of what is meant.
_SMALL: Final = frozenset(
    {
        *("the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those"),
        *("mr", "mrs", "ms", "dr", "'s", "’s"),
    }
)
_SIGNS: Final = " \t\n.,;:()[]\"“”‘’'«»"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What our own reading knows of a document.

    Attributes:
        text: the document's.
        mentions, places, times: in the order of the text.
    """

    text: str
    entities: Mapping[EntityId, DocumentEntity]
    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]

    @classmethod
    def of(cls, text: str, extraction: Extraction) -> Self:
        """Give what an extraction found in a text."""
        mentions = [m for entity in extraction.entities for m in entity.mentions]
        return cls(
            text,
            {entity.id: entity for entity in extraction.entities},
            tuple(sorted(mentions, key=lambda m: (m.span, m.id))),
            extraction.places,
            extraction.times,
        )

    def words(self, span: Span) -> str:
        """Give the document's words."""
        return span.of(self.text)

    def mention_at(self, span: Span) -> Mention | None:
        """Give the mention that these words are, or None where they are more than a mention.

        "The Kandor Front" is the mention "Kandor Front", and "commander Gul Rahim" the person at
        its end; "the weapons of the Kandor Front" is not the Front. Of several the longest.
        """
        found = [m for m in self.mentions if m.span.overlaps(span) and self._is_meant(m, span)]
        return max(found, key=lambda m: (len(m.span), -m.span.start), default=None)

    def place_at(self, span: Span) -> PlaceMention | None:
        """Give the first place among these words."""
        return next((p for p in self.places if p.span.overlaps(span)), None)

    def time_at(self, span: Span) -> TimeMention | None:
        """Give the first time among these words."""
        return next((t for t in self.times if t.span.overlaps(span)), None)

    def sources_at(self, spans: Sequence[Span]) -> SourceChain:
        """Give a node for each source, outermost first; one unnamed where there are no words."""
        if not spans:
            return (SourceNode(kind=SourceKind.UNNAMED),)
        chain: SourceChain = ()
        for span in spans:
            node = self._node(span)
            if node.entity is None or node.entity not in {n.entity for n in chain}:
                chain = (*chain, node)
        return chain

    def _node(self, span: Span) -> SourceNode:
        mention = self.mention_at(span)
        if mention is None:
            return SourceNode(kind=SourceKind.UNNAMED, name=self.words(span), span=span)
        entity = self.entities[mention.resolved_to]
        return SourceNode(
            kind=_kind_of(entity), entity=entity.id, name=entity.name, span=mention.span
        )

    def _is_meant(self, mention: Mention, span: Span) -> bool:
        """Say whether a mention is all that some words mean."""
        if mention.span.contains(span):
            return mention.span == span or _is_all_but_small(self._around(span, mention.span))
        if not span.contains(mention.span):
            return False
        after = Span(mention.span.end, span.end).of(self.text)
        is_titled = mention.type is EntityType.PERSON and mention.kind is MentionKind.NAME
        return _is_all_but_small(after if is_titled else self._around(mention.span, span))

    def _around(self, inner: Span, outer: Span) -> str:
        """Give the words of the outer span that are not in the inner one."""
        before, after = Span(outer.start, inner.start), Span(inner.end, outer.end)
        return f"{before.of(self.text)} {after.of(self.text)}"


def _is_all_but_small(text: str) -> bool:
    words = (word.strip(_SIGNS).casefold() for word in text.split())
    return all(not word or word in _SMALL for word in words)


def _kind_of(entity: DocumentEntity) -> SourceKind:
    """Give what kind of source an entity is; one without a name stays unnamed."""
    if entity.type is EntityType.DOCUMENT:
        return SourceKind.DOCUMENT
    if entity.type is EntityType.GROUP:
        return SourceKind.COLLECTIVE
    named = any(mention.kind is MentionKind.NAME for mention in entity.mentions)
    return SourceKind.ENTITY if named else SourceKind.UNNAMED
