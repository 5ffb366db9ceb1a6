"""What a listing brings where its entry does not say it: by the table, with the words for it."""

from dataclasses import replace

import pytest

from sayso.lists.autonomous.australia import AustraliaList
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.oversight import Limit, LimitKind, LinkKind
from sayso.model.vocabulary import LagStatus, Measure
from sayso.states.countries import EU, UN_MEMBERS
from sayso.states.transposing.bringing import Rule, brought_by, listing_rules, rule_for
from tests.lists.build import original
from tests.states.build import alone, ofac, overseeing, un, un_party

RULES = [(code, rule) for code, rules in listing_rules().items() for rule in rules]
ENTRY = alone(ofac("2024-05-03", (901, "TOLWAK, Zarmast")))
ALL = (Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN, Measure.ARMS_EMBARGO)


def untold(*regimes: str) -> ListEntry:
    return replace(ENTRY, measures=(), regimes=regimes)


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[code for code, _ in RULES])
def test_each_rule_is_of_a_state_and_has_the_words_that_say_so(code: str, rule: Rule):
    assert code in UN_MEMBERS | {EU}
    assert rule.measures
    assert len(rule.proof.text) > 80
    assert rule.proof.title
    assert "read on 20" in rule.proof.locator
    assert (rule.proof.address or "").startswith("https://")


@pytest.mark.parametrize(
    ("state", "regime", "measures"),
    [
        ("AU", "1988 (Taliban)", (Measure.ASSETS_FREEZE,)),
        ("CA", "Haiti", (Measure.ASSETS_FREEZE,)),
        ("CA", "Kandor", ()),
        ("CH", "Ordinance of 2 October 2000 (SR 946.203)", ALL),
        ("CH", "Ordinance on measures against Kandor (SR 946.0)", ()),
        ("GB", "The ISIL (Da’esh) and Al-Qaida (United Nations Sanctions) Regulations", ALL),
        ("GB", "The Afghanistan (Sanctions) (EU Exit) Regulations 2020", (Measure.ASSETS_FREEZE,)),
        ("GB", "The Kandor (Sanctions) Regulations 2019", ()),
        ("PE", "anything", ()),
    ],
)
def test_a_rule_reaches_the_entries_under_its_regime_alone(
    state: str, regime: str, measures: tuple[Measure, ...]
):
    assert brought_by(untold(regime), state) == measures
    assert (rule_for(untold(regime), state) is not None) == bool(measures)


def test_what_the_entry_itself_states_comes_before_the_table():
    ban = replace(ENTRY, measures=(Measure.TRAVEL_BAN,))
    assert brought_by(ban, "AU") == (Measure.TRAVEL_BAN,)
    assert rule_for(ban, "AU") is None
    assert rule_for(replace(ENTRY, measures=(Measure.ASSETS_FREEZE,)), "AU") is not None
    body = replace(ENTRY, measures=ALL[::2], regimes=("SR 946.203",))
    assert (brought_by(body, "CH"), rule_for(body, "CH") is not None) == (ALL[::2], True)


def australian() -> ListRelease:
    """Give a release of an earlier year, which has no column for measures."""
    rows = (
        "Reference,Name of Individual or Entity,Type,Name Type,Committees,Listing Information\n"
        "4711,Zarmast Tolwak,Individual,Primary Name,1267,Listed on 10 March 2020\n"
    )
    return AustraliaList().read(original(rows.encode()), published="2024-01-01", repair=False)


def test_a_listing_in_a_list_of_asset_freezes_is_the_measure_and_its_page_has_the_law():
    before = overseeing(un("2026-01-05", un_party()), australian())
    [waiting] = before.oversight().transpositions["AU"]["QDi.901"]
    assert (waiting.link, waiting.measures) == (LinkKind.MATCHED, (Measure.ASSETS_FREEZE,))
    assert waiting.proofs[-1].text.startswith("The Consolidated List is a list of all persons")
    assert {one.status for one in before.implementations("AU")} == {LagStatus.UNKNOWN}


def test_the_limits_say_of_how_many_entries_it_is_not_told():
    release = australian()
    untold = replace(
        release.entries[0], id=EntryId("gb-x:1"), authority="gb-x", regimes=("Kandor",)
    )
    told = replace(untold, id=EntryId("gb-x:2"), reference="2", measures=(Measure.TRAVEL_BAN,))
    mixed = replace(
        release, id=ReleaseId("gb-x@2024-01-01"), authority="gb-x", entries=(untold, told)
    )
    limits = overseeing(un("2026-01-05", un_party()), mixed).oversight().limits
    about = {"list": "gb-x", "untold": 1, "entries": 2}
    assert Limit(LimitKind.SOME_MEASURES, about) in limits
