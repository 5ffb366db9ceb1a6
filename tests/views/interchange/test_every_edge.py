"""In every format each edge has its status, source, denial, hedge, handling, licence and notice."""

import csv
import importlib
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from sayso.model.findings import Knowledge
from sayso.model.vocabulary import FindingStatus, Handling
from sayso.views.exports.csv import CsvExporter
from sayso.views.exports.ftm import FtmExporter
from sayso.views.exports.geojson import GeojsonExporter
from sayso.views.exports.graph import gexf, graphml
from sayso.views.exports.parquet import ParquetExporter
from sayso.views.interchange.annotations import AnnotationExporter
from sayso.views.interchange.dataset import DatasetExporter
from sayso.views.interchange.leaving import without
from sayso.views.interchange.misp import MispExporter
from sayso.views.stix.bundle import StixExporter
from tests.views.interchange.rich import Case, cases, rich

Files = Mapping[str, bytes]
#: All that is said of a finding in a format, and all that is said of a party, by id and by name.
Told = tuple[dict[str, str], dict[str, str]]

CASES = cases()
TLP = {Handling.PUBLIC: "white|clear", Handling.INTERNAL: "amber", Handling.RESTRICTED: "red"}


def text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace('\\"', '"')


def case_in(words: str) -> Case:
    """Give the case whose words these are."""
    return next(case for case in CASES if case.words in words)


def in_tables(tables: Mapping[str, list[dict[str, str]]]) -> Told:
    found: dict[str, str] = {row["id"]: text(row) for row in tables["findings"]}
    for row in tables["ties"]:
        lost = set(re.findall(r"\w+", found[row["finding"]])) - set(re.findall(r"\w+", text(row)))
        assert {word for word in lost if not word.startswith(("id", "time"))} == set()
    return found, {row["name"]: text(row) for row in tables["entities"]}


def in_csv(files: Files) -> Told:
    return in_tables(
        {
            name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(content.decode())))
            for name, content in files.items()
            if name.endswith(".csv")
        }
    )


def in_parquet(files: Files, folder: Path) -> Told:
    database = importlib.import_module("duckdb").connect()
    tables: dict[str, list[dict[str, str]]] = {}
    for name, content in files.items():
        (folder / name).write_bytes(content)
        found = database.execute("SELECT * FROM read_parquet(?)", [str(folder / name)])
        columns = [column[0] for column in found.description]
        rows = [dict(zip(columns, map(str, row), strict=True)) for row in found.fetchall()]
        tables[name.removesuffix(".parquet")] = rows
    return in_tables(tables)


def in_ftm(files: Files) -> Told:
    [content] = files.values()
    things = [json.loads(line) for line in content.splitlines()]
    links = {o["properties"]["recordId"][0]: text(o) for o in things if "proof" in o["properties"]}
    legal = {"Person", "Organization", "PublicBody"}
    parties = {o["properties"]["name"][0]: text(o) for o in things if o["schema"] in legal}
    return links, parties


def in_stix(files: Files) -> Told:
    [content] = files.values()
    objects = {one["id"]: one for one in json.loads(content)["objects"]}

    def whole(one: dict) -> str:
        marked = [objects[key] for key in one.get("object_marking_refs", ())]
        return text([one, *marked])

    about: dict[str, list[str]] = {}
    for one in objects.values():
        for key in one.get("object_refs", ()) if one["type"] in {"opinion", "note"} else ():
            about.setdefault(key, []).append(whole(one))
    found = {}
    for one in objects.values():
        if one["type"] == "relationship":
            key = case_in(one["description"]).finding.id
            found[key] = whole(one) + "".join(about.get(one["id"], ()))
    parties = {
        o["name"]: whole(o)
        for o in objects.values()
        if o["type"] in {"identity", "threat-actor"} and "source" not in o.get("labels", ())
    }
    return found, parties


def in_misp(files: Files) -> Told:
    [content] = files.values()
    event = json.loads(content)["Event"]
    edges = [r for o in event["Object"] for r in o["ObjectReference"]]
    found = {
        case_in(one["comment"]).finding.id: text(
            [one, *(edge for edge in edges if one["uuid"] in edge["comment"])]
        )
        for one in event["Attribute"]
    }
    return found, {o["Attribute"][0]["value"]: text(o) for o in event["Object"]}


