"""Flows and ladders never stand without whose word it is, and what is held against it."""

from sayso.model.findings import Knowledge
from sayso.model.flows import Capabilities, Flows
from sayso.model.vocabulary import Modality, Realis
from sayso.review.assemble import assemble
from sayso.review.flows.ladder import LadderQuery, capabilities_of
from sayso.review.flows.rows import FlowQuery, flows_of
from sayso.views.contract import capabilities_json, flows_json
from sayso.views.evidence import findings_that_wait
from sayso.views.flows.text import (
    FLOW_COLUMNS,
    LADDER_COLUMNS,
    NOTHING,
    flow_row,
    ladder_rows,
    spaced,
)
from tests.review.build import AN_OFFICIAL, GROUP, PERSON, Page, Said, says
from tests.review.flows.told import gives, has, with_figure


def told(*pages: Page) -> tuple[Knowledge, Flows]:
    knowledge = assemble([page.record() for page in pages])
    return knowledge, flows_of(knowledge, FlowQuery())


def held(page: Page) -> tuple[Knowledge, Capabilities]:
    knowledge = assemble([page.record()])
    return knowledge, capabilities_of(knowledge, LadderQuery())


def three_accounts() -> tuple[Page, ...]:
    pages = tuple(Page(paper, "2024-05-23") for paper in ("Kandor Post", "Zarvan Wire", "Radio D"))
    for page in pages:
        ends = page.name("Zarvan Front", GROUP), page.name("Kandor Front", GROUP)
        gives(page, ends, "11 vehicles", Said(words="It sent 11 vehicles.", time="2024-03"))
        with_figure(page, "11", "vehicle", exact=11)
    return pages


def test_three_accounts_of_eleven_vehicles_are_at_least_one_movement_of_eleven():
    knowledge, found = told(*three_accounts())
    [row] = [flow_row(knowledge, flow) for flow in found.done]
    assert len(row) == len(FLOW_COLUMNS)
    ends, amounts, when, status, against = row
    assert ends.startswith("Zarvan Front (not listed) → Kandor Front (not listed)\nf-")
    assert amounts.split("\n") == [
        "vehicles",
        "told as transfer, in 3 accounts",
        "at least 1 movement",
        "11 vehicles (3 accounts)",
    ]
    assert (when, against) == ("in March 2024", "")
    assert status == "corroborated\nKandor Post, Radio D, Zarvan Wire"
    [shape] = flows_json(knowledge, found)["flows"]
    assert shape["movements_at_least"] == 1
    [figure] = shape["figures"]
    assert (figure["min"], figure["max"], figure["unit"], figure["accounts"]) == (
        11,
        11,
        "vehicle",
        3,
    )


def test_a_denial_stands_in_the_row_and_in_the_json_with_its_words():
    page = Page("The Invented Post", "2024-05-23")
    zarvan, kandor = page.name("Zarvan Front", GROUP), page.name("Kandor Front", GROUP)
    gives(page, (zarvan, kandor), "rifles")
    denied = Said(factuality="CT-", by=(says(zarvan),), words="It never gave them any arms.")
    gives(page, (zarvan, kandor), "weapons", denied)
    knowledge, found = told(page)
    *_, status, against = flow_row(knowledge, found.done[0])
    assert status.startswith("contested\n")
    assert against == "Zarvan Front, concerned, denies: “It never gave them any arms”"
    [denial] = flows_json(knowledge, found)["flows"][0]["denials"]
    assert (denial["words"], denial["concerned"]) == ("It never gave them any arms.", True)


def test_hedges_plans_and_unnamed_sources_are_marked():
    page = Page("The Invented Post", "2024-05-23")
    zarvan, kandor = page.name("Zarvan Front", GROUP), page.name("Kandor Front", GROUP)
    alleged = Said(factuality="PS+", by=(AN_OFFICIAL,), changes={"modality": Modality.PURPORTED})
    gives(page, (zarvan, kandor), "rifles", alleged)
    gives(page, (zarvan, kandor), "fuel", Said(changes={"realis": Realis.PROSPECTIVE}))
    knowledge, found = told(page)
    [done], [apart] = found.done, found.apart
    assert flow_row(knowledge, done)[3] == "hedged (alleged)\nnot counted: an official"
    assert flow_row(knowledge, apart)[1].startswith("PLANNED\nfuel")
    assert flows_json(knowledge, found)["flows"][0]["hedge"] == "alleged"
    assert [one["standing"] for one in flows_json(knowledge, found)["apart"]] == ["planned"]


def test_what_has_no_time_says_when_it_was_told():
    page = Page("The Invented Post", "2024-05-23")
    gives(page, (page.name("Zarvan Front", GROUP), None), "rifles")
    knowledge, found = told(page)
    row = flow_row(knowledge, found.done[0])
    assert row[2] == "no time said; told on 23 May 2024"
    assert "→ (not said)" in row[0]


def test_a_flow_to_a_person_that_was_not_read_surely_waits():
    page = Page("The Invented Post", "2024-05-23")
    ends = page.name("Zarvan Front", GROUP), page.name("Karim Dost", PERSON)
    gives(page, ends, "cash", Said(changes={"confidence": 0.3}))
    knowledge = assemble([page.record()])
    found = flows_of(knowledge, FlowQuery(), findings_that_wait(knowledge))
    assert (found.done, found.in_review) == ((), 1)


def test_an_empty_rung_reads_nothing_held():
    page = Page("The Invented Post", "2024-05-23")
    has(page, page.name("Kandor Front", GROUP), "seeks", "drones", Said(words="They want drones."))
    knowledge, found = held(page)
    rows = list(ladder_rows(knowledge, found.rows[0]))
    assert {len(row) for row in rows} == {len(LADDER_COLUMNS)}
    assert [row[1] for row in rows] == ["seeks", "acquired", "holds", "uses"]
    assert [row[2] for row in rows[1:]] == [NOTHING] * 3
    assert rows[0][2].startswith("“They want drones”\nf-")
    [shape] = capabilities_json(knowledge, found)["capabilities"]
    assert [len(told) for told in shape["rungs"].values()] == [1, 0, 0, 0]
    assert shape["thing"] == {"kind": "drones", "name": "drones and parts"}


def test_blocks_are_set_apart_by_an_empty_row():
    assert list(spaced([[("a",)], [("b",), ("c",)]])) == [("a",), ("",), ("b",), ("c",)]
