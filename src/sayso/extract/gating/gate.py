"""Tells documents and pages that have nothing of the domain in them, without reading them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from typing import Final, Self

from sayso.extract.names.lexicon import shapes
from sayso.model.documents import Passage
from sayso.ports import NameIndex

#: What is said of a document that is not read for claims.
SKIPPED: Final = (
    "not read for claims: no word of the domain, no name shaped like a group's and no listed name"
    " in it (the setting gate=no has every document read)"
)
#: The same of some pages of a document.
SKIPPED_PAGES: Final = "not read for claims, with nothing of the domain on them: pages {}"
#: So many different plain words open the gate.
ENOUGH: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS: Final = frozenset("aeiou")
_GENITIVES: Final = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Gate:
    """What lets a document through.

    Attributes:
        words: of the domain, in lower case, in every form.
        plain: form → word, of words of the domain that are common elsewhere too.
        last: words with a capital that end a group's name ("Front"), after another such word.
        joined: a name with a hyphenated joint ("Jaish-ul-Haq").
    """

    words: frozenset[str]
    plain: Mapping[str, str]
    last: frozenset[str]
    joined: re.Pattern[str]

    @classmethod
    def load(cls) -> Self:
        """Make the gate of the package's tables."""
        table = files(__package__).joinpath("tables/domain.toml").read_text(encoding="utf-8")
        listed: dict[str, list[str]] = tomllib.loads(table)
        plain = listed.pop("plain")
        known = shapes()
        joints = "|".join(sorted(known.joins))
        return cls(
            words=frozenset(f for words in listed.values() for w in words for f in forms_of(w)),
            plain={form: word for word in plain for form in forms_of(word)},
            last=frozenset({*known.last, *known.joined}),
            joined=re.compile(rf"-(?:{joints})-(?=[^\W\d_a-z])"),
        )

    def opens(self, text: str, names: NameIndex) -> bool:
        """Say whether a text has anything of the domain; the cheapest sign is asked for first."""
        words = frozenset(_WORD.findall(text.lower()))
        return (
            not self.words.isdisjoint(words)
            or len({self.plain[word] for word in words if word in self.plain}) >= ENOUGH
            or self._has_shape(text)
            or bool(names.find_in(text))
        )

    def closed_pages(self, passages: Iterable[Passage], names: NameIndex) -> frozenset[int]:
        """Give the pages that have nothing of the domain; none of a document without pages."""
        pages: dict[int, list[str]] = {}
        for passage in passages:
            if passage.page is not None:
                pages.setdefault(passage.page, []).append(passage.text)
        return frozenset(n for n, told in pages.items() if not self.opens("\n".join(told), names))

    def _has_shape(self, text: str) -> bool:
        """Say whether a name is built like a group's."""
        if self.joined.search(text) is not None:
            return True
        words = _WORD.findall(text)
        return not self.last.isdisjoint(words) and any(
            word in self.last and before[:1].isupper() for before, word in pairwise(words)
        )


def forms_of(word: str) -> Iterator[str]:
    """Give a word in its regular forms; some that no dictionary has are among them."""
    stem = word.removesuffix("e")
    yield from (word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing")
    if word.endswith("y"):
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    if word[-1] not in _VOWELS and word[-2] in _VOWELS:
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
    yield from (word + genitive for genitive in _GENITIVES)
