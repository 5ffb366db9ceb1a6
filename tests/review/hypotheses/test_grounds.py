"""What evidence rests on in the records, and why it is gone."""

from dataclasses import replace
from datetime import UTC, datetime

from sayso.model.documents import Erasure
from sayso.model.findings import Judgement
from sayso.model.hypotheses import Act, QuestionId, Step, StepId
from sayso.review.assemble import assemble
from sayso.review.hypotheses.grounds import Ground
from sayso.review.judging.basis import seen_claim
from tests.review.build import GROUP, OBSERVERS, Page, Said, judge, says


def page() -> tuple[Page, list[str]]:
    made = Page("The Kandor Post", "2024-05-23")
    front, authority = made.name("Zarvan Front", GROUP), made.name("Ostan Movement", GROUP)
    claims = [
        made.claim(front, "front_for", authority),
        made.claim(front, "front_for", authority, Said(by=(says(front),), factuality="CT-")),
        made.claim(None, "other", None, Said(by=(says(front),), words="It has won.")),
        made.claim(front, "opposes", authority, Said(by=(OBSERVERS,))),
    ]
    return made, claims


def ground(made: Page, *judgements: Judgement, erased: bool = False) -> Ground:
    erasures = [
        Erasure(
            document_id=made.id,
            reason="asked for by the person named",
            by="Ada Okoye",
            at=datetime(2024, 6, 1, tzinfo=UTC),
        )
    ]
    records = [] if erased else [made.record()]
    return Ground(assemble(records, judgements), erasures if erased else ())


def own_words(source: str | None) -> Step:
    return Step(
        id=StepId("s-1"),
        question=QuestionId("q-1"),
        act=Act.EVIDENCE,
        by="Ada Okoye",
        at=datetime(2024, 6, 1, tzinfo=UTC),
        words="I saw it",
        source=source,
    )


def test_a_claim_rests_on_its_root_and_has_its_stance():
    made, (said, denied, _, _) = page()
    found = [ground(made).under(claim) for claim in (said, denied)]
    assert [(g.stance, g.roots) for g in found] == [
        ("+", ("The Kandor Post",)),
        ("-", ("Zarvan Front",)),
    ]
    assert found[0].finding == found[1].finding is not None


def test_a_claim_that_makes_no_finding_rests_on_who_speaks_in_it():
    made, (_, _, boast, _) = page()
    assert ground(made).under(boast).roots == ("Zarvan Front",)


def test_a_finding_rests_on_the_independent_roots_that_affirm_it():
    made, (said, *_) = page()
    known = assemble([made.record()])
    found = Ground(known, ()).under(known.finding_of[said])
    assert (found.stance, found.roots, found.claim) == ("+", ("The Kandor Post",), None)


def test_an_unnamed_collective_is_named_as_what_it_is():
    made, (*_, opposed) = page()
    assert ground(made).under(opposed).roots == ("observers",)


def test_own_words_rest_on_the_analyst_or_on_the_source_that_they_report():
    made, _ = page()
    assert ground(made).of(own_words(None)).roots == ("Ada Okoye (own words)",)
    assert ground(made).of(own_words("Zarvan Front")).roots == ("Zarvan Front",)


def test_a_rejected_claim_is_gone_and_says_who_rejected_it_and_why():
    made, (said, *_) = page()
    assert ground(made, judge(said, "reject")).under(said).gone == (
        "rejected by Ada Okoye: seen in the register"
    )
    undone = (judge(said, "reject"), judge(f"j/{said}/reject/None/0", "undo", day=1))
    assert ground(made, *undone).under(said).gone is None


def test_the_claims_of_a_finding_that_was_rejected_are_gone_and_so_is_the_finding():
    made, (said, denied, *_) = page()
    known = assemble([made.record()])
    finding = known.finding_of[said]
    basis = tuple(seen_claim(known.claims[claim]) for claim in (said, denied))
    ground_then = ground(made, replace(judge(finding, "reject"), basis=basis))
    for key in (said, denied, finding):
        assert ground_then.under(key).gone == "rejected by Ada Okoye: seen in the register"


def test_what_its_source_has_taken_back_is_evidence_no_more_and_says_so():
    made, (said, *_) = page()
    known = assemble([made.record()])
    key = known.finding_of[said]
    finding = known.findings[key]
    roots = tuple(
        replace(r, withdrawn=r.stance == "+", reasons=("it took the report back.",))
        for r in finding.roots
        if r.stance == "+"
    )
    taken_back = replace(known, findings={key: replace(finding, roots=roots)})
    for about in (said, key):
        assert Ground(taken_back, ()).under(about).gone == (
            "The Kandor Post stands by it no more (it took the report back)"
        )


def test_what_stood_in_an_erased_document_is_gone_and_says_why():
    made, (said, *_) = page()
    known = assemble([made.record()])
    erased = ground(made, erased=True)
    assert erased.under(said).gone == (
        "its document was erased by Ada Okoye: asked for by the person named"
    )
    assert "no longer held" in (erased.under(known.finding_of[said]).gone or "")
