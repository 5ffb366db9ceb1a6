"""Reads what another tool handed on, by its form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path, PurePath
from typing import Final

from sayso.collect.annotating.cas import cas_json, cas_xmi
from sayso.collect.annotating.labels import Page, label_studio, read_pages
from sayso.collect.annotating.tsv import HEAD, webanno_tsv
from sayso.collect.annotating.web import read_annotations, stated_in
from sayso.collect.collector import Collector, Hints, check_is_file
from sayso.collect.neighbours.ftm import read_ftm
from sayso.collect.neighbours.pages import Imported
from sayso.collect.neighbours.parties import Ground
from sayso.collect.neighbours.stix import read_stix
from sayso.collect.neighbours.table import mapping_of, read_table
from sayso.errors import BadInput, NotFound, Unavailable
from sayso.model.documents import Intake

RECORDS: Final = "records"
_SPACE: Final = re.compile(r"\s")
#: How our own annotations name the document that they are on.
_BY_DIGEST: Final = "urn:sha256:"
FORMS: Final = (RECORDS, "ftm", "csv", "stix", "annotations", "label-studio", "inception")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file of another tool, and what is needed beside it.

    Attributes:
        mapping: file that says which column of a table holds what.
        text: the document that annotations are on: a path or address, or what names one held.
        held: gives a document that is held, by its id, address or path, or by whatever names it
            when a person does; None where there is none.
    """

    content: bytes
    place: str
    hints: Hints
    mapping: tuple[bytes, str] | None = None
    text: str | None = None
    held: Callable[[str], Ground | None] = lambda _: None


def read_handed(form: str, handed: Handed, collector: Collector) -> list[Imported]:
    """Give the documents in a file with their claims.

    Raises:
        BadInput: it is truncated, hostile, of another version or form, or needs a file beside it.
    """
    origin = handed.place.encode("utf-8", "replace").decode()  # a path can hold stray bytes
    return [replace(one, origin=origin) for one in _READERS[form](handed, collector)]


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
    """Read annotations on the document that is named, or on those held that they name."""
    if handed.text is None:
        return read_annotations(handed.content, handed.place, partial(_named, handed))
    ground = _named_text(handed, handed.text, collector)
    own = ground.intake.document.id
    if ground.held is None:
        hints = stated_in(handed.content, handed.place, own, handed.hints)
        ground = Ground(collector.take_bytes(ground.intake.original.content, handed.text, hints))

    def on(source: str) -> Ground | None:
        is_other = source.startswith(_BY_DIGEST) and source != f"urn:{own}"
        return None if is_other else ground

    return read_annotations(handed.content, handed.place, on)


def _named(handed: Handed, source: str) -> Ground | None:
    """Give the document held that an annotation's source is: by its digest, or by its address."""
    ground = handed.held(source.removeprefix("urn:")) if source else None
    if ground is None:
        return None
    document = ground.intake.document
    return ground if source in {f"urn:{document.id}", document.locator} else None


def _named_text(handed: Handed, text: str, collector: Collector) -> Ground:
    """Give the document that a person names: a file or address, or one that is held."""
    is_file = Path(text).exists()
    ground = None if is_file else handed.held(text)
    return ground or _ground(handed, collector.take(text, handed.hints))


def _ground(handed: Handed, intake: Intake) -> Ground:
    """Give a document as it is held, if these bytes are."""
    return handed.held(intake.document.id) or Ground(intake)


def _label_studio(handed: Handed, collector: Collector) -> list[Imported]:
    return _marked(label_studio(handed.content, handed.place), "Label Studio", handed, collector)


def _inception(handed: Handed, collector: Collector) -> list[Imported]:
    start = handed.content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    is_tsv, is_xml = start.startswith(HEAD.encode()), start.startswith(b"<")
    read = webanno_tsv if is_tsv else cas_xmi if is_xml else cas_json
    return _marked(read(handed.content, handed.place), "INCEpTION", handed, collector)


def _marked(pages: list[Page], tool: str, handed: Handed, collector: Collector) -> list[Imported]:
    """Make claims of what is marked on texts that stand in an export.

    Raises:
        BadInput: a document is named, and the text is not that of the document.
    """
    if handed.text is None:
        return read_pages(pages, tool, partial(_taken, handed, collector, pages))
    ground = _named_text(handed, handed.text, collector)
    own = _spaced(ground.intake.document.text)
    if len(pages) != 1 or _spaced(pages[0].text) != own:
        pairs = zip(_spaced(pages[0].text), own, strict=False)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        raise BadInput(
            f"{handed.place}: its text is not that of {handed.text}: they part at character "
            f"{alike}; without --text it becomes a document of its own"
        )
    return read_pages(pages, tool, lambda *_: ground)


def _spaced(text: str) -> str:
    """Give a text with every white space as a plain one: some tools do not keep which it was."""
    return _SPACE.sub(" ", text).rstrip()


def _taken(
    handed: Handed, collector: Collector, pages: list[Page], text: str, number: int
) -> Ground:
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
    return _ground(handed, intake)


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
        ("inception", HEAD),
        ("inception", "http://www.omg.org/XMI"),
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
        BadInput: it is a folder, a pipe or a device.
        Unavailable: it cannot be read, or is too large for the memory there is.
    """
    try:
        check_is_file(path)
        with open(path, "rb") as stream:  # noqa: PTH123  # a path may be no path at all
            return stream.read()
    except FileNotFoundError as bad:
        raise NotFound(f"{path}: no such file") from bad
    except IsADirectoryError as bad:
        raise BadInput(f"{path}: a folder: name one of its files") from bad
    except (OSError, ValueError, MemoryError) as bad:
        why = bad.strerror if isinstance(bad, OSError) else str(bad) or "too large"
        raise Unavailable(f"{path}: cannot be read: {why}") from bad
