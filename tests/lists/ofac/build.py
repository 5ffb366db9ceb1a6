"""Small OFAC files about invented parties, in OFAC's formats, and a reader of them."""

from collections.abc import Mapping

from sayso.lists.ofac.source import OfacList
from sayso.lists.reading.files import content_of, media_type_of
from sayso.model.documents import Original
from sayso.model.ids import digest_of
from sayso.model.lists import ListEntry, ListRelease
from tests.lists.build import NOON

NOTHING = "-0- "
#: The mark with which OFAC's files end.
END = "\x1a"


def row(*cells: str | int) -> str:
    """Give a row as OFAC writes it: texts in quotes, nothing as -0-."""
    written = (
        str(cell) if isinstance(cell, int) or cell == NOTHING else f'"{cell}"' for cell in cells
    )
    return ",".join(written) + "\r\n"


def entry_row(
    number: int = 901,
    name: str = "ZARVAN SHIPPING CO.",
    kind: str = NOTHING,
    remarks: str = NOTHING,
    more: tuple[str, ...] = (NOTHING,) * 7,
) -> str:
    """Give a row of sdn.csv; `more` are title, call sign, type, tonnages, flag and owner."""
    return row(number, name, kind, "SDGT] [IFSR", *more, remarks)


def read_files(
    files: Mapping[str, str | bytes], *, authority: str = "ofac", **said: object
) -> ListRelease:
    raw = [(name, text.encode() if isinstance(text, str) else text) for name, text in files.items()]
    content = content_of(raw, max_bytes=10_000_000)
    original = Original(
        id=digest_of(content),
        content=content,
        locator=", ".join(files),
        media_type=media_type_of(content),
        retrieved=NOON,
    )
    asked = {"published": "2024-05-03", "repair": False, **said}
    return OfacList(authority).read(original, **asked)


def entry_with(remarks: str, kind: str = "individual", name: str = "TOLWAK, Zarmast") -> ListEntry:
    """Give the entry of an invented party with these remarks in sdn.csv."""
    [entry] = read_files({"sdn.csv": entry_row(901, name, kind, remarks) + END}).entries
    return entry


def xml_list(*entries: str, published: str = "05/03/2024", count: int | None = None) -> str:
    stated = len(entries) if count is None else count
    return (
        '<?xml version="1.0" standalone="yes"?>'
        '<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/'
        'exports/XML"><publshInformation>'
        f"<Publish_Date>{published}</Publish_Date><Record_Count>{stated}</Record_Count>"
        f"</publshInformation>{''.join(entries)}</sdnList>"
    )


def xml_entry(
    number: str = "901",
    name: str = "<lastName>ZARVAN SHIPPING CO.</lastName>",
    kind: str = "Entity",
    more: str = "",
) -> str:
    return (
        f"<sdnEntry><uid>{number}</uid>{name}<sdnType>{kind}</sdnType>"
        "<programList><program>SDGT</program><program>IFSR</program></programList>"
        f"{more}</sdnEntry>"
    )


def xml_id(label: str, number: str, more: str = "") -> str:
    return f"<id><uid>7</uid><idType>{label}</idType><idNumber>{number}</idNumber>{more}</id>"
