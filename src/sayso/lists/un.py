"""The UN Security Council Consolidated List: its XML file, read into a release."""

from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.reading.release import begun, date_of, merged
from sayso.lists.reading.whose import refuse_others
from sayso.lists.reading.xml import read_xml
from sayso.lists.un_entry import AUTHORITY, read_entry
from sayso.model.documents import Original
from sayso.model.lists import ListEntry, ListRelease

#: Part of the file → its elements → FollowTheMoney's word for what they are.
_PARTS: Final = (("INDIVIDUALS", "INDIVIDUAL", "Person"), ("ENTITIES", "ENTITY", "Organization"))
#: Tags in a file; the real list has 76,000.
_MAX_TAGS: Final = 2_000_000


class UnList:
    """Reads releases of the UN Consolidated List."""

    authority = AUTHORITY

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Args:
            original: the XML file, already unpacked; its id is that of the bytes as they came.
            published: ISO date that wins over the file's own.
            repair: drop characters that XML forbids, and count them.

        Raises:
            BadListRelease: the file is not well-formed, defines entities, is no such list or
                bears no date; or an entry has no name or no reference.
        """
        refuse_others(original, AUTHORITY)
        source = read_xml(original, repair=repair, most_tags=_MAX_TAGS)
        if source.root.tag != "CONSOLIDATED_LIST":
            message = f"not the UN Consolidated List, its root is <{source.root.tag}>"
            raise BadListRelease(f"{original.locator}: {message}")
        generated = source.root.get("dateGenerated")
        date, dated = date_of(original.locator, generated, published, field="dateGenerated")
        entries, joined = merged(_entries(source.root, release=f"{AUTHORITY} {date}"))
        return replace(
            begun(original, AUTHORITY, date),
            entries=entries,
            generated=generated,
            repaired=source.dropped,
            remarks=(*dated, *source.remarks, *joined),
        )


def _entries(root: Element, *, release: str) -> tuple[ListEntry, ...]:
    """Give an entry for each element, in the file's order."""
    entries: list[ListEntry] = []
    for part, tag, schema in _PARTS:
        for element in (child for holder in root.iterfind(part) for child in holder):
            internal = (element.findtext("DATAID") or "unknown").strip()
            place = f"{release}, entry {len(entries) + 1} (DATAID {internal})"
            if element.tag != tag:
                raise BadListRelease(f"{place}: <{element.tag}> stands where <{tag}> is expected")
            entries.append(read_entry(element, schema=schema, place=place))
    strangers = [child.tag for child in root if child.tag not in {part for part, _, _ in _PARTS}]
    if strangers:
        raise BadListRelease(f"{release}: <{strangers[0]}> is no part of the list that we know")
    if not entries:
        raise BadListRelease(f"{release}: the list has no entries")
    return tuple(entries)
