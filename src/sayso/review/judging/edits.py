"""Edits of a claim: which slots can be set right, to what, and the claim that comes of it."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from sayso.errors import BadInput
from sayso.model.claims import Argument, Claim, PlaceMention, Proposition, TimeMention
from sayso.model.findings import Change, Knowledge
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import Factuality, Modality, PlaceLevel, Predicate, Role
from sayso.review.choose import find_entity

_DATE: Final = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?|\d{3}X"
#: The EDTF that claims have: a year, month, day or decade, or an interval, open or not.
_EDTF: Final = re.compile(rf"(?:{_DATE})(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/(?:{_DATE})")

#: Where words stand: code points of the document's text, half open.
_OFFSETS: Final = re.compile(r"\d{1,9}-\d{1,9}")


@dataclass(frozen=True, slots=True)
class Slot:
    """How one slot of a claim is set right.

    Attributes:
        read: what a user gives, as it is kept; "" takes out what stood there.
        put: the claim with what was kept.
    """

    read: Callable[[Knowledge, Claim, str], str]
    put: Callable[[Claim, str], Claim]


def read_changes(knowledge: Knowledge, claim: Claim, given: Iterable[str]) -> tuple[Change, ...]:
    """Give the changes that a user asks for as slot=value.

    Raises:
        BadInput: nothing changes, a slot cannot be edited, or a value is none; says what may be.
    """
    changes: list[Change] = []
    for one in given:
        slot, is_set, value = one.partition("=")
        if not is_set or slot not in SLOTS:
            raise BadInput(f"--set {one!r}: write slot=value; slots: {', '.join(SLOTS)}")
        change = Change(slot, SLOTS[slot].read(knowledge, claim, value.strip()))
        changes += [] if edited(claim, [change]) == claim else [change]
    if not changes:
        slots = ", ".join(SLOTS)
        raise BadInput(f"claim {claim.id}: nothing to edit: give --set slot=value; slots: {slots}")
    return tuple(changes)


def edited(claim: Claim, changes: Iterable[Change]) -> Claim:
    """Give a claim with changes made, in order; its sentence and its speakers stay."""
    for change in changes:
        claim = SLOTS[change.slot].put(claim, change.value)
    return claim


def _choice(slot: str, kind: type[StrEnum]) -> Callable[[Knowledge, Claim, str], str]:
    def read(_: Knowledge, __: Claim, value: str) -> str:
        words = [choice.value for choice in kind]
        if value not in words:
            near = difflib.get_close_matches(value, words, n=1)
            hint = f"near: {near[0]}; " if near else ""
            raise BadInput(f"--set {slot}={value}: {hint}one of {', '.join(words)}")
        return value

    return read


def _party(knowledge: Knowledge, claim: Claim, value: str) -> str:
    """Give the document's own entity where it has one of this party, else another document's."""
    if not value or EntityId(value) in knowledge.entity_of:
        return value
    entity = find_entity(knowledge, value)
    own = {e.id for e in knowledge.records[claim.document_id].extraction.entities}
    return next((m for m in entity.members if m in own), entity.members[0])


def _time(_: Knowledge, __: Claim, value: str) -> str:
    if value and _EDTF.fullmatch(value) is None:
        raise BadInput(f"--set time={value}: write it as EDTF: 2023, 2023-04, 2023-04-01, 2021/..")
    return value


def _place(knowledge: Knowledge, claim: Claim, value: str) -> str:
    """Give a place that some document names, as "name, code, level".

    Raises:
        BadInput: none is called so; names the nearest. Or the claim says where its subject is: then
            the place is its object.
    """
    if not value:
        return ""
    if claim.proposition.predicate is Predicate.LOCATED_IN:
        told = "where its subject is, is its object: give --set object=PLACE"
        raise BadInput(f"--set place={value}: claim {claim.id} is located_in: {told}")
    records = knowledge.records.values()
    places = [place for record in records for place in record.extraction.places]
    wanted = value.casefold()
    for place in places:
        if wanted in {place.name.casefold(), (place.code or "").casefold()}:
            return ", ".join((place.name, place.code or "", place.level.value))
    near = difflib.get_close_matches(value, sorted({place.name for place in places}), n=3)
    hint = f"; near: {', '.join(near)}" if near else ""
    raise BadInput(f"--set place={value}: no document names such a place{hint}")


def _words(knowledge: Knowledge, claim: Claim, value: str) -> str:
    """Give where the words of a claim stand, "120-148": of the words themselves nothing is kept.

    Args:
        knowledge: has the text.
        claim: whose sentence they are of.
        value: offsets in code points of the document's text, or the words as they stand there.

    Raises:
        BadInput: they are not in its sentence, are there twice, or lack those that carry it.
    """
    text = knowledge.document_of(claim).text
    span, sentence = _span(text, claim, value), claim.sentence
    lead, own = f"--set words={value}: ", span.of(text) if span.end <= len(text) else ""
    if not own.strip() or not sentence.contains(span):
        raise BadInput(f"{lead}words of the claim's own sentence: {sentence.of(text)!r}")
    if not span.contains(claim.trigger):
        carries = claim.trigger.of(text)
        raise BadInput(f"{lead}they lack {carries!r}, which carries the claim: reject it instead")
    return f"{span.start}-{span.end}"


def _span(text: str, claim: Claim, value: str) -> Span:
    """Give the place that is meant, without the blanks at its ends."""
    if _OFFSETS.fullmatch(value):
        start, end = map(int, value.split("-"))
        if start >= end:
            raise BadInput(f"--set words={value}: write START-END, in code points of the text")
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        return Span(start, max(start, end - len(words) + len(words.rstrip())))
    sentence = claim.sentence.of(text)
    if not value or sentence.count(value) != 1:
        times = sentence.count(value) if value else 0
        told = f"they stand {times} times in the claim's sentence: give START-END, or words that"
        raise BadInput(f"--set words={value}: {told} stand there once: {sentence!r}")
    start = claim.sentence.start + sentence.index(value)
    return Span(start, start + len(value))


def _put_words(claim: Claim, value: str) -> Claim:
    start, _, end = value.partition("-")
    span = Span(int(start), int(end))
    return replace(claim, content=span, pieces=(span,))


def _with(claim: Claim, **changes: object) -> Claim:
    changed: Proposition = replace(claim.proposition, **changes)  # type: ignore[arg-type]  # fields
    return replace(claim, proposition=changed)


def _put_party(role: Role) -> Callable[[Claim, str], Claim]:
    order = {one: place for place, one in enumerate(Role)}

    def put(claim: Claim, value: str) -> Claim:
        others = [a for a in claim.proposition.arguments if a.role is not role]
        own = [Argument(role=role, entity=EntityId(value))] if value else []
        arguments = sorted((*own, *others), key=lambda a: order[a.role])
        return _with(claim, arguments=tuple(arguments))

    return put


def _put_time(claim: Claim, value: str) -> Claim:
    """Set the time; the document has no words for it but those that it had before."""
    before = claim.proposition.time
    where, words = (_nowhere(claim), "") if before is None else (before.span, before.text)
    time = TimeMention(span=where, text=words, edtf=value, timex=None)
    return _with(claim, time=time if value else None)


def _put_place(claim: Claim, value: str) -> Claim:
    if not value:
        return _with(claim, place=None)
    name, code, level = value.rsplit(", ", 2)
    place = PlaceMention(
        span=_nowhere(claim),
        text="",
        name=name,
        level=PlaceLevel(level),
        code=code or None,
        country=code[:2] or None,
    )
    return _with(claim, place=place)


def _nowhere(claim: Claim) -> Span:
    """Give a place without words, before the claim's own."""
    return Span(claim.content.start, claim.content.start)


SLOTS: Final[Mapping[str, Slot]] = {
    "factuality": Slot(
        _choice("factuality", Factuality), lambda c, v: replace(c, factuality=Factuality(v))
    ),
    "modality": Slot(_choice("modality", Modality), lambda c, v: replace(c, modality=Modality(v))),
    "predicate": Slot(
        _choice("predicate", Predicate), lambda c, v: _with(c, predicate=Predicate(v))
    ),
    "subject": Slot(_party, _put_party(Role.SUBJECT)),
    "object": Slot(_party, _put_party(Role.OBJECT)),
    "time": Slot(_time, _put_time),
    "place": Slot(_place, _put_place),
    "words": Slot(_words, _put_words),
}
