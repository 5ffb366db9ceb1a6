"""Steps to a matrix: what stands, what repeats another, and what every step was."""

from sayso.model.hypotheses import Grounds, Rating
from sayso.model.ids import ClaimId, FindingId
from tests.review.hypotheses.build import Table, figures

PAIR = ("it is independent", "it is a front")


def of_finding(*roots: str, stance: str = "+", claim: str | None = None) -> Grounds:
    return Grounds(
        claim=None if claim is None else ClaimId(claim),
        finding=FindingId("f-1"),
        stance=stance,
        roots=roots,
    )


def test_a_later_rating_replaces_an_earlier_one_and_both_stay_in_the_history():
    table = Table(*PAIR)
    row = table.row("Panel", "I", "C")
    table.rate(row, "N", by="Bilal Rao")

    matrix = table.matrix()
    assert matrix.evidence[0].ratings == {"H1": Rating.NEUTRAL, "H2": Rating.CONSISTENT}
    rated = [(p.step.by, p.step.rating) for p in matrix.history if p.step.rating is not None]
    assert rated == [
        ("Ada Okoye", Rating.INCONSISTENT),
        ("Ada Okoye", Rating.CONSISTENT),
        ("Bilal Rao", Rating.NEUTRAL),
    ]


def test_a_withdrawn_hypothesis_keeps_its_number_and_takes_its_ratings_with_it():
    table = Table(*PAIR, "it does not exist")
    table.row("Panel", "I", "C", "II")
    table.undo("S3")

    matrix = table.matrix()
    assert [hypothesis.key for hypothesis in matrix.hypotheses] == ["H1", "H3"]
    assert figures(matrix) == {"H1": 1, "H3": 2}
    assert matrix.history[2].undone == table.last()


def test_withdrawn_evidence_leaves_a_gap_in_the_numbers_and_none_in_the_history():
    table = Table(*PAIR)
    table.row("Panel", "I", "C")
    step = next(p.key for p in table.matrix().history if p.step.act == "evidence")
    table.row("Post", "C", "I")
    table.undo(step)

    assert [row.key for row in table.matrix().evidence] == ["E2"]
    assert figures(table.matrix()) == {"H1": 0, "H2": 1}
    assert len(table.matrix().history) == len(table.steps)


def test_an_undone_question_is_withdrawn_until_that_is_undone():
    table = Table(*PAIR)
    table.undo("S1")
    assert table.matrix().withdrawn
    table.undo(table.last())
    assert not table.matrix().withdrawn


def test_the_same_word_of_one_root_on_one_matter_counts_once_however_often_it_is_put_forward():
    table = Table(*PAIR)
    table.evidence(about="c-1", grounds=of_finding("Panel", claim="c-1"))
    table.evidence(about="c-2", grounds=of_finding("Panel", claim="c-2"))
    for row in ("E1", "E2"):
        table.rate(row, "I", "C")

    first, second = table.matrix().evidence
    assert (first.counts, second.repeats, second.counts) == (True, "E1", False)
    assert figures(table.matrix()) == {"H2": 0, "H1": 1}


def test_a_finding_takes_up_the_claims_of_its_roots_and_a_denial_of_it_stays_apart():
    table = Table(*PAIR)
    table.evidence(about="c-1", grounds=of_finding("Panel", claim="c-1"))
    table.evidence(about="f-1", grounds=of_finding("Panel", "Post"))
    table.evidence(about="c-3", grounds=of_finding("Front", stance="-", claim="c-3"))

    assert [row.repeats for row in table.matrix().evidence] == ["E2", None, None]


def test_evidence_that_is_gone_is_shown_and_counts_no_more():
    table = Table(*PAIR)
    table.evidence(about="c-1", grounds=of_finding("Panel", claim="c-1"))
    table.rate("E1", "II", "C")
    table.grounds = dict.fromkeys(table.grounds, Grounds(gone="its document was erased"))

    matrix = table.matrix()
    assert matrix.evidence[0].grounds.gone == "its document was erased"
    assert figures(matrix) == {"H1": 0, "H2": 0}
    assert (matrix.least, matrix.without_root) == ((), ())
