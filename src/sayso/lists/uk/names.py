"""The names of a party of a UK list, the primary one first."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.uk.fact import NAMES, Fact
from sayso.lists.uk.party import Party, Row
from sayso.model.lists import ListedName

_PRIMARY: Final = "primary name"
#: Type of a name, in small letters (the lists are not of one mind) → (kind, note).
_KINDS: Final[Mapping[str, tuple[str, str | None]]] = {
    _PRIMARY: ("primary", None),
    "primary name variation": ("aka", "primary name variation"),
    "alias": ("aka", None),
    "aka": ("aka", None),
    "fka": ("fka", None),
    "": ("aka", None),
}
#: First word of an alias's quality, in small letters → quality.
_QUALITIES: Final = {"good": "strong", "low": "weak", "": None}


def names_of(party: Party, odd: Oddities) -> tuple[ListedName, ...]:
    """Give the primary name, then the others in the file's order, each once.

    A name is written as it is spoken: names 1 to 5, then name 6, which is a person's family name
    or the whole name of anything else. Of several primary names the first is taken, the others
    are aliases; without any the first name is.
    """
    latin = [name for row in party.rows if (name := _name(row, odd)) is not None]
    original = list(_originals(party))
    first = next((n for n in latin if n.kind == "primary"), next(iter(latin + original), None))
    if first is None:
        return ()
    others = (
        replace(name, kind="aka", note=_PRIMARY) if name.kind == "primary" else name
        for name in (*latin, *original)
        if name.text != first.text
    )
    return tuple(dict.fromkeys((replace(first, kind="primary"), *others)))


def _name(row: Row, odd: Oddities) -> ListedName | None:
    parts = tuple(" ".join(row[fact].split()) for fact in NAMES if fact in row)
    if not parts:
        return None
    text = " ".join(parts)
    told, strength = row.get(Fact.NAME_TYPE, ""), row.get(Fact.ALIAS_QUALITY, "")
    kind, note = _KINDS.get(" ".join(told.casefold().split()), ("aka", told))
    quality = strength.partition(" ")[0].casefold()
    if kind == "aka" and note == told:
        _ask(odd, f"no such type of name: {told!r}")
    if quality not in _QUALITIES:
        _ask(odd, f"no such quality of an alias: {strength!r}")
        note = "; ".join(mark for mark in (note, strength) if mark)
    return ListedName(
        text=text,
        kind=kind,
        quality=_QUALITIES.get(quality),
        script=script_of(text),
        note=note,
        parts=parts,
    )


def _originals(party: Party) -> Iterator[ListedName]:
    """Give the names in their own script; `language` is the list's word for it."""
    for row in party.rows:
        text = " ".join(row.get(Fact.ORIGINAL_NAME, "").split())
        if text:
            language = row.get(Fact.SCRIPT_LANGUAGE)
            yield ListedName(text=text, kind="original", script=script_of(text), language=language)


def _ask(odd: Oddities, question: str) -> None:
    if question not in odd.questions:
        odd.questions.append(question)
