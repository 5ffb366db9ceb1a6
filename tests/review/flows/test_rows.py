"""Who gives whom what: one row a giver, a receiver and a kind of thing; all of them invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadInput, NotFound
from sayso.model.flows import Standing
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, FindingStatus, Modality, Predicate, Realis
from sayso.review.assemble import assemble
from sayso.review.flows.rows import FlowQuery, flows_of
from tests.review.build import AN_OFFICIAL, BODY, GROUP, Page, Said, judge, says, site
from tests.review.flows.told import flows, gives, has, only, with_figure

LIBYA = site("Kufra", "LY-KF")
SUDAN = site("Nyala", "SD-DS")


def story(publisher: str = "The Invented Post", day: str = "2024-05-23") -> Page:
    return Page(publisher, day)


def parties(page: Page) -> tuple[EntityId, EntityId]:
    return page.name("Zarvan Front", GROUP), page.name("Kandor Front", GROUP)


def told_in_two_papers() -> tuple[Page, Page]:
    first, second = story("The Kandor Post"), story("Radio Zarvan", "2024-05-25")
    for page, item in ((first, "11 rifles"), (second, "a consignment of pistols")):
        gives(page, parties(page), item)
    return first, second


def test_rows_of_several_documents_meet_by_kind_of_thing():
    flow = only(*told_in_two_papers())
    assert flow.thing is not None
    assert flow.thing.name == "small arms and light weapons"
    assert flow.told.roots == ("Radio Zarvan", "The Kandor Post")
    assert flow.told.published == ("2024-05-23", "2024-05-25")


def test_two_accounts_that_may_tell_of_one_movement_are_never_added_up():
    first, second = story("The Kandor Post"), story("Radio Zarvan")
    for page in (first, second):
        said = Said(words="It sent 11 vehicles across the river.", time="2024-03")
        gives(page, parties(page), "11 vehicles", said)
        with_figure(page, "11", "vehicle", exact=11)
    flow = only(first, second)
    [figure] = flow.told.figures
    assert (figure.minimum, figure.maximum, figure.accounts) == (11, 11, 2)
    assert figure.words == ("11 vehicles",)
    assert (flow.movements, flow.told.accounts) == (1, 2)


def test_days_that_one_source_keeps_apart_are_two_movements():
    page = story()
    ends = parties(page)
    for day in ("2024-03-01", "2024-03-09"):
        gives(page, ends, "rifles", Said(time=day))
    flow = only(page)
    assert flow.movements == 2
    assert flow.told.time == "2024-03-01/2024-03-09"


def test_days_that_two_sources_give_may_be_one_movement():
    pages = [story("The Kandor Post"), story("Radio Zarvan")]
    for page, day in zip(pages, ("2024-03-01", "2024-03-09"), strict=True):
        gives(page, parties(page), "rifles", Said(time=day))
    assert only(*pages).movements == 1


def test_a_standing_relation_is_no_movement():
    page = story()
    gives(page, parties(page), None, Said(changes={"kind": "funds"}), predicate="supports")
    flow = only(page)
    assert flow.movements == 0
    assert flow.how == ("supports (funds)",)


def test_units_rates_and_bounds_stay_apart_and_keep_their_words():
    page = story()
    ends = parties(page)
    gives(page, ends, "dollars", Said(words="It pays up to $500 a month to them."))
    with_figure(page, "up to $500", "USD", maximum=500)
    gives(page, ends, "euros", Said(words="It paid 500 euros a month ago to them."))
    with_figure(page, "500", "EUR", exact=500)
    first, second = only(page).told.figures
    assert (first.minimum, first.maximum, first.rate) == (None, 500, "month")
    assert (second.unit, second.rate) == ("EUR", None)
    assert first.words == ("up to $500",)


def test_how_often_stands_in_the_words_of_the_text():
    page = story()
    gives(page, parties(page), "gold", Said(words="Twice a month it regularly sent gold."))
    assert only(page).told.how_often == ("twice a month", "regularly")


def test_the_name_of_a_paper_does_not_say_how_often():
    page = story()
    gives(page, parties(page), "gold", Said(words="It sent gold, says the Zarvan Daily."))
    assert only(page).told.how_often == ()


def test_a_figure_of_what_carries_is_no_figure_of_what_is_carried():
    page = story()
    _, receiver = parties(page)
    lorries = page.nominal("two lorries", EntityType.MATERIAL)
    gives(page, (lorries, receiver), "rockets", Said(words="Took two lorries of rockets."))
    with_figure(page, "two", "lorry", exact=2)
    flow = only(page)
    assert (flow.giver, flow.carriers, flow.told.figures) == (None, ("two lorries",), ())


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        (Said(factuality="CT-"), Standing.DENIED),
        (Said(factuality="Uu"), Standing.OPEN),
        (Said(changes={"realis": Realis.PROSPECTIVE}), Standing.PLANNED),
        (Said(changes={"modality": Modality.INTENDED}), Standing.PLANNED),
        (Said(factuality="Uu", changes={"modality": Modality.ATTEMPTED}), Standing.ATTEMPTED),
        (Said(changes={"realis": Realis.HYPOTHETICAL}), Standing.CONDITIONAL),
    ],
)
def test_what_is_not_told_as_done_is_no_flow_and_stands_apart(said: Said, standing: Standing):
    page = story()
    gives(page, parties(page), "rifles", said)
    found = flows(page)
    assert found.done == ()
    assert [flow.told.standing for flow in found.apart] == [standing]


def test_a_hedged_flow_says_so():
    page = story()
    gives(page, parties(page), "rifles", Said(factuality="PS+"))
    told = only(page).told
    assert (told.hedged, told.status) == (True, FindingStatus.HEDGED)


def test_a_denial_of_the_party_concerned_stands_beside_and_makes_it_contested():
    page = story()
    zarvan, kandor = parties(page)
    gives(page, (zarvan, kandor), "rifles")
    denial = gives(
        page,
        (zarvan, kandor),
        "weapons",
        Said(factuality="CT-", by=(says(zarvan),), words="No arms"),
    )
    found = flows(page)
    [flow] = found.done
    assert [(d.claim, d.by, d.concerned) for d in flow.told.denials] == [
        (denial, "Zarvan Front", True)
    ]
    assert flow.told.status is FindingStatus.CONTESTED
    assert found.apart == ()


def test_a_denial_under_another_verb_to_nobody_named_stands_beside_too():
    page = story()
    zarvan, kandor = parties(page)
    gives(page, (zarvan, kandor), "drones", Said(place=LIBYA, time="2024-03/2024-07"))
    ministry = page.name("Ministry of Kandor", BODY)
    denied = Said(factuality="CT-", by=(says(ministry),), time="2022/..", place=LIBYA)
    gives(page, (zarvan, None), "drones", denied)
    told = only(page).told
    assert told.status is FindingStatus.DISPUTED_BY_THIRD_PARTY
    assert [d.by for d in told.denials] == ["Ministry of Kandor"]


@pytest.mark.parametrize(
    "denied",
    [
        Said(factuality="CT-", place=SUDAN),
        Said(factuality="CT-", time="2019"),
    ],
    ids=["another place", "another time"],
)
def test_a_denial_of_another_place_or_time_is_another_matter(denied: Said):
    page = story()
    zarvan, kandor = parties(page)
    gives(page, (zarvan, kandor), "drones", Said(place=LIBYA, time="2024-03"))
    has(page, kandor, "acquired", "drones", denied)
    found = flows(page)
    assert found.done[0].told.denials == ()
    assert [flow.told.standing for flow in found.apart] == [Standing.DENIED]


def test_a_denial_of_another_giver_is_another_matter():
    page = story()
    zarvan, kandor = parties(page)
    other = page.name("Ostan Movement", GROUP)
    gives(page, (zarvan, kandor), "rifles")
    gives(page, (other, kandor), "rifles", Said(factuality="CT-"))
    assert only(page).told.denials == ()


def test_who_denies_a_part_only_does_not_contest_support_of_a_kind_not_said():
    page = story()
    zarvan, kandor = parties(page)
    gives(page, (zarvan, kandor), None, predicate="supports")
    denied = Said(factuality="CT-", by=(says(kandor),))
    gives(page, (zarvan, kandor), "cash", denied)
    found = flows(page)
    [flow] = found.done
    assert [d.only for d in flow.told.denials] == ["money"]
    assert flow.told.status is FindingStatus.ASSERTED
    assert [flow.told.standing for flow in found.apart] == [Standing.DENIED]


def test_what_says_less_at_the_same_words_is_no_second_row():
    page = story()
    zarvan, kandor = parties(page)
    gives(page, (zarvan, None), "rifles")
    fuller = gives(page, (zarvan, kandor), "rifles")
    echo, whole = page.claims
    page.claims[1] = whole.__class__(
        **{
            slot: getattr(whole if slot in {"id", "proposition"} else echo, slot)
            for slot in whole.__slots__
        }
    )
    assert only(page).told.claims == (fuller,)


def test_flows_between_nobody_named_are_never_one_row():
    pages = [story("The Kandor Post"), story("Radio Zarvan")]
    for page, place in zip(pages, (LIBYA, SUDAN), strict=True):
        gives(page, (None, None), "rifles", Said(place=place))
    assert len(flows(*pages).done) == 2


def test_an_unnamed_source_counts_as_no_root_and_is_named_as_such():
    page = story()
    gives(page, parties(page), "rifles", Said(by=(AN_OFFICIAL,)))
    told = only(page).told
    assert (told.roots, told.nameless) == ((), ("an official",))


def test_a_rejected_claim_is_no_flow():
    page = story()
    claim = gives(page, parties(page), "rifles")
    knowledge = assemble([page.record()], [judge(claim, "reject")])
    found = flows_of(knowledge, FlowQuery())
    assert (found.done, found.apart, found.left_out) == ((), (), 0)


def test_what_waits_in_review_is_counted_and_its_denials_still_stand_beside():
    page = story()
    zarvan, kandor = parties(page)
    gives(page, (zarvan, kandor), "rifles")
    denial = gives(page, (zarvan, kandor), "weapons", Said(factuality="CT-", by=(says(zarvan),)))
    knowledge = assemble([page.record()])
    found = flows_of(knowledge, FlowQuery(), frozenset({knowledge.finding_of[denial]}))
    assert (len(found.done), found.in_review) == (1, 1)
    assert len(found.done[0].told.denials) == 1


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 2),
        ({"party": "Kandor Front"}, 2),
        ({"giver": "Zarvan Front"}, 1),
        ({"receiver": "Zarvan Front"}, 1),
        ({"item": "weapons"}, 1),
        ({"item": "pistols"}, 1),
        ({"item": "money"}, 1),
        ({"item": "fuel"}, 0),
        ({"since": "2024-03"}, 1),
        ({"until": "2024-02"}, 1),
        ({"since": "2024-05"}, 0),
    ],
)
def test_a_user_narrows_flows_down(asked: dict[str, str], count: int):
    page = story()
    zarvan, kandor = parties(page)
    gives(page, (zarvan, kandor), "rifles", Said(time="2024-04"))
    gives(page, (kandor, zarvan), "cash", Said(time="2024-01"))
    assert len(flows(page, **asked).done) == count


def test_a_name_that_nobody_bears_is_told():
    with pytest.raises(NotFound, match="Nobody"):
        flows(story(), giver="Nobody at all")


@pytest.mark.parametrize("day", ["last week", "2024-13", "12-03-2024"])
def test_a_date_that_is_none_is_refused(day: str):
    with pytest.raises(BadInput, match="is no date"):
        flows(story(), since=day)


PREDICATES = st.sampled_from([Predicate.TRANSFER.value, Predicate.SUPPORTS.value])
CLAIMS = st.lists(
    st.tuples(
        PREDICATES,
        st.sampled_from(["rifles", "cash", None]),
        st.sampled_from(["CT+", "CT-", "PS+", "Uu"]),
        st.sampled_from([None, "2024-01", "2024-02-03"]),
        st.booleans(),
    ),
    max_size=8,
)


@given(CLAIMS)
def test_every_claim_of_a_flow_stands_once_as_told_or_beside_what_it_denies(
    claims: list[tuple[str, str | None, str, str | None, bool]],
):
    page = story()
    zarvan, kandor = parties(page)
    for predicate, item, factuality, time, is_back in claims:
        ends = (kandor, zarvan) if is_back else (zarvan, kandor)
        gives(page, ends, item, Said(factuality=factuality, time=time), predicate=predicate)
    found = flows(page)
    rows = [*found.done, *found.apart]
    told = [claim for flow in rows for claim in flow.told.claims]
    denied = {d.claim for flow in rows for d in flow.told.denials}
    assert len(told) == len(set(told))
    assert set(told) | denied == {claim.id for claim in page.claims}
    assert all(flow.movements <= flow.told.accounts for flow in rows)
    affirmed = {claim.id for claim in page.claims if claim.factuality.stance == "+"}
    assert {claim for flow in found.done for claim in flow.told.claims} == affirmed
