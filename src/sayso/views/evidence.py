"""One claim as evidence: its exact words, whose they are, where they stand, how sure they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Knowledge, Tie
from sayso.model.ids import ClaimId, EntityId, FindingId, Span
from sayso.model.vocabulary import RELATIONS, EntityType, LinkKind, SourceKind
from sayso.views.naming import chain_names, content_words
from sayso.views.signatures.grades import Graded, item_grade, source_grades
from sayso.views.signatures.words import told

#: Claims about persons, and ties between parties, that are read less surely wait in review; 0 to 1.
CONFIDENT: Final = 0.8
_PARTIES: Final = frozenset({EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION})
#: Sentences longer than this are quoted in part; code points.
LONGEST_QUOTE: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """What the primary of a claim says instead of it, in its exact words.

    Attributes:
        claim: of the primary.
    """

    claim: ClaimId
    reason: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a reader needs in order to check a claim.

    Attributes:
        words: exactly as they stand in the document.
        chain: the speakers, outermost first, as names.
        locator: for people: "p. 3, para. 12".
        address: the path or address that the document came from.
        notice: what must be said wherever the document is shown.
        signed: who edited how it was read, with what stood there, and the verdict that stands.
        grades: of its sources, and last of the item; by a person or by rule.
        otherwise: what its primary says, where the claim misquotes it or rests on a misquotation.
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
    signed: tuple[str, ...] = ()
    grades: tuple[Graded, ...] = ()
    otherwise: Otherwise | None = None


def misquotes(knowledge: Knowledge) -> Mapping[ClaimId, Otherwise]:
    """Give what the primaries say instead of the claims that misquote them."""
    found: dict[ClaimId, Otherwise] = {}
    for link in knowledge.links:
        if link.kind is LinkKind.MISQUOTES and link.b is not None:
            primary = knowledge.claim(link.b)
            words = words_span(primary).of(knowledge.document_of(primary).text)
            found.setdefault(link.a, Otherwise(claim=link.b, reason=link.reason, words=words))
    return found


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
        signed=signed(knowledge, claim),
        grades=(*source_grades(knowledge, claim), item_grade(knowledge, claim)),
    )


def signed(knowledge: Knowledge, claim: Claim) -> tuple[str, ...]:
    """Give the edits of a claim, oldest first, then the verdict that stands on it."""
    judged = knowledge.judged
    verdict = judged.claims.get(claim.id)
    made = [*judged.edits.get(claim.id, ()), *([] if verdict is None else [verdict])]
    return tuple(told(knowledge, judgement) for judgement in dict.fromkeys(made))


def is_sure(knowledge: Knowledge, claim: Claim) -> bool:
    """Say whether a claim was read surely: by a person who signed for it, else by the machine."""
    verdict = knowledge.judged.claims.get(claim.id)
    if verdict is None:
        return claim.confidence >= CONFIDENT
    return knowledge.judged.acceptance(claim.id) is not None


def alike(knowledge: Knowledge, claims: Sequence[ClaimId]) -> list[list[Claim]]:
    """Group claims of one speaker in the same words, in the order of the first of each group."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in map(knowledge.claim, claims):
        words = content_words(knowledge, claim).casefold()
        groups.setdefault((chain_names(knowledge, claim)[-1], words), []).append(claim)
    return list(groups.values())


def said_by(knowledge: Knowledge, entity: Entity) -> tuple[Claim, ...]:
    """Give what an entity says, itself, through who speaks for it, and in its own documents."""
    members = {entity.id, *entity.members}

    def says(claim: Claim) -> bool:
        speaker = claim.speaker
        if speaker.kind is SourceKind.NARRATOR:
            return knowledge.document_of(claim).publisher in entity.names
        return not members.isdisjoint({speaker.entity, speaker.speaks_for})

    return tuple(claim for claim in knowledge.claims.values() if says(claim))


def words_span(claim: Claim) -> Span:
    """Give the words to show: the whole sentence, or in a long one what is said with its cue."""
    if len(claim.sentence) <= LONGEST_QUOTE:
        return claim.sentence
    ends = [claim.content, claim.trigger, *claim.pieces]
    ends += [span for span in (claim.cue,) if span is not None]
    return Span(min(span.start for span in ends), max(span.end for span in ends))


def waits_if_unsure(knowledge: Knowledge, finding: Finding) -> bool:
    """Say whether a finding is about a person or ties two parties, and so must be read surely."""
    ends = [knowledge.entity_behind(end) for end in (finding.subject, finding.object)]
    types = [None if end is None else end.type for end in ends]
    ties = finding.predicate in RELATIONS and all(kind in _PARTIES for kind in types)
    return ties or EntityType.PERSON in types


def confident_claims(knowledge: Knowledge, finding: Finding) -> tuple[ClaimId, ...]:
    """Give the claims that bring a finding into default views: where it must be, read surely."""
    if not waits_if_unsure(knowledge, finding):
        return finding.claims
    return tuple(c for c in finding.claims if is_sure(knowledge, knowledge.claim(c)))


def taking_part(knowledge: Knowledge, finding: Finding) -> frozenset[EntityId]:
    """Give the entities of a finding: its two ends, and all that is in what is claimed for it."""
    members = (
        argument.entity
        for claim in map(knowledge.claim, finding.claims)
        for argument in claim.proposition.arguments
        if argument.entity is not None
    )
    ends = (end for end in (finding.subject, finding.object) if end is not None)
    return frozenset(ends).union(knowledge.entity_of.get(member, member) for member in members)


def findings_that_wait(knowledge: Knowledge) -> frozenset[FindingId]:
    """Give the findings that are read surely by no claim, where they must be."""
    every = knowledge.findings.values()
    return frozenset(f.id for f in every if not confident_claims(knowledge, f))


def sure_ties(knowledge: Knowledge, ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Give the ties that do not wait in review, in order."""
    return tuple(t for t in ties if confident_claims(knowledge, knowledge.findings[t.finding]))
