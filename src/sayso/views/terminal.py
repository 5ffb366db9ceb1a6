"""Texts for a terminal: one document with its claims marked, one entity's profile."""

from collections.abc import Iterable

from sayso.model.claims import SPENT, Claim, ClaimLink
from sayso.model.findings import Entity, Finding, Knowledge, Record
from sayso.model.ids import EntityId
from sayso.views.evidence import alike, said_by
from sayso.views.naming import chain_names, content_words, is_named, label, quote
from sayso.views.replies.text import reply_lines
from sayso.views.tables import claim_sentence, finding_sentence

MOST_CLAIMS = 20


def marked_text(record: Record) -> str:
    """Give the document's text with each claim's number and its claims listed below.

    "[1]" stands where the words of claim 1 end; the list says who says it, and how.
    """
    document, claims = record.document, record.extraction.claims
    knowledge = of_one(record)
    head = [document.name, *filter(None, (document.publisher, document.published))]
    head += [document.notice] if document.notice else []
    marks = sorted(((c.content.end, n) for n, c in enumerate(claims, 1)), reverse=True)
    text = document.text
    for end, number in marks:
        text = f"{text[:end]}[{number}]{text[end:]}"
    said = [f"[{n}] {claim_sentence(knowledge, claim)}" for n, claim in enumerate(claims, 1)]
    refused = [f"refused: {r.count} × {r.reason}" for r in record.extraction.refused]
    lists = [label_line(knowledge, e.id) for e in record.extraction.entities if is_named(e)]
    parts = ["\n".join(head), text, *(map("\n".join, filter(None, (said, lists, refused))))]
    remarks = [r for r in record.extraction.remarks if not r.startswith(SPENT)]
    return "\n\n".join([*parts, *record.remarks, *remarks]) + "\n"


def of_one(record: Record) -> Knowledge:
    """Give what one document alone makes known: each of its entities stands for itself."""
    listings = {listing.entity: listing for listing in record.listings}
    entities = {
        e.id: Entity(
            id=e.id,
            type=e.type,
            names=(e.name, *e.aliases),
            members=(e.id,),
            reasons=(),
            listing=listings.get(e.id),
        )
        for e in record.extraction.entities
    }
    return Knowledge(
        records={record.document.id: record},
        entities=entities,
        claims={claim.id: claim for claim in record.extraction.claims},
        links=record.extraction.links,
    )


def label_line(knowledge: Knowledge, entity: EntityId) -> str:
    """Give an entity with its type and its standing."""
    found = knowledge.entities[entity]
    return f"{found.type.value}: {label(found)}"


def other_side(knowledge: Knowledge, link: ClaimLink) -> str:
    """Give the far end of a link: a claim in one line, or the document that is rejected."""
    if link.b is not None:
        return claim_sentence(knowledge, knowledge.claim(link.b))
    rejected = knowledge.entity_behind(link.document)
    return "a document" if rejected is None else f"the document: {rejected.name}"


def profile_text(knowledge: Knowledge, entity: Entity) -> str:
    """Give an entity's names, standing, findings with replies, what it says, and of what it is."""
    lines = [label(entity), f"{entity.type.value}, {entity.id}"]
    lines += [f"also: {'; '.join(entity.names[1:])}"] if entity.names[1:] else []
    lines += [f"  {reason}" for reason in (entity.listing.reasons if entity.listing else ())]
    findings = [f for f in knowledge.findings.values() if entity.id in (f.subject, f.object)]
    lines += _block("Findings", [_finding_line(knowledge, f) for f in findings])
    spoken = said_by(knowledge, entity)
    denials = [c for c in spoken if c.factuality.stance == "-"]
    others = [c for c in spoken if c.factuality.stance != "-"]
    lines += _block("Denies", _claim_lines(knowledge, denials))
    lines += _block("Says", _claim_lines(knowledge, others))
    gathered = zip(entity.members, entity.reasons, strict=True)
    lines += _block("Gathered from", [f"  {member}  {reason}" for member, reason in gathered])
    return "\n".join(lines) + "\n"


def _block(heading: str, lines: list[str]) -> list[str]:
    shown = lines[:MOST_CLAIMS]
    more = [f"  … and {len(lines) - MOST_CLAIMS} more"] if len(lines) > MOST_CLAIMS else []
    return ["", heading, *shown, *more] if lines else []


def _finding_line(knowledge: Knowledge, finding: Finding) -> str:
    told = (f"      {line}" for line in reply_lines(knowledge, finding))
    replies = "".join(f"\n{line}" for line in (*_replies(knowledge, finding), *told))
    head = f"  {finding.id}  {finding_sentence(knowledge, finding)}"
    return f"{head}\n      Replies:{replies}" if replies else head


def _replies(knowledge: Knowledge, finding: Finding) -> Iterable[str]:
    for same in alike(knowledge, finding.replies):
        *carriers, speaker = chain_names(knowledge, same[0])
        via = f" (via {', '.join(reversed(carriers))})" if carriers else ""
        times = f", and {len(same) - 1} more with the same words" if len(same) > 1 else ""
        yield f"      {speaker}{via}{times}: {quote(content_words(knowledge, same[0]))}"


def _claim_lines(knowledge: Knowledge, claims: list[Claim]) -> list[str]:
    return [f"  {claim.id}  {claim_sentence(knowledge, claim)}" for claim in claims]
