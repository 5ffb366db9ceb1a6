"""A MISP event that PyMISP loads, in which nothing is an indicator and no denial is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pymisp
import pytest

from sayso.model.findings import Knowledge
from sayso.views.interchange.misp import MispExporter
from tests.views.interchange.rich import cases, rich
from tests.views.kandor import case


def loaded(knowledge: Knowledge) -> pymisp.MISPEvent:
    [content] = MispExporter().write(knowledge).values()
    event = pymisp.MISPEvent()
    event.load(content.decode())
    return event


@pytest.fixture(scope="module")
def event() -> pymisp.MISPEvent:
    return loaded(case())


def test_pymisp_loads_every_party_and_finding(event: pymisp.MISPEvent):
    assert (len(event.attributes), len(event.objects)) == (8, 7)
    assert len({one.uuid for one in (*event.attributes, *event.objects)}) == 15
    assert {one.name for one in event.objects} <= {
        "person",
        "organization",
        "geolocation",
        "annotation",
    }


def test_an_allegation_carries_its_status_and_its_denial(event: pymisp.MISPEvent):
    contested = next(a for a in event.attributes if a.value.endswith("[contested]"))
    assert "denied by: Zarnawa Front" in contested.comment
    assert "Nobody of the Zarnawa Front is in Ghazni" in contested.comment
    assert 'sayso:status="contested"' in [tag.name for tag in contested.tags]
    assert "DRAFT, NOT REVIEWED" in contested.comment
    references = [r for one in event.objects for r in one.references]
    told = next(r for r in references if r.relationship_type.startswith("contested: "))
    assert "denied by: Zarnawa Front" in told.comment


def test_nothing_is_an_indicator_and_what_is_not_public_stays_at_home(event: pymisp.MISPEvent):
    told = [*event.attributes, *(a for one in event.objects for a in one.attributes)]
    assert not any(one.to_ids for one in told)
    assert int(event.distribution) == 0
    assert [tag.name for tag in event.tags] == ["tlp:amber"]


TEMPLATES = Path(pymisp.__file__).parent / "data" / "misp-objects" / "objects"


@pytest.mark.parametrize("made", [case, lambda: rich(cases())], ids=["kandor", "rich"])
def test_every_object_is_as_its_template_has_it(made: Callable[[], Knowledge]):
    for one in loaded(made()).objects:
        template = json.loads((TEMPLATES / one.name / "definition.json").read_bytes())
        assert one.template_uuid == template["uuid"]
        assert int(one.template_version) <= template["version"]
        assert one["meta-category"] == template["meta-category"]
        relations = [attribute.object_relation for attribute in one.attributes]
        for attribute in one.attributes:
            told = template["attributes"][attribute.object_relation]
            assert attribute.type == told["misp-attribute"]
            assert told.get("multiple") or relations.count(attribute.object_relation) == 1
        assert set(relations) & {*template.get("requiredOneOf", relations)}


def test_nothing_known_is_an_event_of_nothing():
    assert loaded(Knowledge()).attributes == []
