"""The sentences to be linted, of a brief that the program composed or of a file that a person did.

Each knows the claims that it rests on, and those that its paragraph cites.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.briefs import Brief
from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import ClaimId, FindingId
from sayso.model.outlines import Outline, OutlineLine
from sayso.model.oversight import Proof
from sayso.views.brief.markdown import status_words


class Rule(StrEnum):
    """What can be wrong with a sentence."""

    UNCITED = "uncited"
    GONE = "gone"
    MIXED = "likelihood_with_confidence"
    STATUS = "status"
    UNATTRIBUTED = "unattributed"
    SPEAKER = "other_speaker"
    HEDGE = "hedge_lost"
    DENIAL = "denial_missing"
    UNSIGNED = "unsigned_person"
    RESTRICTED = "restricted"
    STALE = "stale_reference"
    WORDS = "not_the_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        place: "para. 3" of a brief, "line 12" of a file.
        why: what is wrong, and what would mend it.
    """

    rule: Rule
    place: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with what it rests on.

    Attributes:
        paragraph: which sentences stand together: they have the same.
        claims: that are held.
        gone: ids that it names and that are not held, or no longer.
        findings: that it names, and those of its claims.
        counts: it only counts what other paragraphs tell.
        proofs: what it rests on where that is no claim: entries of lists, acts, gazettes.
        status: in words, as the file gives it; None where it gives none.
    """

    place: str
    paragraph: int
    text: str
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    gone: tuple[str, ...] = ()
    counts: bool = False
    proofs: tuple[Proof, ...] = ()
    status: str | None = None


def of_brief(knowledge: Knowledge, brief: Brief) -> Iterator[Sentence]:
    """Give the sentences of a composed brief, in reading order."""
    for section in brief.sections:
        for paragraph in section.paragraphs:
            for line in paragraph.lines:
                named = () if line.finding is None else (line.finding,)
                held, gone = _held(knowledge, line.claims)
                yield Sentence(
                    place=f"para. {paragraph.number}",
                    paragraph=paragraph.number,
                    text=line.text,
                    claims=held,
                    findings=_findings(knowledge, named, () if line.finding else held),
                    gone=gone,
                    counts=line.finding is None,
                    proofs=line.proofs,
                    status=status_words(line, brief.language) or None,
                )


def of_outline(knowledge: Knowledge, outline: Outline) -> Iterator[Sentence]:
    """Give the sentences that stand in a file; what the program is to tell is not among them."""
    paragraphs = (p for section in outline.sections for p in section.paragraphs)
    for number, lines in enumerate(paragraphs, 1):
        for line in lines:
            if line.text is not None or _lost(knowledge, line):
                yield _of_line(knowledge, line, number)


def _of_line(knowledge: Knowledge, line: OutlineLine, number: int) -> Sentence:
    held, gone = _held(knowledge, line.claims)
    lost = tuple(key for key in line.findings if key not in knowledge.findings)
    found = _findings(knowledge, line.findings, held)
    if not held:
        held = tuple(knowledge.claims[c] for f in found for c in f.claims if c in knowledge.claims)
    return Sentence(
        place=f"line {line.row}",
        paragraph=number,
        text=line.text or "",
        claims=held,
        findings=found,
        gone=(*gone, *lost),
        status=line.status,
    )


def _lost(knowledge: Knowledge, line: OutlineLine) -> bool:
    return any(c not in knowledge.claims for c in line.claims) or any(
        f not in knowledge.findings for f in line.findings
    )


def _held(
    knowledge: Knowledge, claims: Sequence[ClaimId]
) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    held = tuple(knowledge.claims[key] for key in claims if key in knowledge.claims)
    return held, tuple(key for key in claims if key not in knowledge.claims)


def _findings(
    knowledge: Knowledge, named: Sequence[FindingId], claims: Sequence[Claim]
) -> tuple[Finding, ...]:
    homes = (knowledge.finding_of.get(claim.id) for claim in claims)
    keys = dict.fromkeys((*named, *(home for home in homes if home is not None)))
    return tuple(knowledge.findings[key] for key in keys if key in knowledge.findings)
