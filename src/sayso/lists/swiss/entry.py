"""One target of the Swiss list, read into a list entry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is files/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.fields.oddities import Oddities
from sayso.lists.swiss.history import Step, history_of
from sayso.lists.swiss.identity import Identity, identity_of
from sayso.lists.swiss.names import names_of, titles_of
from sayso.model.ids import EntryId
from sayso.model.lists import (
    EntryLink,
    ListedAct,
    ListedCraft,
    ListedDocument,
    ListedName,
    ListEntry,
)

AUTHORITY: Final = "ch"
_KINDS: Final = {"individual": "Person", "entity": "Organization", "object": "LegalEntity"}
_OBJECTS: Final = {"vessel": "Vessel", "aircraft": "Airplane"}
_READ: Final = frozenset(
    {"identity", "justification", "relation", "other-information"},
)
_BESIDE: Final = frozenset(
    {"sanctions-set-id", "foreign-identifier", "modification", "generic-attribute", *_KINDS}
)
_IMO: Final = re.compile(r"IMO(?: number)?\s*:?\s*(\d{7})\.?", re.ASCII | re.IGNORECASE)
#: "Passport number: A1", "Tax identification number : 7" → type and number.
_NUMBER: Final = re.compile(
    r"((?:[\w()/-]+ ){0,4}(?:number|no\.?)(?: \(\w+\))?) ?: ?([\w./-]+)", re.IGNORECASE
)
_CONTACT: Final = re.compile(
    r"(?:company )?(?:web ?site|e-?mail(?: address)?|tel(?:\.|ephone)?(?: number)?|phone|fax) ?: ?"
    r"(.+)",
    re.IGNORECASE,
)
_POSITION: Final = re.compile(
    r"(?:function|position(?:\(s\))?|designation|rank|title) ?: ?(.+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Programme:
    """A set of sanctions: its programme's key and ordinance, which part of it, on whose word."""

    key: str | None
    title: str | None
    part: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Register:
    """What targets point to: programmes by the number of their set, places by their own."""

    programmes: Mapping[str, Programme]
    places: Mapping[str, Element]


def entry_of(target: Element, register: Register, place: str) -> ListEntry:
    """Give the entry of a target as it stands now.

    Args:
        target: an element below the root.
        register: what it points to.
        place: where it stands, for errors ("ch 2026-02-27, target 37 (ssid 4321)").

    Raises:
        BadListRelease: the target has no number, no party or no name.
    """
    reference = target.get("ssid", "").strip()
    party = next((child for child in target if child.tag in _KINDS), None)
    if not reference or party is None:
        lack = "nobody in it" if reference else "no reference (ssid)"
        raise BadListRelease(f"{place}: {lack}; the release is refused whole")
    odd = Oddities()
    identities = sorted(party.iterfind("identity"), key=lambda i: i.get("main") != "true")
    names = _ordered(chain.from_iterable(names_of(i, odd) for i in identities))
    if not names:
        raise BadListRelease(f"{place}: no name; the release is refused whole")
    entry = ListEntry(
        id=EntryId(f"{AUTHORITY}:{reference}"),
        authority=AUTHORITY,
        reference=reference,
        schema=_schema(party, odd),
        names=names,
        gender=party.get("sex"),
        titles=tuple(dict.fromkeys(t for i in identities for t in titles_of(i))),
        remarks="\n".join(_texts(party, "justification")) or None,
        links=tuple(_links(party)),
    )
    entry = _with_programmes(_with_history(entry, history_of(target)), target, register, odd)
    told = [identity_of(i, register.places, odd) for i in identities]
    entry = _with_further(_with_identities(entry, told, odd), _texts(party, "other-information"))
    _keep_unused(target, party, odd)
    return replace(entry, extras=tuple(odd.extras), questions=tuple(odd.questions))


