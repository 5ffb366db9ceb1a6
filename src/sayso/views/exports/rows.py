"""What every export says of a finding and of a document, so that none loses it."""

from collections.abc import Mapping, Sequence

from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.findings import Finding, Knowledge, Root
from sayso.model.ids import DocumentId, EntityId
from sayso.views.evidence import alike
from sayso.views.naming import chain_names, content_words, quote
from sayso.views.replies.text import hearing_line, hearings_of
from sayso.views.signatures.words import edit_mark


def documents_behind(knowledge: Knowledge, finding: Finding) -> list[Document]:
    """Give the documents that a finding and the replies to it rest on, in the order of adding."""
    claims = map(knowledge.claim, (*finding.claims, *finding.replies))
    used = {claim.document_id for claim in claims}
    return [record.document for key, record in knowledge.records.items() if key in used]


def documents_of_entities(knowledge: Knowledge) -> Mapping[EntityId, list[Document]]:
    """Give the documents that mention each entity, in the order of adding."""
    found: dict[EntityId, dict[DocumentId, Document]] = {}
    for record in knowledge.records.values():
        for local in record.extraction.entities:
            entity = knowledge.entity_of.get(local.id, local.id)
            found.setdefault(entity, {})[record.document.id] = record.document
    return {entity: list(documents.values()) for entity, documents in found.items()}


def notices(documents: Sequence[Document]) -> str:
    """Give the notices of documents, each once."""
    return "; ".join(dict.fromkeys(d.notice for d in documents if d.notice))


def said(knowledge: Knowledge, claim: Claim) -> str:
    """Give words with their speakers, and who edited how they were read: "A → B: “…”"."""
    speakers = " → ".join(chain_names(knowledge, claim))
    return f"{speakers}: {quote(content_words(knowledge, claim))}{edit_mark(knowledge, claim)}"


def replies(knowledge: Knowledge, finding: Finding) -> str:
    """Give what was replied to a finding, in the repliers' words; the same words once."""
    return "; ".join(said(knowledge, same[0]) for same in alike(knowledge, finding.replies))


def right_of_reply(knowledge: Knowledge, finding: Finding) -> str:
    """Give who was asked by whom, when, and what came back."""
    return "; ".join(hearing_line(knowledge, h) for h in hearings_of(knowledge, finding))


def speakers_with(finding: Finding, stance: str) -> str:
    """Give the names of the roots of one stance; those that do not count say so, and why."""
    return "; ".join(_counted(root) for root in finding.roots if root.stance == stance)


def _counted(root: Root) -> str:
    if root.withdrawn:
        return f"{root.name} (stands by it no more)"
    if root.misquoted:
        return f"{root.name} (misquoted, not counted)"
    return root.name if root.independent else f"{root.name} (not counted)"
