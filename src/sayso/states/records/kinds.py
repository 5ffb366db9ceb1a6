"""What each kind of record asks for: the table that reader, templates and help are made from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from sayso.model.oversight import RecordKind

_TABLE: Final = Path(__file__).parent.parent / "tables" / "kinds.toml"
#: Between the values of one cell.
APART: Final = ";"
#: ISO 3166 leaves XA to XZ to its users: a template speaks of a state that is none.
PLACE_HOLDER: Final = "XA"


class Takes(StrEnum):
    """What values a field has."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    RATING = "rating"
    AMOUNT = "amount"
    COUNT = "count"
    CURRENCY = "currency"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What every record has, whatever its kind.

    Attributes:
        is_list: several values stand in one cell.
    """

    name: str
    says: str
    required: bool
    is_list: bool
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a kind.

    Attributes:
        values: of a choice; of a rating by the value of the field `by`, and under "" for others.
        beside: fields that must be there where this one is.
        future: a date may lie ahead.
    """

    name: str
    says: str
    takes: Takes
    required: bool
    values: Mapping[str, tuple[str, ...]]
    by: str | None
    beside: tuple[str, ...]
    future: bool
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record.

    Attributes:
        on: what its date means.
        hour: its date may be an instant.
        needs: columns that may be empty in other kinds.
    """

    kind: RecordKind
    tells: str
    on: str
    hour: bool
    needs: frozenset[str]
    fields: tuple[Field, ...]


@cache
def columns() -> Mapping[str, Column]:
    """Give the columns of every kind, by name, in the table's order."""
    return {
        name: Column(
            name=name,
            says=row["says"],
            required=row.get("required", False),
            is_list=row.get("list", False),
            example=row.get("example", ""),
        )
        for name, row in _table()["columns"].items()
    }


@cache
def kinds() -> Mapping[RecordKind, Kind]:
    """Give the kinds, in the table's order."""
    return {RecordKind(name): _kind(name, row) for name, row in _table()["kinds"].items()}


@cache
def known_columns() -> frozenset[str]:
    """Give every name that a column of a file may have."""
    return frozenset(columns()).union(f.name for kind in kinds().values() for f in kind.fields)


def values_words(field: Field) -> str:
    """Say which values a field takes: "basic | travel", "ISO 4217", "EDTF date"."""
    match field.takes:
        case Takes.CHOICE | Takes.CHOICES:
            told = " | ".join(field.values[""])
            return f"some of {told}" if field.takes is Takes.CHOICES else told
        case Takes.RATING:
            sets = (f"{of}: {' | '.join(values)}" for of, values in field.values.items())
            return "; ".join(sets)
        case takes:
            return _IN_WORDS[takes]


_IN_WORDS: Final = {
    Takes.TEXT: "text",
    Takes.AMOUNT: "1250000.00",
    Takes.COUNT: "whole number",
    Takes.CURRENCY: "ISO 4217: EUR",
    Takes.DATE: "EDTF date: 2025-03-05",
}


def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))


def _kind(name: str, row: dict[str, Any]) -> Kind:
    return Kind(
        kind=RecordKind(name),
        tells=row["tells"],
        on=row["on"],
        hour=row.get("hour", False),
        needs=frozenset(row.get("needs", ())),
        fields=tuple(_field(field, told) for field, told in row["fields"].items()),
    )


def _field(name: str, row: dict[str, Any]) -> Field:
    values = row.get("values", ())
    return Field(
        name=name,
        says=row["says"],
        takes=Takes(row["takes"]),
        required=row.get("required", False),
        values={k: tuple(v) for k, v in values.items()}
        if isinstance(values, dict)
        else {"": tuple(values)},
        by=row.get("by"),
        beside=tuple(row.get("with", ())),
        future=row.get("future", False),
        example=row.get("example", ""),
    )
