"""One element of the UN Consolidated List, read into a list entry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.fields.dates import TYPES, day_of, interval_of
from sayso.lists.fields.names import script_of, split_names
from sayso.lists.fields.oddities import Oddities
from sayso.lists.fields.regimes import PERSON_MEASURES, measures_of
from sayso.model.ids import EntryId
from sayso.model.lists import (
    DateInterval,
    ListedAddress,
    ListedDocument,
    ListedName,
    ListEntry,
)

AUTHORITY: Final = "un"

_PARTS: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ADDRESS_FIELDS: Final = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
#: Field of the list → field of ListedDocument.
_DOCUMENT_FIELDS: Final[Mapping[str, str]] = {
    "TYPE_OF_DOCUMENT": "type",
    "TYPE_OF_DOCUMENT2": "type_detail",
    "NUMBER": "number",
    "ISSUING_COUNTRY": "issuing_country",
    "COUNTRY_OF_ISSUE": "country_of_issue",
    "CITY_OF_ISSUE": "city_of_issue",
    "DATE_OF_ISSUE": "issued_on",
    "NOTE": "note",
}
#: QUALITY of an alias → (quality, kind).
_QUALITIES: Final[Mapping[str, tuple[str | None, str]]] = {
    "Good": ("strong", "aka"),
    "Low": ("weak", "aka"),
    "a.k.a.": (None, "aka"),
    "f.k.a.": (None, "fka"),
    "": (None, "aka"),
}
#: What a birth field of an alias is called in the alias's note.
_ALIAS_BIRTH: Final[Mapping[str, str]] = {
    "DATE_OF_BIRTH": "born",
    "CITY_OF_BIRTH": "in",
    "COUNTRY_OF_BIRTH": "in",
}
_BIRTH_FIELDS: Final = frozenset(
    {"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"},
)
#: Elements with parts of their own, per kind of element: suffix of the tag → tags inside.
_NESTED: Final[Mapping[str, frozenset[str]]] = {
    "ALIAS": frozenset({"QUALITY", "ALIAS_NAME", "NOTE", *_ALIAS_BIRTH}),
    "ADDRESS": frozenset(_ADDRESS_FIELDS),
    "PLACE_OF_BIRTH": frozenset(_ADDRESS_FIELDS),
    "DATE_OF_BIRTH": _BIRTH_FIELDS,
    "DOCUMENT": frozenset(_DOCUMENT_FIELDS),
}
_LISTS: Final = ("TITLE", "DESIGNATION", "NATIONALITY", "NATIONALITY2", "LAST_DAY_UPDATED")
_READ: Final = frozenset(
    {
        *_PARTS,
        *_LISTS,
        *(f"{kind}_{suffix}" for kind in ("INDIVIDUAL", "ENTITY") for suffix in _NESTED),
        *("REFERENCE_NUMBER", "NAME_ORIGINAL_SCRIPT", "UN_LIST_TYPE", "GENDER", "COMMENTS1"),
        *("LISTED_ON", "SUBMITTED_ON", "SUBMITTED_BY", "DELISTED_ON"),
    }
)
#: Kept as they stand, without a use: internal numbers and matters of presentation.
_KEPT: Final = frozenset({"DATAID", "VERSIONNUM", "LIST_TYPE", "SORT_KEY", "SORT_KEY_LAST_MOD"})

#: What some aliases have behind the name: "born in 1963", "(previously listed as)", "(false …)".
_BEHIND_NAME: Final = re.compile(
    r"(?P<name>.+?)(?:,? (?P<born>born (?:in |on )?(?:\d|[A-Z]).*)"
    r"| \((?P<told>previously listed as|false identity .*)\))"
)
_REFERENCE: Final = re.compile(r"\b([A-Z]{2}[ie])\.?\s?(\d{3})\b")
_REVIEW: Final = re.compile(
    r"(?:The )?[Rr]eview pursuant to .{0,400}?(?:concluded|completed) on \d{1,2} \w+\.? \d{4}"
)


def read_entry(element: Element, *, schema: str, place: str) -> ListEntry:
    """Give the entry that an INDIVIDUAL or ENTITY element holds.

    Args:
        element: one child of INDIVIDUALS or ENTITIES.
        schema: FollowTheMoney's word for what it is.
        place: where it stands, for errors ("un 2026-02-27, entry 37 (DATAID 6908…)").

    Raises:
        BadListRelease: the element has no reference or no name.
    """
    odd = Oddities()
    reference = "".join((element.findtext("REFERENCE_NUMBER") or "").split())
    if not reference:
        raise BadListRelease(f"{place}: no reference; the release is refused whole")
    names = _names(element, odd)
    if not names:
        raise BadListRelease(f"{place}: no name; the release is refused whole")
    regime = _text(element, "UN_LIST_TYPE")
    if regime not in PERSON_MEASURES:
        odd.questions.append(f"no measures are known for this regime: {regime!r}")
    entry = ListEntry(
        id=EntryId(f"{AUTHORITY}:{reference}"),
        authority=AUTHORITY,
        reference=reference,
        schema=schema,
        names=names,
        regimes=(regime,) if regime else (),
        measures=measures_of(regime, schema),
    )
    entry = _with_particulars(_with_remarks(entry, element), element, odd)
    _keep_unused(element, odd)
    return replace(entry, extras=tuple(odd.extras), questions=tuple(odd.questions))


def _with_particulars(entry: ListEntry, element: Element, odd: Oddities) -> ListEntry:
    """Add what identifies the party, and the dates of its listing."""
    return replace(
        entry,
        gender=_text(element, "GENDER"),
        births=tuple(_births(element, odd)),
        birth_places=tuple(_addresses(element, "PLACE_OF_BIRTH")),
        documents=tuple(_documents(element, odd)),
        nationalities=_values(element, "NATIONALITY") + _values(element, "NATIONALITY2"),
        addresses=tuple(_addresses(element, "ADDRESS")),
        titles=_values(element, "TITLE"),
        designations=_values(element, "DESIGNATION"),
        listed_on=_day(element, "LISTED_ON", odd),
        submitted_on=_day(element, "SUBMITTED_ON", odd),
        submitted_by=_text(element, "SUBMITTED_BY"),
        delisted_on=_day(element, "DELISTED_ON", odd),
        amended_on=tuple(_amendments(element, odd)),
    )


def _with_remarks(entry: ListEntry, element: Element) -> ListEntry:
    """Add the remarks as they stand, with the reviews and references in them."""
    remarks = (element.findtext("COMMENTS1") or "").strip()
    return replace(
        entry,
        remarks=remarks or None,
        reviews=reviews_in(remarks),
        references=references_in(remarks, other_than=entry.reference),
    )


def reviews_in(remarks: str) -> tuple[str, ...]:
    """Give the sentences that record a review, in order, with white space made even."""
    return tuple(found[0] for found in _REVIEW.finditer(" ".join(remarks.split())))


def references_in(remarks: str, *, other_than: str) -> tuple[str, ...]:
    """Give the permanent references that remarks name, in order, each once."""
    cited = (f"{found[1]}.{found[2]}" for found in _REFERENCE.finditer(remarks))
    return tuple(dict.fromkeys(reference for reference in cited if reference != other_than))


def _text(element: Element, tag: str) -> str | None:
    """Give an element's text with white space made even; None when it is absent or empty."""
    return " ".join((element.findtext(tag) or "").split()) or None