def _ordered(names: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Give each spelling once, the primary name first; of several identities, the main one's."""
    once: dict[str, ListedName] = {}
    for name in names:
        once.setdefault(name.text, name)
    held = list(once.values())
    first = next((name for name in held if name.kind == "primary"), held[0] if held else None)
    others = (replace(n, kind="aka") if n.kind == "primary" else n for n in held if n is not first)
    return () if first is None else (replace(first, kind="primary"), *others)


def _schema(party: Element, odd: Oddities) -> str:
    if party.tag != "object":
        return _KINDS[party.tag]
    kind = party.get("object-type", "")
    if kind not in _OBJECTS:
        odd.keep("object-type", kind, "no such type of an object")
    return _OBJECTS.get(kind, _KINDS["object"])


def _texts(element: Element, tag: str) -> tuple[str, ...]:
    texts = (" ".join((child.text or "").split()) for child in element.iterfind(tag))
    return tuple(dict.fromkeys(text for text in texts if text))


def _links(party: Element) -> Iterator[EntryLink]:
    for relation in party.iterfind("relation"):
        remark = " ".join((relation.findtext("remark") or "").split())
        kind = relation.get("relation-type", "related")
        told = f"{kind} ({remark})" if remark else kind
        yield EntryLink(relation=told, reference=relation.get("target-id"))


def _with_history(entry: ListEntry, history: tuple[Step, ...]) -> ListEntry:
    """Add when the target was listed (last, if it once was taken off), and amended since."""
    off = [number for number, step in enumerate(history) if step.done == "de-listed"]
    since = history[off[-1] + 1 :] if off else history
    listed = [step.day for step in since if step.done == "listed" and step.day]
    amended = (step.day for step in since if step.done != "listed" and step.day)
    return replace(
        entry,
        listed_on=listed[0] if listed else None,
        amended_on=tuple(dict.fromkeys(amended)),
    )


def _with_programmes(
    entry: ListEntry, target: Element, register: Register, odd: Oddities
) -> ListEntry:
    """Add the programmes with their ordinances, and the references of those who listed first."""
    numbers = [target.get("sanctions-set-id") or "", *_texts(target, "sanctions-set-id")]
    sets: list[Programme] = []
    for number in dict.fromkeys(number for number in numbers if number):
        if number in register.programmes:
            sets.append(register.programmes[number])
        else:
            odd.keep("sanctions-set-id", number, "no such set of sanctions")
    for one in sets:
        for tag, told in (("sanctions-set", one.part), ("origin", one.origin)):
            if told:
                odd.keep(tag, told)
    titled = {one.title: one for one in sets if one.title}
    return replace(
        entry,
        regimes=tuple(dict.fromkeys(one.key for one in sets if one.key)),
        acts=tuple(ListedAct(title=title, programme=titled[title].key) for title in titled),
        un_references=_un_references(target, sets, odd),
    )


def _un_references(target: Element, sets: Iterable[Programme], odd: Oddities) -> tuple[str, ...]:
    """Give the foreign identifiers of a target that the United Nations listed."""
    told = _texts(target, "foreign-identifier")
    if any("UN" in (one.origin or "").upper() for one in sets):
        return told
    for text in told:
        odd.keep("foreign-identifier", text)
    return ()


def _with_identities(entry: ListEntry, told: list[Identity], odd: Oddities) -> ListEntry:
    births = tuple(dict.fromkeys(b for identity in told for b in identity.births))
    craft = None
    if entry.schema in _OBJECTS.values():
        craft = ListedCraft(built=births[0].surface if births else None)
    elif entry.schema != "Person":
        for birth in births:
            odd.keep("day-month-year", birth.surface)
    return replace(
        entry,
        births=births if entry.schema == "Person" else (),
        birth_places=tuple(dict.fromkeys(p for i in told for p in i.birth_places)),
        nationalities=tuple(dict.fromkeys(n for i in told for n in i.nationalities)),
        addresses=tuple(dict.fromkeys(a for i in told for a in i.addresses)),
        documents=tuple(dict.fromkeys(d for i in told for d in i.documents)),
        craft=craft,
    )


def _with_further(entry: ListEntry, further: Iterable[str]) -> ListEntry:
    """Add the further information: numbers, addresses of pages, positions; the rest as remarks."""
    remarks = [entry.remarks] if entry.remarks else []
    for told in further:
        imo = _IMO.fullmatch(told) if entry.craft is not None else None
        if imo is not None and entry.craft is not None and entry.craft.imo is None:
            entry = replace(entry, craft=replace(entry.craft, imo=imo[1]))
        elif number := _NUMBER.fullmatch(told):
            paper = ListedDocument(type=number[1], number=number[2].rstrip("."))
            entry = replace(entry, documents=(*entry.documents, paper))
        elif contact := _CONTACT.fullmatch(told):
            entry = replace(entry, contacts=(*entry.contacts, contact[1]))
        elif position := _POSITION.fullmatch(told):
            entry = replace(entry, designations=(*entry.designations, position[1]))
        else:
            remarks.append(told)
    return replace(entry, remarks="\n".join(remarks) or None)


def _keep_unused(target: Element, party: Element, odd: Oddities) -> None:
    for attribute in target.iterfind("generic-attribute"):
        told = " ".join((attribute.text or "").split())
        odd.keep(attribute.get("name", "generic-attribute"), told)
    for element, known in ((target, _BESIDE), (party, _READ)):
        for part in element:
            if part.tag not in known:
                told = " ".join("".join(part.itertext()).split())
                odd.keep(part.tag, told, f"no such field: {part.tag}")
