"""The EU Financial Sanctions Files: the XML of all entries (1.1), read into a release."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element  # only made and read here: reading/xml.py parses

from sayso.errors import BadListRelease
from sayso.lists.eu.entry import AUTHORITY, read_entry
from sayso.lists.reading.release import begun, date_of
from sayso.lists.reading.whose import refuse_others
from sayso.lists.reading.xml import read_xml
from sayso.model.documents import Original
from sayso.model.lists import ListRelease

#: Tags in a file; the real list of May 2024 has 148,000.
_MAX_TAGS: Final = 2_000_000


class EuList:
    """Reads releases of the EU's consolidated list, keyed by `logicalId`."""

    authority = AUTHORITY

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Elements of one `logicalId` are parts of one entry: the real file of May 2024 has three
        such entries, that of March 2021 has 21. A remark names them.

        Args:
            original: the XML file, already unpacked; its id is that of the bytes as they came.
            published: ISO date that wins over the file's own (`generationDate`).
            repair: drop characters that XML forbids, and count them.

        Raises:
            BadListRelease: the file is not well-formed, defines entities, is another list or
                bears no date; or an entry has no name or no reference.
        """
        refuse_others(original, AUTHORITY)
        tree = read_xml(original, repair=repair, most_tags=_MAX_TAGS)
        if tree.root.tag != "export":
            message = f"not the EU's consolidated list, its root is <{tree.root.tag}>"
            raise BadListRelease(f"{original.locator}: {message}")
        generated = tree.root.get("generationDate")
        date, dated = date_of(original.locator, generated, published, field="generationDate")
        wholes = _wholes(tree.root, release=f"{AUTHORITY} {date}")
        return replace(
            begun(original, AUTHORITY, date),
            entries=tuple(
                read_entry(wholes[reference], place=f"{AUTHORITY} {date}, entry {reference}")
                for reference in sorted(wholes)
            ),
            generated=generated,
            repaired=tree.dropped,
            remarks=(*dated, *tree.remarks, *_merged(wholes)),
        )


def _wholes(root: Element, *, release: str) -> dict[str, list[Element]]:
    """Give the elements of each reference, in the file's order."""
    found: dict[str, list[Element]] = {}
    for number, element in enumerate(root, start=1):
        if element.tag != "sanctionEntity":
            raise BadListRelease(f"{release}: <{element.tag}> is no part of the list that we know")
        reference = (element.get("logicalId") or "").strip()
        if not reference:
            message = "no reference (logicalId); the release is refused whole"
            raise BadListRelease(f"{release}, element {number}: {message}")
        found.setdefault(reference, []).append(element)
    if not found:
        raise BadListRelease(f"{release}: the list has no entries")
    return found


def _merged(wholes: dict[str, list[Element]]) -> Iterator[str]:
    """Give a remark on the references that stand on several elements, if there are such."""
    several = {reference: parts for reference, parts in sorted(wholes.items()) if len(parts) > 1}
    if several:
        elements = sum(map(len, several.values()))
        yield (
            f"elements that share a reference are merged, {elements} into {len(several)}: "
            + ", ".join(several)
        )
