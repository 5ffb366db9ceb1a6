"""The XML of a list file, as a tree: nothing hostile, repaired where it is asked for."""

import re
import sys
from dataclasses import dataclass
from typing import Final, cast
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sayso.errors import BadListRelease
from sayso.model.documents import Original

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
#: Tags in a file, opening and closing: the largest real list (OFAC's of May 2024) has 1,160,000,
#: and a tree of so many takes three quarters of a gigabyte.
_MAX_TAGS: Final = 3_000_000
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class ListXml:
    """The root of a list file, how much was dropped (characters, references), and remarks."""

    root: Element
    dropped: int = 0
    remarks: tuple[str, ...] = ()


def read_xml(original: Original, *, repair: bool, most_tags: int = _MAX_TAGS) -> ListXml:
    """Give the tree of a list file, its tags without namespaces.

    Args:
        original: the file, already unpacked.
        repair: drop characters that XML forbids, and count them.
        most_tags: a file with more is refused before it is read.

    Raises:
        BadListRelease: names the line, or what the file is instead.
    """
    source: tuple[bytes | str, int, tuple[str, ...]] = (original.content, 0, ())
    content, dropped, remarks = _repaired(original.content) if repair else source
    root = _root(content, original.locator, repair=repair, most_tags=most_tags)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return ListXml(root, dropped, remarks)


def _repaired(content: bytes) -> tuple[str, int, tuple[str, ...]]:
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
    return text, dropped, remarks


def _may_stand(numbered: re.Match[str]) -> bool:
    """Say whether a numbered reference stands for a character that XML allows."""
    number = int(numbered[1]) if numbered[1] else int(numbered[2], 16)
    return number <= sys.maxunicode and not _FORBIDDEN_CHARACTER.match(chr(number))


def _root(content: bytes | str, name: str, *, repair: bool, most_tags: int) -> Element:
    tags = content.count("<") if isinstance(content, str) else content.count(b"<")
    if tags > most_tags:
        raise BadListRelease(f"{name}: {tags:,} tags, which no such list has; fetch it again")
    try:
        return cast("Element", fromstring(content))
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
