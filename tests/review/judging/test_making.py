"""A judgement is signed, dated and reasoned, and on something that is known."""

import pytest

from sayso.errors import BadInput, NotFound
from sayso.model.findings import Change
from tests.review.judging.build import NOON, Desk, story


def test_a_judgement_bears_its_name_its_time_its_reason_and_what_was_seen():
    page = story()
    made = Desk(page).judge(page.claims[0].id, "accept", reason="  the words say so ")
    assert (made.by, made.at, made.reason) == ("Ada Okoye", NOON, "the words say so")
    assert made.basis[0].startswith(f"claim:{page.claims[0].id}:")


@pytest.mark.parametrize(
    ("about", "verdict", "values", "told"),
    [
        ("c-00000000-9", "accept", (), "near it: c-"),
        ("f-000000000000", "assess", ("likely", "low"), "near it: f-"),
        ("Zarvan Frond", "same", ("Kohdast Network",), "near: Zarvan Front"),
        ("Radio Pamyr", "grade", ("B",), "near: Radio Pamir"),
        ("Zarvan Front", "clear", ("QDi.7",), "it was set beside none"),
    ],
)
def test_what_is_on_nothing_that_is_known_is_refused_with_the_nearest(
    about: str, verdict: str, values: tuple[str, ...], told: str
):
    desk = Desk(story())
    with pytest.raises(NotFound, match=told):
        desk.judge(about, verdict, *values)
    assert desk.judgements == []


@pytest.mark.parametrize(
    ("verdict", "values", "told"),
    [
        ("grade", ("B",), "1, 2, 3, 4, 5, 6"),
        ("grade", (), "takes one thing more"),
        ("accept", ("c-1",), "takes nothing more"),
        ("edit", (), "nothing to edit"),
        ("undo", (), "sayso undo"),
    ],
)
def test_a_verdict_that_is_none_for_a_claim_says_what_is(
    verdict: str, values: tuple[str, ...], told: str
):
    page = story()
    with pytest.raises(BadInput, match=told):
        Desk(page).judge(page.claims[0].id, verdict, *values)


@pytest.mark.parametrize("missing", ["by", "reason"])
def test_nobody_and_no_reason_sign_nothing(missing: str):
    page = story()
    with pytest.raises(BadInput, match=f"--{missing}"):
        Desk(page).judge(page.claims[0].id, "accept", **{missing: " "})


def test_a_likelihood_and_a_confidence_are_two_things_and_no_other_words():
    desk = Desk(story())
    [finding, *_] = desk.knowledge.findings
    made = desk.judge(finding, "assess", "Very Likely", "moderate")
    assert made.changes == (Change("likelihood", "very_likely"), Change("confidence", "moderate"))
    with pytest.raises(BadInput, match="roughly_even_chance"):
        desk.judge(finding, "assess", "probably", "high")
    with pytest.raises(BadInput, match="a likelihood and a confidence"):
        desk.judge(finding, "assess", "likely")


def test_what_is_undone_is_not_undone_twice_and_an_undoing_can_be():
    page = story()
    desk = Desk(page)
    reject = desk.judge(page.claims[0].id, "reject")
    back = desk.undo(reject)
    assert page.claims[0].id in desk.knowledge.claims
    with pytest.raises(BadInput, match=f"undone already, by Ada Okoye .{back.id}"):
        desk.undo(reject)
    desk.undo(back)
    assert page.claims[0].id not in desk.knowledge.claims
    assert len(desk.judgements) == 3


def test_a_document_its_publisher_its_author_and_its_kind_can_be_graded():
    page = story()
    desk = Desk(page)
    abouts = [
        desk.judge(about, "grade", "b").about
        for about in (page.title, "radio pamir", "Ostan Observatory", "kind:press")
    ]
    observatory = next(
        e.id for e in desk.knowledge.entities.values() if e.name == "Ostan Observatory"
    )
    assert abouts == [page.id, "publisher:Radio Pamir", observatory, "kind:press"]
    with pytest.raises(BadInput, match="one of report, press"):
        desk.judge("kind:rumour", "grade", "E")
