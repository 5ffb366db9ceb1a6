"""The names of an identity of the Swiss list: put together from their parts and spellings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is files/xml.py's

from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.model.lists import ListedName

#: name-type → kind.
_KINDS: Final[Mapping[str, str]] = {
    "primary-name": "primary",
    "alias": "aka",
    "formerly-known-as": "fka",
}
_QUALITIES: Final[Mapping[str, str | None]] = {"good": "strong", "low": "weak", "": None}


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a name: its value, and its spellings by language and script."""

    value: str
    spellings: Mapping[tuple[str, str], Sequence[str]]


def names_of(identity: Element, odd: Oddities) -> Iterator[ListedName]:
    """Give the names of an identity, each followed by its spellings, titles left out.

    A part that has no spelling in a language stands in its own; a name made so says it in its
    note. A part with several gives several names: each spelling stands in one at least.
    """
    for name in identity.iterfind("name"):
        kind = name.get("name-type", "")
        if kind not in _KINDS:
            odd.keep("name-type", kind, "no such type of a name")
        quality = name.get("quality", "")
        if quality not in _QUALITIES:
            odd.keep("quality", quality, "no such quality of a name")
        parts = tuple(_parts(name))
        yield from _spelt(parts, _KINDS.get(kind, "aka"), _QUALITIES.get(quality), name.get("lang"))


def titles_of(identity: Element) -> Iterator[str]:
    """Give the titles that stand among the parts of names."""
    for part in identity.iterfind("name/name-part"):
        if part.get("name-part-type") == "title":
            yield from (text for text in (_even(part.findtext("value")),) if text)


def _parts(name: Element) -> Iterator[_Part]:
    """Give the parts in the list's order."""
    for element in sorted(name.iterfind("name-part"), key=_order):
        value = _even(element.findtext("value") or element.text)
        if element.get("name-part-type") == "title" or not value:
            continue
        spellings: dict[tuple[str, str], list[str]] = {}
        for spelling in element.iterfind("spelling-variant"):
            if text := _even(spelling.text):
                key = spelling.get("lang", ""), spelling.get("script", "")
                spellings.setdefault(key, []).append(text)
        yield _Part(value, spellings)


def _order(part: Element) -> int:
    stated = part.get("order", "")
    return int(stated) if stated.isdecimal() else 0


def _spelt(
    parts: Sequence[_Part], kind: str, quality: str | None, language: str | None
) -> Iterator[ListedName]:
    whole = tuple(part.value for part in parts)
    if not whole:
        return
    text = " ".join(whole)
    yield ListedName(
        text=text,
        kind=kind,
        quality=quality,
        script=script_of(text),
        language=language,
        parts=whole if len(whole) > 1 else (),
    )
    for key in dict.fromkeys(key for part in parts for key in part.spellings):
        choices = [part.spellings.get(key, (part.value,)) for part in parts]
        mixed = any(key not in part.spellings for part in parts)
        for number in range(max(map(len, choices))):
            spelt = " ".join(choice[min(number, len(choice) - 1)] for choice in choices)
            foreign = kind == "primary" and script_of(spelt) not in {"Latn", None}
            yield ListedName(
                text=spelt,
                kind="original" if foreign else "fka" if kind == "fka" else "aka",
                quality=quality,
                script=script_of(spelt),
                language=key[0] or None,
                note="a part of it is spelt so, the others are not" if mixed else None,
            )


def _even(text: str | None) -> str:
    return " ".join((text or "").split())
