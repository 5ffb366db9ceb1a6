"""What people assessed as schema.org ClaimReview; the program itself rates nothing."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Finding, Judgement, Knowledge
from sayso.model.grades import LIKELIHOODS, Likelihood
from sayso.model.vocabulary import EntityType, SourceKind
from sayso.views.exports import rows
from sayso.views.json import JsonObject
from sayso.views.naming import chain_names
from sayso.views.tables import finding_sentence

_SLOT: Final = "likelihood"


class ClaimReviewExporter:
    """Writes a review for each finding that a person assessed; of no other."""

    format = "claimreview"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file of JSON-LD; its graph is empty where nobody assessed anything."""
        made: JsonObject = {
            "@context": "https://schema.org",
            "sdPublisher": {"@type": "SoftwareApplication", "name": terms.program},
            "@graph": list(_reviews(knowledge)),
        }
        text = json.dumps(made, ensure_ascii=False, indent=1)
        return {"claimreview.jsonld": f"{text}\n".encode("utf-8", "replace")}


def _reviews(knowledge: Knowledge) -> Iterator[JsonObject]:
    for finding in knowledge.findings.values():
        history = knowledge.judged.assessments.get(finding.id, ())
        likelihood = _likelihood(history[-1]) if history else None
        if likelihood is not None:
            yield _review(knowledge, finding, history[-1], likelihood)


def _likelihood(judgement: Judgement) -> Likelihood | None:
    told = (change.value for change in judgement.changes if change.slot == _SLOT)
    return next((Likelihood(value) for value in told if value in LIKELIHOODS), None)


def _review(
    knowledge: Knowledge, finding: Finding, judgement: Judgement, likelihood: Likelihood
) -> JsonObject:
    """Give a person's rating in the words of ICD 203: it has no number of its own."""
    low, high = LIKELIHOODS[likelihood]
    words = likelihood.value.replace("_", " ")
    documents = rows.documents_behind(knowledge, finding)
    denied = rows.speakers_with(finding, "-")
    answers = rows.replies(knowledge, finding)
    told = (
        f"status: {finding.status.value}: {finding.explanation}",
        f"denied by: {denied}" if denied else "",
        f"reply: {answers}" if answers else "",
        judgement.reason,
    )
    basis = rows.bases(documents)
    told_of: JsonObject = {
        "@type": "ClaimReview",
        "@id": f"urn:sayso:{finding.id}",
        "claimReviewed": finding_sentence(knowledge, finding),
        "author": {"@type": "Person", "name": judgement.by},
        "datePublished": judgement.at.date().isoformat(),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": f"{words} ({low} to {high} per cent)",
            "ratingExplanation": "\n".join(one for one in told if one),
        },
        "itemReviewed": _reviewed(knowledge, finding),
        "creditText": rows.notices(documents) or None,
        "license": {"@type": "CreativeWork", "name": basis} if basis else None,
        "conditionsOfAccess": rows.strictest(documents) or None,
    }
    return {name: value for name, value in told_of.items() if value is not None}


def _reviewed(knowledge: Knowledge, finding: Finding) -> JsonObject:
    claims = [knowledge.claim(claim) for claim in finding.claims]
    speakers = {chain_names(knowledge, claim)[-1]: _type(knowledge, claim) for claim in claims}
    shown = [
        {
            "@type": "CreativeWork",
            "name": document.name,
            "publisher": document.publisher,
            "datePublished": document.published,
            "url": document.locator,
            "text": rows.said(knowledge, claim),
        }
        for claim in claims
        for document in (knowledge.document_of(claim),)
    ]
    return {
        "@type": "Claim",
        "author": [{"@type": kind, "name": name} for name, kind in speakers.items()],
        "appearance": shown,
    }


def _type(knowledge: Knowledge, claim: Claim) -> str:
    """Give what schema.org calls a speaker; one without a name of its own is nothing nearer."""
    entity = knowledge.entity_behind(claim.speaker.entity)
    if claim.speaker.kind is SourceKind.NARRATOR:
        return "Organization"
    if claim.speaker.kind is not SourceKind.ENTITY or entity is None:
        return "Thing"
    return "Person" if entity.type is EntityType.PERSON else "Organization"
