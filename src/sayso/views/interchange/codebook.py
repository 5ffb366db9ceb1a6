"""The codebook of the data set: every column, and every word of the closed sets."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from sayso.model.vocabulary import (
    ENTITY_TYPE_DEFINITIONS,
    EVENTS,
    RELATIONS,
    Attribution,
    DocumentKind,
    Factuality,
    FindingStatus,
    Handling,
    Modality,
    Realis,
    Reply,
)
from sayso.views.exports.csv import COLUMNS

_SETS: Final[tuple[type[StrEnum], ...]] = (
    Attribution,
    DocumentKind,
    Factuality,
    FindingStatus,
    Handling,
    Modality,
    Realis,
    Reply,
)


def codebook() -> str:
    """Give the codebook as Markdown, generated from the vocabulary."""
    tables = [
        f"## {name}.csv\n\n| column | holds |\n|---|---|\n{_rows(columns.items())}"
        for name, columns in COLUMNS.items()
    ]
    defined = (
        ("Types of entities", ENTITY_TYPE_DEFINITIONS),
        ("Relations", RELATIONS),
        ("Events", EVENTS),
    )
    words = [
        f"## {title}\n\n| word | means |\n|---|---|\n"
        + _rows((word.value, meaning) for word, meaning in meanings.items())
        for title, meanings in defined
    ]
    sets = [_set(one) for one in _SETS]
    return "\n".join(("# Codebook\n", *tables, *words, *sets))


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"| `{word}` | {meaning} |\n" for word, meaning in pairs)


def _set(words: type[StrEnum]) -> str:
    told = (words.__doc__ or "").splitlines()[0]
    return f"## {words.__name__}\n\n{told}\n\n" + ", ".join(f"`{w.value}`" for w in words) + "\n"
