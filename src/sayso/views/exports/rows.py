"""What every export says of a finding and of a document, so that none loses it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.exports import Terms
from sayso.model.findings import Finding, Knowledge, Root
from sayso.model.ids import DocumentId, EntityId
from sayso.model.vocabulary import Factuality, FindingStatus, Handling
from sayso.views.evidence import alike
from sayso.views.naming import chain_names, content_words, quote
from sayso.views.phrases import EVENT_NOUNS, REALIS_PREFIXES, RELATION_VERBS
from sayso.views.replies.text import hearing_line, hearings_of
from sayso.views.signatures.words import edit_mark
from sayso.views.tables import lead_claim

#: What stands where nobody has looked at what a machine read.
DRAFT: Final = "DRAFT, NOT REVIEWED"
_PLAIN: Final = frozenset({FindingStatus.ASSERTED, FindingStatus.CORROBORATED})
_HANDLINGS: Final = tuple(Handling)
_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


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


def role(knowledge: Knowledge, finding: Finding) -> str:
    """Give what a link is, after all that stands before it.

    Its status unless it is plainly affirmed; that it is only probable, intended, or conditional.
    """
    lead = lead_claim(knowledge, finding.claims)
    verb = RELATION_VERBS.get(finding.predicate)
    said_as = EVENT_NOUNS[finding.predicate] if verb is None else verb.present
    kind = f" ({finding.kind})" if finding.kind else ""
    is_plain = finding.status in _PLAIN
    status = "" if is_plain else f"{finding.status.value.replace('_', ' ')}: "
    hedged = is_plain and lead.factuality is not Factuality.CERTAIN
    hedge = f"read as {lead.factuality.value}: " if hedged else ""
    return f"{status}{hedge}{REALIS_PREFIXES[lead.proposition.realis]}{said_as}{kind}"


def our_words(knowledge: Knowledge, finding: Finding) -> str:
    """Give our own words for a link, by which it is known again when it comes back.

    "predicate: supports; kind: funds; factuality: CT+; realis: prospective"; where the far end is
    the place, and no party, that too: "place: AF-GHA".
    """
    lead = lead_claim(knowledge, finding.claims)
    is_place = finding.object is None and finding.place is not None
    told = {
        "predicate": finding.predicate.value,
        "kind": finding.kind or "",
        "factuality": lead.factuality.value,
        "realis": lead.proposition.realis.value,
        "place": (finding.place_code or "unknown") if is_place else "",
    }
    return "; ".join(f"{name}: {word}" for name, word in told.items() if word)


def dates(edtf: str) -> Mapping[str, str]:
    """Give a stretch of time as `start`, `end` or `date`; ends that are vague are left out."""
    start, is_interval, end = edtf.partition("/")
    found = {"start": start, "end": end} if is_interval else {"date": edtf}
    return {name: date for name, date in found.items() if _DATE.fullmatch(date)}


def is_day(date: str) -> bool:
    """Say whether a date is as fine as a day."""
    return _DAY.fullmatch(date) is not None


def strictest(documents: Iterable[Document]) -> str:
    """Give the strictest handling among documents; "" for none."""
    handlings = [document.handling for document in documents]
    return max(handlings, key=_HANDLINGS.index).value if handlings else ""


def bases(documents: Iterable[Document]) -> str:
    """Give the licences, or other grounds, on which documents are held, each once."""
    return "; ".join(dict.fromkeys(d.lawful_basis for d in documents if d.lawful_basis))


def binding(documents: Sequence[Document]) -> list[str]:
    """Give what binds whoever shows what rests on documents, by which it is known again."""
    told = {
        "handling": strictest(documents),
        "licence or ground": bases(documents),
        "notice": notices(documents),
    }
    return [f"{name}: {words}" for name, words in told.items() if words]


def reviewed(knowledge: Knowledge, finding: Finding) -> str:
    """Say who accepted all claims of a finding, or that it is a draft."""
    signed = [knowledge.judged.acceptance(claim) for claim in finding.claims]
    names = dict.fromkeys(one.by for one in signed if one is not None)
    return f"accepted by {', '.join(names)}" if signed and all(signed) else DRAFT


def made_at(knowledge: Knowledge, terms: Terms) -> datetime:
    """Give when an export was made; without it, when the newest document was retrieved."""
    retrieved = (record.document.retrieved for record in knowledge.records.values())
    return terms.made or max(retrieved, default=datetime(1970, 1, 1, tzinfo=UTC))
