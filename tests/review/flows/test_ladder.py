"""What a party seeks, has acquired, holds and uses, rung by rung; all parties are invented."""

from sayso.model.claims import Argument
from sayso.model.flows import Standing
from sayso.model.vocabulary import EntityType, FindingStatus, Modality, Realis, Role
from tests.review.build import BODY, GROUP, Page, Said, says
from tests.review.flows.told import gives, has, ladder, rungs


def test_every_row_has_four_rungs_and_what_nobody_tells_of_is_empty():
    page = Page("The Invented Post")
    front = page.name("Kandor Front", GROUP)
    has(page, front, "seeks", "jamming equipment")
    found = rungs(ladder(page))
    assert list(found) == ["seeks", "acquired", "holds", "uses"]
    assert [len(told) for told in found.values()] == [1, 0, 0, 0]


def test_what_one_receives_is_acquired_and_what_one_attacks_with_is_used():
    page = Page("The Invented Post")
    front, zarvan = page.name("Kandor Front", GROUP), page.name("Zarvan Front", GROUP)
    gives(page, (zarvan, front), "up to 24 surveillance drones")
    has(page, front, "holds", "at least 30 commercial drones")
    arguments = (
        Argument(role=Role.SUBJECT, entity=front),
        Argument(role=Role.INSTRUMENT, text="six drones"),
    )
    page.claim(front, "attack", None, Said(changes={"arguments": arguments}))
    found = rungs(ladder(page))
    assert [len(told) for told in found.values()] == [0, 1, 1, 1]


def test_what_is_planned_or_only_alleged_says_so():
    page = Page("The Invented Post")
    front = page.name("Kandor Front", GROUP)
    has(page, front, "holds", "weapons", Said(changes={"realis": Realis.PROSPECTIVE}))
    alleged = Said(factuality="PS+", changes={"modality": Modality.PURPORTED})
    has(page, front, "uses", "weapons", alleged)
    found = rungs(ladder(page))
    assert [told.standing for told in found["holds"]] == [Standing.PLANNED]
    assert [(told.standing, told.hedged) for told in found["uses"]] == [(Standing.DONE, True)]


def test_a_denial_stands_on_its_rung_beside_what_it_denies():
    page = Page("The Invented Post")
    front = page.name("Kandor Front", GROUP)
    has(page, front, "holds", "rifles")
    denied = Said(factuality="CT-", by=(says(front),))
    has(page, front, "holds", "weapons", denied)
    found = ladder(page, item="rifles")
    [told] = rungs(found)["holds"]
    assert (told.status, len(told.denials)) == (FindingStatus.CONTESTED, 1)


def test_who_denies_to_have_given_contests_what_another_is_said_to_have_got():
    page = Page("The Invented Post")
    front, zarvan = page.name("Kandor Front", GROUP), page.name("Zarvan Front", GROUP)
    ostan = page.name("Ostan Movement", GROUP)
    gives(page, (zarvan, front), "drones")
    gives(page, (zarvan, None), "drones", Said(factuality="CT-", by=(says(zarvan),)))
    gives(page, (ostan, front), "drones", Said(factuality="CT-", by=(says(ostan),)))
    told, denied = rungs(ladder(page))["acquired"]
    assert (told.status, [d.by for d in told.denials]) == (
        FindingStatus.CONTESTED,
        ["Zarvan Front"],
    )
    assert (denied.standing, denied.roots) == (Standing.DENIED, ("Ostan Movement",))


def test_what_a_public_body_seizes_it_has_not_acquired():
    page = Page("The Invented Post")
    front, police = page.name("Kandor Front", GROUP), page.name("Police of Ostan", BODY)
    rifles = page.nominal("12 rifles", EntityType.MATERIAL)
    page.claim(police, "seizure", rifles)
    page.claim(front, "seizure", rifles, Said(words="The seizure of rifles."))
    assert [row.party.name for row in ladder(page).rows] == ["Kandor Front"]


def test_shelter_and_food_are_no_capability():
    page = Page("The Invented Post")
    front, zarvan = page.name("Kandor Front", GROUP), page.name("Zarvan Front", GROUP)
    gives(page, (zarvan, front), "rice")
    gives(page, (zarvan, front), None, Said(changes={"kind": "shelter"}), predicate="supports")
    gives(page, (zarvan, front), "flour", Said(factuality="CT-"))
    assert ladder(page).rows == ()


def test_armed_groups_come_first_and_a_user_asks_for_one():
    page = Page("The Invented Post")
    body, front = page.name("Army of Ostan", BODY), page.name("Kandor Front", GROUP)
    for party in (body, front):
        has(page, party, "uses", "drones")
    assert [row.party.name for row in ladder(page).rows] == ["Kandor Front", "Army of Ostan"]
    assert len(ladder(page, party="Army of Ostan", item="drones").rows) == 1
    assert ladder(page, party="Army of Ostan", item="fuel").rows == ()
