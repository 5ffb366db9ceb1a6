"""Reads what another tool handed on, by its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath
from typing import Final

from sayso.collect.annotating.labels import Page, inception, label_studio, read_pages
from sayso.collect.annotating.web import read_annotations
from sayso.collect.collector import Collector, Hints
from sayso.collect.neighbours.ftm import read_ftm
from sayso.collect.neighbours.pages import Imported
from sayso.collect.neighbours.stix import read_stix
from sayso.collect.neighbours.table import mapping_of, read_table
from sayso.errors import BadInput, NotFound, Unavailable
from sayso.model.documents import Intake

RECORDS: Final = "records"
FORMS: Final = (RECORDS, "ftm", "csv", "stix", "annotations", "label-studio", "inception")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file of another tool, and what is needed beside it.

    Attributes:
        mapping: file that says which column of a table holds what.
        text: the document that annotations are on: a path or address.
    """

    content: bytes
    place: str
    hints: Hints
    mapping: tuple[bytes, str] | None = None
    text: str | None = None


def read_handed(form: str, handed: Handed, collector: Collector) -> list[Imported]:
    """Give the documents in a file with their claims.

    Raises:
        BadInput: it is truncated, hostile, of another version or form, or needs a file beside it.
    """
    return _READERS[form](handed, collector)


def _ftm(handed: Handed, collector: Collector) -> list[Imported]:
    return [read_ftm(collector.original(handed.content, handed.place), handed.hints)]


def _stix(handed: Handed, collector: Collector) -> list[Imported]:
    return [read_stix(collector.original(handed.content, handed.place), handed.hints)]


def _csv(handed: Handed, collector: Collector) -> list[Imported]:
    if handed.mapping is None:
        raise BadInput(f"{handed.place}: a table needs --mapping FILE: which column holds what")
    mapped = mapping_of(*handed.mapping)
    return [read_table(collector.original(handed.content, handed.place), handed.hints, mapped)]


def _annotations(handed: Handed, collector: Collector) -> list[Imported]:
    if handed.text is None:
        raise BadInput(f"{handed.place}: annotations need --text FILE: the document they are on")
    intake = collector.take(handed.text, handed.hints)
    return [read_annotations(handed.content, handed.place, intake)]


def _label_studio(handed: Handed, collector: Collector) -> list[Imported]:
    pages = label_studio(handed.content, handed.place)
    return read_pages(pages, "Label Studio", partial(_taken, handed, collector, pages))


def _inception(handed: Handed, collector: Collector) -> list[Imported]:
    pages = inception(handed.content, handed.place)
    return read_pages(pages, "INCEpTION", partial(_taken, handed, collector, pages))


def _taken(
    handed: Handed, collector: Collector, pages: list[Page], text: str, number: int
) -> Intake:
    """Make a document of a text that stands in an export: the text is its bytes.

    Raises:
        BadInput: reading the text changes it, so that no place in it would hold.
    """
    name = PurePath(handed.place).name
    title = name if len(pages) == 1 else f"{name}, text {number}"
    hints = handed.hints if handed.hints.title else replace(handed.hints, title=title)
    intake = collector.take_bytes(text.encode("utf-8"), f"{handed.place}#{number}", hints)
    if intake.document.text != text:
        raise BadInput(f"{handed.place}, text {number}: it is no plain text: its places would move")
    return intake


_READERS: Final[Mapping[str, Callable[[Handed, Collector], list[Imported]]]] = {
    "ftm": _ftm,
    "stix": _stix,
    "csv": _csv,
    "annotations": _annotations,
    "label-studio": _label_studio,
    "inception": _inception,
}


def form_of(content: bytes, place: str) -> str:
    """Tell the form of a file by how it begins.

    Raises:
        BadInput: it cannot be told.
    """
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").decode("utf-8", "replace")
    signs = (
        (RECORDS, '{"head":'),
        ("inception", '"%FEATURE_STRUCTURES"'),
        ("inception", '"%TYPES"'),
        ("annotations", "anno.jsonld"),
        ("label-studio", '"from_name"'),
        ("stix", '"bundle"'),
        ("ftm", '"schema"'),
    )
    found = next((form for form, sign in signs if sign in start), None)
    if found is None:
        raise BadInput(f"{place}: what it is cannot be told: say --from {'|'.join(FORMS)}")
    return found


def content_at(path: str) -> bytes:
    """Give the bytes of a file.

    Raises:
        NotFound: there is none.
        Unavailable: it cannot be read.
    """
    try:
        with open(path, "rb") as stream:  # noqa: PTH123  # a path may be no path at all
            return stream.read()
    except FileNotFoundError as bad:
        raise NotFound(f"{path}: no such file") from bad
    except IsADirectoryError as bad:
        raise BadInput(f"{path}: a folder: name one of its files") from bad
    except OSError as bad:
        raise Unavailable(f"{path}: cannot be read: {bad.strerror}") from bad
