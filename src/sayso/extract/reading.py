"""A parsed sentence with the mentions, places, times and figures at its words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.model.claims import DocumentEntity, Mention, PlaceMention, Quantity, TimeMention
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import EntityType, MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that is known of one sentence before anybody is asked what it says.

    Attributes:
        mentions, places, times, quantities: those in the sentence, in order.
        by_word: the mention that each word belongs to; the innermost where mentions nest.
        by_head: the mention that each word is the head of; the longest where several share it.
        entities: all of the document, by id.
        named: ids of the entities that the document calls by a name.
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[Quantity, ...]
    by_word: Mapping[int, Mention]
    by_head: Mapping[int, Mention]
    entities: Mapping[EntityId, DocumentEntity]
    named: frozenset[EntityId]

    @property
    def text(self) -> str:
        """Give the words of the sentence."""
        return self.sentence.passage.text

    def words(self, span: Span) -> str:
        """Give the words at a span of the document that lies in this sentence."""
        first = self.sentence.passage.span.start
        return self.text[span.start - first : span.end - first]

    def place_of(self, mention: Mention) -> PlaceMention | None:
        """Give the gazetteer's place for a mention of a place, if it knows one."""
        return next((p for p in self.places if p.span.overlaps(mention.span)), None)

    def type_of(self, mention: Mention) -> EntityType:
        """Give the type of what is mentioned, which its name may tell better than this mention."""
        entity = self.entities.get(mention.resolved_to)
        return mention.type if entity is None else entity.type


def read_sentences(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Sequence[DocumentEntity],
    settings: tuple[Sequence[PlaceMention], Sequence[TimeMention]],
    quantities: Mapping[Span, tuple[Quantity, ...]],
) -> tuple[Reading, ...]:
    """Lay what was found in a document at the sentences that hold it, in their order.

    The settings are the places and the times of the document; the quantities come by the span of
    their sentence.
    """
    known = {e.id: e for e in entities}
    named = frozenset(e.id for e in entities if any(m.kind is MentionKind.NAME for m in e.mentions))
    places, times = settings
    readings = []
    for sentence in sentences:
        whole = sentence.passage.span
        own = tuple(sorted((m for m in mentions if whole.contains(m.span)), key=_longest_first))
        readings.append(
            Reading(
                sentence=sentence,
                mentions=own,
                places=tuple(p for p in places if whole.contains(p.span)),
                times=tuple(t for t in times if whole.contains(t.span)),
                quantities=quantities.get(whole, ()),
                by_word=_by_word(sentence, own),
                by_head=_by_head(sentence, own),
                entities=known,
                named=named,
            )
        )
    return tuple(readings)


def _longest_first(mention: Mention) -> tuple[int, int]:
    """Order mentions by their place, the longer first where they begin together."""
    return (mention.span.start, -mention.span.end)


def _by_word(sentence: Sentence, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Give the innermost mention for each word."""
    found: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span)):
        for token in sentence.within(mention.span):
            found[token.index] = mention
    return found


def _by_head(sentence: Sentence, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Give the longest mention for each head word."""
    found: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (len(m.span), m.span)):
        head = sentence.head_of(mention.span)
        if head is not None:
            found[head.index] = mention
    return found


def hull(tokens: Iterable[Token]) -> Span:
    """Give the span from the first of these words to the last; there is at least one."""
    spans = [t.span for t in tokens]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
