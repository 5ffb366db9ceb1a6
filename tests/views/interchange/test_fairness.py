"""No format loses a denial, a hedge, a bound, a source, a notice, or that nobody reviewed it."""

import pytest

from sayso.ports import Exporter
from sayso.views.interchange.annotations import AnnotationExporter
from sayso.views.interchange.leaving import without
from tests.views.build import NOTICE
from tests.views.interchange.test_scripts import EXPORTERS
from tests.views.kandor import case

WORDS = (
    "Nobody of the Zarnawa Front is in Ghazni",
    "The Zarnawa Front may have acquired drones",
    "up to eight new camps",
    "a former official",
    "This report is propaganda",
    NOTICE,
    "DRAFT, NOT REVIEWED",
)
#: What GeoJSON has no place for: what was said of no place.
PLACELESS = {"The Zarnawa Front may have acquired drones", "a former official"}


@pytest.mark.parametrize("exporter", [*EXPORTERS, AnnotationExporter()], ids=lambda e: e.format)
def test_what_makes_an_allegation_fair_is_in_every_format(exporter: Exporter):
    told = b"".join(exporter.write(case()).values()).decode()
    wanted = [w for w in WORDS if exporter.format != "geojson" or w not in PLACELESS]
    plain = told.replace("\\u201c", "“").replace("&#10;", "\n")
    assert [words for words in wanted if words not in plain] == []
    assert "contested" in plain
    assert exporter.format == "geojson" or "unclear" in plain


@pytest.mark.parametrize("exporter", [*EXPORTERS, AnnotationExporter()], ids=lambda e: e.format)
def test_what_is_left_out_by_its_status_is_in_no_format(exporter: Exporter):
    known = case()
    statuses = {finding.status for finding in known.findings.values()}
    told = b"".join(exporter.write(without(known, tuple(statuses))).values()).decode()
    assert "“The Zarnawa Front has ties to the Sorkh Network”" not in told
    assert '"exact": "The Zarnawa Front has ties to the Sorkh Network"' not in told
