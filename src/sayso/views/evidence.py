"""One claim as evidence: its exact words, whose they are, where they stand, how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import ClaimId, Span
from sayso.model.vocabulary import EntityType
from sayso.views.naming import chain_names, content_words

#: Claims about persons that are read less surely than this wait in review; 0 to 1.
CONFIDENT: Final = 0.7
#: Sentences longer than this are quoted in part; code points.
LONGEST_QUOTE: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a reader needs in order to check a claim.

    Attributes:
        words: exactly as they stand in the document.
        chain: the speakers, outermost first, as names.
        locator: for people: "p. 3, para. 12".
        address: the path or address that the document came from.
        notice: what must be said wherever the document is shown.
    """

    claim: ClaimId
    words: str
    chain: tuple[str, ...]
    factuality: str
    document: str
    publisher: str | None
    published: str | None
    locator: str
    address: str
    notice: str | None


def evidence_of(knowledge: Knowledge, claim: Claim) -> Evidence:
    """Give a claim with its words and their place."""
    document = knowledge.document_of(claim)
    return Evidence(
        claim=claim.id,
        words=words_span(claim).of(document.text),
        chain=chain_names(knowledge, claim),
        factuality=claim.factuality.value,
        document=document.name,
        publisher=document.publisher,
        published=document.published,
        locator=knowledge.passage_of(claim).locator,
        address=document.locator,
        notice=document.notice,
    )


def alike(knowledge: Knowledge, claims: Sequence[ClaimId]) -> list[list[Claim]]:
    """Group claims of one speaker in the same words, in the order of the first of each group."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in map(knowledge.claim, claims):
        words = content_words(knowledge, claim).casefold()
        groups.setdefault((chain_names(knowledge, claim)[-1], words), []).append(claim)
    return list(groups.values())


def words_span(claim: Claim) -> Span:
    """Give the words to show: the whole sentence, or in a long one what is said with its cue."""
    if len(claim.sentence) <= LONGEST_QUOTE:
        return claim.sentence
    ends = [claim.content, claim.trigger, *claim.pieces]
    ends += [span for span in (claim.cue,) if span is not None]
    return Span(min(span.start for span in ends), max(span.end for span in ends))


def is_about_a_person(knowledge: Knowledge, finding: Finding) -> bool:
    """Say whether a person is one of the finding's parties."""
    ends = (knowledge.entity_behind(end) for end in (finding.subject, finding.object))
    return any(end is not None and end.type is EntityType.PERSON for end in ends)


def confident_claims(knowledge: Knowledge, finding: Finding) -> tuple[ClaimId, ...]:
    """Give the claims that bring a finding into a brief: of a person, only those read surely."""
    if not is_about_a_person(knowledge, finding):
        return finding.claims
    return tuple(c for c in finding.claims if knowledge.claim(c).confidence >= CONFIDENT)
