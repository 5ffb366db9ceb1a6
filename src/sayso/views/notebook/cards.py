"""A claim, a finding, a tie: with words, speaker, status and denial, as Python and as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Generic, Protocol, Self, TypeVar, overload

from typing_extensions import override

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge, Tie
from sayso.views.exports import rows
from sayso.views.naming import chain_names, content_words, label
from sayso.views.notebook.page import safe, table
from sayso.views.tables import claim_sentence, finding_sentence


class Card(Protocol):
    """Something that is known, as a notebook shows it."""

    def cells(self) -> dict[str, str]:
        """Give its row: column → text."""
        ...

    @override
    def __str__(self) -> str:
        """Give it in one line, with who says so or how it stands."""
        ...


C = TypeVar("C", bound=Card)
#: More of them no page is to hold at once.
_MOST_SHOWN: Final = 100


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
    handling: str
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
            handling=document.handling.value,
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
            "Handling": self.handling,
            "Notice": self.notice,
        }

    @override
    def __str__(self) -> str:
        return f"{self.says}: “{self.words}”"

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
    handling: str
    notice: str
    claims: tuple[ShownClaim, ...]

    @classmethod
    def of(cls, knowledge: Knowledge, finding: Finding) -> Self:
        """Give a finding as it is shown."""
        claims = map(knowledge.claim, finding.claims)
        documents = rows.documents_behind(knowledge, finding)
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
            handling=rows.strictest(documents),
            notice=rows.notices(documents),
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
            "Handling": self.handling,
            "Notice": self.notice,
        }

    @override
    def __str__(self) -> str:
        return self.says

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

    @override
    def __str__(self) -> str:
        return self.finding.says

    def _repr_html_(self) -> str:
        return table(("", ""), tuple(self.cells().items()))


@dataclass(frozen=True, slots=True, repr=False)
class Shown(Generic[C]):
    """Several of one kind, in order; shown as a table, which `rows` gives to a data frame."""

    cards: tuple[C, ...]

    @overload
    def __getitem__(self, place: int) -> C: ...

    @overload
    def __getitem__(self, place: slice) -> "Shown[C]": ...

    def __getitem__(self, place: int | slice) -> "C | Shown[C]":
        return Shown(self.cards[place]) if isinstance(place, slice) else self.cards[place]

    def __len__(self) -> int:
        return len(self.cards)

    def __iter__(self) -> Iterator[C]:
        return iter(self.cards)

    @override
    def __repr__(self) -> str:
        lines = map(str, self.cards[:_MOST_SHOWN])
        return "\n".join([*lines, *self._further()])

    def rows(self) -> list[dict[str, str]]:
        """Give a row for each, column → text; `pandas.DataFrame(shown.rows())` takes them."""
        return [card.cells() for card in self.cards]

    def _repr_html_(self) -> str:
        found = [card.cells() for card in self.cards[:_MOST_SHOWN]]
        columns = tuple(found[0]) if found else ("nothing",)
        shown = table(columns, [tuple(row.values()) for row in found])
        return shown + "".join(f"<p>{safe(line)}</p>" for line in self._further())

    def _further(self) -> list[str]:
        more = len(self.cards) - _MOST_SHOWN
        return [f"… and {more} more: `rows()` gives them all"] if more > 0 else []
