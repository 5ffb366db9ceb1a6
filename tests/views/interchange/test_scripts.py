"""A name in any script stands in every export as it is, and a hostile one does no harm there."""

from dataclasses import replace

import pytest

from sayso.ports import Exporter
from sayso.views.exports.csv import CsvExporter
from sayso.views.exports.ftm import FtmExporter
from sayso.views.exports.geojson import GeojsonExporter
from sayso.views.exports.graph import gexf, graphml
from sayso.views.interchange.dataset import DatasetExporter
from sayso.views.interchange.misp import MispExporter
from sayso.views.stix.bundle import StixExporter
from tests.views.kandor import case

#: One line of ten scripts, with a sign outside the basic plane.
NAME = (
    "Zarnawa · Зарнава · زرناوه · ज़रनावा · "
    "扎尔纳瓦 · ザルナワ · 자르나와 · Ζαρνάουα · זרנאווה · ზარნავა · 🜂"
)
EXPORTERS = (
    CsvExporter(),
    FtmExporter(),
    GeojsonExporter(),
    graphml(),
    gexf(),
    DatasetExporter(),
    MispExporter(),
    StixExporter(),
)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.format)
def test_a_name_of_ten_scripts_is_written_as_it_is(exporter: Exporter):
    known = case()
    front = next(e for e in known.entities.values() if e.name == "Zarnawa Front")
    renamed = {**known.entities, front.id: replace(front, names=(NAME, "half \ud800 a sign"))}
    files = exporter.write(replace(known, entities=renamed))
    assert any(NAME.encode() in content for content in files.values())
