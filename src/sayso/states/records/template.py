"""Templates of files of records, each with an invented example, and the table of kinds in words."""

import csv
import io
import json
from collections.abc import Iterator

from sayso.states.records.kinds import Kind, columns, kinds, values_words


def example_of(kind: Kind) -> dict[str, str]:
    """Give every column of a kind with its example; "" for one that may stay empty.

    The state is none, and so is the entry: nothing in it is told of anybody.
    """
    common = {
        c.name: c.example if c.required or c.name in {*kind.needs, "locator"} else ""
        for c in columns().values()
    }
    return {**common, "kind": kind.kind.value, **{f.name: f.example for f in kind.fields}}


def csv_template(kind: Kind) -> str:
    """Give a CSV file with one example."""
    example = example_of(kind)
    written = io.StringIO()
    writer = csv.DictWriter(written, fieldnames=list(example), lineterminator="\n")
    writer.writeheader()
    writer.writerow(example)
    return written.getvalue()


def json_template(kind: Kind) -> str:
    """Give a JSON file with one example; columns that may stay empty are there, and empty."""
    return json.dumps([example_of(kind)], ensure_ascii=False, indent=2) + "\n"


def kinds_lines() -> Iterator[str]:
    """Give the table of kinds in words: columns first, then each kind with its fields."""
    yield "Columns of every kind:"
    for column in columns().values():
        marks = [word for word, holds in _marks(column.required, column.is_list) if holds]
        yield f"  {column.name}: {column.says}{_in_brackets(marks)}"
    for kind in kinds().values():
        yield ""
        yield f"{kind.kind.value}: {kind.tells}"
        yield f"  on: {kind.on}"
        for name in sorted(kind.needs):
            yield f"  {name} (needed here)"
        for field in kind.fields:
            needed = " (needed)" if field.required else ""
            beside = f"; with {', '.join(field.beside)}" if field.beside else ""
            yield f"  {field.name}: {field.says}: {values_words(field)}{beside}{needed}"


def _marks(required: bool, is_list: bool) -> tuple[tuple[str, bool], ...]:  # noqa: FBT001  # a row
    return ("needed", required), ("several, apart by semicolons", is_list)


def _in_brackets(marks: list[str]) -> str:
    return f" ({'; '.join(marks)})" if marks else ""
