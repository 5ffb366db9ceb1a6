"""Writes small tables of HTML: every text escaped, and set apart from what runs the other way."""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Final

#: Characters that only turn the direction of what follows, and those that no page shows.
_STEERING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def safe(text: str) -> str:
    """Give a text as it may stand in a page."""
    bare = _STEERING.sub("", text).encode("utf-8", "replace").decode("utf-8")
    return f"<bdi>{html.escape(bare)}</bdi>"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table; a cell of several lines keeps them."""
    head = "".join(f"<th style='text-align:left'>{safe(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(text: str) -> str:
    lines = "<br>".join(safe(line) for line in text.split("\n"))
    return f"<td style='text-align:left;vertical-align:top'>{lines}</td>"
