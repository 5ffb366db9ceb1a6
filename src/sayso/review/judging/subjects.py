"""What a judgement is about, found by what a user calls it; the nearest where there is none."""

import difflib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sayso.errors import BadInput, NotFound
from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.grades import KIND, PUBLISHER, STATUS
from sayso.model.ids import ClaimId, EntityId, FindingId
from sayso.model.vocabulary import DocumentKind, FindingStatus
from sayso.review.choose import find_document, find_entity
from sayso.review.judging.pairs import listings_of
from sayso.review.judging.records import entry_of

MOST_NEAR = 5


def find_claim(knowledge: Knowledge, key: str) -> Claim | None:
    """Give the claim or account with this id as it is shown, else as it was read; or None."""
    claim = ClaimId(key)
    accounts = (a for r in knowledge.records.values() for a in r.extraction.accounts)
    account = next((a for a in accounts if a.id == key), None)
    return knowledge.claims.get(claim) or account or knowledge.judged.as_read.get(claim)


def claim_named(knowledge: Knowledge, key: str) -> Claim:
    """Give the claim with this id.

    Raises:
        NotFound: there is none; names the nearest.
    """
    found = find_claim(knowledge, key)
    if found is None:
        raise _not_found("claim", key, knowledge.claims, "`sayso claims` lists them")
    return found


def finding_named(knowledge: Knowledge, key: str) -> Finding:
    """Give the finding with this id.

    Raises:
        NotFound: there is none; names the nearest.
    """
    found = knowledge.findings.get(FindingId(key))
    if found is None:
        raise _not_found("finding", key, knowledge.findings, "`sayso findings` lists them")
    return found


def party_named(knowledge: Knowledge, key: str) -> tuple[str, Entity]:
    """Give an entity, or one document's own reading of it, by its id; and the entity.

    Raises:
        NotFound: there is none; names the nearest.
    """
    member = knowledge.entity_of.get(EntityId(key))
    entity = find_entity(knowledge, key) if member is None else knowledge.entities[member]
    return (key if member is not None else entity.id), entity


def entry_named(knowledge: Knowledge, entity: Entity, key: str) -> str:
    """Give the list entry that an entity was set beside: "un:QDi.352", or "QDi.352".

    Raises:
        NotFound: it was not set beside such an entry; names those that it was.
    """
    entry = find_entry(knowledge, entity, key)
    if entry is None:
        pairs = sorted({entry_of(x) for x in listings_of(knowledge, entity) if x.reference})
        beside = f"it was set beside {', '.join(pairs)}" if pairs else "it was set beside none"
        raise NotFound(f"{entity.name} ({entity.id}): no pair with list entry {key!r}: {beside}")
    return entry


def find_entry(knowledge: Knowledge, entity: Entity, key: str) -> str | None:
    """Give the list entry that an entity was set beside, by id or reference; or None."""
    beside = ((entry_of(x), x.reference) for x in listings_of(knowledge, entity))
    return next((entry for entry, reference in beside if key in {entry, reference}), None)


def status_named(key: str) -> str:
    """Give what a grade of all that is affirmed of findings of one status is about.

    Raises:
        BadInput: there is no such status.
    """
    return _one_of(key, STATUS, FindingStatus, "status of a finding")


def _one_of(key: str, lead: str, kinds: type[StrEnum], what: str) -> str:
    words = [kind.value for kind in kinds]
    if key.removeprefix(lead) not in words:
        raise BadInput(f"{key!r}: no such {what}: one of {', '.join(words)}")
    return key


def source_named(knowledge: Knowledge, key: str) -> str:
    """Give what a source grade is about: a document, an author or publisher, a kind of document.

    Raises:
        NotFound: none is called so; names the nearest.
        BadInput: there is no such kind.
    """
    if key.startswith(KIND):
        return _one_of(key, KIND, DocumentKind, "kind of document")
    documents = [record.document for record in knowledge.records.values()]
    publishers = sorted({d.publisher for d in documents if d.publisher})
    try:
        return find_document(documents, key).id
    except NotFound as bad:
        if str(bad)[:1].isdigit():  # several fit
            raise
    named = key.removeprefix(PUBLISHER)
    publisher = next((p for p in publishers if p.casefold() == named.casefold()), None)
    if publisher is not None:
        return f"{PUBLISHER}{publisher}"
    titles = [d.name for d in documents]
    names = [e.name for e in knowledge.entities.values()]
    try:
        return find_entity(knowledge, key).id
    except NotFound as bad:
        near = difflib.get_close_matches(key, {*publishers, *titles, *names}, n=MOST_NEAR)
        hint = f"; near: {'; '.join(near)}" if near else ""
        raise NotFound(f"no document, publisher or author {key!r}{hint}") from bad


def _not_found(
    what: str, key: str, known: Mapping[str, object] | Iterable[str], where: str
) -> NotFound:
    near = difflib.get_close_matches(key, sorted(known), n=MOST_NEAR, cutoff=0.0)
    hint = f"; near it: {', '.join(near)}" if near else ""
    return NotFound(f"no {what} {key!r}{hint}: {where}")
