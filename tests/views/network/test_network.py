"""The network around a question: a hop at a time, what is left out said, places that stay."""

from functools import cache
from itertools import pairwise

import pytest

from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId
from sayso.model.vocabulary import FindingStatus
from sayso.review.choose import find_entity
from sayso.views.evidence import findings_that_wait
from sayso.views.network.layout import positions
from sayso.views.network.neighbourhood import (
    Neighbourhood,
    NetworkQuery,
    edges_at,
    neighbourhood,
)
from sayso.views.network.shape import network_shape
from tests.review.build import GROUP, PERSON, Page, Said, says
from tests.timed import Diary


@cache
def known() -> Knowledge:
    """Give a chain of four groups with a person at its end, read unsurely."""
    made, page = Diary(), Page("The Kandor Post", "2024-05-20")
    names = ("Zarvan Front", "Kohdast Movement", "Ostan Brigade", "Sorkh Union")
    groups = [page.name(name, GROUP) for name in names]
    for one, other in pairwise(groups):
        page.claim(one, "supports", other)
    page.claim(groups[1], "supports", groups[2], Said(by=(says(groups[1]),), factuality="CT-"))
    page.claim(
        page.name("Zarmast Tolwak", PERSON), "leads", groups[0], Said(changes={"confidence": 0.3})
    )
    made.add(page, 1)
    return made.bench.knowledge()


def entity(name: str) -> EntityId:
    return find_entity(known(), name).id


def asked(**query: object) -> Neighbourhood:
    knowledge = known()
    waits = findings_that_wait(knowledge)
    return neighbourhood(knowledge, edges_at(knowledge), waits, NetworkQuery(**query))


def names(found: Neighbourhood) -> list[str]:
    return sorted(known().entities[key].name for key in found.nodes)


def test_it_grows_a_hop_at_a_time():
    start = (entity("Zarvan Front"),)
    assert names(asked(about=start, hops=0)) == ["Zarvan Front"]
    assert names(asked(about=start)) == ["Kohdast Movement", "Zarvan Front"]
    assert len(asked(about=start, hops=3).nodes) == 4


def test_a_party_that_is_drawn_can_be_expanded_alone():
    start, next_one = entity("Zarvan Front"), entity("Kohdast Movement")
    found = asked(about=(start,), expanded=(next_one,))
    assert names(found) == ["Kohdast Movement", "Ostan Brigade", "Zarvan Front"]
    assert found.nodes[entity("Ostan Brigade")] == 2


def test_what_is_filtered_out_is_not_there():
    start = (entity("Kohdast Movement"),)
    found = asked(about=start, statuses=frozenset({FindingStatus.ASSERTED}))
    assert names(found) == ["Kohdast Movement", "Zarvan Front"]
    assert {finding.status for finding in found.edges} == {FindingStatus.ASSERTED}
    assert names(asked(about=start, types=frozenset({"Person"}))) == ["Kohdast Movement"]


def test_what_was_read_unsurely_of_a_person_waits_and_is_counted():
    start = (entity("Zarvan Front"),)
    found = asked(about=start)
    assert ("Zarmast Tolwak" in names(found), found.waiting) == (False, 1)
    assert "Zarmast Tolwak" in names(asked(about=start, unsure=True))


def test_what_does_not_fit_is_said():
    knowledge = known()
    found = asked(about=(entity("Kohdast Movement"),), hops=3, most=2)
    shape = network_shape(knowledge, edges_at(knowledge), found, 3)
    assert len(shape["nodes"]) == 2
    assert shape["nodes_left_out"] == 2
    assert "2 more parties not drawn" in shape["remainder"]


def test_every_edge_has_its_status_and_every_node_its_standing():
    knowledge = known()
    shape = network_shape(knowledge, edges_at(knowledge), asked(hops=3), 3)
    assert {node["standing"] for node in shape["nodes"]} == {"not listed"}
    contested = [edge for edge in shape["edges"] if edge["status"] == "contested"]
    assert [(e["positive_roots"], e["claims"]) for e in contested] != []


def test_without_a_question_it_starts_at_what_matters_most():
    found = asked()
    assert set(found.about) <= set(found.nodes)
    assert len(found.about) == 2


def test_a_project_without_findings_has_an_empty_network():
    empty = Knowledge()
    found = neighbourhood(empty, {}, frozenset(), NetworkQuery())
    assert network_shape(empty, {}, found, 1)["nodes"] == []


def test_the_same_network_is_always_drawn_the_same():
    keys = [f"e-{n}" for n in range(40)]
    lines = [(n, (n * 7 + 1) % 40) for n in range(40)]
    placed = positions(keys, lines)
    assert placed == positions(keys, list(reversed(lines)))
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in placed)
    assert len(set(placed)) == 40


def test_neighbours_stand_nearer_than_strangers():
    keys = [f"e-{n}" for n in range(12)]
    lines = [(a, b) for n in (0, 6) for a in range(n, n + 6) for b in range(a + 1, n + 6)]
    placed = positions(keys, lines)

    def apart(a: int, b: int) -> float:
        return ((placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2) ** 0.5

    within = sum(apart(a, b) for a, b in lines) / len(lines)
    between = sum(apart(a, b) for a in range(6) for b in range(6, 12)) / 36
    assert within < between / 2


@pytest.mark.parametrize("keys", [[], ["e-1"]])
def test_one_alone_stands_in_the_middle(keys: list[str]):
    assert positions(keys, []) == tuple((0.0, 0.0) for _ in keys)
