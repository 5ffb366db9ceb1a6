"""FollowTheMoney's own model, as its package has it, and what it says of an entity.

The package needs ICU to be built, so that it is not installed everywhere; its model is.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

MODEL: Final[Mapping[str, Any]] = json.loads(
    (Path(__file__).resolve().parents[2] / "data" / "followthemoney" / "model.json").read_text(
        encoding="utf-8"
    )
)
Entity = Mapping[str, Any]

#: How values of a type are written; all others are any words on one line.
FORMS: Final = {
    "date": re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?"),
    "url": re.compile(r"https?://[^\s/]+\S*"),
    "mimetype": re.compile(r"[a-z]+/[a-z0-9.+-]+"),
    "country": re.compile("|".join(map(re.escape, MODEL["countries"]))),
    "name": re.compile(r"[^\s\u200e\u200f]([^\u200e\u200f]*[^\s\u200e\u200f])?"),
}


def faults(entities: Mapping[str, Entity]) -> Iterator[str]:
    """Give what is wrong with entities, by their ids; entities refer to each other among them."""
    for one in entities.values():
        schema = MODEL["schemata"][one["schema"]]
        for name in schema["required"]:
            if not one["properties"].get(name):
                yield f"{one['schema']} without {name}"
        for name, values in one["properties"].items():
            wanted = schema["properties"].get(name)
            if wanted is None:
                yield f"{one['schema']} has no {name}"
                continue
            yield from (
                f"{one['schema']}.{name}: {fault}: {value!r}"
                for value in values
                for fault in _faults_of(value, wanted, entities)
            )


def _faults_of(
    value: object, wanted: Mapping[str, Any], entities: Mapping[str, Entity]
) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        yield "no words"
        return
    if len(value) > wanted["maxLength"]:
        yield f"longer than {wanted['maxLength']}"
    form = FORMS.get(wanted["type"])
    if form is not None and form.fullmatch(value) is None:
        yield f"no {wanted['type']}"
    if wanted["type"] == "entity":
        other = entities.get(value)
        if other is None:
            yield "leads nowhere"
        elif wanted["range"] not in MODEL["schemata"][other["schema"]]["is"]:
            yield f"a {other['schema']}, and no {wanted['range']}"
