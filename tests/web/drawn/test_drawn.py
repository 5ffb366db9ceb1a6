"""The drawings' twins: whole tables, files for other programs, and nobody's words lost."""

import csv
import importlib
import io

import httpx
import pytest

from tests.review.build import GHAZNI, GROUP, PERSON, Page, Said
from tests.web.project import HOSTILE, begun, settled
from tests.web.standing import client, detail

networkx = importlib.import_module("networkx")


def asked(address: str) -> httpx.Response:
    answer = client(settled().bench).get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return answer


def rows(address: str) -> list[dict[str, str]]:
    answer = asked(address)
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"].startswith('attachment; filename="sayso-')
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("view", ["network", "map", "timeline"])
def test_a_drawing_has_its_json_under_both_names(view: str):
    assert asked(f"{view}?unsure=true").json() == asked(f"{view}.json?unsure=true").json()


def test_the_table_of_a_network_has_its_edges_with_who_says_and_who_denies():
    query = "?hops=2&unsure=true"
    told, table = asked(f"network{query}").json(), rows(f"network.csv{query}")
    assert [row["id"] for row in table] == [edge["id"] for edge in told["edges"]]
    denied = [row for row in table if row["denied_by"]]
    assert denied
    for row, edge in zip(table, told["edges"], strict=True):
        assert row["affirmed_by"] or row["denied_by"] or row["left_open_by"]
        assert (row["affirmed_by"], row["denied_by"]) == (edge["affirmed_by"], edge["denied_by"])
        assert row["status"] == edge["status"]


def test_filters_hold_in_the_twins_too():
    table = rows("network.csv?hops=2&unsure=true&status=denied")
    assert {row["status"] for row in table} <= {"denied"}
    whole = rows("network.csv?hops=2&unsure=true")
    assert len(table) < len(whole)


def test_gephi_reads_a_network_with_its_places_standings_and_voices():
    query = "?hops=2&unsure=true"
    answer, told = asked(f"network.gexf{query}"), asked(f"network{query}").json()
    assert 'filename="sayso-network.gexf"' in answer.headers["content-disposition"]
    graph = networkx.read_gexf(io.BytesIO(answer.content))
    assert set(graph.nodes) == {node["id"] for node in told["nodes"]}
    for node in told["nodes"]:
        placed = graph.nodes[node["id"]]["viz"]["position"]
        assert (placed["x"], placed["y"]) == pytest.approx((node["x"] * 1000, node["y"] * 1000))
        assert graph.nodes[node["id"]]["standing"] == (node["standing"] or "")
    edges = {edge["finding"]: edge for _, _, edge in graph.edges(data=True)}
    for edge in told["edges"]:
        assert edges[edge["id"]]["status"] == edge["status"]
        assert edges[edge["id"]]["denied_by"] == edge["denied_by"]


def test_a_network_names_the_notices_of_the_documents_behind_it():
    told = asked("network?about=Zarmast Tolwak&unsure=true").json()
    assert told["notices"] == ["Invented for testing"]


def test_a_network_begins_at_the_ends_of_a_finding():
    [edge, *_] = asked("network?unsure=true").json()["edges"]
    told = asked(f"network?about={edge['id']}&unsure=true").json()
    assert set(told["about"]) == {edge["source"], edge["target"]}


def test_several_parties_are_expanded_one_after_the_other():
    first = asked("network?unsure=true&hops=1").json()
    one, other = [node["id"] for node in first["nodes"]][:2]
    told = asked(f"network?unsure=true&hops=1&expand={one}&expand={other}").json()
    assert {node["id"] for node in first["nodes"]} <= {node["id"] for node in told["nodes"]}
    again = client(settled().bench).get(f"/api/v1/network?expand={one},{other}")
    assert again.status_code == 404
    assert "no entity" in detail(again)


def test_the_table_of_a_map_has_every_finding_of_a_region():
    told, table = asked("map?unsure=true").json(), rows("map.csv?unsure=true")
    regions = [*told["provinces"], *told["countries"]]
    for region in regions:
        own = [row for row in table if row["region"] == region["code"]]
        assert len(own) == region["total"]
    assert len(table) == sum(region["total"] for region in regions)


def test_what_waits_is_counted_for_the_party_that_a_map_is_about():
    made, page = begun(), Page("Radio Kohdast", "2024-05-30")
    front, unsure = (
        page.name("Zarvan Front", GROUP),
        Said(place=GHAZNI, changes={"confidence": 0.5}),
    )
    for name in ("Ostan Belkam", "Ostan Darvo"):
        page.claim(page.name(name, PERSON), "leads", front, unsure)
    made.add(page, 3)
    asks = client(made.bench)
    assert asks.get("/api/v1/map").json()["waiting"] == 2
    assert asks.get("/api/v1/map?about=Ostan Belkam").json()["waiting"] == 1
    assert asks.get("/api/v1/map?about=Ostan Belkam&unsure=true").json()["waiting"] == 0


def test_the_table_of_a_timeline_leaves_nothing_out():
    query = "?unsure=true&lanes=speaker"
    told = asked(f"timeline{query}&most_lanes=1&most_spans=1").json()
    table = rows(f"timeline.csv{query}&most_lanes=1&most_spans=1")
    assert len(table) == told["spans_left_out"] + 1
    assert {row["lane"] for row in table} > {told["lanes"][0]["name"]}
    assert any(row["denied_by"] for row in table)
    assert any(row["notice"] == "Invented for testing" for row in table)


def test_a_name_that_a_browser_would_run_stays_a_name():
    query = "?about=Zarmast Tolwak&unsure=true"
    assert HOSTILE in {node["name"] for node in asked(f"network{query}").json()["nodes"]}
    graph = networkx.read_gexf(io.BytesIO(asked(f"network.gexf{query}").content))
    assert HOSTILE in {data["label"] for _, data in graph.nodes(data=True)}
    assert any(HOSTILE in row["says"] for row in rows(f"network.csv{query}"))
