"""Canada's field of aliases: free text, cut where it certainly holds several names."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.lists.fields.names import script_of
from sayso.model.lists import ListedName

#: Boundaries that are certain: a semicolon, a slash between spaces or behind a quotation mark.
_CERTAIN: Final = re.compile(r";|\s/\s|(?<=[\"”»])/")
_SLASH: Final = re.compile(r"/")
#: "Belarusian: …" → ISO 639-1.
_LANGUAGES: Final = {
    "arabic": "ar",
    "belarusian": "be",
    "belarussian": "be",
    "hebrew": "he",
    "persian": "fa",
    "russian": "ru",
    "ukrainian": "uk",
}
_LABEL: Final = re.compile(rf"\b({'|'.join(_LANGUAGES)})\s*:\s*", re.IGNORECASE)
_COMMA: Final = re.compile(r",\s+|,(?=[^\s\d])")
_OR: Final = re.compile(r"\s+or\s+")
_AND: Final = re.compile(r",?\s+and\s+")
#: What stands after a comma and belongs to the name before it; compared without dots.
_LEGAL_FORMS: Final = frozenset(
    "АО АК ЗАО МК НКО ОАО ООО ПАО САО ФГУП ФГБУ ЧВК AG AO FZE FSUE GmbH Inc JSC LLC Limited Ltd "
    "OAO OJSC OOO PAO PJSC Plc SA SC ZAO".upper().split()
)
_PAIR: Final = 2


def aliases_of(field: str, *, of_person: bool) -> Iterator[ListedName]:
    """Give the names in a field of aliases, in order, with the language that a label states.

    A comma parts names only where it cannot stand inside one: "Barosh, Ilya", "Zarya, OOO" and
    "Ministry of Science, culture and sport" are one name each.
    """
    even = " ".join(field.split())
    start, language = 0, None
    for label in (*_LABEL.finditer(even), None):
        stretch = even[start : len(even) if label is None else label.start()]
        for text in _names(stretch, of_person=of_person):
            yield ListedName(text=text, kind="aka", script=script_of(text), language=language)
        if label is not None:
            start, language = label.end(), _LANGUAGES[label[1].lower()]


def _names(stretch: str, *, of_person: bool) -> Iterator[str]:
    certain = (p for part in _CERTAIN.split(stretch) for p in _cut(_SLASH, part, _are_whole))
    for one in certain:
        for piece in _cut(_COMMA, one, _are_persons if of_person else _are_bodies):
            for half in _cut(_OR, piece, _are_whole if of_person else _in_any_case):
                yield from _cut(_AND, half, _are_whole if of_person else _are_foreign)


def _cut(
    boundary: re.Pattern[str], text: str, may_part: Callable[[Sequence[str]], bool]
) -> tuple[str, ...]:
    """Give the pieces of a text, or the text in one where they may not part."""
    pieces = tuple(piece for part in boundary.split(text) if _is_name(piece := part.strip(" ,")))
    return pieces if may_part(pieces) else (text.strip(" ,"),)


def _is_name(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _in_any_case(_pieces: Sequence[str]) -> bool:
    return True


def _are_persons(pieces: Sequence[str]) -> bool:
    """Say whether these are names of a person, rather than a family name and what follows it."""
    is_pair = len(pieces) == _PAIR and len({script_of(piece) for piece in pieces}) == 1
    return not is_pair or _are_whole(pieces)


def _are_whole(pieces: Sequence[str]) -> bool:
    """Say whether each has two words or more."""
    return all(" " in piece for piece in pieces)


def _are_bodies(pieces: Sequence[str]) -> bool:
    """Say whether each can stand alone as the name of a body."""
    return not any(
        piece[0].islower()
        or piece.upper().rstrip(".") in _LEGAL_FORMS
        or piece.count('"') % 2
        or piece.count("«") != piece.count("»")
        or piece.count("(") != piece.count(")")
        for piece in pieces
    )


def _are_foreign(pieces: Sequence[str]) -> bool:
    """Say whether an English "and" between these is no word of theirs."""
    return all(script_of(piece) not in {"Latn", None} for piece in pieces)
