"""What kind of thing words speak of: by the table of kinds, else by the words themselves."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sayso.model.flows import Thing
from sayso.review.entities.names import head_noun, normal_text, words_to_head

_TABLE: Final = Path(__file__).parent / "tables" / "things.toml"
#: Words of a description that are looked up together, at most.
_LONGEST: Final = 4
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_MONEY: Final = "money"
_NUMBERS: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}
    | {"twelve", "several", "dozen", "hundred", "thousand", "million", "billion"}
)
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d)")
#: "military, humanitarian and stabilisation support" is what its last words say.
_ENUMERATED: Final = re.compile(r",\s.*\band\s")
_DETERMINERS: Final = _NUMBERS | {
    *("a", "an", "any", "her", "his", "its", "no", "our", "some", "such"),
    *("that", "the", "their", "these", "this", "those"),
}


@dataclass(frozen=True, slots=True)
class Kinds:
    """The table of kinds.

    Attributes:
        kinds: by key, in the order of the table.
        by_words: the key of the kind of each description, in its normal form.
        by_support: the key of the kind that each `kind` of support gives.
        containers, unsaid: heads of descriptions, as the table explains them.
    """

    kinds: Mapping[str, Thing]
    by_words: Mapping[str, str]
    by_support: Mapping[str, str]
    containers: frozenset[str]
    unsaid: frozenset[str]


@cache
def load_kinds() -> Kinds:
    """Read the table; where two kinds had one word, the first would have it."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    rows = {key: row for key, row in table.items() if isinstance(row, dict)}
    by_words: dict[str, str] = {}
    for key, row in rows.items():
        for words in row["words"]:
            by_words.setdefault(_normal(normal_text(words).split()), key)
    return Kinds(
        kinds={
            key: Thing(
                key=key,
                name=row["name"],
                broader=row.get("part_of"),
                known=True,
                means=row.get("means", True),
            )
            for key, row in rows.items()
        },
        by_words=by_words,
        by_support={row["support"]: key for key, row in rows.items() if "support" in row},
        containers=frozenset(map(head_noun, table["containers"])),
        unsaid=frozenset(map(head_noun, table["unsaid"])),
    )


def kind_of(phrase: str) -> Thing | None:
    """Give the kind of a description by its last words, the longest first; None if none fits.

    What comes in something ("a consignment of rifles") is of the kind of what is in it.
    """
    table = load_kinds()
    words = words_to_head(_last_of(phrase))
    for size in range(min(_LONGEST, len(words)), 0, -1):
        key = table.by_words.get(_normal(words[-size:]))
        if key is not None:
            return table.kinds[key]
    _, of, rest = phrase.partition(" of ")
    is_packed = bool(of) and bool(words) and head_noun(words[-1]) in table.containers
    return kind_of(rest) if is_packed else None


def may_be_one_kind(one: str, other: str) -> bool:
    """Say whether two descriptions may be of one thing, as far as the table tells kinds apart.

    What is not described, or is of no kind of the table, may be anything.
    """
    if one == other or not one or not other:
        return True
    mine, theirs = kind_of(one), kind_of(other)
    if mine is None or theirs is None:
        return True
    return mine.key in {theirs.key, theirs.broader} or mine.broader == theirs.key


def thing_of(phrases: Sequence[str], *, support: str | None, unit: str | None) -> Thing | None:
    """Give what is spoken of; None where no words name a thing.

    Args:
        phrases: descriptions of the one thing, the nearest first.
        support: the kind of support that is given.
        unit: what the claim's figure counts, for "six" and "2.4 million".
    """
    table = load_kinds()
    counted = [] if unit is None or not any(map(_has_number, phrases)) else [_of_unit(unit)]
    known = (kind_of(phrase) for phrase in (*phrases, *counted))
    found = next((kind for kind in known if kind is not None), None)
    if found is None and support is not None and support in table.by_support:
        return table.kinds[table.by_support[support]]
    return found or _in_own_words((*phrases, *counted, *([support] if support else ())))


def _in_own_words(phrases: Iterable[str]) -> Thing | None:
    """Give a thing under its own words, without articles and numbers; None for no thing."""
    for phrase in map(_last_of, phrases):
        head = head_noun(phrase)
        if not head or head in load_kinds().unsaid or head in _NUMBERS or head.isdigit():
            continue
        words = words_to_head(phrase) or [head]
        while len(words) > 1 and (words[0] in _DETERMINERS or words[0].isdigit()):
            words = words[1:]
        return Thing(key=f"words/{head}", name=f"“{' '.join(words)}”")
    return None


def _last_of(phrase: str) -> str:
    """Give the last of what is enumerated, with no comma in its figures."""
    return _ENUMERATED.split(_THOUSANDS.sub("", phrase))[-1]


def _of_unit(unit: str) -> str:
    """Give a word for a unit; every currency is money."""
    return _MONEY if _CURRENCY.fullmatch(unit) else unit


def _has_number(phrase: str) -> bool:
    """Say whether a description has a number in it: "six", "a further 640,000"."""
    return any(word in _NUMBERS or word.isdigit() for word in words_to_head(_last_of(phrase)))


def _normal(words: Sequence[str]) -> str:
    """Give words with the last in the singular."""
    return " ".join((*words[:-1], head_noun(words[-1])))
