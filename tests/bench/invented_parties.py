"""Invented parties and questions about them, by a seeded recipe: no name is that of a real list.

Names are put together from syllables in the manner of several languages. Each class of questions
changes a name in one way; the others are names of nobody, and two parties' names crossed.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.match.words.likeness import likeness
from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry
from tests.fakes import tiny_entry

_MANNERS: Final = (
    (("gul", "zar", "mir", "shah", "noor", "tor", "sher", "bahr"), ("ak", "ir", "an", "ud", "esh"),
     ("marw", "sarb", "kohs", "zurm", "ghorm", "khost", "paktr"), ("at", "and", "ar", "ai", "ani")),
    (("ole", "vita", "bori", "gleb", "tara", "dani", "yaro"), ("k", "slav", "mir", "n", "sh"),
     ("bren", "vasil", "korov", "zhdan", "petrun", "tolub"), ("kov", "enko", "ets", "yak")),
    (("ha", "sal", "ta", "ri", "nas", "fa", "qa"), ("dim", "riq", "yad", "zim", "sar", "lil"),
     ("zub", "qast", "hamd", "shar", "tal", "mans", "jub"), ("awi", "oubi", "ani", "iri", "uri")),
    (("ed", "tor", "al", "wil", "bert", "har", "os"), ("mar", "rik", "fred", "old", "win", "mund"),
     ("bren", "holl", "stein", "lind", "wester", "kald", "fros"), ("mark", "berg", "ick", "well")),
)  # fmt: skip
_FIRMS: Final = ("Shipping", "Minerals", "Aviation", "Chemicals", "Exchange", "Logistics", "Steel")
_FORMS: Final = ("Company Limited", "LLC", "JSC", "GmbH", "Co Ltd", "Corporation")
_VOWELS: Final = {"a": "e", "e": "i", "i": "ee", "o": "u", "u": "oo"}
_CYRILLIC: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абкдефгхийклмнопкрстуввкыз")
#: Words that are so alike may be spellings of one, 0 to 1.
_ALIKE: Final = 0.75

Change = Callable[[random.Random, str], str]


def parties(seed: int, number: int) -> list[ListEntry]:
    """Give so many different parties, every third of them a firm."""
    chance, names = random.Random(seed), dict[str, None]()  # noqa: S311  # to be repeated
    while len(names) < number:
        names[_firm(chance) if len(names) % 3 == 2 else _person(chance)] = None
    return [
        tiny_entry(f"QDe.{place:04}", name, schema="Organization" if place % 3 == 2 else "Person")
        for place, name in enumerate(names)
    ]


def strangers(seed: int, number: int, listed: Sequence[ListEntry]) -> Iterator[str]:
    """Give fresh names of nobody, like no listed one."""
    chance = random.Random(seed)  # noqa: S311
    while number:
        name = _person(chance)
        if _is_unlike(name, listed):
            number -= 1
            yield name


def swaps(seed: int, number: int, listed: Sequence[ListEntry]) -> Iterator[str]:
    """Give names of nobody: the given names of one listed person, the last one of another."""
    chance = random.Random(seed)  # noqa: S311
    people = [entry.name.split() for entry in listed if entry.schema == "Person"]
    names = {" ".join(words) for words in people}
    while number:
        one, other = chance.sample(people, 2)
        name = " ".join([*one[:-1], other[-1]])
        if name not in names and one[-1] != other[-1]:
            number -= 1
            yield name


def questions(seed: int, listed: Sequence[ListEntry]) -> Iterator[tuple[str, str, EntryId]]:
    """Give a question of each class about each party: class, name, whom it means."""
    chance = random.Random(seed)  # noqa: S311
    for entry in listed:
        for kind, change in CHANGES.items():
            yield kind, change(chance, entry.name), entry.id


def _typo(chance: random.Random, name: str) -> str:
    place = chance.choice([n for n, c in enumerate(name) if c.islower() and n])
    return name[:place] + chance.choice(["", chance.choice("abdeiklmnorst")]) + name[place + 1 :]


def _reorder(_: random.Random, name: str) -> str:
    words = name.split()
    return f"{words[-1]}, {' '.join(words[:-1])}"


def _vowels(chance: random.Random, name: str) -> str:
    place = chance.choice([n for n, c in enumerate(name) if c in _VOWELS])
    return name[:place] + _VOWELS[name[place]] + name[place + 1 :]


def _merge(_: random.Random, name: str) -> str:
    first, second, *rest = name.split()
    return " ".join([first + second.lower(), *rest])


def _title(chance: random.Random, name: str) -> str:
    return f"{chance.choice(('Dr.', 'Mr', 'Haji', 'Gen.'))} {name}"


CHANGES: Final[dict[str, Change]] = {
    "same": lambda _, name: name.upper(),
    "typo": _typo,
    "reorder": _reorder,
    "vowels": _vowels,
    "merge": _merge,
    "title": _title,
    "hidden": lambda _, name: name[:2] + "\u200b" + name[2:],
    "cyrillic": lambda _, name: name.lower().translate(_CYRILLIC),
}


def _is_unlike(name: str, listed: Sequence[ListEntry]) -> bool:
    """Say whether a name shares fewer than two words with each listed one, however spelt."""
    words = name.split()
    return all(
        sum(any(likeness(word, other) >= _ALIKE for other in entry.name.split()) for word in words)
        < 2
        for entry in listed
    )


def _person(chance: random.Random) -> str:
    starts, ends, lasts, endings = chance.choice(_MANNERS)
    given = [chance.choice(starts) + chance.choice(ends) for _ in range(chance.choice((1, 1, 2)))]
    return " ".join([*given, chance.choice(lasts) + chance.choice(endings)]).title()


def _firm(chance: random.Random) -> str:
    _, __, lasts, endings = chance.choice(_MANNERS)
    name = f"{chance.choice(lasts)}{chance.choice(endings)}".title()
    return f"{name} {chance.choice(_FIRMS)} {chance.choice(_FORMS)}"
