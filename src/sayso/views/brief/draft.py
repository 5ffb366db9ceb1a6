"""A brief in the making: which names were introduced and which footnotes were given."""

from collections.abc import Iterable, Sequence

from sayso.model.briefs import BriefLine, Footnote
from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import ClaimId, DocumentId, EntityId, Span
from sayso.views.evidence import evidence_of, misquotes, words_span
from sayso.views.naming import in_prose, label, standing
from sayso.views.signatures.grades import grade_history
from sayso.views.signatures.words import edits_on, told
from sayso.views.why import rejections
from sayso.views.wording.texts import ENGLISH, Texts


class Draft:
    """What the lines of one brief share, in the order in which they are written.

    Attributes:
        parties: introduced so far with their standing, in order.
        footnotes: given so far, numbered from 1.
        answers: replies whose words were quoted so far.
        rejected: claims that reject a whole document, each with the document's entity.
        used: the claims that lines rest on so far, in order of first use.
        otherwise: what the primaries say instead of the claims that misquote them.
        texts: the words of the brief's language.
    """

    def __init__(self, knowledge: Knowledge, texts: Texts = ENGLISH) -> None:
        self.knowledge = knowledge
        self.texts = texts
        self.parties: dict[EntityId, Entity] = {}
        self.footnotes: list[Footnote] = []
        self.answers: set[ClaimId] = set()
        self.rejected = rejections(knowledge)
        self.otherwise = misquotes(knowledge)
        self.used: dict[ClaimId, None] = {}
        self._numbers: dict[tuple[DocumentId, Span, tuple[tuple[str, ...], ...]], int] = {}

    def name(self, entity: Entity) -> str:
        """Give a name as it stands in a sentence, with its standing where it is first mentioned."""
        if self.knows(entity):
            return self.prose(entity.name)
        self.parties[entity.id] = entity
        return self.prose(label(entity, self.texts))

    def prose(self, name: str) -> str:
        """Give a name as it stands in a sentence, without its standing."""
        return in_prose(name, self.texts)

    def knows(self, entity: Entity) -> bool:
        """Say whether nothing is left to introduce: it was named, or no list would name it."""
        return standing(entity) is None or entity.id in self.parties

    def line(
        self, text: str, claims: Sequence[Claim], finding: Finding | None, *, opens: bool = False
    ) -> BriefLine:
        """Give a sentence with a footnote for each place that it rests on.

        Args:
            text: the sentence.
            claims: that it rests on; without any the line is refused.
            finding: that it belongs to.
            opens: it is the allegation itself, so that it shows the finding's status.
        """
        self.used |= dict.fromkeys(claim.id for claim in claims)
        return BriefLine(
            text=text,
            claims=tuple(claim.id for claim in claims),
            footnotes=self._cite(claims),
            status=finding.status if finding is not None and opens else None,
            finding=None if finding is None else finding.id,
        )

    def claims(self, ids: Iterable[ClaimId]) -> list[Claim]:
        """Give claims by their ids, in the order given."""
        return [self.knowledge.claim(claim) for claim in ids]

    def _cite(self, claims: Sequence[Claim]) -> tuple[int, ...]:
        """Give the numbers of the footnotes; claims of one sentence and source share one.

        Unless a person edited or graded one of them otherwise than the other.
        """
        numbers: dict[int, None] = {}
        for claim in claims:
            one = evidence_of(self.knowledge, claim)
            judged = edits_on(self.knowledge, claim)
            edits = tuple(told(self.knowledge, j, self.texts) for j in judged)
            grades = grade_history(one.grades, self.texts)
            marks = (one.chain, edits, grades)
            number = self._numbers.setdefault(
                (claim.document_id, words_span(claim), marks), len(self._numbers) + 1
            )
            numbers[number] = None
            if number > len(self.footnotes):
                self.footnotes.append(
                    Footnote(
                        number=number,
                        claim=one.claim,
                        words=one.words,
                        chain=one.chain,
                        document=one.document,
                        publisher=one.publisher,
                        published=one.published,
                        locator=one.locator,
                        address=one.address,
                        notice=one.notice,
                        edits=edits,
                        grades=grades,
                    )
                )
        return tuple(numbers)
