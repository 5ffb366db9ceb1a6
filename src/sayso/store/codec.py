"""Writes model dataclasses as JSON and reads them back, exactly and strictly, by type hints."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sayso.errors import BadInput

T = TypeVar("T")

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class _Misfit(ValueError):
    """A value is not of the type that is asked for; the message says where."""


@dataclass(frozen=True, slots=True)
class _Coder:
    """How the values of one type go to JSON and come back."""

    write: Callable[[object], object]
    read: Callable[[object], object]


#: What JSON may hold where one of these types stands: exact types, so that no truth value
#: passes for a number.
_PLAIN: Mapping[object, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (float, int),
    bool: (bool,),
}


def encode(kind: type[T], value: T) -> str:
    """Write a value as JSON: fields by their names, in the dataclass's order, defaults left out.

    Raises:
        BadInput: a time has no zone, or a number is not finite.
    """
    try:
        return _JSON.encode(_coder(cast("object", kind)).write(value))
    except ValueError as bad:
        raise BadInput(f"this {_name(kind)} cannot be kept: {bad}") from bad


def decode(kind: type[T], text: str) -> T:
    """Read a value back.

    Raises:
        BadInput: the text is no JSON, or a field is missing, unknown or of another type.
    """
    try:
        return cast("T", _coder(cast("object", kind)).read(json.loads(text)))
    except ValueError as bad:
        raise BadInput(
            f"a kept {_name(kind)} cannot be read: {bad}; it is damaged or was written by "
            "another version of Sayso: restore a backup, or use that version"
        ) from bad


def _name(kind: object) -> str:
    return getattr(kind, "__name__", str(kind))


@cache
def _coder(hint: object) -> _Coder:
    for fits, build in _BUILDERS:
        if fits(hint):
            return build(hint)
    raise TypeError(f"no way is known to write {hint} as JSON")


def _unchanged(value: object) -> object:
    return value


def _plain(hint: object) -> _Coder:
    allowed = _PLAIN[hint]

    def read(raw: object) -> object:
        if type(raw) not in allowed:
            raise _Misfit(f"{_name(hint)} expected, found {raw!r}")
        return raw

    return _Coder(_unchanged, read)


def _new_type(hint: object) -> _Coder:
    return _coder(cast("NewType", hint).__supertype__)


def _choice(hint: object) -> _Coder:
    members = {member.value: member for member in cast("type[StrEnum]", hint)}

    def read(raw: object) -> object:
        if not isinstance(raw, str) or raw not in members:
            raise _Misfit(f"{_name(hint)} has no value {raw!r}")
        return members[raw]

    return _Coder(str, read)


def _time(_: object) -> _Coder:
    def write(value: object) -> object:
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise _Misfit(f"{value!r} is no time with a zone")
        return value.astimezone(UTC).isoformat()

    def read(raw: object) -> object:
        if not isinstance(raw, str):
            raise _Misfit(f"a time expected, found {raw!r}")
        return datetime.fromisoformat(raw)

    return _Coder(write, read)


def _length(_: object) -> _Coder:
    """Write a length of time as whole microseconds, which is exact."""

    def read(raw: object) -> object:
        if type(raw) is not int:
            raise _Misfit(f"microseconds expected, found {raw!r}")
        return timedelta(microseconds=raw)

    return _Coder(lambda value: cast("timedelta", value) // timedelta(microseconds=1), read)


def _bytes(_: object) -> _Coder:
    def read(raw: object) -> object:
        if not isinstance(raw, str):
            raise _Misfit(f"base64 expected, found {raw!r}")
        return b64decode(raw, validate=True)

    return _Coder(lambda value: b64encode(cast("bytes", value)).decode("ascii"), read)


def _optional(hint: object) -> _Coder:
    [inner] = (_coder(part) for part in get_args(hint) if part is not NoneType)
    write, read = inner.write, inner.read
    return _Coder(
        lambda value: None if value is None else write(value),
        lambda raw: None if raw is None else read(raw),
    )


def _sequence(hint: object) -> _Coder:
    inner, rest = get_args(hint)
    if rest is not Ellipsis:
        return _pair(hint)
    write, read = _coder(inner).write, _coder(inner).read

    def read_all(raw: object) -> object:
        return tuple(map(read, _listed(raw)))

    return _Coder(
        lambda value: [write(part) for part in cast("tuple[object, ...]", value)], read_all
    )


def _pair(hint: object) -> _Coder:
    coders = tuple(_coder(part) for part in get_args(hint))

    def write(value: object) -> object:
        parts = cast("tuple[object, ...]", value)
        return [coder.write(part) for coder, part in zip(coders, parts, strict=True)]

    def read(raw: object) -> object:
        parts = _listed(raw)
        return tuple(coder.read(part) for coder, part in zip(coders, parts, strict=True))

    return _Coder(write, read)


def _listed(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise _Misfit(f"a list expected, found {raw!r}")
    return raw


def _mapping(hint: object) -> _Coder:
    keys, values = (_coder(part) for part in get_args(hint))

    def write(value: object) -> object:
        pairs = cast("Mapping[str, object]", value).items()
        return {keys.write(key): values.write(part) for key, part in pairs}

    def read(raw: object) -> object:
        if not isinstance(raw, dict):
            raise _Misfit(f"an object expected, found {raw!r}")
        return {keys.read(key): values.read(part) for key, part in raw.items()}

    return _Coder(write, read)


def _dataclass(hint: object) -> _Coder:
    """Write what differs from a field's default: a field added later changes no kept record."""
    kind = cast("type", hint)
    hints = get_type_hints(kind)
    coders = {field.name: _coder(hints[field.name]) for field in fields(kind)}
    defaults = {field.name: field.default for field in fields(kind)}
    needed = frozenset(name for name, default in defaults.items() if default is MISSING)
    writers = tuple(
        (name, attrgetter(name), coder.write, defaults[name]) for name, coder in coders.items()
    )

    def write(value: object) -> object:
        told = ((name, get(value), to_json, usual) for name, get, to_json, usual in writers)
        return {name: to_json(part) for name, part, to_json, usual in told if part != usual}

    def read(raw: object) -> object:
        if not isinstance(raw, dict) or not needed <= raw.keys() <= coders.keys():
            raise _Misfit(_difference(kind, needed, coders.keys(), raw))
        found, name = {}, ""
        try:
            for name, part in raw.items():
                found[name] = coders[name].read(part)
        except ValueError as bad:
            raise _Misfit(f"{kind.__name__}.{name}: {bad}") from bad
        return kind(**found)

    return _Coder(write, read)


def _difference(kind: type, needed: AbstractSet[str], known: AbstractSet[str], raw: object) -> str:
    if not isinstance(raw, dict):
        return f"{kind.__name__}: an object expected, found {raw!r}"
    missing, unknown = sorted(needed - raw.keys()), sorted(raw.keys() - known)
    return f"{kind.__name__}: missing fields {missing}, unknown fields {unknown}"


#: Asked in this order.
_BUILDERS: tuple[tuple[Callable[[object], bool], Callable[[object], _Coder]], ...] = (
    (lambda hint: hint in _PLAIN, _plain),
    (lambda hint: isinstance(hint, NewType), _new_type),
    (lambda hint: hint is datetime, _time),
    (lambda hint: hint is timedelta, _length),
    (lambda hint: hint is bytes, _bytes),
    (lambda hint: isinstance(hint, type) and is_dataclass(hint), _dataclass),
    (lambda hint: get_origin(hint) is tuple, _sequence),
    (lambda hint: get_origin(hint) in (Union, UnionType), _optional),
    (lambda hint: get_origin(hint) is Mapping, _mapping),
    (lambda hint: isinstance(hint, type) and issubclass(hint, StrEnum), _choice),
)
