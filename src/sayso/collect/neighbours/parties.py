"""The persons, groups and things that another tool names, as a document's own entities."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.errors import Ungrounded
from sayso.model.claims import (
    NARRATED,
    DocumentEntity,
    Extraction,
    Mention,
    SourceChain,
    SourceNode,
)
from sayso.model.documents import Intake, Passage
from sayso.model.ids import EntityId, MentionId, Span, key_of
from sayso.model.vocabulary import EntityType, MentionKind, SourceKind


class Ground(NamedTuple):
    """The document that claims are made of.

    Attributes:
        held: what was taken out of it before, where it is held already.
    """

    intake: Intake
    held: Extraction | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something as another tool has it.

    Attributes:
        type: None for what is told in words alone, and is nobody.
        span: None where the tool gives no place.
        speaks_for: in whose name a speaker speaks.
    """

    name: str
    type: EntityType | None = EntityType.ORGANISATION
    span: Span | None = None
    speaks_for: "Party | None" = None


def home_of(passages: Sequence[Passage], span: Span) -> Passage | None:
    """Give the passage, of passages in the order of the text, that holds a span; or None."""
    place = bisect_right(passages, span.start, key=lambda passage: passage.span.start)
    found = passages[place - 1] if place else None
    return found if found is not None and found.span.contains(span) else None


def numbered(start: str, *parts: str) -> str:
    """Give an id that has the form of ours and follows from what it is of, whatever is beside it.

    A document that is held may have any number of claims; these get numbers of 48 bits.
    """
    digits = key_of("", *parts).removeprefix("-")
    return f"{start}-{int(digits, 16)}"


class Parties:
    """Gathers the parties of one document, each type and name once.

    One that the document is held with already is that one; only the others are new.
    """

    def __init__(self, ground: Ground) -> None:
        self._intake = ground.intake
        self._short = ground.intake.document.id[7:15]
        self._is_held = ground.held is not None
        self._keys: dict[tuple[EntityType, str | Span], EntityId] = {}
        self._names: dict[EntityId, tuple[EntityType, str]] = {}
        self._spans: dict[EntityId, dict[Span, None]] = {}
        for entity in () if ground.held is None else ground.held.entities:
            for name in (entity.name, *entity.aliases):
                self._keys.setdefault((entity.type, name.casefold()), entity.id)
            for mention in entity.mentions:
                self._keys.setdefault((entity.type, mention.span), entity.id)

    def key(self, party: Party) -> EntityId | None:
        """Give the id of a party; None for words alone, and for a name that the text has not.

        Raises:
            Ungrounded: the place that is given for it is outside every sentence.
        """
        span = party.span or self._found(party.name)
        if span is None or party.type is None:
            return None
        if home_of(self._intake.passages, span) is None:
            raise Ungrounded(f"{party.name!r} does not lie in a sentence of the text")
        key = self._keys.get((party.type, span)) if self._is_held else None
        key = key or self._named(party.type, party.name or span.of(self._intake.document.text))
        if key in self._names:
            self._spans[key][span] = None
        return key

    def _named(self, kind: EntityType, name: str) -> EntityId:
        """Give the id of a type and name; one that is new is numbered, or goes by its name."""
        told = kind, name.casefold()
        if told not in self._keys:
            start = f"e-{self._short}"
            counted = f"{start}-{len(self._names) + 1}"
            key = EntityId(numbered(start, *told) if self._is_held else counted)
            self._keys[told], self._names[key], self._spans[key] = key, (kind, name), {}
        return self._keys[told]

    def _found(self, name: str) -> Span | None:
        start = self._intake.document.text.find(name) if name else -1
        return None if start < 0 else Span(start, start + len(name))

    def chain(self, speakers: Iterable[tuple[SourceKind, Party]]) -> SourceChain:
        """Give the chain of speakers after the narrator."""
        nodes = [
            SourceNode(
                kind=kind,
                entity=self.key(party),
                name=party.name,
                span=party.span,
                speaks_for=None if party.speaks_for is None else self.key(party.speaks_for),
            )
            for kind, party in speakers
        ]
        return (*NARRATED, *nodes)

    def entities(self) -> tuple[DocumentEntity, ...]:
        """Give the new entities in the order in which they were first named."""
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
        start = f"m-{self._short}"
        own = numbered(start, key, str(span.start), str(span.end))
        return Mention(
            id=MentionId(own if self._is_held else f"{start}-{number}"),
            passage_id=home.id,
            span=span,
            text=span.of(self._intake.document.text),
            type=kind,
            kind=MentionKind.NAME,
            resolved_to=key,
            resolved_by="as the other tool has it",
        )