def in_geojson(files: Files) -> Told:
    [content] = files.values()
    return {f["id"]: text(f) for f in json.loads(content)["features"]}, {}


def in_network(read: Callable[[io.BytesIO], object], files: Files) -> Told:
    [content] = files.values()
    graph = read(io.BytesIO(content))
    edges = {told["finding"]: text(told) for *_, told in graph.edges(data=True)}
    return edges, {told["label"]: text(told) for _, told in graph.nodes(data=True)}


def in_annotations(files: Files) -> Told:
    [content] = files.values()
    found: dict[str, str] = {}
    for one in json.loads(content)["items"]:
        key = one["body"][1]["sayso:finding"]
        found[key] = found.get(key, "") + text(one)
    return found, {}


networkx = importlib.import_module("networkx")
READERS: dict[str, Callable[[Files], Told]] = {
    "csv": in_csv,
    "dataset": in_csv,
    "ftm": in_ftm,
    "stix": in_stix,
    "misp": in_misp,
    "geojson": in_geojson,
    "graphml": lambda files: in_network(networkx.read_graphml, files),
    "gexf": lambda files: in_network(networkx.read_gexf, files),
    "annotations": in_annotations,
}
EXPORTERS = {
    one.format: one
    for one in (
        CsvExporter(),
        DatasetExporter(),
        FtmExporter(),
        StixExporter(),
        MispExporter(),
        GeojsonExporter(),
        graphml(),
        gexf(),
        AnnotationExporter(),
    )
}


def told(form: str, knowledge: Knowledge) -> Told:
    return READERS[form](EXPORTERS[form].write(knowledge))


def lacking(case: Case, edge: str) -> Iterator[str]:
    """Give what an edge does not say of its finding."""
    status = case.finding.status.value
    handlings = f"{case.handling.value}|{TLP[case.handling]}"
    wanted = {
        "status": f"{status}|{status.replace('_', ' ')}",
        "who says so": re.escape(case.speakers[-1]),
        "through whom": re.escape(case.speakers[0]),
        "the words": re.escape(case.words),
        "who denies it": re.escape(case.party),
        "the denial": re.escape(case.denial),
        "its bound": "up to eight",
        "its hedge": "purportedly",
        "why it stands so": re.escape(case.finding.explanation),
        "that nobody reviewed it": "DRAFT, NOT REVIEWED",
        "handling": handlings,
        "licence": re.escape(case.licence),
        "notice": re.escape(case.notice),
    }
    yield from (what for what, words in wanted.items() if re.search(words, edge) is None)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.finding.status.value)
def test_an_edge_loses_nothing(form: str, case: Case):
    edges, _ = told(form, rich(CASES))
    assert [*lacking(case, edges[case.finding.id])] == []


def test_a_row_of_parquet_loses_nothing(tmp_path: Path):
    pytest.importorskip("duckdb")
    edges, _ = in_parquet(ParquetExporter().write(rich(CASES)), tmp_path)
    assert [*(what for case in CASES for what in lacking(case, edges[case.finding.id]))] == []


@pytest.mark.parametrize(
    "form", [form for form in READERS if form not in {"geojson", "annotations"}]
)
def test_a_party_has_its_standing_and_what_binds_whoever_shows_it(form: str):
    _, parties = told(form, rich(CASES))
    for number, case in enumerate(CASES):
        party = parties[case.party]
        assert re.search(f"{case.handling.value}|{TLP[case.handling]}", party)
        assert case.licence in party
        assert case.notice in party
        assert ("QDe.900" if number == 0 else "not listed") in party


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("status", FindingStatus)
def test_a_switch_leaves_out_what_has_a_status_and_nothing_else(form: str, status: FindingStatus):
    whole = rich(CASES)
    [left] = [case for case in CASES if case.finding.status is status]
    files = EXPORTERS[form].write(without(whole, (status,)))
    assert left.words.encode() not in b"".join(files.values())
    edges, _ = READERS[form](files)
    assert edges.keys() == {case.finding.id for case in CASES} - {left.finding.id}
