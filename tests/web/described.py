"""Is an answer as its description says? The part of JSON Schema that ours is written in."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

_TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}


def faults(value: object, schema: Schema, whole: Schema, at: str = "$") -> Iterator[str]:
    """Give where a value departs from a schema: `whole` has the shapes that it refers to."""
    if "$ref" in schema:
        target: Any = whole
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        yield from faults(value, target, whole, at)
        return
    every = [list(faults(value, one, whole, at)) for one in schema.get("anyOf", ())]
    if every and all(every):
        yield min(every, key=len)[0]
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else [value])
    if value not in allowed:
        yield f"{at}: {value!r} is none of {allowed}"
    kind = schema.get("type")
    if kind is not None and not _is(value, kind):
        yield f"{at}: {type(value).__name__} {str(value)[:60]!r} is no {kind}"
    elif isinstance(value, dict):
        yield from _object_faults(value, schema, whole, at)
    elif isinstance(value, list):
        yield from _array_faults(value, schema, whole, at)


def _is(value: object, kind: str) -> bool:
    if kind in {"number", "integer"}:
        kinds = (int, float) if kind == "number" else int
        return isinstance(value, kinds) and not isinstance(value, bool)
    return isinstance(value, _TYPES[kind])


def _object_faults(value: dict, schema: Schema, whole: Schema, at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{at}: no {key}"
    further = schema.get("additionalProperties", True)
    for key, one in value.items():
        if key in known:
            yield from faults(one, known[key], whole, f"{at}.{key}")
        elif further is False:
            yield f"{at}: {key} is not described"
        elif isinstance(further, dict):
            yield from faults(one, further, whole, f"{at}.{key}")


def _array_faults(value: list, schema: Schema, whole: Schema, at: str) -> Iterator[str]:
    first = schema.get("prefixItems", [])
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at}: {len(value)} items"
    for place, one in enumerate(value):
        wanted = first[place] if place < len(first) else schema.get("items", {})
        yield from faults(one, wanted, whole, f"{at}[{place}]")
