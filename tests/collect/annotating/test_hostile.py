"""Whatever stands in one place of another tool's file: it is kept, or refused as bad input."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import BadInput
from sayso.model.claims import Extraction
from sayso.store.codec import encode
from sayso.views.exports.ftm import FtmExporter
from sayso.views.interchange.annotations import AnnotationExporter
from sayso.views.stix.bundle import StixExporter
from tests.collect.neighbours.build import read
from tests.views.kandor import case, press

STRANGE = (None, True, -1, 10**400, float("nan"), "", "\ud800", [[]], {}, [{}])

LABELS = [
    {
        "data": {"text": "Zarnawa Front guards a camp."},
        "annotations": [
            {
                "result": [
                    {
                        "id": "a",
                        "type": "labels",
                        "value": {"start": 0, "end": 13, "labels": ["Person"]},
                    },
                    {
                        "id": "b",
                        "type": "labels",
                        "value": {"start": 21, "end": 27, "text": "a camp"},
                    },
                    {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["guards"]},
                ]
            }
        ],
    }
]
CAS = {
    "%FEATURE_STRUCTURES": [
        {"%ID": 1, "sofaString": "Zarnawa Front guards a camp."},
        {"%ID": 2, "begin": 0, "end": 13, "value": "Person"},
        {"%ID": 3, "begin": 21, "end": 27, "value": "Facility"},
        {"%ID": 4, "@Governor": 2, "@Dependent": 3, "label": "guards"},
    ]
}


def exported(form: str) -> object:
    if form == "ftm":
        [content] = FtmExporter().write(case()).values()
        lines = [json.loads(line) for line in content.decode().splitlines()]
        kinds = {line["schema"]: line for line in lines}
        wanted = {e for k in kinds.values() for v in k["properties"].values() for e in v}
        return [line for line in lines if line in kinds.values() or line["id"] in wanted]
    [content] = (StixExporter() if form == "stix" else AnnotationExporter()).write(case()).values()
    told = json.loads(content)
    if form == "stix":
        return {**told, "objects": told["objects"][:11]}
    return {"items": [i for i in told["items"] if "af450b69" in i["id"]][:2]}


def paths(value: object, here: tuple = ()) -> Iterator[tuple]:
    yield here
    inside = dict(enumerate(value)) if isinstance(value, list) else value
    for key, part in inside.items() if isinstance(inside, dict) else ():
        yield from paths(part, (*here, key))


def with_strange(value: object, path: tuple, strange: object) -> object:
    if not path:
        return strange
    changed = copy.deepcopy(value)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = strange
    return changed


def written(form: str, value: object) -> bytes:
    if form == "ftm" and isinstance(value, list):
        return "".join(json.dumps(one) + "\n" for one in value).encode()
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("form", "sound"),
    [
        *((form, exported(form)) for form in ("ftm", "stix", "annotations")),
        ("label-studio", LABELS),
        ("inception", CAS),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_nothing_strange_in_any_place_breaks_more_than_itself(
    tmp_path: Path, form: str, sound: object
):
    text = tmp_path / "press.txt"
    text.write_text(press().text, encoding="utf-8")
    beside = {"text": str(text)} if form == "annotations" else {}
    assert read(form, written(form, sound), **beside)
    for path in paths(sound):
        for strange in STRANGE:
            content = written(form, with_strange(sound, path, strange))
            try:
                found = read(form, content, **beside)
            except BadInput:
                continue
            for one in found:
                encode(Extraction, one.extraction)
                one.intake.document.text.encode()
