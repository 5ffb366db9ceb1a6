"""The JSON of what follows from all documents: claims, findings, ties, entities, contradictions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.claims import Claim, ClaimLink
from sayso.model.documents import Document
from sayso.model.findings import Entity, Finding, Knowledge, Root, Tie
from sayso.model.ids import ClaimId, EntityId
from sayso.views.evidence import Evidence, Otherwise, said_by
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import standing
from sayso.views.replies.shape import hearings_shape
from sayso.views.shapes.claims import Refs, claim_shape, node_shape
from sayso.views.shapes.extraction import listing_shape
from sayso.views.shapes.judgements import assessment_json, grades_json, review_json, signed_json
from sayso.views.tables import claim_sentence, claim_standing, finding_sentence
from sayso.views.why import Why


def claim_json(knowledge: Knowledge, claim: Claim) -> JsonObject:
    """Give a claim as `extract` does, with its document, its place and what its ids stand for.

    `names` maps the entity ids of arguments and chain to names; `says` is the whole in one line;
    `status`, `reply` and `replies` are those of its finding; `rests_on` are the cited documents
    that it was taken from.
    """
    refs = _refs(knowledge, claim)
    mentioned = [a.entity for a in claim.proposition.arguments]
    mentioned += [end for n in claim.source_chain for end in (n.entity, n.speaks_for)]
    entities = [e for e in map(knowledge.entity_behind, mentioned) if e is not None]
    home = knowledge.finding_of.get(claim.id)
    finding = None if home is None else knowledge.findings.get(home)
    return {
        **_side(knowledge, claim),
        **claim_shape(claim, refs),
        "locator": knowledge.passage_of(claim).locator,
        "direct_quote": claim.direct_quote,
        "extractor": claim.extractor,
        "finding": home,
        "status": None if finding is None else finding.status.value,
        "stands": claim_standing(knowledge, claim) or None,
        "reply": None if finding is None else finding.reply.value,
        "replies": [] if finding is None else list(finding.replies),
        "rests_on": [_party(knowledge, d) for d in knowledge.rests_on.get(claim.id, ())],
        "names": {entity.id: entity.name for entity in entities},
        "says": claim_sentence(knowledge, claim),
        **signed_json(knowledge, claim),
    }


def claims_json(knowledge: Knowledge, claims: Iterable[Claim]) -> JsonObject:
    """Give several claims in the order given."""
    return {"claims": [claim_json(knowledge, claim) for claim in claims]}


def _refs(knowledge: Knowledge, claim: Claim) -> Refs:
    def entity(member: EntityId) -> str:
        return knowledge.entity_of.get(member, member)

    text = knowledge.document_of(claim).text
    return Refs(text=text, claim=claim.id, entity=entity, name=knowledge.name_of)


def _side(knowledge: Knowledge, claim: Claim) -> dict[str, JsonValue]:
    """Give a claim as one side of a contradiction."""
    document, refs = knowledge.document_of(claim), _refs(knowledge, claim)
    return {
        "id": claim.id,
        "document": document_ref(document),
        "text": claim.content.of(document.text),
        "start": claim.content.start,
        "end": claim.content.end,
        "predicate": claim.proposition.predicate.value,
        "factuality": claim.factuality.value,
        "source_chain": [node_shape(node, refs) for node in claim.source_chain],
    }


def document_ref(document: Document) -> JsonObject:
    """Give which document it is; one that bears a notice is never named without it."""
    ref: dict[str, JsonValue] = {
        "id": document.id,
        "title": document.name,
        "publisher": document.publisher,
    }
    return ref | {"notice": document.notice} if document.notice else ref


def findings_json(knowledge: Knowledge, findings: Iterable[Finding]) -> JsonObject:
    """Give findings in the order given."""
    return {"findings": [finding_shape(knowledge, finding) for finding in findings]}


def finding_shape(knowledge: Knowledge, finding: Finding) -> JsonObject:
    """Give one finding with its roots and replies."""
    place: JsonValue = None
    if finding.place is not None or finding.place_code is not None:
        place = {"name": finding.place, "code": finding.place_code}
    return {
        "id": finding.id,
        "subject": _party(knowledge, finding.subject),
        "predicate": finding.predicate.value,
        "object": _party(knowledge, finding.object),
        "kind": finding.kind,
        "place": place,
        "time": finding.time,
        "status": finding.status.value,
        "roots": [_root(root) for root in finding.roots],
        "positive_roots": len(finding.roots_with("+")),
        "negative_roots": len(finding.roots_with("-")),
        "reply": finding.reply.value,
        "replies": list(finding.replies),
        "right_of_reply": hearings_shape(knowledge, finding),
        "interested_parties": [_root(root) for root in finding.roots if root.concerned],
        "claims": list(finding.claims),
        "explanation": finding.explanation,
        **review_json(knowledge, finding),
    }


def _root(root: Root) -> JsonObject:
    return {
        "name": root.name,
        "stance": root.stance,
        "claims": list(root.claims),
        "independent": root.independent,
        "concerned": root.concerned,
        "hedged": root.hedged,
        "withdrawn": root.withdrawn,
        "statements": root.statements,
        "reasons": list(root.reasons),
        "misquoted": root.misquoted,
    }


def _party(knowledge: Knowledge, end: EntityId | None) -> JsonObject | None:
    entity = knowledge.entity_behind(end)
    return None if entity is None else {"id": entity.id, "name": entity.name}


def contradictions_json(knowledge: Knowledge, links: Iterable[ClaimLink]) -> JsonObject:
    """Give links between claims, both sides whole, in the order given.

    What is rejected as a whole has the claims that rest on it.
    """
    resting = resting_on(knowledge)
    return {"links": [link_shape(knowledge, link, resting) for link in links]}


def resting_on(knowledge: Knowledge) -> Mapping[EntityId, Sequence[ClaimId]]:
    """Give the claims that rest on each cited document."""
    resting: dict[EntityId, list[ClaimId]] = defaultdict(list)
    for claim, documents in knowledge.rests_on.items():
        for document in documents:
            resting[document].append(claim)
    return resting


def link_shape(
    knowledge: Knowledge, link: ClaimLink, resting: Mapping[EntityId, Sequence[ClaimId]]
) -> dict[str, JsonValue]:
    """Give one link between claims, both sides whole."""
    return {
        "kind": link.kind.value,
        "reason": link.reason,
        "a": _side(knowledge, knowledge.claim(link.a)),
        "b": _far_side(knowledge, link, resting),
    }


def _far_side(
    knowledge: Knowledge, link: ClaimLink, resting: Mapping[EntityId, Sequence[ClaimId]]
) -> JsonObject:
    if link.b is not None:
        return _side(knowledge, knowledge.claim(link.b))
    cited = knowledge.entity_behind(link.document)
    rest = [] if cited is None else resting.get(cited.id, [])
    return {"document": _party(knowledge, link.document), "rests_on_it": list(rest)}


def ties_json(knowledge: Knowledge, ties: Iterable[Tie]) -> JsonObject:
    """Give ties in the order given; each with its status and the roots for and against it."""
    return {"ties": [tie_shape(knowledge, tie) for tie in ties]}


def tie_shape(knowledge: Knowledge, tie: Tie) -> JsonObject:
    """Give one tie, never without its status."""
    finding = knowledge.findings[tie.finding]
    return {
        "id": tie.finding,
        "subject": _party(knowledge, tie.subject),
        "predicate": tie.predicate.value,
        "object": _party(knowledge, tie.object),
        "kind": finding.kind,
        "status": tie.status.value,
        "start": tie.start,
        "end": tie.end,
        "roots": [_root(root) for root in finding.roots],
        "reply": finding.reply.value,
        "replies": list(finding.replies),
        "right_of_reply": hearings_shape(knowledge, finding),
        "says": finding_sentence(knowledge, finding),
    }


def entities_json(knowledge: Knowledge, entities: Iterable[Entity]) -> JsonObject:
    """Give entities in the order given."""
    ends = Counter(e for f in knowledge.findings.values() for e in {f.subject, f.object})
    return {"entities": [entity_summary(entity, ends[entity.id]) for entity in entities]}


def entity_summary(entity: Entity, findings: int) -> JsonObject:
    """Give an entity with its names, its standing on the lists and how many findings it has."""
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "names": list(entity.names),
        "standing": standing(entity),
        "listing": None if entity.listing is None else listing_shape(entity.listing),
        "members": len(entity.members),
        "finding_count": findings,
    }


def entity_json(knowledge: Knowledge, entity: Entity) -> JsonObject:
    """Give the profile of an entity: findings about it, its ties, its claims, its denials."""
    members = {entity.id, *entity.members}
    findings = [f for f in knowledge.findings.values() if entity.id in (f.subject, f.object)]
    spoken = said_by(knowledge, entity)
    about = [
        c
        for c in knowledge.claims.values()
        if any(a.entity in members for a in c.proposition.arguments)
    ]
    ties = [tie for tie in knowledge.ties if entity.id in (tie.subject, tie.object)]
    return {
        **entity_summary(entity, len(findings)),
        "findings": [finding_shape(knowledge, finding) for finding in findings],
        "ties": [tie_shape(knowledge, tie) for tie in ties],
        "about": [claim_json(knowledge, claim) for claim in about],
        "says": [claim_json(knowledge, claim) for claim in spoken],
        "denials": [c.id for c in spoken if c.factuality.stance == "-"],
        "reasons": list(entity.reasons),
        "gathered": dict(zip(entity.members, entity.reasons, strict=True)),
    }


def why_json(why: Why) -> JsonObject:
    """Give the chain of evidence of one tie."""
    return {
        "finding": why.finding,
        "says": why.sentence,
        "status": why.status.value,
        "explanation": why.explanation,
        "parties": list(why.parties),
        "roots": [
            {**_root(one.root), "evidence": [evidence_shape(e) for e in one.evidence]}
            for one in why.roots
        ],
        "reply": why.reply,
        "beside": [{"reason": one.reason, **evidence_shape(one.evidence)} for one in why.beside],
        "related": [
            {"how": one.how, "finding": one.finding, "says": one.sentence} for one in why.related
        ],
        "right_of_reply": list(why.hearings),
        "replies": [evidence_shape(e) for e in why.replies],
        "rejections": [evidence_shape(e) for e in why.rejections],
        "assessment": assessment_json(why.assessments),
    }


def evidence_shape(one: Evidence) -> JsonObject:
    """Give one claim with its exact words, its place, who signed for it and how it is graded."""
    return {
        "claim": one.claim,
        "words": one.words,
        "chain": list(one.chain),
        "factuality": one.factuality,
        "document": one.document,
        "publisher": one.publisher,
        "published": one.published,
        "locator": one.locator,
        "address": one.address,
        "notice": one.notice,
        "signed": list(one.signed),
        "grades": grades_json(one.grades),
        "otherwise": None if one.otherwise is None else _otherwise(one.otherwise),
    }


def _otherwise(one: Otherwise) -> JsonObject:
    return {"claim": one.claim, "reason": one.reason, "words": one.words}
