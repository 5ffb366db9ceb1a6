"""Claims, and how they stand to each other: `/api/v1/claims`, `/api/v1/contradictions`."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sayso.model.claims import Claim, ClaimLink
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId, FindingId
from sayso.model.vocabulary import Factuality, LinkKind, Predicate
from sayso.review.choose import ClaimQuery, chosen_claims, find_document, find_entity
from sayso.views.json import JsonObject
from sayso.views.profiles.records import parties_shape
from sayso.views.profiles.rows import link_row
from sayso.views.ranking.figures import NONE
from sayso.views.shapes.evidence import claim_json, resting_on
from sayso.web.answers.rows import Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.shapes.base import Rows
from sayso.web.shapes.claims import ClaimTold, ClaimWhole, LinkTold

router = APIRouter(tags=["claims"], dependencies=[Depends(revalidated)])

#: What stands against something comes first.
_AGAINST = (LinkKind.DENIES_CLAIM, LinkKind.CONTRADICTS, LinkKind.REJECTS_DOCUMENT)
_KINDS = (*_AGAINST, *(kind for kind in LinkKind if kind not in _AGAINST))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsAsked:
    """Which claims are asked for."""

    document: Text | None = None
    entity: Text | None = None
    predicate: Predicate | None = None
    factuality: Factuality | None = None
    since: Text | None = None
    until: Text | None = None


@listing(router, "/claims", Rows[ClaimTold], "Claims with their speakers and words")
def claims(
    asked: Annotated[ClaimsAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Claim]:
    """Give claims in the order of the documents and their text.

    `document` and `entity` are named by id, title or name; `since` and `until` are days of
    publication.
    """
    knowledge = desk.knowledge()
    return Listed(
        every=_chosen(desk, knowledge, asked),
        shape=lambda claim: claim_json(knowledge, claim),
        page=page,
    )


def _chosen(desk: Desk, knowledge: Knowledge, asked: ClaimsAsked) -> tuple[Claim, ...]:
    """Give the claims asked for; those of an entity from what was told of it once."""
    query = ClaimQuery(
        document=asked.document,
        predicate=asked.predicate,
        factuality=asked.factuality,
        since=asked.since,
        until=asked.until,
    )
    found = chosen_claims(knowledge, query)
    if asked.entity is None:
        return found
    entity = find_entity(knowledge, asked.entity)
    own = frozenset(desk.figures().get(entity.id, NONE).claims)
    return tuple(claim for claim in found if claim.id in own)


@router.get(
    "/claims/{claim_id}",
    summary="One claim",
    response_model=None,
    responses={200: {"model": ClaimWhole}},
)
def claim(claim_id: str, desk: AtDesk) -> JsonObject:
    """Give one claim with its words, its speakers and its place, and who its parties are."""
    knowledge = desk.knowledge()
    found = knowledge.claim(ClaimId(claim_id))
    ends = (one.entity for one in found.proposition.arguments if one.entity is not None)
    return {**claim_json(knowledge, found), "parties": parties_shape(knowledge, ends)}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksAsked:
    """Which links between claims are asked for."""

    kind: Annotated[tuple[LinkKind, ...], Query()] = ()
    entity: Text | None = None
    document: Text | None = None
    finding: Text | None = None


@listing(router, "/contradictions", Rows[LinkTold], "How claims stand to each other")
def contradictions(
    asked: Annotated[LinksAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[ClaimLink]:
    """Give links between claims side by side, what stands against something first.

    A tension (both can be true) is no contradiction. Without `kind` every kind is told.
    """
    knowledge, resting = desk.knowledge(), desk.derived(resting_on)
    found = [one for one in desk.derived(_ordered) if not asked.kind or one.kind in asked.kind]
    if asked.entity is not None:
        own = desk.figures().get(find_entity(knowledge, asked.entity).id, NONE).claims
        found = _touching(found, frozenset(own))
    if asked.document is not None:
        held = [record.document for record in knowledge.records.values()]
        document = find_document(held, asked.document).id
        found = [x for x in found if document in _documents(knowledge, x)]
    if asked.finding is not None:
        key = FindingId(asked.finding)
        found = _touching(found, frozenset(c for c, f in knowledge.finding_of.items() if f == key))
    return Listed(every=found, shape=lambda one: link_row(knowledge, one, resting), page=page)


def _ordered(knowledge: Knowledge) -> tuple[ClaimLink, ...]:
    return tuple(sorted(knowledge.links, key=lambda link: _KINDS.index(link.kind)))


def _touching(links: list[ClaimLink], claims: frozenset[ClaimId]) -> list[ClaimLink]:
    return [link for link in links if link.a in claims or link.b in claims]


def _documents(knowledge: Knowledge, link: ClaimLink) -> set[str]:
    ends = [link.a] if link.b is None else [link.a, link.b]
    return {knowledge.claim(end).document_id for end in ends}
