"""Gives words their capitals by what the text itself and the word lists tell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.casing.bodies import bodies_in, long_forms
from sayso.extract.casing.words import is_acronym, is_given, is_numbered, is_ordinary, lists
from sayso.extract.names.lexicon import body_lengths, known_bodies
from sayso.extract.parsing.parse import dictionary, leans_to_name
from sayso.extract.where_when.places import Gazetteer, fold, longest_names
from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel

#: A word with its full stops, hyphens and apostrophes: "u.s.", "m-19", "people's".
TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-'’]\w+)*")
#: What may stand before the first word of a sentence.
_OPENING: Final = re.compile(r"(?:(?<!\b\w)[.!?][\"”’)]?\s+|[:,]\s+[\"“])$")
#: So far back that is looked for.
_LOOK_BACK: Final = 8
_BRACKETED: Final = re.compile(r"\(([a-z]{2,4})\)")
_FIRST_PERSON: Final = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
#: A place's name of so many letters that is a word too is no place: "us".
_SMALLEST: Final = 3
_NUMBER: Final = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text in small letters, with the capitals that it is given.

    Attributes:
        start: in the text.
        low: the word in small letters.
        cased: as it is to be written.
        person: it may be part of a person's name: no dictionary and no gazetteer has it.
    """

    start: int
    low: str
    cased: str
    person: bool = False

    @property
    def end(self) -> int:
        """Give where it ends."""
        return self.start + len(self.low)

    @property
    def is_name(self) -> bool:
        """Say whether it has a capital that is not for the beginning of a sentence."""
        return self.cased != self.low


class Capitals:
    """What one document tells of its capitals.

    Args:
        text: the whole document, in whatever letters.
        gazetteer: places and peoples.
        seen: words as the document writes them where it does use capitals, by small letters.
    """

    def __init__(self, text: str, gazetteer: Gazetteer, seen: Mapping[str, str]) -> None:
        self._gazetteer = gazetteer
        self._seen = seen
        self._spelt = {form: short for short, form in long_forms(text.lower())}
        bracketed = {m.group(1) for m in _BRACKETED.finditer(text.lower())}
        short = {b for b in bracketed if not is_ordinary(b)}
        self._acronyms = frozenset({*self._spelt.values(), *short})

    def restore(self, text: str) -> str:
        """Give a text with its capitals; every character stays at its place.

        A text that small letters would lengthen or shorten is given back as it is.
        """
        small = text.lower()
        if len(small) != len(text):
            return text
        words = _read_on(small, [self._alone(m) for m in TOKEN.finditer(small)])
        letters = list(small)
        for word in words:
            if word.cased.lower() == word.low:
                letters[word.start : word.end] = word.cased
        for span, cased in self._long_names(small):
            if cased.lower() == span.of(small):
                letters[span.start : span.end] = cased
        for match in TOKEN.finditer(small):
            if _opens(small, match.start()):
                letters[match.start()] = _capital(letters[match.start()])
        return "".join(letters)

    def _alone(self, match: re.Match[str]) -> Word:
        """Give a word as it would be written whatever stands beside it."""
        low = match.group()
        bare = re.sub(r"['’]s$", "", low)
        rest = low[len(bare) :]
        cased = self._cased(bare) or bare
        person = is_given(bare) or (cased.istitle() and not self._is_told(bare))
        return Word(match.start(), low, cased + rest, person)

    def _is_told(self, low: str) -> bool:
        """Say whether a list knows a word as a place, a people or anything else with a capital."""
        return low in lists()["always"] or self._is_place(low)

    def _is_place(self, low: str) -> bool:
        """Say whether a word alone is a place or a people in any text."""
        if is_ordinary(low) and len(low) <= _SMALLEST:
            return False
        if self._gazetteer.people_of(low) is not None:
            return True
        place = self._gazetteer.named(low) if low in self._gazetteer.lengths else ()
        doubted = is_ordinary(low) and not leans_to_name(low)  # the town of Surprise
        known = (p.capital or p.level is PlaceLevel.COUNTRY or not doubted for p in place if p.sure)
        return any(known)

    def _cased(self, low: str) -> str | None:
        """Give a word as it is written, or None for small letters."""
        table = lists()
        if low in self._seen:
            return self._seen[low]
        ordinary = is_ordinary(low)
        shout = low in table["capitals"] and low not in table["doubtful"]
        named = low in table["titles"]
        shout = shout or low in self._acronyms or is_numbered(low)
        if shout or (not ordinary and not named and is_acronym(low)):
            return low.upper()
        if low in table["always"] or low in _FIRST_PERSON or is_given(low) or self._is_place(low):
            return _titled(low)
        return None if ordinary or low in table["particles"] or low[0].isdigit() else _titled(low)

    def _long_names(self, small: str) -> Iterator[tuple[Span, str]]:
        """Give the names of several words: places, known bodies, spelt-out acronyms, bodies."""
        titled = " ".join(_titled(w) for w in small.split(" "))
        if len(titled) == len(small):
            for found in self._gazetteer.find_in(titled):
                if " " in found.span.of(small) and not found.people_of:
                    yield found.span, _titled_name(found.span.of(small))
        for span in bodies_in(small):
            yield span, _titled_name(span.of(small))
        for form in self._spelt:
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", small):
                yield Span(*match.span()), _titled_name(form)
        for span, cased in longest_names(small, body_lengths(), _known):
            yield span, cased


