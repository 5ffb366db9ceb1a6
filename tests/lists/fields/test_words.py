"""What an entry says of a craft, a wallet, a tie or an act is one line that a person can read."""

from dataclasses import replace

from sayso.lists.compare import compare
from sayso.lists.fields.words import act_in_words, craft_in_words, link_in_words, wallet_in_words
from sayso.lists.text import lines_of
from sayso.model.lists import EntryLink, ListedAct, ListedCraft, ListedWallet
from tests.fakes import tiny_entry, tiny_release

SHIP = ListedCraft(type="Crude Oil Tanker", imo="9187629", flag="Panama", former_flags=("Malta",))


def test_a_ship_is_told_part_by_part():
    assert craft_in_words(SHIP) == "Crude Oil Tanker, IMO 9187629, flag Panama, formerly Malta"
    plane = ListedCraft(model="747", serial_number="23413", tail_number="EP-ZZZ")
    assert craft_in_words(plane) == "747, serial number 23413, registration EP-ZZZ"


def test_wallets_ties_and_acts_are_told_with_what_they_have():
    assert wallet_in_words(ListedWallet(currency="XBT", address="1Invented")) == "XBT 1Invented"
    link = EntryLink(relation="Owned or Controlled By", name="Zarvan Shipping", reference="36")
    assert link_in_words(link) == "Owned or Controlled By: Zarvan Shipping, 36"
    act = ListedAct(title="2022/336 (OJ L 58)", in_force="2022-02-28")
    assert act_in_words(act) == "2022/336 (OJ L 58), in force 2022-02-28"


def test_a_ship_that_changes_its_flag_is_a_substantive_change_that_the_entry_shows():
    before = replace(tiny_entry("QDe.901", "ZARVAN STAR"), craft=SHIP)
    after = replace(before, craft=replace(SHIP, flag="Togo"))

    old, _ = tiny_release("2026-01-01", before)
    new, _ = tiny_release("2026-02-01", after)
    [change] = compare(old, new)

    assert [field.field for field in change.fields] == ["craft"]
    assert change.change == "amended_substantive"
    assert "Craft: Crude Oil Tanker, IMO 9187629, flag Togo, formerly Malta" in lines_of(after)
