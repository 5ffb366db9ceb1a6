"""OFAC's remarks: one line of parts, each of which may state a fact, tell a name or a link."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from sayso.lists.ofac.dates import DATE
from sayso.lists.ofac.labels import FactKind, labels
from sayso.lists.ofac.told import Fact, Told

_ALTERNATIVE: Final = re.compile(r"alt\. ", re.IGNORECASE)
_WEAK_NAME: Final = re.compile(r"([afn]\.k\.a\.) '(.+)'")
#: The beginning of a part → what it is; the rest of the part is the value.
_OWN: Final[Mapping[str, Callable[[Told, str], None]]] = {
    "DOB ": Told.birth,
    "POB ": Told.birth_place,
    "nationality ": lambda told, value: told.nationalities.append(value),
    "citizen ": Told.citizenship,
    "Linked To: ": Told.link,
}
#: A label that is not known, but ends in a colon as those of statements do.
_STATEMENT: Final = re.compile(r"([A-Z][\w /().'-]{2,100}:) (.+)")
#: What may have a country and dates behind its number.
_NUMBERS: Final = frozenset({FactKind.DOCUMENT, FactKind.CRAFT})
_NUMBER: Final = re.compile(
    r"(?P<number>.*?)(?: \((?P<country>[^()]+)\))?"
    rf"(?: issued (?P<issued>{DATE}))?(?: expires (?P<expires>{DATE}))?"
)
#: The last words of a linked party's name that may keep the point which else ends the remarks.
#: Whether it does cannot be told ("CO., LTD" and "CO., LTD." are both written): in May 2024 this
#: agrees with the XML of the list for all but 129 of 6,300 names.
_ABBREVIATED: Final = re.compile(
    r"Linked To: .*[\s,(](?:(?:[a-z]\.)+|(?:co|ltd|ltda|cia|inc|corp|jr|sr|bros|ind|est)\.)",
    re.IGNORECASE,
)


def read_remarks(remarks: str, told: Told, *, cut_off: bool = False) -> None:
    """Keep the remarks as they stand, and put what their parts state into its fields.

    A part that states nothing we know a field for stays in the remarks alone. Of remarks that are
    cut off the last part, which may be half a number, is not read.
    """
    told.remarks = remarks.strip() or None
    parts = _parts(remarks)
    if cut_off:
        told.questions.append("the remarks are cut off: the file of comments has the rest")
        parts.pop()
    for part in parts:
        _read_part(_opened(" ".join(part.split())), told)


def _parts(remarks: str) -> list[str]:
    """Give the parts, without the point that ends the last one."""
    *parts, last = remarks.strip().split("; ")
    return [*parts, last if _ABBREVIATED.fullmatch(last) else last.removesuffix(".")]


def _opened(part: str) -> str:
    """Take the bracket off that XML sets around links: "(Linked To: A; Linked To: B)"."""
    if part.startswith("(Linked To: "):
        part = part[1:]
    return part.removesuffix(")") if part.count(")") > part.count("(") else part


def _read_part(part: str, told: Told) -> None:
    weak = _WEAK_NAME.fullmatch(part)
    if weak is not None:
        told.name(weak[2], weak[1], "weak")
        return
    words = _ALTERNATIVE.sub("", part, count=1) if _ALTERNATIVE.match(part) else part
    for beginning, take in _OWN.items():
        if words.startswith(beginning):
            take(told, words.removeprefix(beginning))
            return
    fact = _fact_in(words)
    if fact is not None:
        told.fact(fact)


def _fact_in(words: str) -> Fact | None:
    known = labels()
    split = known.split(words)
    if split is None:
        found = _STATEMENT.fullmatch(words)
        return None if found is None else Fact(found[1], found[2])
    label, value = split
    if known.kind_of(label) not in _NUMBERS:
        return Fact(label, value)
    found = _NUMBER.fullmatch(value)
    if found is None or found["country"] not in {None, *known.countries}:
        return Fact(label, value)
    return Fact(label, found["number"], found["country"], found["issued"], found["expires"])
