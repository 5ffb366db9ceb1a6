"""Reconciliation queries and their results, and the extension of rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Final, TypeVar

from pydantic import Field, TypeAdapter, ValidationError
from starlette.exceptions import HTTPException

from sayso.collect.tables.columns import gender_of
from sayso.errors import BadInput
from sayso.model.lists import ListEntry
from sayso.model.matches import Candidate
from sayso.views.json import JsonObject
from sayso.web.asking.inquiries import Bounds, Found, Inquiry, candidates, check
from sayso.web.asking.limits import MOST_QUERIES, MOST_RESULTS
from sayso.web.asking.schemata import ASKED, answering
from sayso.web.desk import Lists
from sayso.web.openrefine.vocabulary import (
    CONSTRAINTS,
    EXTENSIONS,
    NARROWING,
    TYPES,
    values_of,
)
from sayso.web.yente.match import by_name

T = TypeVar("T")

#: Candidates below this probability are not worth a person's look.
_LEAST: Final = 0.3
_USUAL_LIMIT: Final = 5
_FAULTS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A value that is itself an entity of a service."""

    id: str
    name: str | None = None


Value = str | float | bool | Reconciled


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A property that narrows a query."""

    pid: str
    v: Value | list[Value]

    @property
    def values(self) -> tuple[str, ...]:
        """Give the values as words; whole numbers without a fraction."""
        each = self.v if isinstance(self.v, list) else [self.v]
        return tuple(word for word in map(_word, each) if word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One reconciliation query."""

    query: str = ""
    type: str | list[str] | None = None
    limit: Annotated[float, Field(ge=1)] = _USUAL_LIMIT
    properties: tuple[Constraint, ...] = ()
    type_strict: str | None = None

    @property
    def most(self) -> int:
        """Give how many results there are at most."""
        return min(int(self.limit), MOST_RESULTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A property that rows are to be filled with."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Rows to be filled."""

    ids: tuple[str, ...]
    properties: tuple[Asked, ...]


_BATCH: Final = TypeAdapter(dict[str, Query])
_EXTENSION: Final = TypeAdapter(Extension)


def reconcile(
    lists: Lists, authorities: frozenset[str], given: str
) -> tuple[JsonObject, tuple[Found, ...]]:
    """Give the results of a batch of queries, and what was screened for them.

    Raises:
        BadInput: the batch does not have the form that the specification gives it.
    """
    batch = _read(_BATCH.validate_json, given, "queries")
    _refuse_many(len(batch))
    inquiries = {key: _inquiry(query) for key, query in batch.items()}
    check(tuple(inquiries.values()), sum(query.most for query in batch.values()))
    results: dict[str, JsonObject] = {}
    screened: list[Found] = []
    for key, asked in inquiries.items():
        query = batch[key]
        named = _by_reference(lists, authorities, query.query.strip())
        if named is not None:
            sure = {**described(named), "score": 100, "match": True, "features": []}
            results[key] = {"result": [sure]}
            continue
        bounds = Bounds(authorities=authorities, threshold=_LEAST, limit=query.most)
        found = candidates(lists, asked, bounds)
        screened.append(found)
        results[key] = {"result": [_result(lists, one) for one in found.candidates]}
    return results, tuple(screened)


def extend(lists: Lists, given: str) -> JsonObject:
    """Give the values of properties of entries; none for an entry that is not in force.

    Raises:
        BadInput: the request does not have the form that the specification gives it.
    """
    asked = _read(_EXTENSION.validate_json, given, "extend")
    _refuse_many(len(asked.ids))
    wanted = list(dict.fromkeys(one.id for one in asked.properties))
    unknown = [name for name in wanted if name not in EXTENSIONS]
    if unknown:
        raise BadInput(f"no property {unknown[0]!r}: there are {', '.join(EXTENSIONS)}")
    return {
        "meta": [{"id": name, "name": EXTENSIONS[name]} for name in wanted],
        "rows": {key: _row(lists.entry(key), wanted) for key in asked.ids},
    }


def _row(entry: ListEntry | None, wanted: Sequence[str]) -> JsonObject:
    told = {} if entry is None else values_of(entry)
    return {name: [{"str": value} for value in told.get(name, ())] for name in wanted}


def _read(read: Callable[[str], T], given: str, where: str) -> T:
    try:
        return read(given)
    except ValidationError as bad:
        faults = bad.errors(include_url=False, include_input=False)[:_FAULTS]
        told = "; ".join(f"{'.'.join(map(str, (where, *f['loc'])))}: {f['msg']}" for f in faults)
        raise BadInput(told) from bad


def _refuse_many(number: int) -> None:
    if number > MOST_QUERIES:
        told = f"{number} in one batch: the manifest's batchSize is {MOST_QUERIES}"
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, told)


def _inquiry(query: Query) -> Inquiry:
    kinds = [query.type] if isinstance(query.type, str) else list(query.type or ())
    told: dict[str, list[str]] = {name: [] for name in NARROWING}
    for constraint in query.properties:
        if constraint.pid not in CONSTRAINTS:
            raise BadInput(f"no property {constraint.pid!r} narrows a query: {', '.join(told)} do")
        told[CONSTRAINTS[constraint.pid]] += constraint.values
    return Inquiry(
        names=(query.query,) if query.query.strip() else (),
        births=tuple(dict.fromkeys(told["birth"])),
        countries=tuple(dict.fromkeys(told["country"])),
        ids=tuple(dict.fromkeys(told["id"])),
        gender=gender_of(next(iter(told["gender"]), ""))[0],
        address=", ".join(told["address"]) or None,
        schema=ASKED.get(kinds[0]) if len(kinds) == 1 else None,
        schemata=frozenset().union(*(answering(kind) for kind in kinds)) if kinds else None,
    )


def _word(value: Value) -> str:
    if isinstance(value, Reconciled):
        return (value.name or value.id).strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _by_reference(lists: Lists, authorities: frozenset[str], text: str) -> ListEntry | None:
    """Give the entry whose id or reference a query is."""
    keys = (text, *(f"{authority}:{text}" for authority in sorted(authorities)))
    held = (lists.entry(key) for key in keys)
    return next((e for e in held if e is not None and e.authority in authorities), None)


def _result(lists: Lists, found: Candidate) -> JsonObject:
    """Give a candidate; only a reference is a match, for a name is never one by itself."""
    return {
        **described(lists.listed(found.entry)),
        "score": round(found.probability * 100, 2),
        "match": False,
        "features": [
            {"id": name, "value": round(sum(f.log_odds for f in features), 4)}
            for name, features in by_name(found)
        ],
    }


def described(entry: ListEntry) -> JsonObject:
    """Give an entry with what tells it from its namesakes."""
    told = values_of(entry)
    facts = (*told.get("birthDate", ())[:1], *told.get("country", ())[:2], *entry.regimes[:1])
    return {
        "id": entry.id,
        "name": entry.name,
        "description": " · ".join((f"{entry.authority} {entry.reference}", *facts)),
        "type": [{"id": entry.schema, "name": TYPES.get(entry.schema, entry.schema)}],
    }
