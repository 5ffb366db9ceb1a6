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
from sayso.views.signatures.words import edit_mark
from sayso.views.wording.texts import ENGLISH, Texts, Verb

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
    said = _proposition(knowledge, claim, plain_name, ENGLISH)
    mark = ENGLISH.say(f"realis_prefix.{claim.proposition.realis.value}")
    says = ENGLISH.say(f"says.{claim.factuality.value}")
    how = f"[{claim.factuality.value}]{edit_mark(knowledge, claim)}"
    return f"{speaker}{via}{says}: {mark}{said} {how}"


def finding_sentence(knowledge: Knowledge, finding: Finding, texts: Texts = ENGLISH) -> str:
    """Give what a finding is about with the standing of its parties and, first, its status.

    Nothing that is denied, contested, hedged, unclear or yet to come stands here without that word.
    """
    lead = lead_claim(knowledge, finding.claims)
    realis = texts.say(f"realis_prefix.{lead.proposition.realis.value}")
    prefix = _status_prefix(knowledge, finding, texts) + realis
    return prefix + _proposition(knowledge, lead, lambda entity: label(entity, texts), texts)


def _status_prefix(knowledge: Knowledge, finding: Finding, texts: Texts) -> str:
    """Give the word of the status; of what nobody is sure, or nobody with a name says, that too."""
    status = texts.say(f"status_prefix.{finding.status.value}")
    affirming = [root for root in finding.roots if root.stance == "+" and not root.withdrawn]
    claims = [knowledge.claims[c] for root in affirming for c in root.claims]
    sureness = {claim.factuality for claim in claims}
    if finding.status is FindingStatus.HEDGED:
        if Factuality.CERTAIN in sureness and any(not root.hedged for root in affirming):
            return texts.say("status_prefix.unnamed")
        is_probable = Factuality.PROBABLE in sureness
        return texts.say("status_prefix.probable") if is_probable else status
    if claims and Factuality.CERTAIN not in sureness and finding.status in _PLAIN:
        return status + texts.say("status_prefix.probable")
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


def verb_of(claim: Claim, texts: Texts = ENGLISH) -> Verb | None:
    """Give the verb phrase of a claim's relation; None for events."""
    of_its_kind = texts.verb(f"support.{claim.proposition.kind or ''}")
    return of_its_kind or texts.verb(f"verb.{claim.proposition.predicate.value}")


def _proposition(
    knowledge: Knowledge, claim: Claim, name: Callable[[Entity], str], texts: Texts
) -> str:
    """Write a claim's proposition without its source: subject, verb, object, place, time."""
    found = claim.proposition
    parties = {
        role: argument_words(knowledge, claim, argument, name, texts)
        for role in (Role.SUBJECT, Role.OBJECT)
        if (argument := found.filler(role)) is not None
    }
    if not parties:
        return quote(content_words(knowledge, claim), texts) + when_and_where(claim, texts)
    subject, other = parties.get(Role.SUBJECT), parties.get(Role.OBJECT)
    verb = verb_of(claim, texts)
    if verb is not None:
        who, whom = texts.say("line.someone"), texts.say("line.something")
        said = f"{subject or who} {verb.present} {other or whom}"
    else:
        noun, alone = texts.lines(f"event.{found.predicate.value}")
        event = alone if other is None else f"{noun} {other}"
        said = event
        if subject is not None:
            said = texts.say("line.event_of", subject=subject, event=event)
    return said + when_and_where(claim, texts)


def when_and_where(claim: Claim, texts: Texts = ENGLISH) -> str:
    """Give " in Ghazni, in March 2023"; a place that is already an argument is left out."""
    place, time = claim.proposition.place, claim.proposition.time
    named = {argument.entity for argument in claim.proposition.arguments}
    where = when = ""
    if place is not None and place.entity not in named:
        where = texts.say("line.where", place=place.name)
    if time is not None and time.edtf:
        when = texts.say("line.when", time=in_words(time.edtf, texts))
    return where + when
