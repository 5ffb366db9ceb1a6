"""Documents of a few sentences, a list of a few names, and what is read in them."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sayso.extract.entities.assemble import Entities, read_entities
from sayso.extract.names.find import Name, find_names
from sayso.extract.parsing.stand_ins import parse_names
from sayso.extract.where_when.places import Gazetteer
from sayso.model.documents import Document, Passage
from sayso.model.ids import DocumentId, EntryId, PassageId, Span
from sayso.model.lists import ListEntry
from sayso.model.matches import Candidate, NameHit, Screening
from sayso.model.vocabulary import DocumentKind, EntityType, MentionKind, PassageKind

WORLD = Gazetteer.load()


@dataclass
class FewNames:
    """A list of a few names: name → type and entries; the weak ones are said; nobody screens it."""

    listed: dict[str, tuple[EntityType, tuple[str, ...]]] = field(default_factory=dict)
    weak: frozenset[str] = frozenset()

    def find_in(self, text: str) -> tuple[NameHit, ...]:
        """Give the names in a text, in order."""
        hits = [
            NameHit(
                span=Span(*match.span()),
                name=name,
                type=kind,
                entries=tuple(map(EntryId, entries)),
                weak=name in self.weak,
            )
            for name, (kind, entries) in self.listed.items()
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        ]
        return tuple(sorted(hits, key=lambda h: h.span))

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        """Refuse."""
        raise NotImplementedError(question)

    def entry(self, entry_id: EntryId) -> ListEntry | None:
        """Refuse."""
        raise NotImplementedError(entry_id)


def document(text: str, published: str | None = "2024-06-10") -> Document:
    return Document(
        id=DocumentId("sha256:0"),
        kind=DocumentKind.PRESS,
        title=None,
        publisher=None,
        published=published,
        retrieved=datetime(2024, 6, 10, tzinfo=UTC),
        language="en",
        locator="test.txt",
        media_type="text/plain",
        text=text,
    )


def passages(text: str, kinds: dict[int, PassageKind] | None = None) -> tuple[Passage, ...]:
    """Cut a text at " | "; each part is one sentence unless its kind is given by its place."""
    found, start = [], 0
    for number, part in enumerate(text.split(" | ")):
        found.append(
            Passage(
                id=PassageId(f"0:{number}"),
                document_id=DocumentId("sha256:0"),
                span=Span(start, start + len(part)),
                text=part,
                locator=f"para. {number}",
                kind=(kinds or {}).get(number, PassageKind.SENTENCE),
            )
        )
        start += len(part) + len(" | ")
    return tuple(found)


def names(text: str, listed: FewNames | None = None) -> tuple[Name, ...]:
    return find_names(document(text), passages(text), listed or FewNames(), WORLD)


def found(text: str, listed: FewNames | None = None) -> list[tuple[str, str, str]]:
    return [(n.span.of(text), n.type.value, n.rule) for n in names(text, listed)]


def read(text: str, listed: FewNames | None = None) -> Entities:
    here = passages(text)
    own = find_names(document(text), here, listed or FewNames(), WORLD)
    sentences = tuple(parse_names(here, [(n.span, n.type) for n in own]))
    return read_entities(document(text), sentences, own, WORLD)


def groups(text: str, listed: FewNames | None = None) -> dict[str, list[str]]:
    """Give the words of each entity's mentions by its name; of two with one name the first."""
    entities: dict[str, list[str]] = {}
    for entity in read(text, listed).entities:
        entities.setdefault(entity.name, [m.text for m in entity.mentions])
    return entities


def rule_of(text: str, words: str, listed: FewNames | None = None) -> tuple[str, str] | None:
    """Give the name of the entity that the last of these words means, and the rule."""
    result = read(text, listed)
    called = {e.id: e.name for e in result.entities}
    told = [m for m in result.mentions if m.text == words]
    return (called[told[-1].resolved_to], told[-1].resolved_by) if told else None


__all__ = [
    "WORLD",
    "FewNames",
    "MentionKind",
    "document",
    "found",
    "groups",
    "names",
    "passages",
    "read",
    "rule_of",
]