def _known(name: str) -> str | None:
    """Give a known body's name of several words, or one that is no common word."""
    body = known_bodies().get(fold(name))
    plain = is_ordinary(name) and " " not in name
    if (
        body is None
        or plain
        or (body.spellings and body.spellings[0].lower() in lists()["doubtful"])
    ):
        return None
    same = [s for s in body.spellings if len(s) == len(name)]
    return same[0] if same else _titled_name(name)


def _read_on(small: str, words: Sequence[Word]) -> Iterator[Word]:
    """Give the words again with what those beside them tell."""
    table = lists()
    last: Word | None = None
    for n, word in enumerate(words):
        before = last if last is not None and _touch(small, last, word) else None
        behind = words[n + 1] if n + 1 < len(words) and _touch(small, word, words[n + 1]) else None
        raised = _beside(word, before, behind, table)
        last = Word(word.start, word.low, _titled(word.low), person=True) if raised else word
        yield last


def _beside(
    word: Word, before: Word | None, behind: Word | None, table: Mapping[str, frozenset[str]]
) -> bool:
    """Say whether a word in small letters takes a capital from the words beside it."""
    if word.is_name:
        return False
    if word.low in table["dated"]:
        return any(w is not None and _NUMBER.fullmatch(w.low) for w in (before, behind))
    initial = len(word.low) == 1 and word.low not in {"a", *table["particles"]}
    if initial or word.low in table["of_places"] or word.low in table["common"]:
        return any(w is not None and w.is_name for w in (behind, before if initial else None))
    return before is not None and _goes_on(word, before, table)


def _goes_on(word: Word, before: Word, table: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a word goes on with the person's name or title before it: "j.", "ball"."""
    titled = before.low.rstrip(".") in table["titles"]
    rare = before.person and word.low in dictionary() and leans_to_name(word.low)
    return (titled or rare) and word.low not in table["particles"]


def _touch(small: str, one: Word, other: Word) -> bool:
    """Say whether only a space, or a full stop and a space, stands between two words."""
    return small[one.end : other.start] in {" ", ". ", "\n"}


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence begins at a word."""
    before = text[max(0, start - _LOOK_BACK) : start]
    first = start < _LOOK_BACK and not any(c.isalnum() for c in before)
    return first or _OPENING.search(before) is not None


def _capital(letter: str) -> str:
    """Give a letter as a capital, where that is one letter."""
    upper = letter.upper()
    return upper if upper.lower() == letter else letter


def _titled(word: str) -> str:
    """Give a word with its first letter, and that of each part behind a hyphen, as a capital."""
    parts = word.split("-")
    return "-".join(_capital(p[0]) + p[1:] if p else p for p in parts)


def _titled_name(name: str) -> str:
    """Give a name of several words with capitals, but for its small words."""
    small = {"of", "the", "and", "for", "in", "on", "to"} | lists()["particles"]
    words = re.split(r"(\s+)", name)
    first, *rest = words
    return "".join([_titled(first), *(w if w in small else _titled(w) for w in rest)])


def seen_capitals(texts: Iterable[str]) -> dict[str, str]:
    """Give the words as texts that do use capitals write them, inside their sentences.

    A word that stands in small letters too is left out.
    """
    cased: dict[str, str] = {}
    small: set[str] = set()
    for text in texts:
        for match in TOKEN.finditer(text):
            word = match.group()
            if word.islower():
                small.add(word)
            elif not _opens(text, match.start()):
                cased.setdefault(word.lower(), word)
    return {low: word for low, word in cased.items() if low not in small}
