"""Reads JSON of others: bounded, and with an error that names the place."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from sayso.errors import BadInput, Unreadable
from sayso.model.ids import Span

Json: TypeAlias = Mapping[str, object]

#: Bytes; a larger file of another tool is to be handed on in parts.
MOST_BYTES: Final = 200_000_000
#: How we tell the predicate of a link where a format has no room for it.
_PREDICATE: Final = "predicate: "
_ZIP: Final = b"PK\x03\x04"


def text_of(content: bytes, place: str) -> str:
    """Give a file's text.

    Raises:
        Unreadable: it is empty, too large, an archive, XML, or not UTF-8.
    """
    if not content.strip():
        raise Unreadable(f"{place} is empty")
    if len(content) > MOST_BYTES:
        raise Unreadable(f"{place}: more than {MOST_BYTES:,} bytes: hand it on in parts")
    if content.startswith(_ZIP):
        raise Unreadable(f"{place}: an archive: unpack it, and import the files in it")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise Unreadable(f"{place}: XML is not taken in: export it as JSON")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        raise Unreadable(f"{place}, byte {bad.start}: no UTF-8: save it as UTF-8") from bad


def json_of(text: str, place: str) -> object:
    """Give the value of a JSON text.

    Raises:
        Unreadable: it is truncated, nested too deep, or no JSON.
    """
    try:
        return json.loads(text)
    except RecursionError as bad:
        raise Unreadable(f"{place}: nested too deep: no tool writes such a file") from bad
    except json.JSONDecodeError as bad:
        where = f"line {bad.lineno}, column {bad.colno}"
        raise Unreadable(f"{place}, {where}: no JSON: {bad.msg}: export it anew") from bad
    except ValueError as bad:  # a number of too many digits
        raise Unreadable(f"{place}: no JSON: {bad}") from bad


def lines_of(text: str, place: str) -> Iterator[tuple[int, object]]:
    """Give the values of JSON lines with their number, from 1; blank lines are passed."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, json_of(line, f"{place}, line {number}")


def object_in(value: object, place: str) -> Json:
    """Give an object.

    Raises:
        BadInput: it is none.
    """
    if not isinstance(value, dict):
        raise BadInput(f"{place}: an object is expected")
    return value


def objects_in(value: object) -> list[Json]:
    """Give the objects of a list; a single object counts as a list of one."""
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, dict)]


def words(value: object) -> str:
    """Give a text on one line; "" for anything else. Half a surrogate pair becomes "?"."""
    if not isinstance(value, str):
        return ""
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())


def texts(value: object) -> list[str]:
    """Give the texts of a list, or a single one."""
    found = value if isinstance(value, list) else [value]
    return [told for told in map(words, found) if told]


def whole_signs(text: str, place: str) -> None:
    """Refuse a text with half a surrogate pair.

    Raises:
        Unreadable: it has one; says where.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as bad:
        raise Unreadable(
            f"{place}: half a surrogate pair at {bad.start}: repair the text's encoding"
        ) from bad


def our_words(told: Iterable[str]) -> Mapping[str, str]:
    """Give predicate, kind, factuality and realis of a link that we exported; else nothing."""
    found = next((one for one in told if one.startswith(_PREDICATE)), "")
    pairs = (part.partition(": ") for part in found.split("; ") if part)
    return {name: word for name, _, word in pairs}


def span_in(value: object, start: str = "start", end: str = "end") -> Span | None:
    """Give the span of an object that has one; None where it has none, or one that cannot be."""
    if not isinstance(value, dict):
        return None
    first, last = value.get(start), value.get(end)
    if type(first) is not int or type(last) is not int or not 0 <= first < last < MOST_BYTES:
        return None
    return Span(first, last)


def code_points(text: str) -> Mapping[int, int]:
    """Give UTF-16 offsets, as Java and JavaScript count, as code points; both ends included."""
    found, at = {}, 0
    for place, sign in enumerate(text):
        found[at] = place
        at += 2 if ord(sign) > 0xFFFF else 1  # noqa: PLR2004  # the end of the basic plane
    return {**found, at: len(text)}
