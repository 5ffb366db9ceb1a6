"""What the service can do, as it tells OpenRefine."""

from typing import Final

from sayso import __version__
from sayso.views.json import JsonObject
from sayso.web.asking.limits import MOST_QUERIES
from sayso.web.openrefine.preview import HEIGHT, WIDTH
from sayso.web.openrefine.vocabulary import types
from sayso.web.titles import title_of

#: The ids of entries are ours; their types are FollowTheMoney's.
_IDENTIFIERS: Final = "urn:sayso:entry"
_SCHEMA: Final = "https://followthemoney.tech/explorer/schemata/"


def manifest(address: str, dataset: str) -> JsonObject:
    """Give the service manifest.

    Args:
        address: of the service for this dataset, as the client reached it.
        dataset: a list, or all of them.
    """
    at: JsonObject = {"service_url": address}
    return {
        "versions": ["0.2"],
        "name": f"{title_of(dataset)} (Sayso)",
        "identifierSpace": _IDENTIFIERS,
        "schemaSpace": _SCHEMA,
        "serviceVersion": __version__,
        "defaultTypes": types(),
        "batchSize": MOST_QUERIES,
        "view": {"url": f"{address}/preview?id={{{{id}}}}"},
        "preview": {"url": f"{address}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {
            "entity": {**at, "service_path": "/suggest/entity"},
            "type": {**at, "service_path": "/suggest/type"},
            "property": {**at, "service_path": "/suggest/property"},
        },
        "extend": {"propose_properties": {**at, "service_path": "/extend/properties"}},
    }
