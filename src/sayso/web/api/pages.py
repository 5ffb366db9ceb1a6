"""Long answers page by page: `limit`, `offset`, `total`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Query

from sayso.views.json import JsonObject
from sayso.web.asking.limits import MOST_RESULTS

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which part of a long answer is wanted."""

    limit: Annotated[int, Query(ge=0, le=MOST_RESULTS)] = 50
    offset: Annotated[int, Query(ge=0)] = 0

    def of(self, rows: Sequence[JsonObject]) -> JsonObject:
        """Give this part of the rows, and how many there are of all."""
        return {"results": self.part(rows), **self.told(len(rows))}

    def part(self, rows: Sequence[T]) -> Sequence[T]:
        """Give this part of the rows."""
        return rows[self.offset : self.offset + self.limit]

    def told(self, total: int) -> JsonObject:
        """Give which part it is, and of how many rows."""
        return {"limit": self.limit, "offset": self.offset, "total": total}
