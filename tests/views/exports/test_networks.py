"""GraphML and GEXF are read back by NetworkX; GeoJSON and Parquet keep status and source too."""

import importlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.model.exports import Terms
from sayso.model.findings import Knowledge
from sayso.model.vocabulary import FindingStatus, PlaceLevel
from sayso.ports import Exporter
from sayso.views.exports.geojson import GeojsonExporter
from sayso.views.exports.graph import gexf, graphml
from sayso.views.exports.parquet import ParquetExporter
from sayso.views.interchange.leaving import without
from tests.views.kandor import case

networkx = importlib.import_module("networkx")
READERS = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}
EXPORTERS = [graphml(), gexf()]


def read_back(exporter: Exporter, knowledge: Knowledge):
    [content] = exporter.write(knowledge).values()
    return READERS[exporter.format](io.BytesIO(content))


def at(node: dict) -> tuple[float, float]:
    place = node.get("viz", {}).get("position", node)
    return place["x"], place["y"]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.format)
def test_every_edge_has_status_source_and_words_and_a_denial_stands_beside_it(exporter: Exporter):
    graph = read_back(exporter, case())
    edges = [told for *_, told in graph.edges(data=True)]
    assert len(edges) == 8
    assert all(e["status"] and e["words"] and e["documents"] and e["handling"] for e in edges)
    contested = next(e for e in edges if e["status"] == "contested")
    assert contested["label"].startswith("contested: ")
    assert contested["denied_by"] == "Zarnawa Front"
    assert "Nobody of the Zarnawa Front is in Ghazni" in contested["replies"]
    assert contested["reviewed"] == "DRAFT, NOT REVIEWED"


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.format)
def test_positions_are_kept_and_the_same_in_every_export(exporter: Exporter):
    one, other = (read_back(exporter, case()) for _ in range(2))
    places = {key: at(node) for key, node in one.nodes(data=True)}
    assert places == {key: at(node) for key, node in other.nodes(data=True)}
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.format)
def test_what_is_not_listed_says_so_on_its_node(exporter: Exporter):
    standings = {
        n.get("label"): n.get("standing") for _, n in read_back(exporter, case()).nodes(data=True)
    }
    assert standings["Zarnawa Front"] == "not listed"
    assert standings["Sorkh Network"] == "QDe.999"


@pytest.mark.parametrize("exporter", [*EXPORTERS, GeojsonExporter()], ids=lambda e: e.format)
def test_nothing_known_is_written_all_the_same(exporter: Exporter):
    [content] = exporter.write(Knowledge()).values()
    assert content


def test_a_name_that_xml_cannot_hold_is_written_without_its_control_signs():
    known = case()
    key = next(iter(known.entities))
    strange = replace(known.entities[key], names=("Zarnawa\x00 Front\x0b",))
    changed = replace(known, entities={**known.entities, key: strange})
    labels = {n.get("label") for _, n in read_back(graphml(), changed).nodes(data=True)}
    assert "Zarnawa\ufffd Front\ufffd" in labels


def features(knowledge: Knowledge, terms: Terms = Terms()) -> list[dict]:  # noqa: B008  # frozen
    [content] = GeojsonExporter().write(knowledge, terms).values()
    return json.loads(content)["features"]


def in_a_town() -> Knowledge:
    known = case()
    claims = {
        key: replace(
            claim,
            proposition=replace(
                claim.proposition,
                place=replace(
                    claim.proposition.place,
                    level=PlaceLevel.CITY,
                    latitude=33.553811,
                    longitude=68.420749,
                ),
            ),
        )
        if claim.proposition.place is not None
        else claim
        for key, claim in known.claims.items()
    }
    return replace(known, claims=claims, records=without_places(known))


def without_places(known: Knowledge):
    return {
        key: replace(r, extraction=replace(r.extraction, places=()))
        for key, r in known.records.items()
    }


def test_a_province_is_a_point_that_carries_who_says_and_denies_it():
    first = features(case())[0]
    assert first["geometry"] == {"type": "Point", "coordinates": [68.4, 33.5]}
    assert first["properties"]["status"] == "contested"
    assert first["properties"]["denied_by"] == "Zarnawa Front"


def test_no_point_is_finer_than_a_district_unless_it_is_asked_for():
    assert all(f["geometry"] is None for f in features(in_a_town()))
    precise = features(in_a_town(), Terms(precise=True))
    assert precise[0]["geometry"]["coordinates"] == [68.42075, 33.55381]


def test_parquet_has_the_rows_of_the_csv_tables(tmp_path: Path):
    duckdb = pytest.importorskip("duckdb")
    files = ParquetExporter().write(case())
    (tmp_path / "findings.parquet").write_bytes(files["findings.parquet"])
    rows = duckdb.connect().execute(
        "SELECT status, denied_by FROM read_parquet(?)", [str(tmp_path / "findings.parquet")]
    )
    assert ("contested", "Zarnawa Front") in rows.fetchall()
    assert duckdb.execute(
        "SELECT typeof(confidence), typeof(start), typeof(factuality) FROM read_parquet(?) LIMIT 1",
        [written(tmp_path, files, "claims")],
    ).fetchall() == [("DOUBLE", "INTEGER", "VARCHAR")]


def written(folder: Path, files: dict[str, bytes], name: str) -> str:
    path = folder / f"{name}.parquet"
    path.write_bytes(files[path.name])
    return str(path)


def test_an_empty_table_of_parquet_takes_the_place_of_one_that_was_not(tmp_path: Path):
    duckdb = pytest.importorskip("duckdb")
    files = ParquetExporter().write(Knowledge())
    assert files.keys() == ParquetExporter().write(case()).keys()
    query = "SELECT count(*), max(status) FROM read_parquet(?)"
    assert duckdb.execute(query, [written(tmp_path, files, "findings")]).fetchall() == [(0, None)]


def test_what_is_left_out_leaves_none_of_its_claims_behind():
    known = case()
    left = without(known, (FindingStatus.CONTESTED, FindingStatus.UNCLEAR))
    statuses = {finding.status for finding in left.findings.values()}
    assert not statuses & {FindingStatus.CONTESTED, FindingStatus.UNCLEAR}
    gone = [f for f in known.findings.values() if f.id not in left.findings]
    allegations = {claim for finding in gone for claim in finding.claims}
    assert allegations.isdisjoint(left.claims)
    assert all(tie.finding in left.findings for tie in left.ties)
    for finding in left.findings.values():
        assert {*finding.claims, *finding.replies} <= left.claims.keys()
