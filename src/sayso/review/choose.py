"""What a user names or narrows down, found in what is known."""

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from sayso.errors import BadInput, NotFound
from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.findings import Entity, Knowledge, Tie
from sayso.model.vocabulary import Factuality, Predicate

LEAST_DIGITS = 4
MOST_NAMED = 5


_DATE: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def check_dates(*days: str | None) -> None:
    """Refuse what is no date to ask by.

    Raises:
        BadInput: one is neither a year nor a month nor a day.
    """
    for day in days:
        if day is not None and _DATE.fullmatch(day) is None:
            raise BadInput(f"{day!r} is no date: give 2024, 2024-03 or 2024-03-12")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims are asked for; None asks for all.

    Attributes:
        document, entity: as a user names them.
        since, until: EDTF dates of publication, both included; a document without a date is left
            out when either is given.
    """

    document: str | None = None
    entity: str | None = None
    predicate: str | None = None
    factuality: str | None = None
    since: str | None = None
    until: str | None = None


def find_document(documents: Sequence[Document], key: str) -> Document:
    """Give the document with this id, path, title, file name, or beginning of an id.

    Raises:
        NotFound: none fits, or several do.
    """
    found = fitting_documents(documents, key)
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(d.id[7:19] for d in found[:MOST_NAMED])
        raise NotFound(f"{len(found)} documents fit {key!r}: name one by its id ({ids})")
    raise NotFound(f"no document {key!r}: `sayso documents` lists them")


def fitting_documents(documents: Sequence[Document], key: str) -> tuple[Document, ...]:
    """Give the documents that a key may mean, in order; by the closest of the ways to name one."""
    digits = key.removeprefix("sha256:")
    tests: tuple[Callable[[Document], bool], ...] = (
        lambda d: d.id == key or key in (d.locator, d.title),
        lambda d: PurePath(d.locator).name == PurePath(key).name,
        lambda d: len(digits) >= LEAST_DIGITS and d.id.removeprefix("sha256:").startswith(digits),
    )
    ways = (tuple(d for d in documents if fits(d)) for fits in tests)
    return next((found for found in ways if found), ())


def find_entity(knowledge: Knowledge, key: str) -> Entity:
    """Give the entity with this id, name, list reference or part of a name.

    Raises:
        NotFound: none fits, or several do; the message names the nearest.
    """
    wanted = key.casefold()
    entities = tuple(knowledge.entities.values())
    tests: tuple[Callable[[Entity], bool], ...] = (
        lambda e: e.id == key or (e.listing is not None and e.listing.reference == key),
        lambda e: e.name.casefold() == wanted,
        lambda e: wanted in (name.casefold() for name in e.names),
        lambda e: wanted in e.name.casefold(),
    )
    for fits in tests:
        found = [entity for entity in entities if fits(entity)]
        if len(found) == 1:
            return found[0]
        if found:
            named = "; ".join(f"{e.name} ({e.id})" for e in found[:MOST_NAMED])
            raise NotFound(f"{len(found)} entities fit {key!r}: {named}: name one by its id")
    near = difflib.get_close_matches(key, [e.name for e in entities], n=3)
    hint = f"; near: {', '.join(near)}" if near else ""
    raise NotFound(f"no entity {key!r}{hint}: `sayso entities` lists them")


def chosen_claims(knowledge: Knowledge, query: ClaimQuery) -> tuple[Claim, ...]:
    """Give the claims that a query asks for, in the order of the documents and their text.

    Raises:
        BadInput: a date is none.
        NotFound: no document or entity is named so, or several are.
    """
    check_dates(query.since, query.until)
    chosen: Iterable[Claim] = knowledge.claims.values()
    if query.document is not None:
        held = [record.document for record in knowledge.records.values()]
        document = find_document(held, query.document)
        chosen = (c for c in chosen if c.document_id == document.id)
    if query.entity is not None:
        entity = find_entity(knowledge, query.entity)
        chosen = (c for c in chosen if entity.id in _named_in(knowledge, c))
    if query.predicate is not None:
        predicate = Predicate(query.predicate)
        chosen = (c for c in chosen if c.proposition.predicate is predicate)
    if query.factuality is not None:
        factuality = Factuality(query.factuality)
        chosen = (c for c in chosen if c.factuality is factuality)
    return tuple(c for c in chosen if _is_within(knowledge.document_of(c), query))


def chosen_ties(knowledge: Knowledge, names: Sequence[str]) -> tuple[Tie, ...]:
    """Give the ties of one named entity, or between two; all for none.

    Raises:
        NotFound: a name fits no entity, or the two have no tie.
    """
    ends = [find_entity(knowledge, name).id for name in names]
    found = tuple(t for t in knowledge.ties if all(end in (t.subject, t.object) for end in ends))
    if names and not found:
        raise NotFound(f"no tie {' and '.join(names)}: `sayso ties` lists them")
    return found


def _named_in(knowledge: Knowledge, claim: Claim) -> set[str]:
    """Give the ids of the entities that a claim is about, that speak in it or are spoken for."""
    own = [argument.entity for argument in claim.proposition.arguments]
    own += [end for node in claim.source_chain for end in (node.entity, node.speaks_for)]
    return {knowledge.entity_of.get(member, member) for member in own if member is not None}


def _is_within(document: Document, query: ClaimQuery) -> bool:
    if query.since is None and query.until is None:
        return True
    if document.published is None:
        return False
    early = query.since is not None and document.published < query.since[: len(document.published)]
    late = query.until is not None and document.published[: len(query.until)] > query.until
    return not (early or late)
