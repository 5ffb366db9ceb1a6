"""FollowTheMoney's own package takes every entity; it is left out where that is not installed."""

import json
from collections.abc import Callable

import pytest

from sayso.model.findings import Knowledge
from sayso.views.exports.ftm import FtmExporter
from tests.views.exports.ftm_model import MODEL
from tests.views.interchange.rich import cases, rich
from tests.views.kandor import case

followthemoney = pytest.importorskip("followthemoney")


@pytest.mark.parametrize("made", [case, lambda: rich(cases())], ids=["kandor", "rich"])
def test_every_entity_is_valid_and_cleaning_it_changes_nothing(made: Callable[[], Knowledge]):
    [content] = FtmExporter().write(made()).values()
    for line in content.decode().splitlines():
        told = json.loads(line)
        schema = followthemoney.model.get(told["schema"])
        assert schema.validate(told) is None
        proxy = followthemoney.model.get_proxy(told, cleaned=False)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in told["properties"].items()}


def test_the_model_that_the_other_tests_hold_is_the_packages():
    for name, held in MODEL["schemata"].items():
        schema = followthemoney.model.get(name)
        assert held["required"] == sorted(schema.required)
        assert held["is"] == sorted(one.name for one in schema.schemata)
        for prop, told in held["properties"].items():
            assert told["type"] == schema.properties[prop].type.name
