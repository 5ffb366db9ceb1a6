"""All that the rows of one party tell, whichever layout they come in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final, TypeAlias

from sayso.lists.uk.fact import Fact

Row: TypeAlias = Mapping[Fact, str]

_FIRST: Final = re.compile(r"\(1\)")
_ENDS: Final = " .,;"


@dataclass(frozen=True, slots=True)
class Party:
    """One party's rows, in the file's order, and what stands there in no field that we know.

    A row holds what belongs together: a name with its type, an address, a paper with its details.
    In the CSV files each row repeats what does not change.
    """

    reference: str
    rows: tuple[Row, ...]
    strangers: tuple[tuple[str, str], ...] = ()

    def each(self, fact: Fact) -> tuple[str, ...]:
        """Give what the rows tell, each once, in order; "(1) … (2) …" is two answers."""
        return tuple(dict.fromkeys(v for text in self.texts(fact) for v in numbered(text)))

    def texts(self, fact: Fact) -> tuple[str, ...]:
        """Give what the rows tell, each once, as it stands."""
        return tuple(dict.fromkeys(row[fact] for row in self.rows if fact in row))

    def pairs(self, fact: Fact, detail: Fact) -> tuple[tuple[str | None, str | None], ...]:
        """Give two facts that belong together, each pair once, in order."""
        told = dict.fromkeys((row.get(fact), row.get(detail)) for row in self.rows)
        return tuple(dict.fromkeys(pair for texts in told for pair in _pairs(*texts)))


def numbered(text: str) -> tuple[str, ...]:
    """Give the parts of "(1) Kotwal. (2) Zarvan.", or the one text, white space made even."""
    even = " ".join(text.split())
    if not _FIRST.match(even):
        return (even,) if even else ()
    parts: list[str] = []
    rest = even.removeprefix("(1)")
    for number in count(2):
        part, mark, rest = rest.partition(f"({number})")
        parts.append(part.strip(_ENDS))
        if not mark:
            break
    return tuple(part for part in parts if part)


def _pairs(text: str | None, detail: str | None) -> Iterator[tuple[str | None, str | None]]:
    """Pair by number; one answer goes with each of several, and else all stand as one."""
    firsts, seconds = (numbered(t or "") or (None,) for t in (text, detail))
    most = max(len(firsts), len(seconds))
    if {len(firsts), len(seconds)} <= {1, most}:
        wide = (side * (most if len(side) == 1 else 1) for side in (firsts, seconds))
        yield from (pair for pair in zip(*wide, strict=True) if any(pair))
    else:
        yield " ".join((text or "").split()), " ".join((detail or "").split())
