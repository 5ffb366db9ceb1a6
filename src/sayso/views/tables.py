"""Claims and findings as one line each, with their speaker and their standing."""

from collections.abc import Callable, Sequence

from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import Factuality, FindingStatus, Predicate, Role
from sayso.views.naming import (
    argument_words,
    chain_names,
    content_words,
    in_words,
    label,
    plain_name,
    quote,
)
from sayso.views.phrases import (
    EVENT_NOUNS,
    REALIS_PREFIXES,
    RELATION_VERBS,
    SAYS,
    STATUS_PREFIXES,
    SUPPORT_VERBS,
    Verb,
)
from sayso.views.signatures.words import edit_mark

#: What these say of a finding leaves open how sure it is said to be.
_PLAIN = frozenset(
    {FindingStatus.ASSERTED, FindingStatus.CORROBORATED, FindingStatus.SECONDARY_ONLY}
)
__all__ = ["claim_sentence", "finding_sentence", "label"]


def claim_sentence(knowledge: Knowledge, claim: Claim) -> str:
    """Give who says what, with the factuality, and who edited how it was read.

    'Panel (via The Kandor Post): Kandor Front operates “eight new camps” in Ghazni [CT+]'
    """
    *carriers, speaker = chain_names(knowledge, claim)
    via = f" (via {', '.join(reversed(carriers))})" if carriers else ""
    if claim.proposition.predicate is Predicate.OTHER:  # the words have their own "not" and "may"
        words = quote(content_words(knowledge, claim))
        return f"{speaker}{via}: {words} [{claim.factuality.value}]{edit_mark(knowledge, claim)}"
    said = _proposition(knowledge, claim, plain_name)
    mark = REALIS_PREFIXES[claim.proposition.realis]
    how = f"[{claim.factuality.value}]{edit_mark(knowledge, claim)}"
    return f"{speaker}{via}{SAYS[claim.factuality]}: {mark}{said} {how}"


def finding_sentence(knowledge: Knowledge, finding: Finding) -> str:
    """Give what a finding is about with the standing of its parties and, first, its status.

    Nothing that is denied, contested, hedged, unclear or yet to come stands here without that word.
    """
    lead = lead_claim(knowledge, finding.claims)
    prefix = _status_prefix(knowledge, finding) + REALIS_PREFIXES[lead.proposition.realis]
    return prefix + _proposition(knowledge, lead, label)


def _status_prefix(knowledge: Knowledge, finding: Finding) -> str:
    """Give the word of the status; of what nobody is sure, or nobody with a name says, that too."""
    status = STATUS_PREFIXES[finding.status]
    affirming = [root for root in finding.roots if root.stance == "+" and not root.withdrawn]
    claims = [knowledge.claims[c] for root in affirming for c in root.claims]
    sureness = {claim.factuality for claim in claims}
    if finding.status is FindingStatus.HEDGED:
        if Factuality.CERTAIN in sureness and any(not root.hedged for root in affirming):
            return "on unnamed say-so: "
        return "said to be probable: " if Factuality.PROBABLE in sureness else status
    if claims and Factuality.CERTAIN not in sureness and finding.status in _PLAIN:
        return f"{status}said to be probable: "
    return status


def claim_standing(knowledge: Knowledge, claim: Claim) -> str:
    """Say how the finding of a claim stands, or that its words take something back.

    "" for what makes no finding.
    """
    home = knowledge.finding_of.get(claim.id)
    finding = None if home is None else knowledge.findings.get(home)
    if finding is None:
        return ""
    root = next((root for root in finding.roots if claim.id in root.claims), None)
    if root is None or not root.withdrawn:
        return finding.status.value.replace("_", " ")
    return "takes it back" if root.stance == "?" else "its source stands by it no more"


def lead_claim(knowledge: Knowledge, claims: Sequence[ClaimId]) -> Claim:
    """Give the claim that speaks best for several of one proposition.

    Affirming before denying before unclear; who runs a site before where it is; then the shortest
    chain, the surest reading, the earliest document, the id.

    Args:
        knowledge: holds them.
        claims: at least one.
    """

    def order(claim: Claim) -> tuple[object, ...]:
        stance, *rest = directness(knowledge, claim)
        return stance, claim.proposition.predicate is Predicate.LOCATED_IN, *rest

    return min((knowledge.claim(c) for c in claims), key=order)


def directness(knowledge: Knowledge, claim: Claim) -> tuple[int, int, float, str, str]:
    """Give the key that sorts claims of one proposition, the best spokesman first."""
    published = knowledge.document_of(claim).published or "9999"
    stance = "+-?".index(claim.factuality.stance)
    return (stance, len(claim.voices), -claim.confidence, published, claim.id)


def verb_of(claim: Claim) -> Verb | None:
    """Give the verb phrase of a claim's relation; None for events."""
    of_its_kind = SUPPORT_VERBS.get(claim.proposition.kind or "")
    return of_its_kind or RELATION_VERBS.get(claim.proposition.predicate)


def _proposition(knowledge: Knowledge, claim: Claim, name: Callable[[Entity], str]) -> str:
    """Write a claim's proposition without its source: subject, verb, object, place, time."""
    found = claim.proposition
    parties = {
        role: argument_words(knowledge, claim, argument, name)
        for role in (Role.SUBJECT, Role.OBJECT)
        if (argument := found.filler(role)) is not None
    }
    if not parties:
        return quote(content_words(knowledge, claim)) + when_and_where(claim)
    subject, other = parties.get(Role.SUBJECT), parties.get(Role.OBJECT)
    verb = verb_of(claim)
    if verb is not None:
        said = f"{subject or 'someone'} {verb.present} {other or 'someone or something'}"
    else:
        noun = EVENT_NOUNS[found.predicate]
        event = noun.rsplit(" ", 1)[0] if other is None else f"{noun} {other}"
        said = event if subject is None else f"{subject}: {event}"
    return said + when_and_where(claim)


def when_and_where(claim: Claim) -> str:
    """Give " in Ghazni, in March 2023"; a place that is already an argument is left out."""
    place, time = claim.proposition.place, claim.proposition.time
    named = {argument.entity for argument in claim.proposition.arguments}
    where = f" in {place.name}" if place is not None and place.entity not in named else ""
    when = f", {in_words(time.edtf)}" if time is not None and time.edtf else ""
    return where + when
