"""FollowTheMoney's own package takes every entity; it is left out where that is not installed."""

import json

import pytest

from sayso.views.exports.ftm import FtmExporter
from tests.views.kandor import case

followthemoney = pytest.importorskip("followthemoney")


def test_every_entity_is_valid_and_loses_nothing():
    [content] = FtmExporter().write(case()).values()
    for line in content.decode().splitlines():
        told = json.loads(line)
        schema = followthemoney.model.get(told["schema"])
        assert schema.validate(told) is None
        proxy = followthemoney.model.get_proxy(told)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in told["properties"].items()}
