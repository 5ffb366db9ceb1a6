"""The UN Security Council Consolidated List: its XML file, read into a release."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Final, cast
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sayso.errors import BadListRelease
from sayso.lists.fields.dates import day_of
from sayso.lists.un_entry import AUTHORITY, read_entry
from sayso.model.documents import Original
from sayso.model.ids import ReleaseId
from sayso.model.lists import ListEntry, ListRelease

#: Part of the file → its elements → FollowTheMoney's word for what they are.
_PARTS: Final = (("INDIVIDUALS", "INDIVIDUAL", "Person"), ("ENTITIES", "ENTITY", "Organization"))
_FORBIDDEN_CHARACTER: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBERED: Final = re.compile(r"&#(?:([0-9]{1,20})|x([0-9a-f]{1,20}));", re.IGNORECASE)
#: What else XML 1.0 forbids: "&" and "<" that begin no reference and no tag.
_FORBIDDEN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)",
        r"<(?!/?[a-z_][\w.:-]*(?:\s[^<>]*)?/?>|[!?])",
    )
)
#: Tags in a file; the real list has 76,000, and a tree of these takes half a gigabyte.
_MAX_TAGS: Final = 2_000_000
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class _Repaired:
    """A file's text after repair, how much was dropped (characters, references), and remarks."""

    content: bytes | str
    dropped: int = 0
    remarks: tuple[str, ...] = ()


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
        source = _repaired(original.content) if repair else _Repaired(original.content)
        root = _root(source.content, name=original.locator, repair=repair)
        generated = root.get("dateGenerated")
        date, dated = _date(original.locator, generated, published)
        entries, merged = _merged(_entries(root, release=f"{AUTHORITY} {date}"))
        return ListRelease(
            id=ReleaseId(f"{AUTHORITY}@{date}"),
            authority=AUTHORITY,
            published=date,
            document_id=original.id,
            locator=original.locator,
            retrieved=original.retrieved,
            entries=entries,
            generated=generated,
            repaired=source.dropped,
            remarks=(*dated, *source.remarks, *merged),
        )


def _repaired(content: bytes) -> _Repaired:
    """Drop what XML forbids; bytes that are mostly not UTF-8 are read as Latin-1.

    A byte that is not UTF-8 stands as a lone surrogate until it is dropped with the rest.
    """
    text = content.decode("utf-8-sig", errors="surrogateescape")
    wrong = sum("\udc80" <= c <= "\udcff" for c in text)
    remarks: tuple[str, ...] = ()
    if wrong > sum(not c.isascii() for c in text) - wrong:
        text = content.decode("latin-1")
        remarks = ("the bytes are not UTF-8: read as Latin-1, letters may be wrong",)
    text, dropped = _FORBIDDEN_CHARACTER.subn("", _DECLARATION.sub("", text))
    dropped += sum(not _may_stand(found) for found in _NUMBERED.finditer(text))
    text = _NUMBERED.sub(lambda found: found[0] if _may_stand(found) else "", text)
    for pattern in _FORBIDDEN:
        text, count = pattern.subn("", text)
        dropped += count
    if dropped:
        remarks = (*remarks, f"repaired: {dropped} characters that XML forbids were dropped")
    return _Repaired(text, dropped, remarks)


def _may_stand(numbered: re.Match[str]) -> bool:
    """Say whether a numbered reference stands for a character that XML allows."""
    number = int(numbered[1]) if numbered[1] else int(numbered[2], 16)
    return number <= sys.maxunicode and not _FORBIDDEN_CHARACTER.match(chr(number))


def _root(content: bytes | str, *, name: str, repair: bool) -> Element:
    """Give the root element of a Consolidated List.

    Raises:
        BadListRelease: names the line, or what the file is instead.
    """
    tags = content.count("<") if isinstance(content, str) else content.count(b"<")
    if tags > _MAX_TAGS:
        raise BadListRelease(f"{name}: {tags:,} tags, which no UN list has; fetch it again")
    try:
        root = cast("Element", fromstring(content))
    except ParseError as error:
        line, column = error.position
        step = "fetch it again" if repair else "fetch it again, or read it with --repair"
        reason = str(error).partition(": line ")[0].removeprefix("not well-formed ").strip("()")
        message = f"{name}, line {line}, column {column}: not well-formed, {reason}; {step}"
        raise BadListRelease(message) from error
    except DefusedXmlException as error:
        message = f"{name}: refused, it defines entities, which the list never does ({error})"
        raise BadListRelease(message) from error
    except (LookupError, ValueError) as error:
        message = f"{name}: it states an encoding that is not known ({error}); fetch it again"
        raise BadListRelease(message) from error
    if root.tag != "CONSOLIDATED_LIST":
        raise BadListRelease(f"{name}: not the UN Consolidated List, its root is <{root.tag}>")
    return root


def _date(name: str, generated: str | None, published: str | None) -> tuple[str, tuple[str, ...]]:
    """Give the release's date, and a remark when the file states another."""
    own = day_of(generated)
    if published is None:
        if own is None:
            raise BadListRelease(f"{name}: states no date (dateGenerated); give --published DATE")
        return own, ()
    date = day_of(published)
    if date is None:
        raise BadListRelease(f"{name}: no such date: {published!r}; give --published YYYY-MM-DD")
    if date == own:
        return date, ()
    return date, (f"published {date} as given; the file itself says {generated or 'nothing'}",)


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


def _merged(entries: Iterable[ListEntry]) -> tuple[tuple[ListEntry, ...], tuple[str, ...]]:
    """Give one entry a reference, ordered by reference, and remarks on what was merged."""
    by_reference: dict[str, list[ListEntry]] = {}
    for entry in entries:
        by_reference.setdefault(entry.reference, []).append(entry)
    whole = tuple(_joined(by_reference[reference]) for reference in sorted(by_reference))
    remarks = tuple(
        f"{len(parts)} elements share the reference {reference}: merged into one entry"
        for reference, parts in sorted(by_reference.items())
        if len(parts) > 1
    )
    return whole, remarks


def _joined(parts: list[ListEntry]) -> ListEntry:
    """Give one entry for the elements of one reference: lists added up, else the first answer."""
    first, *others = parts
    for other in others:
        changes: dict[str, object] = {}
        asked: list[str] = []
        for name in (f.name for f in fields(ListEntry)):
            mine, theirs = getattr(first, name), getattr(other, name)
            if isinstance(mine, tuple):
                changes[name] = tuple(dict.fromkeys((*mine, *theirs)))
            elif mine is None:
                changes[name] = theirs
            elif theirs not in {None, mine}:
                asked.append(f"{name} differs between elements of this reference: {theirs!r}")
        first = replace(first, **changes)  # type: ignore[arg-type]  # each under its own name
        first = replace(first, questions=(*first.questions, *asked))
    return first
