"""OFAC's two lists, Specially Designated Nationals and the others, read into a release."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.ofac import csv_set, xml_file
from sayso.lists.ofac.csv_set import Rows
from sayso.lists.ofac.dates import american_day
from sayso.lists.ofac.told import CONSOLIDATED, SDN
from sayso.lists.reading.files import files_of
from sayso.lists.reading.release import begun, date_of
from sayso.lists.reading.whose import refuse_others
from sayso.lists.reading.xml import read_xml
from sayso.model.documents import Original
from sayso.model.lists import ListEntry, ListRelease

#: Tags in a file; the list of May 2024 has 1.2 million.
_MOST_TAGS: Final = 8_000_000
#: Programmes of the lists beside the SDN list. Each file is of one list and does not say of which:
#: in those of 2021 to 2026 a third of the entries of the consolidated list stand under one of
#: these, and 3 of 24,000 of the SDN list.
_BESIDE_SDN: Final = frozenset({"NS-PLC", "CMIC-EO13959", "561-Related", "FSE-IR"})
_MOST_BESIDE: Final = 0.05
#: The consolidated list had 444 entries at most in those years, the SDN list over 6,000.
_MOST_CONSOLIDATED: Final = 2_000
_DAY_IN_NAME: Final = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What was read of a release, whatever its format; see `ListRelease`."""

    date: str
    entries: Iterator[ListEntry]
    generated: str | None = None
    repaired: int = 0
    remarks: tuple[str, ...] = ()


class OfacList:
    """Reads releases of one of OFAC's lists, as XML or as the set of CSV files.

    Entries whose rows did not change since the release read before are not made anew.
    """

    def __init__(self, authority: str) -> None:
        """Begin with nothing read.

        Args:
            authority: "ofac" (SDN) or "ofac-cons" (the consolidated list of all others).
        """
        self.authority = authority
        self._made: dict[Rows, ListEntry] = {}

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Args:
            original: sdn.xml or consolidated.xml, sdn.csv or cons_prim.csv, or a tar archive of
                the CSV set, already unpacked.
            published: ISO date that wins over the file's own. The CSV files state none; a day in
                the name of the one of entries stands in, and a remark says so.
            repair: drop characters that XML forbids; read CSV that is not UTF-8 as Latin-1.

        Raises:
            BadListRelease: the files are damaged, hostile, of another list or of two releases, or
                bear no date; or an entry has no name or no number.
        """
        refuse_others(original, self.authority)
        files = files_of(original)
        read = self._csv if any(map(_is_csv, files.values())) else self._xml
        found = read(original, files, published, repair=repair)
        entries = tuple(sorted(found.entries, key=attrgetter("reference")))
        _check(entries, original.locator)
        _refuse_other_list(entries, self.authority, original.locator)
        return replace(
            begun(original, self.authority, found.date),
            entries=entries,
            generated=found.generated,
            repaired=found.repaired,
            remarks=found.remarks,
        )

    def _xml(
        self, original: Original, files: Mapping[str, bytes], published: str | None, *, repair: bool
    ) -> _Read:
        if len(files) > 1:
            raise BadListRelease(f"{original.locator}: several XML files; give one release")
        source = read_xml(original, repair=repair, most_tags=_MOST_TAGS)
        if source.root.tag != "sdnList":
            message = f"not a list of OFAC, its root is <{source.root.tag}>"
            raise BadListRelease(f"{original.locator}: {message}")
        stated = source.root.findtext("publshInformation/Publish_Date")
        date, dated = date_of(original.locator, american_day(stated), published)
        place = f"{self.authority} {date}"
        elements = source.root.findall("sdnEntry")
        counted = source.root.findtext("publshInformation/Record_Count")
        if counted is not None and counted.strip() != str(len(elements)):
            message = f"{len(elements):,} entries, and it says that it has {counted.strip()}"
            raise BadListRelease(f"{place}: {message}; it is not whole: fetch it again")
        return _Read(
            date=date,
            entries=(
                xml_file.entry_of(element, self.authority, f"{place}, entry {number}")
                for number, element in enumerate(elements, start=1)
            ),
            generated=stated,
            repaired=source.dropped,
            remarks=(*dated, *source.remarks),
        )

    def _csv(
        self, original: Original, files: Mapping[str, bytes], published: str | None, *, repair: bool
    ) -> _Read:
        texts = {name: _text(name, content, repair=repair) for name, content in files.items()}
        days = {day for name in files for day in _DAY_IN_NAME.findall(name)}
        named = days.pop() if published is None and len(days) == 1 else None
        date, _ = date_of(original.locator, named, published)
        remarks = ["the file states no date: that of its name is taken"] if named else []
        if any(letters for _, letters in texts.values()):
            remarks.append("the bytes are not UTF-8: read as Latin-1, letters may be wrong")
        rows, strange = csv_set.rows_of({name: text for name, (text, _) in texts.items()})
        return _Read(
            date=date,
            entries=self._entries(rows, f"{self.authority} {date}"),
            repaired=sum(letters for _, letters in texts.values()),
            remarks=(*remarks, *strange),
        )

    def _entries(self, rows: Iterator[Rows], place: str) -> Iterator[ListEntry]:
        """Give the entries; those of rows that were read before are the same objects."""
        before, self._made = self._made, {}
        for own in rows:
            entry = before.get(own) or csv_set.entry_of(own, self.authority, place)
            self._made[own] = entry
            yield entry


def _check(entries: Sequence[ListEntry], name: str) -> None:
    """Refuse a release without entries, or with two under one number: they may be two parties."""
    if not entries:
        raise BadListRelease(f"{name}: the list has no entries")
    twice = next((a.reference for a, b in pairwise(entries) if a.reference == b.reference), None)
    if twice is not None:
        raise BadListRelease(f"{name}: entry {twice} is there twice; fetch it again")


def _refuse_other_list(entries: Sequence[ListEntry], authority: str, name: str) -> None:
    """Refuse OFAC's other list: what follows from a listing is not the same on both."""
    beside = sum(not _BESIDE_SDN.isdisjoint(entry.regimes) for entry in entries)
    of_many = beside > _MOST_BESIDE * len(entries)
    if authority == SDN and of_many:
        other, called = CONSOLIDATED, "OFAC's consolidated list of all but the SDN"
    elif authority == CONSOLIDATED and not of_many and len(entries) > _MOST_CONSOLIDATED:
        other, called = SDN, "OFAC's SDN list"
    else:
        return
    step = f"add it as {other}: sayso lists add {other} FILE"
    raise BadListRelease(f"{name}: it seems to be {called}, not {authority}; {step}")


def _is_csv(content: bytes) -> bool:
    return not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _text(name: str, content: bytes, *, repair: bool) -> tuple[str, int]:
    """Give a file's text, and how many bytes of it are no UTF-8.

    Raises:
        BadListRelease: some are, and it is not to be repaired.
    """
    try:
        return content.decode("utf-8-sig"), 0
    except UnicodeDecodeError as bad:
        if not repair or b"\0" in content:
            step = "fetch it again" if b"\0" in content else "read it with --repair"
            message = f"byte {bad.start:,} is no UTF-8, in which OFAC writes; {step}"
            raise BadListRelease(f"{name}: {message}") from bad
    return content.decode("latin-1"), sum(byte > 0x7F for byte in content)  # noqa: PLR2004  # ASCII
