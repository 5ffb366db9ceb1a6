"""The lines of a FollowTheMoney file: each one entity, or refused by its number."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.errors import BadListRelease
from sayso.model.documents import Original

Properties = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FtmEntity:
    """One entity as a line of the file states it.

    Attributes:
        is_target: False where the file says that it is no target; None where it says nothing.
        seen: when the publisher last saw it in its source, as it stands there.
        about: what the line says beside properties (datasets, referents, first_seen), in order.
    """

    id: str
    schema: str
    caption: str
    properties: Properties
    is_target: bool | None
    seen: str
    changed: str
    about: tuple[tuple[str, str], ...]
    place: str

    def values(self, *names: str) -> tuple[str, ...]:
        """Give the values of these properties, each once."""
        found = (value for name in names for value in self.properties.get(name, ()))
        return tuple(dict.fromkeys(found))

    def first(self, *names: str) -> str | None:
        """Give the first value of the first of these properties that has one."""
        return next(iter(self.values(*names)), None)


def entities_of(original: Original) -> Iterator[FtmEntity]:
    """Give the entities, line by line; empty lines are passed over.

    Raises:
        BadListRelease: a line is no entity: not UTF-8, cut off, without id or schema, nested.
    """
    name = original.locator
    for number, line in enumerate(io.BytesIO(original.content), 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _entity(line, f"{name}, line {number}")


def _entity(line: bytes, place: str) -> FtmEntity:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as bad:
        raise BadListRelease(f"{place}: no JSON ({bad}); fetch the file again") from bad
    if not isinstance(row, dict):
        raise BadListRelease(f"{place}: no FollowTheMoney entity but {type(row).__name__}")
    own, schema, properties = _text(row.get("id")), row.get("schema"), row.get("properties")
    if not (own and isinstance(schema, str) and schema):
        raise BadListRelease(f"{place}: an entity without id or schema")
    if not isinstance(properties, dict):
        raise BadListRelease(f"{place} ({own}): an entity without properties")
    target = row.get("target")
    return FtmEntity(
        id=own,
        schema=schema,
        caption=_text(row.get("caption")),
        properties=_properties(properties, f"{place} ({own})"),
        is_target=target if isinstance(target, bool) else None,
        seen=_text(row.get("last_seen")),
        changed=_text(row.get("last_change")),
        about=tuple(_about(row)),
        place=f"{place} ({own})",
    )


def _properties(told: Mapping[object, object], place: str) -> Properties:
    found: dict[str, tuple[str, ...]] = {}
    for name, values in told.items():
        listed = values if isinstance(values, list) else [values]
        if any(isinstance(value, dict | list) for value in listed):
            raise BadListRelease(
                f"{place}: {name} holds whole entities; take the file with one entity a line "
                "(entities.ftm.json)"
            )
        texts = tuple(text for value in listed if (text := _text(value)))
        if texts:
            found[_text(name)] = tuple(dict.fromkeys(texts))
    return found


def _about(row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in ("datasets", "referents", "first_seen"):
        told = row.get(name)
        for value in sorted(map(_text, told)) if isinstance(told, list) else [_text(told)]:
            if value:
                yield name, value


def _text(value: object) -> str:
    """Give a value as text without lone surrogates, white space at its ends left out."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return str(value).encode("utf-8", "replace").decode().strip()
