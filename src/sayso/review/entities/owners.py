"""Whose a nameless thing is: "the panel's report", "camps of the network", "its members"."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from sayso.model.claims import DocumentEntity, Mention
from sayso.model.documents import Document
from sayso.model.findings import Record
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, MentionKind, Predicate, Role

#: Who can own, write, run or send something.
PARTIES: Final = frozenset(
    {
        EntityType.PERSON,
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.MEDIA_OUTLET,
    }
)
#: What is known by whose it is when it has no name of its own.
OWNED: Final = frozenset(
    {EntityType.DOCUMENT, EntityType.FACILITY, EntityType.GROUP, EntityType.MATERIAL}
)
#: Claims that say whose a thing is, whatever their polarity: subject owns object.
OWNING: Final = frozenset({Predicate.AUTHORED, Predicate.OPERATES})

#: How far from a description, in code points, its owner may stand.
_REACH = 40
_OWNER_BEFORE = re.compile(r"['’]s?\s+(?:own\s+|new\s+|latest\s+)?", re.IGNORECASE)
_OWNER_AFTER = re.compile(
    r"[\s,]*(?:(?:issued|published|written|prepared|run)\s+)?(?:by|of|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|this|that)\s", re.IGNORECASE)
_LEADING = re.compile(r"(?:(?:the|a|an|this|that|one|two|some|several|many)\s+)*", re.IGNORECASE)
_INSIDE = re.compile(
    r".*\b(?:by|of|from|connected to|linked to|belonging to)\s+(?:the\s+)?", re.DOTALL
)


def is_named(entity: DocumentEntity) -> bool:
    """Say whether a document gives the entity a name."""
    return any(mention.kind is MentionKind.NAME for mention in entity.mentions)


def find_owners(record: Record) -> dict[EntityId, EntityId]:
    """Give, for the nameless things of one document, the named party whose they are.

    The words decide first ("a report by X", "X's report", "its camps"), then what is claimed
    (X wrote it, X runs it). A thing of which neither says so is left out.
    """
    named = {e.id for e in record.extraction.entities if e.type in PARTIES and is_named(e)}
    parties = PartyMentions(record, named)
    owners: dict[EntityId, EntityId] = {}
    for claim in record.extraction.claims:
        proposition = claim.proposition
        owner, thing = proposition.entity(Role.SUBJECT), proposition.entity(Role.OBJECT)
        if proposition.predicate in OWNING and owner in named and thing is not None:
            owners.setdefault(thing, owner)
    for entity in record.extraction.entities:
        if entity.type in OWNED and not is_named(entity):
            found = next(filter(None, map(parties.owner_of, entity.mentions)), None)
            if found is not None:
                owners[entity.id] = found
    owners |= _same_report(record, owners)
    return {thing: owner for thing, owner in owners.items() if thing not in named}


def _same_report(record: Record, owners: Mapping[EntityId, EntityId]) -> dict[EntityId, EntityId]:
    """Give the author of "the report" where the document speaks of one author's reports alone."""
    reports = [e for e in record.extraction.entities if e.type is EntityType.DOCUMENT]
    authors = {owners[e.id] for e in reports if e.id in owners}
    open_ones = (e for e in reports if e.id not in owners and not is_named(e))
    definite = (e for e in open_ones if _DEFINITE.match(e.name))
    return {e.id: author for e in definite for author in authors if len(authors) == 1}


class PartyMentions:
    """The places in one document where a named party is mentioned, for looking around there."""

    def __init__(self, record: Record, named: set[EntityId]) -> None:
        self._document: Document = record.document
        mentions = (m for e in record.extraction.entities if e.id in named for m in e.mentions)
        self._mentions = sorted(mentions, key=lambda m: (m.span, m.id))
        self._starts = [m.span.start for m in self._mentions]

    def owner_of(self, thing: Mention) -> EntityId | None:
        """Give the party whose the thing is said to be in these words, or None."""
        first = bisect_left(self._starts, thing.span.start - 2 * _REACH)
        last = bisect_left(self._starts, thing.span.end + _REACH)
        near = (p for p in self._mentions[first:last] if p.span != thing.span)
        return next((p.resolved_to for p in near if self._owns(p, thing)), None)

    def _owns(self, party: Mention, thing: Mention) -> bool:
        """Say whether the words between a party and a thing make it the party's."""
        text, owner, owned = self._document.text, party.span, thing.span
        if owned.contains(owner):
            before = text[owned.start : owner.start]
            leads = _LEADING.fullmatch(before) and owner.end < owned.end
            return bool(leads or _INSIDE.fullmatch(before))
        if owner.end <= owned.start:
            return _OWNER_BEFORE.fullmatch(text[owner.end : owned.start]) is not None
        return _OWNER_AFTER.fullmatch(text[owned.end : owner.start]) is not None
