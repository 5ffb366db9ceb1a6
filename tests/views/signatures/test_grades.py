"""Three axes stand side by side; "cannot be judged" is no end of a scale."""

import json

import pytest

from sayso.errors import BadInput
from sayso.model.grades import ITEM_GRADES, SOURCE_GRADES, ItemGrade, SourceGrade
from sayso.views import contract, why
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.brief.markdown import write
from sayso.views.evidence import evidence_of
from sayso.views.review.queue import Waiting, queue
from sayso.views.signatures.grades import RULE, grade_words, item_grade, source_grades
from tests.review.judging.build import NOON, Desk, story


def tie(desk: Desk) -> str:
    return next(f.id for f in desk.knowledge.findings.values() if f.predicate == "tied_to")


def test_what_nobody_graded_cannot_be_judged_and_says_by_which_rule():
    page = story()
    knowledge = Desk(page).knowledge
    source, item = evidence_of(knowledge, page.claims[0]).grades
    assert (source.grade, item.grade) == ("F", "6")
    assert (source.meaning, item.meaning) == ("cannot be judged", "cannot be judged")
    assert source.by == item.by == RULE
    assert [SOURCE_GRADES[SourceGrade.E], ITEM_GRADES[ItemGrade.IMPROBABLE]] == [
        "unreliable",
        "improbable",
    ]


def test_each_speaker_has_its_own_grade_the_closest_name_first():
    page = story()
    desk = Desk(page)
    desk.judge("kind:press", "grade", "C")
    desk.judge("Ostan Observatory", "grade", "B")
    words = [grade_words(g) for g in source_grades(desk.knowledge, page.claims[0])]
    assert words == ["source Radio Pamir C (rule kind:press)", "source Ostan Observatory B"]
    desk.judge("Radio Pamir", "grade", "D")
    assert grade_words(source_grades(desk.knowledge, page.claims[0])[0]) == "source Radio Pamir D"
    desk.judge(page.title, "grade", "A")
    assert grade_words(source_grades(desk.knowledge, page.claims[0])[0]) == "source Radio Pamir A"


def test_a_rule_of_a_person_grades_what_is_affirmed_of_findings_of_one_status():
    page = story()
    desk = Desk(page)
    finding = desk.knowledge.findings[tie(desk)]
    said = [desk.knowledge.claim(c) for c in finding.claims]
    rule = f"status:{finding.status.value}"
    made = desk.judge(rule, "grade", "2", reason="our standard of 2026")
    for claim in said:
        graded = item_grade(desk.knowledge, claim)
        is_affirmed = claim.factuality.stance == "+"
        assert (graded.grade, graded.rule) == (("2", rule) if is_affirmed else ("6", ""))
    assert f"item 2 (rule {rule})" in why.render(why.explain(desk.knowledge, tie(desk)))
    affirmed = next(c for c in said if c.factuality.stance == "+")
    desk.judge(affirmed.id, "grade", "4")
    assert grade_words(item_grade(desk.knowledge, affirmed)) == "item 4"
    desk.undo(made)
    assert desk.knowledge.judged.gone == ()
    with pytest.raises(BadInput, match="no such status of a finding: one of asserted"):
        desk.judge("status:true", "grade", "1")


def test_an_item_that_is_read_otherwise_than_when_it_was_graded_waits_to_be_graded_again():
    page = story()
    desk = Desk(page)
    claim = page.claims[0].id
    desk.judge(claim, "grade", "2")
    desk.judge(claim, "edit", changes=["factuality=PS+"])
    known = desk.knowledge
    assert item_grade(known, known.claims[claim]).grade == "6"
    [item] = [i for i in queue(known) if i.kind is Waiting.CHANGED]
    assert (item.about, item.commands) == (
        claim,
        (f"sayso judge {claim} grade 1…6 --by NAME --reason WHY",),
    )


