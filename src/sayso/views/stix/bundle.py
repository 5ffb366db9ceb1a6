"""Persons, groups, documents, attributed relationships, and denials as opinions."""

import json
from collections.abc import Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Finding, Knowledge
from sayso.model.grades import ItemGrade
from sayso.model.ids import DocumentId
from sayso.model.vocabulary import DocumentKind, Factuality, Predicate
from sayso.views.evidence import confident_claims
from sayso.views.exports import rows
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import chain_names
from sayso.views.signatures.grades import grade_words, item_grade, source_grades
from sayso.views.stix.made import Bundle, day_instant, instant, stix_id
from sayso.views.stix.parties import Parties
from sayso.views.tables import finding_sentence

#: Admiralty item grade → confidence, as STIX 2.1 (appendix A) has it; 6 maps to no value.
CONFIDENCE: Final[Mapping[str, int]] = {
    ItemGrade.CONFIRMED: 90,
    ItemGrade.PROBABLY_TRUE: 70,
    ItemGrade.POSSIBLY_TRUE: 50,
    ItemGrade.DOUBTFUL: 30,
    ItemGrade.IMPROBABLE: 10,
}
#: What an answer says of the relationship that it answers; one that affirms is of something else.
ANSWERS: Final[Mapping[Factuality, str]] = {
    Factuality.CERTAIN_NOT: "strongly-disagree",
    Factuality.PROBABLE_NOT: "disagree",
    Factuality.POSSIBLE_NOT: "disagree",
    Factuality.WITHHELD: "neutral",
    Factuality.UNKNOWN: "neutral",
}
#: What a claim of the relationship itself says of it; a hedge is no agreement.
OPINIONS: Final[Mapping[Factuality, str]] = {
    Factuality.CERTAIN: "strongly-agree",
    Factuality.PROBABLE: "agree",
    Factuality.POSSIBLE: "neutral",
    **ANSWERS,
}
_ATTACKS: Final = frozenset({Predicate.ATTACK, Predicate.KILLING, Predicate.ABDUCTION})
_ACTORS: Final = ("threat-actor--", "intrusion-set--")


class StixExporter:
    """Writes one bundle; its ids are the same in every export."""

    format = "stix"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file; each claim, each denial, is its speaker's opinion on a relationship."""
        made = rows.made_at(knowledge, terms)
        retrieved = (record.document.retrieved for record in knowledge.records.values())
        since = min((*retrieved, made))
        bundle = Bundle(since=instant(since), at=instant(made))
        parties = Parties(knowledge, bundle, terms)
        resting: dict[DocumentId, list[str]] = {}
        for finding in knowledge.findings.values():
            if confident_claims(knowledge, finding):
                for document, objects in _told(knowledge, finding, parties).items():
                    resting.setdefault(document, []).extend(objects)
        for key, objects in resting.items():
            _report(knowledge.records[key].document, objects, parties)
        written = {
            "type": "bundle",
            "id": stix_id("bundle", bundle.at, *bundle.objects),
            "objects": list(bundle.objects.values()),
        }
        text = json.dumps(written, ensure_ascii=False, indent=1)
        return {"bundle.stix.json": f"{text}\n".encode("utf-8", "replace")}


def _told(
    knowledge: Knowledge, finding: Finding, parties: Parties
) -> Mapping[DocumentId, list[str]]:
    """Add a finding's relationship with its answers; give them by the documents they rest on."""
    ends = parties.ends(finding)
    if ends is None:
        return _noted(knowledge, finding, parties)
    relationship = _relationship(knowledge, finding, ends, parties)
    told = dict.fromkeys((*finding.claims, *sorted(finding.voices), *finding.replies))
    found: dict[DocumentId, list[str]] = {}
    for claim in map(knowledge.claim, told):
        objects = found.setdefault(claim.document_id, [*ends, relationship])
        objects.append(_statement(knowledge, claim, finding, relationship, parties))
    return found


def _noted(
    knowledge: Knowledge, finding: Finding, parties: Parties
) -> Mapping[DocumentId, list[str]]:
    """Add a finding that has no two ends as a note, on what it has of them, or on its documents."""
    documents = rows.documents_behind(knowledge, finding)
    claims = [knowledge.claim(claim) for claim in finding.claims]
    ends = parties.end(finding.subject), parties.end(finding.object)
    about = [end for end in ends if end is not None]
    about = about or [stix_id("report", document.id) for document in documents]
    note = parties.bundle.add(
        "note",
        ("finding", finding.id),
        {
            "abstract": finding_sentence(knowledge, finding),
            "content": _description(knowledge, finding, claims),
            "object_refs": about,
            "labels": _labels(knowledge, finding),
            "external_references": _references(knowledge, finding, claims),
            "object_marking_refs": parties.bundle.marked(documents),
        },
    )
    told = [note, *(end for end in ends if end is not None)]
    return {document.id: told for document in documents}


def _labels(knowledge: Knowledge, finding: Finding) -> list[JsonValue]:
    return [
        rows.role(knowledge, finding),
        f"status: {finding.status.value}",
        rows.our_words(knowledge, finding),
        rows.reviewed(knowledge, finding),
    ]


def _references(knowledge: Knowledge, finding: Finding, claims: list[Claim]) -> list[JsonValue]:
    """Give by what it is known here, and where the words of its claims stand."""
    own: JsonObject = {"source_name": "sayso", "external_id": finding.id}
    return [own, *(_reference(knowledge, claim) for claim in claims)]


