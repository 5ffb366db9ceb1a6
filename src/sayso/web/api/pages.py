"""Long answers page by page: `limit`, `offset`, `total`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from sayso.views.json import JsonObject
from sayso.web.asking.limits import MOST_RESULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which part of a long answer is wanted."""

    limit: Annotated[int, Query(ge=0, le=MOST_RESULTS)] = 50
    offset: Annotated[int, Query(ge=0)] = 0

    def of(self, rows: Sequence[JsonObject]) -> JsonObject:
        """Give this part of the rows, and how many there are of all."""
        return {
            "results": rows[self.offset : self.offset + self.limit],
            "limit": self.limit,
            "offset": self.offset,
            "total": len(rows),
        }
