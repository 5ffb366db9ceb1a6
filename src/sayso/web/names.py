"""The names of the lists in force, to be found by the beginnings of their words as one types."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from sayso.match.tables.countries import country_of
from sayso.model.ids import EntryId
from sayso.model.lists import ListedCraft, ListEntry, ListRelease

_WORD: Final = re.compile(r"\w+")
#: Sorts after every word that begins with what stands before it.
_LAST: Final = "\U0010ffff"


class Sort(NamedTuple):
    """What a search goes by, besides words."""

    schema: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the table was made from, made once."""

    names: Sequence[tuple[int, str, EntryId]]
    words: Sequence[str]
    places: Mapping[str, Sequence[int]]
    counts: Mapping[str, int]
    sorts: Mapping[EntryId, Sort]


class NameTable:
    """Names of listed parties by their words; read from the releases when it is first asked."""

    def __init__(self, releases: Callable[[], Iterable[ListRelease]]) -> None:
        self._releases = releases

    @property
    def counts(self) -> Mapping[str, int]:
        """Give how many entries each authority lists."""
        return self._told.counts

    @property
    def sorts(self) -> Mapping[EntryId, Sort]:
        """Give the kind and the countries of each entry."""
        return self._told.sorts

    def find(self, text: str) -> tuple[EntryId, ...]:
        """Give the entries one of whose names has words that begin with all of these, each once.

        A reference or an id is found whole. Shortest names first, then in the order of the
        alphabet; a text without a word finds every entry.
        """
        words = tuple(dict.fromkeys(_words(text)))
        found = {place for word in words[:1] for place in self._beginning(word)}
        for word in words[1:]:
            found &= self._beginning(word)
        places = found if words else range(len(self._told.names))
        ranked = sorted(self._told.names[place] for place in places)
        return tuple(dict.fromkeys(entry for _, _, entry in ranked))

    def _beginning(self, start: str) -> set[int]:
        words = self._told.words
        first, last = bisect_left(words, start), bisect_left(words, start + _LAST)
        return {place for word in words[first:last] for place in self._told.places[word]}

    @cached_property
    def _told(self) -> _Told:
        names: list[tuple[int, str, EntryId]] = []
        places: defaultdict[str, list[int]] = defaultdict(list)
        counts: Counter[str] = Counter()
        sorts: dict[EntryId, Sort] = {}
        for release in self._releases():
            counts[release.authority] = len(release.entries)
            for entry in release.entries:
                sorts[entry.id] = Sort(entry.schema, countries_of(entry))
                for text in dict.fromkeys((*(n.text for n in entry.names), entry.id)):
                    words = _words(text)
                    for word in words:
                        places[word].append(len(names))
                    is_reference = text == entry.id
                    names.append((_LONG if is_reference else len(words), text, entry.id))
        return _Told(names, sorted(places), places, counts, sorts)


#: References come after names.
_LONG: Final = 1_000


def _words(text: str) -> list[str]:
    """Give the words without case and diacritics, each script as it is."""
    plain = unicodedata.normalize("NFKD", text)
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).casefold())


def countries_of(entry: ListEntry) -> tuple[str, ...]:
    """Give the countries that an entry names, as ISO 3166 in small letters, each once."""
    craft = entry.craft or ListedCraft()
    places = (place.country for place in (*entry.addresses, *entry.birth_places))
    named = (*entry.nationalities, *places, craft.flag)
    return tuple(dict.fromkeys(code for name in named for code in codes_of((name,))))


def codes_of(names: Iterable[str | None]) -> list[str]:
    """Give the countries of these names that are known, as ISO 3166 in small letters."""
    codes = (country_of(name) for name in names if name)
    return [code.lower() for code in codes if code is not None]
