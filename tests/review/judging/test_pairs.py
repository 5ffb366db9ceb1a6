"""A pair that was cleared stays cleared until there is other evidence, and says what changed."""

from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.model.findings import Entity
from sayso.model.lists import ListedName
from sayso.model.vocabulary import ListingStatus
from tests.review.judging.build import ENTRY, Desk, story

NAME = "گل رحیم وردک"


def listed(status: str = "possible", reason: str = "test") -> Desk:
    desk = Desk(story())
    set_beside(desk, 0, status, reason)
    return desk


def set_beside(desk: Desk, page: int, status: str, reason: str) -> None:
    own = desk.pages[page]
    person = next(e for e, entity in own.entities.items() if entity.name == NAME)
    own.listed(person, "QDi.901", status)
    own.listings[-1] = replace(own.listings[-1], reasons=(reason,))


def person(desk: Desk) -> Entity:
    return next(e for e in desk.knowledge.entities.values() if NAME in e.names)


def test_a_cleared_pair_is_not_shown_again_while_nothing_changes():
    desk = listed()
    assert person(desk).listing is not None
    desk.judge(person(desk).id, "clear", "QDi.901")
    assert person(desk).listing is None
    desk.pages.append(story("2024-06-01", "Herat Courier"))
    assert person(desk).listing is None
    set_beside(desk, 1, "possible", "test")
    assert person(desk).listing is None
    assert desk.knowledge.judged.outdated == ()


def test_a_clearing_stays_with_the_party_when_the_lists_resolve_it_to_the_entry_after_all():
    desk = listed()
    before = person(desk).id
    made = desk.judge(before, "clear", "QDi.901")
    set_beside(desk, 0, "listed", "year of birth agrees: 1965")
    assert person(desk).id != before
    [outdated] = desk.knowledge.judged.outdated
    assert (outdated.judgement, desk.knowledge.judged.gone) == (made, ())
    assert "new: comparison year of birth agrees: 1965" in outdated.changed
    listing = person(desk).listing
    assert listing is not None
    assert listing.reasons[0].startswith("cleared before by Ada Okoye")


def test_a_cleared_pair_comes_back_with_what_is_new_in_the_entry_and_what_is_gone():
    desk = listed()
    cleared = desk.judge(person(desk).id, "clear", "un:QDi.901")
    desk.entry = replace(ENTRY, names=(*ENTRY.names, ListedName(text=NAME, kind="aka")), births=())
    [outdated] = desk.knowledge.judged.outdated
    assert outdated.judgement == cleared
    assert outdated.changed == (
        f"new: entry's name {NAME}",
        "no longer there: 1 × entry's birth",
    )
    listing = person(desk).listing
    assert listing is not None
    assert listing.reasons[0].startswith("cleared before by Ada Okoye on 2026-03-01")


def test_a_cleared_pair_comes_back_when_a_document_says_more_of_the_person():
    desk = listed()
    desk.judge(person(desk).id, "clear", "un:QDi.901")
    desk.pages.append(story("2024-06-01", "Herat Courier"))
    set_beside(desk, 1, "possible", "year of birth agrees: 1965")
    [outdated] = desk.knowledge.judged.outdated
    assert outdated.changed == ("new: comparison year of birth agrees: 1965",)
    desk.judge(person(desk).id, "clear", "un:QDi.901")
    assert desk.knowledge.judged.outdated == ()


def test_an_entry_that_left_the_list_is_other_evidence():
    desk = listed()
    desk.judge(person(desk).id, "clear", "un:QDi.901")
    desk.entry = None
    [outdated] = desk.knowledge.judged.outdated
    assert "no longer there: 1 × entry in force" in outdated.changed


def test_a_pair_that_is_judged_the_same_is_listed_by_a_persons_word_until_it_is_undone():
    desk = listed()
    same = desk.judge(person(desk).id, "same", "QDi.901")
    listing = person(desk).listing
    assert listing is not None
    assert listing.status is ListingStatus.LISTED
    assert listing.reasons[0].startswith("judged the same by Ada Okoye")
    desk.undo(same)
    listing = person(desk).listing
    assert listing is not None
    assert listing.status is ListingStatus.POSSIBLE


def test_one_documents_own_reading_can_be_taken_out_of_a_list_entry():
    desk = listed("listed")
    assert person(desk).id == "un:QDi.901"
    with pytest.raises(BadInput, match="different") as refused:
        desk.judge("un:QDi.901", "clear", "un:QDi.901")
    [member] = person(desk).members
    assert member in str(refused.value)
    desk.judge(member, "different", "un:QDi.901")
    assert person(desk).id != "un:QDi.901"
    assert person(desk).listing is None


def test_two_entities_are_joined_and_split_again_by_people():
    desk = Desk(story())
    same = desk.judge("Zarvan Front", "same", "Kohdast Network")
    assert len({e.id for e in desk.knowledge.entities.values() if "Zarvan Front" in e.names}) == 1
    joined = next(e for e in desk.knowledge.entities.values() if "Zarvan Front" in e.names)
    assert "Kohdast Network" in joined.names
    with pytest.raises(BadInput, match="one already"):
        desk.judge("Zarvan Front", "same", "Kohdast Network")
    desk.undo(same)
    front = next(e for e in desk.knowledge.entities.values() if "Zarvan Front" in e.names)
    assert "Kohdast Network" not in front.names


def test_a_review_that_only_took_place_is_no_other_evidence_and_a_new_remark_is():
    desk = listed()
    desk.judge(person(desk).id, "clear", "un:QDi.901")
    reviewed = "Review pursuant to resolution 2610 was concluded on 8 November 2022"
    desk.entry = replace(ENTRY, remarks=f"{reviewed}.", reviews=(f"{reviewed}.",))
    assert desk.knowledge.judged.outdated == ()
    desk.entry = replace(desk.entry, remarks=f"Reported dead. {reviewed}.")
    [outdated] = desk.knowledge.judged.outdated
    assert outdated.changed == ("new: entry's remark Reported dead",)