def test_a_grade_keeps_its_history_and_goes_back_when_it_is_undone():
    page = story()
    desk = Desk(page)
    desk.judge("Radio Pamir", "grade", "B")
    later = desk.judge("Radio Pamir", "grade", "C", by="B. Rahimi")
    told = why.render(why.explain(desk.knowledge, tie(desk)))
    assert "source Radio Pamir C: fairly reliable, by B. Rahimi on 2026-03-01" in told
    assert "before that B by Ada Okoye (2026-03-01)" in told
    desk.undo(later)
    assert "source Radio Pamir B" in why.render(why.explain(desk.knowledge, tie(desk)))


def test_likelihood_and_confidence_stand_apart_and_the_earlier_opinion_beside_them():
    desk = Desk(story())
    desk.judge(tie(desk), "assess", "unlikely", "low")
    desk.judge(tie(desk), "assess", "likely", "moderate", by="B. Rahimi")
    explained = why.explain(desk.knowledge, tie(desk))
    told = why.render(explained)
    assert "Our assessment: likely (55 to 80 %). Confidence: moderate. By B. Rahimi" in told
    assert "Before: unlikely (20 to 45 %). Confidence: low. By Ada Okoye" in told
    assert "[CT+]  not graded" in told
    got = json.loads(json.dumps(contract.why_json(explained)))
    assert (got["assessment"]["likelihood"], got["assessment"]["confidence"]) == (
        "likely",
        "moderate",
    )
    [before] = got["assessment"]["earlier"]
    assert before["by"] == "Ada Okoye"
    axes = [grade["axis"] for grade in got["roots"][0]["evidence"][0]["grades"]]
    assert axes == ["source", "item"]


def test_no_assessment_and_no_grade_changes_status_or_roots():
    desk = Desk(story())
    before = desk.knowledge.findings[tie(desk)]
    for word in ("almost_no_chance", "almost_certain"):
        desk.judge(tie(desk), "assess", word, "high")
    desk.judge("Ostan Observatory", "grade", "E")
    assert desk.knowledge.findings[tie(desk)] == before


def test_the_brief_tells_assessment_and_grades_and_counts_what_nobody_graded():
    page = story()
    desk = Desk(page)
    desk.judge(tie(desk), "assess", "likely", "moderate")
    desk.judge("Ostan Observatory", "grade", "B")
    desk.judge(page.claims[0].id, "grade", "2")
    made = compose(
        desk.knowledge,
        BriefScope(),
        made=page.record().document.retrieved,
        cut_off=NOON,
        versions=(),
    )
    text = write(made)
    assert "Ada Okoye, on 2026-03-01, assessed this as likely (55 to 80 %)." in text
    assert "Confidence in this assessment: moderate." in text
    assert "source Ostan Observatory B: usually reliable, by Ada Okoye" in text
    assert "item 2: probably true, by Ada Okoye" in text
    assert "neither can be judged (F, 6): 1" in text


def test_an_edited_claim_shows_the_edit_its_author_and_the_original_words_in_every_view():
    page = story()
    desk = Desk(page)
    desk.judge(page.claims[0].id, "edit", changes=["factuality=PS+"])
    knowledge = desk.knowledge
    shape = json.loads(
        json.dumps(contract.claim_json(knowledge, knowledge.claims[page.claims[0].id]))
    )
    assert "(edited by Ada Okoye: factuality CT+ → PS+)" in shape["says"]
    assert shape["edits"][0]["changes"] == {"factuality": "PS+"}
    assert shape["content"]["text"] == page.claims[0].content.of(page.text)
    told = why.render(why.explain(knowledge, tie(desk)))
    assert "edited (factuality CT+ → PS+) by Ada Okoye on 2026-03-01: read it twice" in told
    made = compose(
        knowledge, BriefScope(), made=page.record().document.retrieved, cut_off=NOON, versions=()
    )
    assert "(as edited by Ada Okoye)." in write(made)
    assert page.claims[0].content.of(page.text) in write(made)
