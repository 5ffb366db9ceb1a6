"""Lists: page by page as JSON, whole as a table; only what is shown is made."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Final, Generic, Protocol, TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from sayso.views.json import JsonObject, JsonValue
from sayso.web.answers.cells import csv_lines
from sayso.web.api.pages import Page

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_CSV: Final = "text/csv; charset=utf-8"
_TWINS: Final = (
    " As a table: `.csv` after the address, or `Accept: text/csv`; it has all rows, whatever"
    " `limit` says."
)


class InOrder(Sized, Protocol[T_co]):
    """What can be counted, read from its beginning, and read in part."""

    def __iter__(self) -> Iterator[T_co]: ...

    def __getitem__(self, shown: slice, /) -> Sequence[T_co]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[T]):
    """A list that is asked for.

    Attributes:
        every: all of it, filtered and in order; cheap to have.
        shape: gives the JSON of one; called for those alone that are shown.
        page: which part is wanted.
        beside: what is told beside the rows.
    """

    every: InOrder[T]
    shape: Callable[[T], JsonObject]
    page: Page
    beside: Mapping[str, JsonValue] = field(default_factory=dict)

    def json(self) -> JsonObject:
        """Give the page that is wanted."""
        first = self.page.offset
        shown = self.every[first : first + self.page.limit]
        return {
            "results": [self.shape(one) for one in shown],
            "limit": self.page.limit,
            "offset": first,
            "total": len(self.every),
            **self.beside,
        }

    def lines(self) -> Iterator[bytes]:
        """Give all rows as a table."""
        return csv_lines(self.shape(one) for one in self.every)


def listing(
    router: APIRouter, path: str, model: object, summary: str
) -> Callable[[Callable[..., Listed[Any]]], Callable[..., Listed[Any]]]:
    """Let what gives a list answer at an address, and as its `.csv` and `.json` twins."""

    def register(give: Callable[..., Listed[Any]]) -> Callable[..., Listed[Any]]:
        name = path.strip("/").rpartition("/")[2] or "rows"
        responses: dict[int | str, dict[str, Any]] = {
            200: {"model": model, "content": {"text/csv": {"schema": {"type": "string"}}}}
        }
        description = inspect.cleandoc(give.__doc__ or "") + _TWINS
        for suffix in (".csv", ".json", ""):
            router.add_api_route(
                path + suffix,
                _answering(give, suffix, name),
                summary=summary,
                description=description,
                response_model=None,
                responses=None if suffix else responses,  # each takes its time to be made
                include_in_schema=not suffix,
            )
        return give

    return register


def _answering(give: Callable[..., Listed[Any]], suffix: str, name: str) -> Callable[..., Response]:
    @wraps(give)
    def answer(request: Request, response: Response, **asked: object) -> Response:
        listed = give(**asked)
        if suffix == ".csv" or (not suffix and _wants_table(request)):
            return as_table(listed.lines(), name)
        return as_json(listed.json(), response)

    own = inspect.signature(give)
    named = {"request": Request, "response": Response}
    kept = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own.parameters.values()]
    kept += [
        inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, annotation=kind)
        for key, kind in named.items()
    ]
    signature = own.replace(parameters=kept, return_annotation=Response)
    answer.__signature__ = signature  # type: ignore[attr-defined]  # what FastAPI reads
    return answer


def as_json(told: JsonObject, beside: Response) -> Response:
    """Give JSON as it is: nothing in it is looked at again, so that much of it takes no time.

    Args:
        told: what is answered.
        beside: has the headers that those before have put on the answer.
    """
    answer = JSONResponse(told)
    answer.headers.update(beside.headers)
    return answer


def as_table(lines: Iterator[bytes], name: str) -> Response:
    """Give lines of a table as a file."""
    headers = {"Content-Disposition": f'attachment; filename="sayso-{name}.csv"'}
    return StreamingResponse(lines, media_type=_CSV, headers=headers)


def _wants_table(request: Request) -> bool:
    return request.headers.get("accept", "").partition(",")[0].strip().startswith("text/csv")
