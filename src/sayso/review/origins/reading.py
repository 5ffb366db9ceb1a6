"""What one document tells of who speaks: for whom, in which words, and what it cites."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import Factuality, Predicate, Role
from sayso.review.entities.names import head_noun, normal_text

_SPEAKS_FOR: Final = frozenset({Predicate.SPOKESPERSON_FOR, Predicate.LEADS})
#: Who holds such an office in a party speaks for it, also where no more is read than a member.
_OFFICE: Final = re.compile(
    r"\b(?:chief|head|leader|minister|president|chair(?:man|woman|person)?|commander|director"
    r"|secretary)\b",
    re.IGNORECASE,
)
#: What an author is taken to speak from when the same text cites it; not statements and letters.
_REPORTS: Final = frozenset({"report", "study", "assessment", "review", "dossier", "survey"})


@dataclass(frozen=True, slots=True)
class Voiced:
    """What one document tells of who speaks.

    Attributes:
        speakers: of each claim, who speaks for whom, by the document's own entities.
        printed: the words of the narrated sentences, without case and punctuation.
        cited: its own entities that are called reports.
    """

    speakers: tuple[tuple[ClaimId, EntityId, EntityId], ...]
    printed: Mapping[ClaimId, str]
    cited: tuple[EntityId, ...]


def read_voices(record: Record) -> Voiced:
    """Read who speaks for whom in one document, what it narrates and what it cites."""
    claims = record.extraction.claims
    return Voiced(
        speakers=tuple(
            (claim.id, speaker, party)
            for claim in claims
            for speaker, party in _speakers(claim, record.document)
            if speaker is not None and party is not None
        ),
        printed={c.id: words_of(c, record.document) for c in claims if len(c.voices) == 1},
        cited=tuple(e.id for e in record.extraction.entities if head_noun(e.name) in _REPORTS),
    )


def _speakers(
    claim: Claim, document: Document
) -> Iterable[tuple[EntityId | None, EntityId | None]]:
    """Give who speaks for whom, by a claim's sources and by what its narrator states."""
    yield from ((node.entity, node.speaks_for) for node in claim.source_chain)
    proposition = claim.proposition
    plain = claim.factuality is Factuality.CERTAIN and len(claim.source_chain) == 1
    is_officer = proposition.predicate is Predicate.MEMBER_OF and _OFFICE.search(
        claim.trigger.of(document.text)
    )
    if plain and (is_officer or proposition.predicate in _SPEAKS_FOR):
        yield proposition.entity(Role.SUBJECT), proposition.entity(Role.OBJECT)


def words_of(claim: Claim, document: Document) -> str:
    """Give the words of a claim's sentence, without case and punctuation."""
    return normal_text(claim.sentence.of(document.text))
