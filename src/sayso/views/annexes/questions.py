"""What is open: questions under competing hypotheses, and what sources leave unclear."""

from collections.abc import Iterable, Sequence

from sayso.model.briefs import Annex
from sayso.model.findings import Finding, Knowledge
from sayso.model.hypotheses import Matrix
from sayso.model.ids import ClaimId, FindingId
from sayso.model.vocabulary import FindingStatus
from sayso.views.annexes.told import numbers_told, on_whose_word
from sayso.views.naming import counted
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
    asked = [row for m in matrices if (row := _asked(knowledge, m, paragraphs)) is not None]
    unclear = [
        (finding_sentence(knowledge, finding), on_whose_word(finding), numbers_told(numbers))
        for finding, numbers in told
        if finding.status is FindingStatus.UNCLEAR
    ]
    if not asked and not unclear:
        return None
    return Annex(
        key="questions",
        heading=texts.questions,
        notes=texts.questions_notes,
        columns=texts.questions_columns,
        rows=tuple(asked + unclear),
    )


def _asked(
    knowledge: Knowledge, matrix: Matrix, paragraphs: dict[FindingId, Sequence[int]]
) -> tuple[str, str, str] | None:
    """Give a question with its hypotheses as far as its evidence is told; else None."""
    homes = [_finding(knowledge, row.grounds.finding, row.grounds.claim) for row in matrix.evidence]
    numbers = [n for home in homes if home is not None for n in paragraphs.get(home, ())]
    if matrix.withdrawn or not numbers:
        return None
    words = {h.key: h.step.words for h in matrix.hypotheses}
    scored = {score.hypothesis: score for score in matrix.scores}
    told = [
        f"{key}: {text}"
        + (f" (inconsistency {scored[key].inconsistency})" if key in scored else " (not rated)")
        for key, text in words.items()
    ]
    evidence = counted(len(matrix.evidence), "piece") + " of evidence"
    return (matrix.opened.words, f"{'; '.join(told)}; {evidence}", numbers_told(numbers))


def _finding(
    knowledge: Knowledge, finding: FindingId | None, claim: ClaimId | None
) -> FindingId | None:
    if finding is not None or claim is None:
        return finding
    return knowledge.finding_of.get(claim)
