"""An edit sets slots of a claim right; its words stay as they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadInput
from sayso.model.ids import Span
from sayso.model.vocabulary import Factuality, Modality, Predicate, Role
from sayso.views.signatures.words import edit_mark
from tests.review.build import GROUP, Page, Said
from tests.review.judging.build import Desk, story

CHANGES = {
    "factuality": [f.value for f in Factuality],
    "modality": [m.value for m in Modality],
    "predicate": [p.value for p in Predicate if p not in {Predicate.OTHER, Predicate.LOCATED_IN}],
    "time": ["2024", "2023-04", "2021/..", "../2020-01-02", "2019~", "199X", ""],
    "place": ["Ghazni", "af-gha", ""],
    "subject": ["Kohdast Network", ""],
    "object": ["Zarvan Front"],
}


def test_an_edited_claim_is_what_is_known_and_what_was_read_is_kept_beside_it():
    page = story()
    desk, before = Desk(page), page.claims[0]
    made = desk.judge(
        before.id, "edit", changes=["factuality=PS+", "place=Ghazni", "object=Ostan Observatory"]
    )
    knowledge = desk.knowledge
    after = knowledge.claims[before.id]
    assert after.factuality is Factuality.POSSIBLE
    assert after.proposition.place is not None
    assert after.proposition.place.code == "AF-GHA"
    party = knowledge.entity_behind(after.proposition.entity(Role.OBJECT))
    assert party is not None
    assert party.name == "Ostan Observatory"
    assert knowledge.judged.as_read == {before.id: before}
    assert knowledge.judged.edits == {before.id: (made,)}
    assert knowledge.judged.acceptance(before.id) == made


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([(s, v) for s, values in CHANGES.items() for v in values]), max_size=6)
)
def test_however_a_claim_is_edited_its_words_and_speakers_stay_and_undoing_gives_it_back(
    changes: list[tuple[str, str]],
):
    page = story()
    desk, before = Desk(page), page.claims[0]
    made = []
    for slot, value in changes:
        try:
            made.append(desk.judge(before.id, "edit", changes=[f"{slot}={value}"]))
        except BadInput as bad:
            assert "nothing to edit" in str(bad)  # noqa: PT017  # some of many
    after = desk.knowledge.claims[before.id]
    same = ("sentence", "content", "trigger", "source_chain", "attribution")
    assert [getattr(after, part) for part in same] == [getattr(before, part) for part in same]
    for judgement in made[::-1]:
        desk.undo(judgement)
    assert desk.knowledge.claims[before.id] == before
    assert desk.knowledge.judged.edits == {}


def test_other_words_of_the_sentence_are_taken_as_they_stand_and_only_their_place_is_kept():
    page = Page("رادیو 😀 کهدست", "2024-05-23")
    front, network = page.name("جبههٔ زروان", GROUP), page.name("Kohdast Network", GROUP)
    start = len(page.text) + len("😀 ")
    carries = Span(start + len("جبههٔ زروان "), start + len("جبههٔ زروان is tied"))
    told = Said(words="😀 جبههٔ زروان is tied to it, he said.", changes={"trigger": carries})
    claim = page.claim(front, "tied_to", network, told)
    desk, text = Desk(page), page.text
    made = desk.judge(claim, "edit", changes=["words=جبههٔ زروان is tied to it"])
    end = start + len("جبههٔ زروان is tied to it")
    assert [(c.slot, c.value) for c in made.changes] == [("words", f"{start}-{end}")]
    after = desk.knowledge.claims[claim]
    assert after.content.of(text) == "جبههٔ زروان is tied to it"
    assert after.pieces == (after.content,)
    assert after.sentence == page.claims[0].sentence
    wider = desk.judge(claim, "edit", changes=[f"words={start - 1}-{end + 9}"])
    told_of = edit_mark(desk.knowledge, desk.knowledge.claims[claim])
    assert "words “😀 جبههٔ زروان is tied to it, he said.” → “جبههٔ زروان is tied to it”" in told_of
    assert desk.knowledge.claims[claim].content.of(text).endswith("it, he said")  # no blank before
    desk.undo(wider)
    assert desk.knowledge.claims[claim] == after


def test_of_two_edits_of_one_slot_the_later_stands_and_both_are_kept():
    page = story()
    desk, claim = Desk(page), page.claims[0].id
    desk.judge(claim, "edit", changes=["factuality=PS+", "time=2023"])
    desk.judge(claim, "edit", changes=["factuality=PR+"], by="B. Rahimi")
    knowledge = desk.knowledge
    after = knowledge.claims[claim]
    assert after.factuality is Factuality.PROBABLE
    assert after.proposition.time is not None
    assert [edit.by for edit in knowledge.judged.edits[claim]] == ["Ada Okoye", "B. Rahimi"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("factuality=CT", "near: CT"),
        ("predicate=funds", "one of tied_to"),
        ("colour=red", "slots: factuality"),
        ("time=last spring", "EDTF"),
        ("place=Ghasni", "near: Ghazni"),
        ("subject=Zarvan Frond", "near: Zarvan Front"),
        ("factuality", "slot=value"),
        ("words=nowhere in it", "stand 0 times"),
        ("words=tied_to", "which carries the claim"),
        ("words=0-9999", "the claim's own sentence"),
        ("words=9-3", "START-END"),
        ("words=", "stand 0 times"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_with_what_can(change: str, told: str):
    page = story()
    desk = Desk(page)
    with pytest.raises(BadInput, match=told):
        desk.judge(page.claims[0].id, "edit", changes=[change])
    assert desk.judgements == []


def test_where_somebody_is_said_to_be_is_the_object_and_the_place_cannot_say_otherwise():
    desk, claim = Desk(page := story()), page.claims[0]
    desk.judge(claim.id, "edit", changes=["predicate=located_in"])
    with pytest.raises(BadInput, match="--set object=PLACE"):
        desk.judge(claim.id, "edit", changes=["place=Ghazni"])
