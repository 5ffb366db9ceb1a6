"""What is open: questions under competing hypotheses, and what sources leave unclear."""

from collections.abc import Iterable, Sequence

from sayso.model.briefs import Annex
from sayso.model.findings import Finding, Knowledge
from sayso.model.hypotheses import Matrix
from sayso.model.ids import ClaimId, FindingId
from sayso.model.vocabulary import FindingStatus
from sayso.views.annexes.told import numbers_told, on_whose_word
from sayso.views.tables import finding_sentence
from sayso.views.wording.texts import Texts


def questions_annex(
    knowledge: Knowledge,
    told: Sequence[tuple[Finding, Sequence[int]]],
    matrices: Iterable[Matrix],
    texts: Texts,
) -> Annex | None:
    """Give the questions whose evidence is told, then the findings left unclear; None for none."""
    paragraphs = {finding.id: numbers for finding, numbers in told}
    asked = [row for m in matrices if (row := _asked(knowledge, m, paragraphs, texts)) is not None]
    unclear = [
        (
            finding_sentence(knowledge, finding, texts),
            on_whose_word(texts, finding),
            numbers_told(numbers, texts),
        )
        for finding, numbers in told
        if finding.status is FindingStatus.UNCLEAR
    ]
    if not asked and not unclear:
        return None
    return Annex(
        key="questions",
        heading=texts.say("questions.heading"),
        notes=texts.lines("questions.notes"),
        columns=texts.lines("questions.columns"),
        rows=tuple(asked + unclear),
    )


def _asked(
    knowledge: Knowledge,
    matrix: Matrix,
    paragraphs: dict[FindingId, Sequence[int]],
    texts: Texts,
) -> tuple[str, str, str] | None:
    """Give a question with its hypotheses as far as its evidence is told; else None."""
    homes = [_finding(knowledge, row.grounds.finding, row.grounds.claim) for row in matrix.evidence]
    numbers = [n for home in homes if home is not None for n in paragraphs.get(home, ())]
    if matrix.withdrawn or not numbers:
        return None
    scored = {score.hypothesis: score.inconsistency for score in matrix.scores}
    told = [
        texts.say(
            "questions.rated" if h.key in scored else "questions.not_rated",
            key=h.key,
            words=h.step.words,
            inconsistency=scored.get(h.key),
        )
        for h in matrix.hypotheses
    ]
    count = len(matrix.evidence)
    weighed = texts.say("questions.evidence", count=count, hypotheses="; ".join(told))
    return (matrix.opened.words or "", weighed, numbers_told(numbers, texts))


def _finding(
    knowledge: Knowledge, finding: FindingId | None, claim: ClaimId | None
) -> FindingId | None:
    if finding is not None or claim is None:
        return finding
    return knowledge.finding_of.get(claim)