def _relationship(
    knowledge: Knowledge, finding: Finding, ends: tuple[str, str], parties: Parties
) -> str:
    documents = rows.documents_behind(knowledge, finding)
    dates = rows.dates(finding.time or "")
    start, end = (day_instant(dates.get(name, "")) for name in ("start", "end"))
    claims = [knowledge.claim(claim) for claim in finding.claims]
    return parties.bundle.add(
        "relationship",
        (finding.id,),
        {
            "relationship_type": _type(finding, *ends),
            "source_ref": ends[0],
            "target_ref": ends[1],
            "description": _description(knowledge, finding, claims),
            "start_time": start,
            "stop_time": end if end and (start is None or start < end) else None,
            "confidence": _confidence(knowledge, claims),
            "labels": _labels(knowledge, finding),
            "external_references": _references(knowledge, finding, claims),
            "object_marking_refs": parties.bundle.marked(documents),
        },
    )


def _type(finding: Finding, near: str, far: str) -> str:
    """Give a type that STIX has for these ends; all else is related-to, with a label."""
    if finding.predicate is Predicate.LOCATED_IN and far.startswith("location--"):
        return "located-at" if near.startswith(("identity--", "threat-actor--")) else "related-to"
    attacks = finding.predicate in _ATTACKS and near.startswith(_ACTORS)
    return "targets" if attacks and far.startswith(("identity--", "location--")) else "related-to"


def _description(knowledge: Knowledge, finding: Finding, claims: list[Claim]) -> str:
    """Give what is said with its status, by whom, who denies it, and what was replied."""
    grades = dict.fromkeys(
        grade_words(one)
        for claim in claims
        for one in (*source_grades(knowledge, claim), item_grade(knowledge, claim))
    )
    denied = rows.speakers_with(finding, "-")
    lines = (
        finding_sentence(knowledge, finding),
        finding.explanation,
        *(rows.said(knowledge, claim) for claim in claims),
        f"denied by: {denied}" if denied else "",
        f"reply: {answers}" if (answers := rows.replies(knowledge, finding)) else "",
        f"right of reply: {asked}" if (asked := rows.right_of_reply(knowledge, finding)) else "",
        f"grades: {'; '.join(grades)}",
        rows.reviewed(knowledge, finding),
    )
    return "\n".join(line for line in lines if line)


def _confidence(knowledge: Knowledge, claims: list[Claim]) -> int | None:
    """Give the best grade of its items; None where no item can be judged."""
    grades = (CONFIDENCE.get(ItemGrade(item_grade(knowledge, c).grade)) for c in claims)
    return max((grade for grade in grades if grade is not None), default=None)


def _reference(knowledge: Knowledge, claim: Claim) -> JsonObject:
    """Give where the words of a claim stand; the digest is that of the bytes at the address."""
    document, passage = knowledge.document_of(claim), knowledge.passage_of(claim)
    address = document.locator if document.locator.startswith(("http://", "https://")) else None
    found: dict[str, JsonValue] = {
        "source_name": document.publisher or document.name,
        "description": f"{document.name}, {passage.locator}: {rows.said(knowledge, claim)}",
        "external_id": claim.id,
    }
    if address is None:
        return found
    hashes = {"SHA-256": document.id.removeprefix("sha256:")}
    return {**found, "url": address, "hashes": hashes}


def _statement(
    knowledge: Knowledge, claim: Claim, finding: Finding, relationship: str, parties: Parties
) -> str:
    """Add what a speaker says: an opinion on the relationship, or a note that answers it."""
    opinion = (OPINIONS if claim.id in finding.voices else ANSWERS).get(claim.factuality)
    is_gone = any(root.withdrawn and claim.id in root.claims for root in finding.roots)
    common: dict[str, JsonValue] = {
        "created_by_ref": parties.speaker(claim),
        "authors": list(chain_names(knowledge, claim)),
        "object_refs": [relationship],
        "external_references": [_reference(knowledge, claim)],
        "object_marking_refs": parties.bundle.marked([knowledge.document_of(claim)]),
    }
    said = rows.said(knowledge, claim)
    if opinion is None:
        note: dict[str, JsonValue] = {**common, "abstract": "reply", "content": said}
        return parties.bundle.add("note", (finding.id, claim.id), note)
    told: dict[str, JsonValue] = {
        **common,
        "opinion": opinion,
        "explanation": said,
        "labels": [claim.factuality.value, *(["withdrawn by its source"] if is_gone else [])],
        "revoked": is_gone or None,
    }
    return parties.bundle.add("opinion", (finding.id, claim.id), told)


def _report(document: Document, objects: list[str], parties: Parties) -> None:
    """Add a document with all that rests on it."""
    published = day_instant(document.published or "") or instant(document.retrieved)
    known = document.published or "unknown"
    press = document.kind is DocumentKind.PRESS
    parties.bundle.add(
        "report",
        (document.id,),
        {
            "name": document.name,
            "description": f"{document.kind.value}, published: {known}; {document.id}",
            "created_by_ref": parties.publisher(document),
            "published": published,
            "object_refs": list(dict.fromkeys(objects)),
            "labels": ["press" if press else "document", f"handling: {document.handling.value}"],
            "object_marking_refs": parties.bundle.marked([document]),
        },
    )
