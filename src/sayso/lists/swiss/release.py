"""Switzerland's list (SECO, SESAM): its XML file, read into a release."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.reading.release import begun, date_of, merged
from sayso.lists.reading.whose import refuse_others
from sayso.lists.reading.xml import read_xml
from sayso.lists.swiss.entry import AUTHORITY, Programme, Register, entry_of
from sayso.lists.swiss.history import is_listed
from sayso.model.documents import Original
from sayso.model.lists import ListEntry, ListRelease

_PARTS: Final = frozenset({"sanctions-program", "target", "place"})


class SwissList:
    """Reads releases of the Swiss list, by its published schema (swiss-sanctions-list 3)."""

    authority = AUTHORITY

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        The file keeps the history of each target; whoever was taken off the list is no entry,
        and is counted in a remark.

        Raises:
            BadListRelease: the file is not well-formed, defines entities, is no whole list or
                bears no date; or a target has no name or no number.
        """
        refuse_others(original, AUTHORITY)
        tree = read_xml(original, repair=repair)
        _check(tree.root, original.locator)
        generated = tree.root.get("date")
        date, dated = date_of(original.locator, generated, published, field="date")
        release = f"{AUTHORITY} {date}"
        targets = tree.root.findall("target")
        listed = [target for target in targets if is_listed(target)]
        if not listed:
            raise BadListRelease(f"{release}: the list has no entries")
        register = Register(_programmes(tree.root), _places(tree.root))
        entries, joined = merged(_entries(listed, register, release))
        gone = len(targets) - len(listed)
        left_out = (f"no entries: {gone:,} targets that were taken off the list",) if gone else ()
        return replace(
            begun(original, AUTHORITY, date),
            entries=_named(entries),
            generated=generated,
            repaired=tree.dropped,
            remarks=(*dated, *tree.remarks, *joined, *left_out),
        )


def _check(root: Element, name: str) -> None:
    if root.tag != "swiss-sanctions-list":
        raise BadListRelease(f"{name}: not the Swiss list, its root is <{root.tag}>")
    kind = root.get("list-type", "whole-list")
    if kind != "whole-list":
        raise BadListRelease(f"{name}: not the whole list but {kind!r}; fetch the whole list")
    strangers = [child.tag for child in root if child.tag not in _PARTS]
    if strangers:
        raise BadListRelease(f"{name}: <{strangers[0]}> is no part of the list that we know")


def _entries(targets: Iterable[Element], register: Register, release: str) -> Iterator[ListEntry]:
    for number, target in enumerate(targets, 1):
        place = f"{release}, target {number} (ssid {target.get('ssid', 'unknown')})"
        yield entry_of(target, register, place)


def _programmes(root: Element) -> Mapping[str, Programme]:
    """Give the programme of each set of sanctions, in English where it is told in it."""
    found: dict[str, Programme] = {}
    for element in root.iterfind("sanctions-program"):
        key, title = _english(element, "program-key"), _english(element, "program-name")
        for part in element.iterfind("sanctions-set"):
            number = part.get("ssid", "")
            if number not in found or part.get("lang") == "eng":
                found[number] = Programme(
                    key=key,
                    title=title,
                    part=" ".join((part.text or "").split()) or None,
                    origin=element.findtext("origin"),
                )
    return found


def _english(element: Element, tag: str) -> str | None:
    told = {
        child.get("lang"): " ".join((child.text or "").split()) for child in element.iterfind(tag)
    }
    return told.get("eng") or next((text for text in told.values() if text), None)


def _places(root: Element) -> Mapping[str, Element]:
    return {place.get("ssid", ""): place for place in root.iterfind("place")}


def _named(entries: tuple[ListEntry, ...]) -> tuple[ListEntry, ...]:
    """Add the other party's name to each tie, where the other is listed."""
    names = {entry.reference: entry.name for entry in entries}
    return tuple(
        replace(
            entry, links=tuple(replace(k, name=names.get(k.reference or "")) for k in entry.links)
        )
        if entry.links
        else entry
        for entry in entries
    )
