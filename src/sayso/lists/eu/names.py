"""The names of an EU entry, the one to call it by first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.lists.eu.told import remark_of, told
from sayso.lists.fields.names import script_of
from sayso.model.lists import ListedName

_PARTS: Final = ("firstName", "middleName", "lastName")
#: The list calls each name strong; what it says of quality stands in the remark.
_WEAK: Final = re.compile(r"\blow quality\b", re.IGNORECASE)
_FORMER: Final = re.compile(r"\(?(?:formerly known as|former name|f\.?k\.?a\b)", re.IGNORECASE)
_ORIGINAL: Final = re.compile(r"\(?original script\)?", re.IGNORECASE)


def names_of(parts: Sequence[Element]) -> tuple[ListedName, ...]:
    """Give the primary name, then the others in the file's order, each once.

    The list marks no name as the primary one and often puts a translation first. Primary is the
    name that was entered first (by `logicalId`), of those in Latin letters and in no language or
    in English, one of low quality or of the past only where there is no other.
    """
    named = [
        (name, _rank(name, alias))
        for part in parts
        for alias in part.iterfind("nameAlias")
        if (name := _name(alias)) is not None
    ]
    if not named:
        return ()
    first = min(named, key=lambda pair: pair[1])[0]
    others = (name for name, _ in named if name.text != first.text or _says_more(name, first))
    return tuple(dict.fromkeys((replace(first, kind="primary"), *others)))


def _says_more(name: ListedName, first: ListedName) -> bool:
    """Say whether the same text tells something that the primary name does not."""
    return any(
        theirs is not None and theirs != mine
        for theirs, mine in ((name.note, first.note), (name.language, first.language))
    )


def _name(alias: Element) -> ListedName | None:
    parts = tuple(text for field in _PARTS if (text := told(alias, field)) is not None)
    text = told(alias, "wholeName") or " ".join(parts)
    if not text:
        return None
    note = remark_of(alias)
    kind = "fka" if _FORMER.match(note or "") else "aka"
    weak = told(alias, "strong") == "false" or _WEAK.search(note or "")
    language = told(alias, "nameLanguage")
    return ListedName(
        text=text,
        kind="original" if _ORIGINAL.fullmatch(note or "") else kind,
        quality="weak" if weak else "strong",
        script=script_of(text),
        language=language.lower() if language is not None else None,
        note=note,
        parts=parts,
    )


def _rank(name: ListedName, alias: Element) -> tuple[bool, bool, int]:
    """Give the order of precedence, the smallest first; a number that is none comes last."""
    number = told(alias, "logicalId") or ""
    foreign = name.language not in {None, "en"} or name.script != "Latn"
    lesser = name.quality == "weak" or name.kind != "aka"
    return foreign, lesser, int(number) if number.isascii() and number.isdigit() else 10**12
