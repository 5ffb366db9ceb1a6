"""The gazetteer: which places of the world bear a name."""

import functools
import gzip
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Self, TypeVar

from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel

Meaning = TypeVar("Meaning")
#: A word of a name: letters and digits, with apostrophes inside ("Sana'a", "Da’esh").
WORD = re.compile(r"\w+(?:['’‘ʿʾ`]\w+)*")
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
#: What may stand between two words of one name.
JOINT = re.compile(r"[\s.\-–]{1,3}")
APOSTROPHES = str.maketrans("", "", "'’‘ʿʾ`")
#: An article that a place's name may go without ("Al-Raqqa"), folded.
ARTICLE = re.compile(r"^(?:the|al|el|ar|as|an|ad|ash|at|az) ")
#: Cells of a row of the table.
COUNTRY, FLAGS, NAME, SPELLINGS = 2, 6, 7, 8
#: In the order in which places of one name are given.
LEVELS = tuple(PlaceLevel)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    Attributes:
        code: ISO 3166 or 3166-2; a city or district has its first-level division's.
        latitude, longitude: degrees, of its centre.
        population: people; 0 where it is not known.
        capital: it is the capital of its country.
        sure: the bare name is taken for it in any text; else only where something else says so.
    """

    name: str
    level: PlaceLevel
    code: str | None
    country: str | None
    latitude: float
    longitude: float
    population: int = 0
    capital: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the gazetteer in a running text: places that bear it, or a people's country."""

    span: Span
    places: tuple[Place, ...]
    people_of: str | None = None


@functools.lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Give a name in lower case, without accents and apostrophes, its words one space apart."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", text.translate(APOSTROPHES).casefold()))


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places by folded name.

    Attributes:
        rows: folded name → rows of the table, as `scripts/build_gazetteer.py` writes them.
        people: folded name of a people or its adjective → ISO 3166 alpha-2.
        lengths: first word of a name that is found in any text → most words of such a name.
    """

    rows: Mapping[str, Sequence[Sequence[str]]]
    people: Mapping[str, str]
    lengths: Mapping[str, int]

    @classmethod
    @functools.cache
    def load(cls) -> Self:
        """Give the gazetteer of the package, read once a process."""
        table = files("sayso.extract.where_when").joinpath("tables/places.tsv.gz").read_bytes()
        return cls.of(gzip.decompress(table).decode("utf-8").splitlines())

    @classmethod
    def of(cls, lines: Iterable[str]) -> Self:
        """Build it from the lines of a table: cells apart by tabs, spellings by a bar."""
        people: dict[str, str] = {}
        rows: dict[str, list[list[str]]] = {}
        lengths: dict[str, int] = {}
        for line in lines:
            row = line.split("\t")
            if row[0] == "people":
                people[row[NAME]] = row[COUNTRY]
                keep_length(row[NAME], lengths)
                continue
            for key in row[SPELLINGS].split("|"):
                rows.setdefault(key, []).append(row)
                if "s" in row[FLAGS]:
                    keep_length(key, lengths)
        return cls(rows, people, lengths)

    def named(self, text: str) -> tuple[Place, ...]:
        """Give every place of that name, countries first, then by level and population."""
        key = fold(text)
        rows = self.rows.get(key) or self.rows.get(ARTICLE.sub("", key, count=1), ())
        return tuple(sorted(map(place_of, rows), key=rank))

    def people_of(self, text: str) -> str | None:
        """Give the country of a people or its adjective ("Afghan", "Malians"), or None."""
        key = fold(text)
        return self.people.get(key) or self.people.get(key.removesuffix("s"))

    def country(self, code: str) -> Place | None:
        """Give the country with this ISO 3166 alpha-2 code."""
        return next(map(place_of, self.rows.get(f"={code.casefold()}", ())), None)

    def find_in(self, text: str) -> Iterator[Found]:
        """Give names of countries, peoples, divisions and large cities, in order, longest first.

        A name begins with a capital letter and no article; one of up to three letters has no
        small one.
        """
        for span, (places, people) in longest_names(text, self.lengths, self._read):
            yield Found(span, places, people)

    def _read(self, name: str) -> tuple[tuple[Place, ...], str | None] | None:
        """Give what a name means in any text, or None."""
        small = len(name) <= len("UAE") and not name.isupper()
        if small or not name[0].isupper() or name.startswith(("The ", "THE ")):
            return None
        places, people = self.named(name), self.people_of(name)
        return (places, people) if people or any(p.sure for p in places) else None


def longest_names(
    text: str, lengths: Mapping[str, int], read: Callable[[str], Meaning | None]
) -> Iterator[tuple[Span, Meaning]]:
    """Give the names that a table knows, in order, none overlapping, the longest at each place.

    Args:
        text: to look through; words of one name stand a space, hyphen or full stop apart.
        lengths: folded first word → most words of a name.
        read: gives what a name means, or None where the table has no such name.
    """
    words = [(m.start(), POSSESSIVE.sub("", m.group())) for m in WORD.finditer(text)]
    free = 0
    for n, (start, word) in enumerate(words):
        most = lengths.get(fold(word).split(" ")[0], 0) if start >= free else 0
        for count in range(min(most, len(words) - n), 0, -1):
            last, last_word = words[n + count - 1]
            span = Span(start, with_last_stop(text, last, last + len(last_word)))
            found = read(span.of(text)) if joined(text, words[n : n + count]) else None
            if found is not None:
                yield span, found
                free = span.end
                break


def with_last_stop(text: str, last: int, end: int) -> int:
    """Give the end of a name with the full stop that belongs to it ("U.S.")."""
    dotted = end - last == 1 and text[last - 1 : last] == text[end : end + 1] == "."
    return end + 1 if dotted else end


def joined(text: str, words: list[tuple[int, str]]) -> bool:
    """Say whether only spaces, hyphens and full stops stand between these words."""
    pairs = itertools.pairwise(words)
    return all(JOINT.fullmatch(text, a + len(word), b) for (a, word), (b, _) in pairs)


def rank(place: Place) -> tuple[int, int, str, str]:
    """Give the order among places of one name."""
    return (LEVELS.index(place.level), -place.population, place.code or "", place.name)


def place_of(row: Sequence[str]) -> Place:
    """Read one row of the table."""
    level, code, country, latitude, longitude, population, flags, name, _ = row
    return Place(
        name=name,
        level=PlaceLevel(level),
        code=code or None,
        country=country or None,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        capital="c" in flags,
        sure="s" in flags,
    )


def keep_length(key: str, lengths: dict[str, int]) -> None:
    """Remember how many words a name has that begins with this word."""
    words = key.split(" ")
    lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