def _values(element: Element, tag: str) -> tuple[str, ...]:
    """Give the VALUEs of a list-like element; some copies put the text straight into it."""
    found: list[str] = []
    for holder in element.iterfind(tag):
        texts = [holder.text, *(value.text for value in holder.iterfind("VALUE"))]
        found += [" ".join(text.split()) for text in texts if text is not None and text.strip()]
    return tuple(found)


def _fields(element: Element, suffix: str) -> Iterator[dict[str, str]]:
    """Give the filled fields of each INDIVIDUAL_ or ENTITY_ element of this suffix, in order."""
    for holder in element.iterfind(f"{element.tag}_{suffix}"):
        texts = ((part.tag, " ".join((part.text or "").split())) for part in holder)
        yield {tag: text for tag, text in texts if text}


def _names(element: Element, odd: Oddities) -> tuple[ListedName, ...]:
    """Give the primary name, the name in its own script, then the aliases; each once."""
    names = list(_primary(element))
    for text in split_names(element.findtext("NAME_ORIGINAL_SCRIPT") or ""):
        names.append(_name(text, "original" if names else "primary"))
        if script_of(text) in {"Latn", None}:
            odd.questions.append(f"a name in original script without letters of one: {text!r}")
    for alias in _fields(element, "ALIAS"):
        names += _aliases(alias, odd)
    odd.questions += [
        f"letters of a name are lost: {n.text!r}" for n in names if "\ufffd" in n.text
    ]
    return tuple(dict.fromkeys(names))


