"""A claim, a finding, a tie: with words, speaker, status and denial, as Python and as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge, Tie
from sayso.views.exports import rows
from sayso.views.naming import chain_names, content_words, label
from sayso.views.notebook.page import table
from sayso.views.tables import claim_sentence, finding_sentence


class Card(Protocol):
    """Something that is known, as a notebook shows it."""

    def cells(self) -> dict[str, str]:
        """Give its row: column → text."""
        ...


C = TypeVar("C", bound=Card)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """One claim.

    Attributes:
        says: who says what, with the factuality.
        speakers: outermost first.
        words: exactly as they stand in the document.
        status, denied_by, replies: of its finding; "" where none weighs it.
        reviewed: who accepted it, or that it is a draft.
    """

    id: str
    says: str
    speakers: tuple[str, ...]
    words: str
    factuality: str
    document: str
    locator: str
    status: str
    denied_by: str
    replies: str
    reviewed: str
    notice: str

    @classmethod
    def of(cls, knowledge: Knowledge, claim: Claim) -> Self:
        """Give a claim as it is shown."""
        document = knowledge.document_of(claim)
        home = knowledge.finding_of.get(claim.id)
        finding = None if home is None else knowledge.findings.get(home)
        signed = knowledge.judged.acceptance(claim.id)
        return cls(
            id=claim.id,
            says=claim_sentence(knowledge, claim),
            speakers=chain_names(knowledge, claim),
            words=content_words(knowledge, claim),
            factuality=claim.factuality.value,
            document=document.name,
            locator=knowledge.passage_of(claim).locator,
            status="" if finding is None else finding.status.value,
            denied_by="" if finding is None else rows.speakers_with(finding, "-"),
            replies="" if finding is None else rows.replies(knowledge, finding),
            reviewed=rows.DRAFT if signed is None else f"accepted by {signed.by}",
            notice=document.notice or "",
        )

    def cells(self) -> dict[str, str]:
        """Give its row: column → text."""
        return {
            "Claim": self.says,
            "Words": f"“{self.words}”",
            "Speakers": " → ".join(self.speakers),
            "Where": f"{self.document}, {self.locator}",
            "Status": self.status,
            "Denied by": self.denied_by,
            "Replies": self.replies,
            "Review": self.reviewed,
            "Notice": self.notice,
        }

    def _repr_html_(self) -> str:
        return table(("", ""), tuple(self.cells().items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """All claims of one proposition, weighed.

    Attributes:
        says: what it is about, after its status.
        explanation: why the status is what it is.
        reviewed: who accepted its claims, or that it is a draft.
    """

    id: str
    says: str
    status: str
    explanation: str
    affirmed_by: str
    denied_by: str
    left_open_by: str
    replies: str
    reviewed: str
    notice: str
    claims: tuple[ShownClaim, ...]

    @classmethod
    def of(cls, knowledge: Knowledge, finding: Finding) -> Self:
        """Give a finding as it is shown."""
        claims = map(knowledge.claim, finding.claims)
        return cls(
            id=finding.id,
            says=finding_sentence(knowledge, finding),
            status=finding.status.value,
            explanation=finding.explanation,
            affirmed_by=rows.speakers_with(finding, "+"),
            denied_by=rows.speakers_with(finding, "-"),
            left_open_by=rows.speakers_with(finding, "?"),
            replies=rows.replies(knowledge, finding),
            reviewed=rows.reviewed(knowledge, finding),
            notice=rows.notices(rows.documents_behind(knowledge, finding)),
            claims=tuple(ShownClaim.of(knowledge, claim) for claim in claims),
        )

    def cells(self) -> dict[str, str]:
        """Give its row: column → text."""
        return {
            "Finding": self.says,
            "Status": f"{self.status}\n{self.explanation}",
            "Affirmed by": self.affirmed_by,
            "Denied by": self.denied_by,
            "Left open by": self.left_open_by,
            "Replies": self.replies,
            "Words": "\n".join(f"{' → '.join(c.speakers)}: “{c.words}”" for c in self.claims),
            "Review": self.reviewed,
            "Notice": self.notice,
        }

    def _repr_html_(self) -> str:
        return table(("", ""), tuple(self.cells().items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTie:
    """A finding between two parties, each with its standing on the lists."""

    subject: str
    predicate: str
    object: str
    start: str | None
    end: str | None
    finding: ShownFinding

    @classmethod
    def of(cls, knowledge: Knowledge, tie: Tie) -> Self:
        """Give a tie as it is shown."""
        return cls(
            subject=label(knowledge.entities[tie.subject]),
            predicate=tie.predicate.value,
            object=label(knowledge.entities[tie.object]),
            start=tie.start,
            end=tie.end,
            finding=ShownFinding.of(knowledge, knowledge.findings[tie.finding]),
        )

    def cells(self) -> dict[str, str]:
        """Give its row: column → text."""
        ends = f"{self.start or '?'} to {self.end or '?'}" if self.start or self.end else ""
        return {"From": self.subject, "To": self.object, "When": ends, **self.finding.cells()}

    def _repr_html_(self) -> str:
        return table(("", ""), tuple(self.cells().items()))


@dataclass(frozen=True, slots=True)
class Shown(Generic[C]):
    """Several of one kind, in order; shown as a table, which `rows` gives to a data frame."""

    cards: tuple[C, ...]

    def __getitem__(self, place: int) -> C:
        return self.cards[place]

    def __len__(self) -> int:
        return len(self.cards)

    def __iter__(self) -> Iterator[C]:
        return iter(self.cards)

    def rows(self) -> list[dict[str, str]]:
        """Give a row for each, column → text; `pandas.DataFrame(shown.rows())` takes them."""
        return [card.cells() for card in self.cards]

    def _repr_html_(self) -> str:
        found = self.rows()
        columns = tuple(found[0]) if found else ("nothing",)
        return table(columns, [tuple(row.values()) for row in found])
