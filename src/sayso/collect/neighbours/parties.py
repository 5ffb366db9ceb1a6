"""The persons, groups and things that another tool names, as a document's own entities."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.errors import Ungrounded
from sayso.model.claims import NARRATED, DocumentEntity, Mention, SourceChain, SourceNode
from sayso.model.documents import Intake, Passage
from sayso.model.ids import EntityId, MentionId, Span
from sayso.model.vocabulary import EntityType, MentionKind, SourceKind


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something as another tool has it; `span` is None where it gives no place."""

    name: str
    type: EntityType = EntityType.ORGANISATION
    span: Span | None = None


def home_of(passages: Sequence[Passage], span: Span) -> Passage | None:
    """Give the passage, of passages in the order of the text, that holds a span; or None."""
    place = bisect_right(passages, span.start, key=lambda passage: passage.span.start)
    found = passages[place - 1] if place else None
    return found if found is not None and found.span.contains(span) else None


class Parties:
    """Gathers the parties of one document, each type and name once."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._short = intake.document.id[7:15]
        self._keys: dict[tuple[EntityType, str], EntityId] = {}
        self._names: dict[EntityId, tuple[EntityType, str]] = {}
        self._spans: dict[EntityId, dict[Span, None]] = {}

    def key(self, party: Party) -> EntityId | None:
        """Give the id of a party; None when its name stands nowhere in the text.

        Raises:
            Ungrounded: the place that is given for it is outside every sentence.
        """
        span = party.span or self._found(party.name)
        if span is None:
            return None
        if home_of(self._intake.passages, span) is None:
            raise Ungrounded(f"{party.name!r} does not lie in a sentence of the text")
        told = party.type, party.name.casefold()
        key = self._keys.setdefault(told, EntityId(f"e-{self._short}-{len(self._keys) + 1}"))
        self._names.setdefault(key, (party.type, party.name))
        self._spans.setdefault(key, {})[span] = None
        return key

    def _found(self, name: str) -> Span | None:
        start = self._intake.document.text.find(name) if name else -1
        return None if start < 0 else Span(start, start + len(name))

    def chain(self, speakers: Iterable[tuple[SourceKind, Party]]) -> SourceChain:
        """Give the chain of speakers after the narrator."""
        nodes = [
            SourceNode(kind=kind, entity=self.key(party), name=party.name, span=party.span)
            for kind, party in speakers
        ]
        return (*NARRATED, *nodes)

    def entities(self) -> tuple[DocumentEntity, ...]:
        """Give the entities in the order in which they were first named."""
        number = 0
        found = []
        for key, (kind, name) in self._names.items():
            mentions = []
            for span in sorted(self._spans[key]):
                number += 1
                mentions.append(self._mention(key, kind, span, number))
            entity = DocumentEntity(
                id=key, type=kind, name=name, aliases=(), mentions=tuple(mentions)
            )
            found.append(entity)
        return tuple(found)

    def _mention(self, key: EntityId, kind: EntityType, span: Span, number: int) -> Mention:
        home = home_of(self._intake.passages, span)
        if home is None:
            raise Ungrounded(f"{span} lies in no sentence")
        return Mention(
            id=MentionId(f"m-{self._short}-{number}"),
            passage_id=home.id,
            span=span,
            text=span.of(self._intake.document.text),
            type=kind,
            kind=MentionKind.NAME,
            resolved_to=key,
            resolved_by="as the other tool has it",
        )
