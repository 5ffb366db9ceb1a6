"""The gazetteer: which places of the world bear a name."""

import bisect
import functools
import gzip
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
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
        division: GeoNames code of the first level that it is or lies in ("US.TX").
        number: its GeoNames id; 0 where it has none.
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
    division: str | None = None
    number: int = 0


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
    """Places by folded name; a place is read when it is asked for.

    Attributes:
        divisions: GeoNames code of a first level → its ISO 3166-2 code, "" if none, and its name.
        short: what print and post write for a first level, and what its people are called ("Tex.",
            "TX", "Texans"), as spelt → its GeoNames code.
        dialling: area code of telephones ("318") → GeoNames code of its first level.
        people: folded name of a people or its adjective → ISO 3166 alpha-2.
        sure: folded spellings that are taken for a place in any text.
        lengths: first word of a sure spelling → most words of such a spelling.
        spellings: lines of the other spellings, in order: spelling, numbers of its rows.
        rows: lines of the places, in order, as `scripts/build_gazetteer.py` writes them.
    """

    divisions: Mapping[str, tuple[str, str]]
    short: Mapping[str, str]
    dialling: Mapping[str, str]
    people: Mapping[str, str]
    sure: frozenset[str]
    lengths: Mapping[str, int]
    spellings: Sequence[bytes]
    rows: Sequence[bytes]

    @classmethod
    @functools.cache
    def load(cls) -> Self:
        """Give the gazetteer of the package, read once a process."""
        table = files("sayso.extract.where_when").joinpath("tables/places.tsv.gz").read_bytes()
        return cls.of(gzip.decompress(table))

    @classmethod
    def of(cls, table: bytes) -> Self:
        """Build it from a table as `scripts/build_gazetteer.py` describes it."""
        divisions, short, dialling, people, sure, spellings, rows = table.split(b"\n\n")
        peoples = dict(cells(people))
        lengths: dict[str, int] = {}
        spelt = sure.decode().split("\n")
        for key in (*spelt, *peoples):
            keep_length(key, lengths)
        return cls(
            divisions={code: (iso, name) for code, iso, name in cells(divisions)},
            short=dict(cells(short)),
            dialling=dict(cells(dialling)),
            people=peoples,
            sure=frozenset(spelt),
            lengths=lengths,
            spellings=spellings.split(b"\n"),
            rows=rows.split(b"\n"),
        )

    def named(self, text: str) -> tuple[Place, ...]:
        """Give every place of that name, countries first, then by level and population."""
        key = fold(text)
        return self._of_key(key) or self._of_key(ARTICLE.sub("", key, count=1))

    def alike(self, skeleton: str) -> tuple[Place, ...]:
        """Give the divisions of Afghanistan and Pakistan whose spellings share a skeleton."""
        return self._of_key(f"~{skeleton}") if skeleton else ()

    def _of_key(self, key: str) -> tuple[Place, ...]:
        """Give every place of a folded spelling."""
        start = key.encode() + b"\t"
        lines = [*starting_with(self.rows, start)]
        for line in starting_with(self.spellings, start):
            lines += [self.rows[int(n)] for n in line[len(start) :].split(b" ")]
        sure = key in self.sure
        return tuple(sorted((self._place_of(line, sure=sure) for line in lines), key=rank))

    def _place_of(self, line: bytes, *, sure: bool) -> Place:
        """Read one row; its bare name tells only where its spelling does."""
        key, name, level, at, latitude, longitude, people, flags, number = line.decode().split("\t")
        division, _, own = at.partition("=")
        iso, _ = self.divisions.get(division, (division, ""))
        return Place(
            name=name or key.title(),
            level=LEVELS[int(level)],
            code=own or iso or None,
            country=(division or own)[:2] or None,
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(people or 0),
            capital="c" in flags,
            sure=sure and "s" in flags,
            division=division if "." in division else None,
            number=int(number or 0),
        )

    def everywhere(self) -> Iterator[Place]:
        """Give every place, in the order of the folded names."""
        return (self._place_of(line, sure=False) for line in self.rows)

    def first_level(self, code: str) -> Place | None:
        """Give the first level with this GeoNames code ("US.TX"), or None."""
        _, name = self.divisions.get(code, ("", ""))
        same = (p for p in self.named(name) if p.level is PlaceLevel.ADMIN1)
        return next((p for p in same if p.division == code), None)

    def shortened(self, text: str) -> Place | None:
        """Give the first level that an abbreviation or people stands for, as it is spelt."""
        code = self.short.get(text) or self.short.get(f"{text}.")
        return None if code is None else self.first_level(code)

    def people_of(self, text: str) -> str | None:
        """Give the country of a people or its adjective ("Afghan", "Malians"), or None."""
        key = fold(text)
        return self.people.get(key) or self.people.get(key.removesuffix("s"))

    def country(self, code: str) -> Place | None:
        """Give the country with this ISO 3166 alpha-2 code."""
        return next(iter(self._of_key(f"={code.casefold()}")), None)

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
            if count > 1 and not joined(text, words[n : n + count]):
                continue
            last, last_word = words[n + count - 1]
            end = with_last_stop(text, last, last + len(last_word))
            found = read(text[start:end])
            if found is not None:
                yield Span(start, end), found
                free = end
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


def cells(part: bytes) -> list[list[str]]:
    """Give the cells of each line of a part of the table."""
    return [line.split("\t") for line in part.decode().split("\n")]


def starting_with(lines: Sequence[bytes], start: bytes) -> Iterator[bytes]:
    """Give the lines of a sorted part that begin so."""
    for n in range(bisect.bisect_left(lines, start), len(lines)):
        if not lines[n].startswith(start):
            return
        yield lines[n]


def keep_length(key: str, lengths: dict[str, int]) -> None:
    """Remember how many words a name has that begins with this word."""
    words = key.split(" ")
    lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
