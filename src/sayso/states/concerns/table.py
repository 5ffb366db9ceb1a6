"""What in a finding may touch which measure: the table, read once."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sayso.model.vocabulary import Measure

_TABLE: Final = Path(__file__).parent.parent / "tables" / "concerns.toml"
#: A measure, and in words what may touch it.
Touch = tuple[Measure, str]


@dataclass(frozen=True, slots=True)
class Touching:
    """What touches measures.

    Attributes:
        things: by the key of the kind of thing; "" for support of a kind that is not said.
        places: by the last words of what a party runs.
        moves: by the beginning of the words that tell of a journey.
    """

    things: Mapping[str, Touch]
    places: Mapping[str, Touch]
    moves: Mapping[str, Touch]

    def by_place(self, name: str) -> Touch | None:
        """Give what a facility touches."""
        words = name.casefold()
        return next((t for ends, t in self.places.items() if words.endswith(ends)), None)

    def by_move(self, trigger: str) -> Touch | None:
        """Give what a journey touches."""
        words = trigger.casefold()
        return next((t for begins, t in self.moves.items() if words.startswith(begins)), None)


@cache
def touching() -> Touching:
    """Read the table."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))

    def rows(part: str) -> Iterator[tuple[str, Touch]]:
        for measure, parts in table.items():
            for words, why in parts.get(part, {}).items():
                yield words, (Measure(measure), why)

    return Touching(dict(rows("things")), dict(rows("places")), dict(rows("moves")))
