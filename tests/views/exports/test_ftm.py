"""FollowTheMoney entities: attributed links, deterministic ids, no point finer than a name."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.exports import Terms
from sayso.model.ids import EntryId
from sayso.model.lists import ListedName
from sayso.model.vocabulary import Measure
from sayso.views.exports.ftm import EDGES, SCHEMAS, FtmExporter
from sayso.views.json import JsonValue
from tests.fakes import tiny_entry
from tests.views.build import NOTICE
from tests.views.exports.ftm_model import MODEL, faults
from tests.views.kandor import case

Row = dict[str, JsonValue]

LINKS = {
    "Membership",
    "Directorship",
    "Representation",
    "UnknownLink",
    "Payment",
    "Family",
    "Ownership",
}


def exported() -> list[Row]:
    [content] = FtmExporter().write(case()).values()
    return [json.loads(line) for line in content.decode().splitlines()]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return exported()


def links_of(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["schema"] in LINKS]


def test_followthemoneys_model_takes_every_entity(rows: list[Row]):
    assert [*faults({row["id"]: row for row in rows})] == []


def test_every_schema_that_can_be_written_is_in_the_model():
    assert {*SCHEMAS.values(), *(edge[0] for edge in EDGES.values())} <= set(MODEL["schemata"])


WORDS = st.text(max_size=600).filter(lambda words: any(map(str.isalnum, words)))
DATES = st.sampled_from([None, "2024", "2024-05-03", "2024-05?", "2024~", "2023/2024", "20XX"])
ADDRESSES = st.sampled_from(
    ["a.txt", "https://example.org/a", "https://exa mple.org", "http://", "https://пример.рф/а"]
)


@settings(deadline=None, max_examples=40)
@given(WORDS, DATES, ADDRESSES)
def test_whatever_a_name_a_date_or_an_address_is_like_the_model_takes_it(
    name: str, date: str | None, address: str
):
    known = case()
    entities = {
        key: replace(entity, names=(name, *entity.names)) for key, entity in known.entities.items()
    }
    records = {
        key: replace(r, document=replace(r.document, published=date, title=name, locator=address))
        for key, r in known.records.items()
    }
    [content] = FtmExporter().write(replace(known, entities=entities, records=records)).values()
    told = [json.loads(line) for line in content.decode().splitlines()]
    assert [*faults({one["id"]: one for one in told})] == []


def test_a_finding_without_two_named_ends_is_a_note_with_all_that_a_link_has():
    known = case()
    alone = {
        key: replace(finding, object=None, place=None, subject=None)
        for key, finding in known.findings.items()
    }
    [content] = FtmExporter().write(replace(known, findings=alone)).values()
    told = {o["id"]: o for o in map(json.loads, content.decode().splitlines())}
    assert [*faults(told)] == []
    notes = [o["properties"] for o in told.values() if o["schema"] == "Note"]
    assert len(notes) == len(alone)
    contested = next(n for n in notes if "status: contested" in n["summary"])
    assert "denied by: Zarnawa Front" in contested["summary"]
    assert contested["proof"]
    assert contested["description"]


def test_every_link_has_status_source_words_and_proof(rows: list[Row]):
    links = links_of(rows)
    assert len(links) == 8
    for row in links:
        found = row["properties"]
        assert any(line.startswith("status: ") for line in found["summary"])
        assert found["description"]
        assert found["proof"]
        assert found["summary"]


@pytest.mark.parametrize("word", ["contested", "unclear", "hedged"])
def test_what_is_not_plainly_affirmed_bears_that_word_in_its_role(rows: list[Row], word: str):
    told = [row["properties"] for row in links_of(rows)]
    roles = [(one.get("role") or one.get("purpose"))[0] for one in told]
    statuses = [line[8:] for one in told for line in one["summary"] if line[:8] == "status: "]
    marked = [role.startswith(f"{word}: ") for role in roles]
    assert marked == [status == word for status in statuses]
    assert any(marked)


def test_a_denial_travels_with_its_link(rows: list[Row]):
    contested = next(r for r in links_of(rows) if r["properties"].get("status") == ["contested"])
    summary = " ".join(contested["properties"]["summary"])
    assert "denied by: Zarnawa Front" in summary
    assert "Nobody of the Zarnawa Front is in Ghazni" in summary
    assert NOTICE in summary


def test_the_ends_and_the_proof_of_every_link_are_in_the_file(rows: list[Row]):
    ids = {row["id"] for row in rows}
    ends = {
        value
        for row in rows
        for name, values in row["properties"].items()
        if name in {"subject", "object", "member", "organization", "director", "agent", "client"}
        or name in {"entity", "document", "resolved", "proof"}
        for value in values
    }
    assert ends <= ids


def test_ids_are_unique_and_the_same_in_every_export(rows: list[Row]):
    assert len({row["id"] for row in rows}) == len(rows)
    assert exported() == rows


def test_a_sanction_is_written_for_a_listed_party_and_not_for_a_possible_one(rows: list[Row]):
    [sanction] = [row for row in rows if row["schema"] == "Sanction"]
    assert sanction["properties"]["unscId"] == ["QDe.999"]
    possible = next(row for row in rows if row["properties"].get("name") == ["Baryal Sahak"])
    assert "(possible: QDi.998)" in possible["properties"]["notes"]


def test_a_sanction_tells_since_when_it_obliges_to_what_and_weak_names_are_weak():
    entry = tiny_entry(
        "QDe.999",
        "Sorkh Network",
        names=(
            ListedName(text="Sorkh Network", kind="primary"),
            ListedName(text="The Reds", kind="aka", quality="weak"),
        ),
        listed_on="2014-05-14",
        measures=(Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN),
    )
    terms = Terms(entries={EntryId("un:QDe.999"): entry})
    [content] = FtmExporter().write(case(), terms).values()
    told = [json.loads(line) for line in content.splitlines()]
    [sanction] = [one["properties"] for one in told if one["schema"] == "Sanction"]
    assert sanction["listingDate"] == ["2014-05-14"]
    assert sanction["provisions"] == ["assets freeze", "travel ban"]
    network = next(o for o in told if o["properties"].get("name") == ["Sorkh Network"])
    assert network["properties"]["weakAlias"] == ["The Reds"]


def test_people_without_a_name_do_not_become_persons(rows: list[Row]):
    names = {name for row in rows for name in row["properties"].get("name", ())}
    assert "a former official" not in names
    assert "residents" not in names


def test_a_person_who_was_not_read_surely_is_linked_to_nobody(rows: list[Row]):
    person = next(row for row in rows if row["properties"].get("name") == ["Omid Tarzi"])
    assert all(person["id"] not in str(row["properties"]) for row in links_of(rows))


def test_a_leader_is_a_director_since_the_stated_year(rows: list[Row]):
    [leads] = [row for row in rows if row["schema"] == "Directorship"]
    assert leads["properties"]["startDate"] == ["2021"]
    assert "endDate" not in leads["properties"]
