"""Three axes stand side by side; "cannot be judged" is no end of a scale."""

import json

from sayso.model.grades import ITEM_GRADES, SOURCE_GRADES, ItemGrade, SourceGrade
from sayso.views import contract, why
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.brief.markdown import write
from sayso.views.evidence import evidence_of
from sayso.views.signatures.grades import RULE, grade_words, source_grades
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
    assert words == ["source Radio Pamir C", "source Ostan Observatory B"]
    desk.judge("Radio Pamir", "grade", "D")
    assert grade_words(source_grades(desk.knowledge, page.claims[0])[0]) == "source Radio Pamir D"
    desk.judge(page.title, "grade", "A")
    assert grade_words(source_grades(desk.knowledge, page.claims[0])[0]) == "source Radio Pamir A"


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