def _primary(element: Element) -> Iterator[ListedName]:
    """Give the primary name; one entity's field holds two, with a semicolon between."""
    parts = tuple(text for tag in _PARTS if (text := _text(element, tag)) is not None)
    whole = " ".join(parts)
    if ";" not in whole:
        yield from (_name(whole, "primary", parts=parts) for _ in parts[:1])
        return
    for place, text in enumerate(split_names(whole)):
        yield _name(text, "aka" if place else "primary")


def _name(text: str, kind: str, *, parts: tuple[str, ...] = ()) -> ListedName:
    return ListedName(text=text, kind=kind, script=script_of(text), parts=parts)


def _aliases(alias: Mapping[str, str], odd: Oddities) -> Iterator[ListedName]:
    """Give the names of one alias element; a placeholder without a name gives none."""
    told = alias.get("QUALITY", "")
    if told not in _QUALITIES:
        odd.keep("QUALITY", told, "no such quality of an alias")
    quality, kind = _QUALITIES.get(told, (None, "aka"))
    birth = [f"{word} {alias[tag]}" for tag, word in _ALIAS_BIRTH.items() if tag in alias]
    notes = [*birth, *(alias[tag] for tag in ("NOTE",) if tag in alias)]
    texts = split_names(alias.get("ALIAS_NAME", ""))
    if notes and not texts:
        odd.keep("ALIAS", "; ".join(notes), "an alias without a name")
    for text in texts:
        name, *behind = _behind_name(text)
        note = "; ".join((*behind, *notes)) or None
        yield ListedName(text=name, kind=kind, quality=quality, script=script_of(name), note=note)


def _behind_name(text: str) -> tuple[str, ...]:
    """Give a name, and apart from it what is told behind it, if there is such."""
    found = _BEHIND_NAME.fullmatch(text)
    return (text,) if found is None else (found["name"], found["born"] or found["told"])


def _births(element: Element, odd: Oddities) -> Iterator[DateInterval]:
    for fields in _fields(element, "DATE_OF_BIRTH"):
        interval = interval_of(fields)
        if interval is None:
            continue
        if (kind := fields.get("TYPE_OF_DATE", "")) not in TYPES:
            odd.keep("TYPE_OF_DATE", kind, "no such type of date")
        if interval.start is None and interval.end is None:
            odd.questions.append(f"a date of birth only in words: {interval.surface!r}")
        yield interval


def _addresses(element: Element, suffix: str) -> Iterator[ListedAddress]:
    for fields in _fields(element, suffix):
        if known := {tag.lower(): fields[tag] for tag in _ADDRESS_FIELDS if tag in fields}:
            yield ListedAddress(**known)


def _documents(element: Element, odd: Oddities) -> Iterator[ListedDocument]:
    for fields in _fields(element, "DOCUMENT"):
        known = {name: fields[tag] for tag, name in _DOCUMENT_FIELDS.items() if tag in fields}
        if "issued_on" in known:
            day = day_of(known["issued_on"])
            if day is None:
                odd.questions.append(f"no such date of issue: {known['issued_on']!r}")
            known["issued_on"] = day or known["issued_on"]
        if known:
            yield ListedDocument(**known)


def _day(element: Element, tag: str, odd: Oddities) -> str | None:
    text = _text(element, tag)
    day = day_of(text)
    if text is not None and day is None:
        odd.keep(tag, text, "no such date")
    elif text is not None and text != day:  # its zone says where that day begins
        odd.keep(tag, text)
    return day


def _amendments(element: Element, odd: Oddities) -> Iterator[str]:
    for text in _values(element, "LAST_DAY_UPDATED"):
        day = day_of(text)
        if day is None:
            odd.keep("LAST_DAY_UPDATED", text, "no such date")
        else:
            yield day


def _keep_unused(element: Element, odd: Oddities) -> None:
    """Keep what has no field of ours, and ask about what the list is not known to hold."""
    for part in element:
        if part.tag in _KEPT:
            _keep_all(part, odd, question=None)
        elif part.tag not in _READ:
            _keep_all(part, odd, question=f"no such field: {part.tag}")
        else:
            suffix = part.tag.partition("_")[2]
            strangers = (p for p in part if p.tag not in _NESTED.get(suffix, frozenset({"VALUE"})))
            for stranger in strangers:
                _keep_all(stranger, odd, question=f"no such field: {part.tag}/{stranger.tag}")


def _keep_all(part: Element, odd: Oddities, *, question: str | None) -> None:
    for text in _even(part.itertext()):
        odd.keep(part.tag, text, question)


def _even(texts: Iterable[str]) -> Iterator[str]:
    return (" ".join(text.split()) for text in texts if text.strip())
