"""A file of names to screen: JSONL or CSV, read row by row."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from sayso.errors import BadInput
from sayso.model.matches import Screening


def questions(path: str, common: Screening) -> Iterator[tuple[str, Screening]]:
    """Give each row's id and question, in order.

    Args:
        path: of a JSONL file (rows with qid, query, schema, dob, country, ids) or a CSV file (a
            `name` column, the others optional); - is standard input.
        common: what holds for every row that does not say otherwise.

    Raises:
        BadInput: a row cannot be read; names the file and the line.
    """
    name = "standard input" if path == "-" else path
    try:
        with sys.stdin.buffer if path == "-" else Path(path).open("rb") as stream:
            lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            yield from rows_of(lines, name, common)
    except (OSError, UnicodeDecodeError) as bad:
        raise BadInput(f"{name}: cannot be read as UTF-8 text: {bad}") from bad
    except csv.Error as bad:
        raise BadInput(f"{name}: not a sound CSV file: {bad}; save it anew") from bad


def rows_of(lines: TextIO, path: str, common: Screening) -> Iterator[tuple[str, Screening]]:
    """Tell JSONL from CSV by the first character, and give the questions."""
    first = lines.readline()
    if first.lstrip().startswith("{"):
        for number, line in enumerate(chained(first, lines), 1):
            if line.strip():
                yield question_of(json_row(line, f"{path}, line {number}"), number, common)
        return
    header = next(csv.reader([first]), [])
    if "name" not in header:
        raise BadInput(f"{path}: neither JSONL nor a CSV file with a `name` column")
    for number, row in enumerate(csv.DictReader(lines, fieldnames=header), 2):
        yield question_of(
            {k: v for k, v in row.items() if isinstance(k, str) and isinstance(v, str) and v},
            number,
            common,
        )


def chained(first: str, rest: TextIO) -> Iterator[str]:
    """Give the first line, then the others."""
    yield first
    yield from rest


def json_row(line: str, place: str) -> Mapping[str, object]:
    """Read one line of JSONL."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"{place}: no JSON: {bad}") from bad
    if not isinstance(row, dict):
        raise BadInput(f"{place}: no JSON object")
    return row


def question_of(row: Mapping[str, object], number: int, common: Screening) -> tuple[str, Screening]:
    """Give a row's id and question; rows without an id are numbered."""
    name = row.get("query", row.get("name", ""))
    ids = row.get("ids") or ()
    question = replace(
        common,
        name=str(name or ""),
        schema=_word(row, "schema") or common.schema,
        birth=_word(row, "dob", "birth") or common.birth,
        country=_word(row, "country") or common.country,
        ids=tuple(str(i) for i in ids) if isinstance(ids, list | tuple) else (str(ids),),
    )
    return _word(row, "qid", "id") or str(number), question


def _word(row: Mapping[str, object], *keys: str) -> str | None:
    found = next((row[key] for key in keys if row.get(key) not in (None, "", [])), None)
    if isinstance(found, list):
        found = found[0]
    return None if found is None else str(found)
