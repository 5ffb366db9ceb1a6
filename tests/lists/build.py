"""Small UN list files about invented parties, and a reader of them."""

from datetime import UTC, datetime
from pathlib import Path

from sayso.lists.un import UnList
from sayso.model.documents import Original
from sayso.model.ids import digest_of
from sayso.model.lists import ListEntry, ListRelease

DATA = Path(__file__).resolve().parent.parent / "data"
NEWER, OLDER = DATA / "un_extract_2026-02-27.xml", DATA / "un_extract_2025-04-19.xml"
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def original(content: bytes, name: str = "list.xml") -> Original:
    return Original(
        id=digest_of(content),
        content=content,
        locator=name,
        media_type="application/xml",
        retrieved=NOON,
    )


def read(
    content: bytes | str, *, published: str | None = None, repair: bool = False
) -> ListRelease:
    raw = content.encode() if isinstance(content, str) else content
    return UnList().read(original(raw), published=published, repair=repair)


def read_file(path: Path) -> ListRelease:
    return read(path.read_bytes())


def un_list(*elements: str, generated: str | None = "2026-02-27T00:00:09.554Z") -> str:
    """Give a list file with these INDIVIDUAL and ENTITY elements."""
    persons = "".join(e for e in elements if e.startswith("<INDIVIDUAL>"))
    others = "".join(e for e in elements if not e.startswith("<INDIVIDUAL>"))
    dated = f' dateGenerated="{generated}"' if generated is not None else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST{dated}>'
        f"<INDIVIDUALS>{persons}</INDIVIDUALS><ENTITIES>{others}</ENTITIES></CONSOLIDATED_LIST>"
    )


def individual(reference: str = "QDi.901", name: str = "Zarmast Tolwak", more: str = "") -> str:
    return (
        f"<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>{name}</FIRST_NAME>"
        f"<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER>"
        f"<LISTED_ON>2020-01-02</LISTED_ON>{more}</INDIVIDUAL>"
    )


def entity(reference: str = "QDe.901", name: str = "Lashkar-e Sahra", more: str = "") -> str:
    return individual(reference, name, more).replace("INDIVIDUAL", "ENTITY")


def entry_with(more: str) -> ListEntry:
    """Give the entry of an invented person with these further elements."""
    [entry] = read(un_list(individual(more=more))).entries
    return entry
