"""Listed names in a running text: one pass over its words, the longest names kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sayso.match.normal import Word, fold, words_of
from sayso.match.spellings import Spelling
from sayso.match.tables.known import DOUBTFUL_ACRONYMS
from sayso.match.words.likeness import is_spelling, likeness
from sayso.model.ids import Span
from sayso.model.matches import NameHit

#: What may stand between two words of a name besides small words; no more than one line break.
_GAP: Final = re.compile(r"(?!\s*\n\s*\n)[\s\-‐‑–—'’‘`\"“”/&()]{0,6}")
_BEFORE_NAME: Final = re.compile(r"[ \n\-‐‑'’‘`]{0,2}")


@dataclass(slots=True)
class _Node:
    """A place in the tree of keys, with the spellings that end there."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[Spelling] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a text, one after another, that may be a name.

    Attributes:
        words: without the small words between them.
        joints: what small words say between one sound and the next.
        article: where the article right before them begins; None without one.
    """

    words: tuple[Word, ...]
    joints: tuple[str, ...]
    article: int | None

    @property
    def sounds(self) -> tuple[str, ...]:
        """Give the sounds of all words in order."""
        return tuple(sound for word in self.words for sound in word.reading.sounds)


class NameFinder:
    """Finds spellings of listed names in texts; what it was built from does not change."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._root = _Node()
        for spelling in spellings:
            node = self._root
            for key in spelling.keys:
                node = node.next.setdefault(key, _Node())
            node.ends.append(spelling)

    def find_in(self, text: str) -> tuple[NameHit, ...]:
        """Give the listed names in order; of two that overlap the longer stays, or the earlier."""
        words = words_of(text)
        found: list[tuple[Span, tuple[Spelling, ...]]] = []
        for place in self._beginnings(words):
            found += self._longest(text, words, place)
        hits: list[NameHit] = []
        taken: set[int] = set()
        for span, spellings in sorted(found, key=lambda pair: (-len(pair[0]), pair[0])):
            places = range(span.start, span.end)
            if taken.isdisjoint(places):
                taken.update(places)
                hits += _hit(span, spellings, told=fold(span.of(text)))
        return tuple(sorted(hits, key=lambda hit: hit.span))

    def _beginnings(self, words: list[Word]) -> Iterator[int]:
        """Give the words at which a name may begin, last first: two keys deep, for speed."""
        root = self._root.next
        following = ""
        for place in range(len(words) - 1, -1, -1):
            keys = words[place].reading.keys
            if not keys:
                continue
            node = root.get(keys[0])
            if node is not None and (len(keys) > 1 or node.ends or following in node.next):
                yield place
            following = keys[0]

    def _longest(
        self, text: str, words: list[Word], place: int
    ) -> list[tuple[Span, tuple[Spelling, ...]]]:
        """Give the longest name that begins at this word, or nothing."""
        best: list[tuple[Span, tuple[Spelling, ...]]] = []
        for run, ends in self._runs(text, words, place):
            fitting = tuple(spelling for spelling in ends if _fits(spelling, run))
            if fitting:
                start = run.words[0].start
                if run.article is not None and any(s.article for s in fitting):
                    start = run.article
                best = [(Span(start, run.words[-1].end), fitting)]
        return best

    def _runs(
        self, text: str, words: list[Word], place: int
    ) -> Iterator[tuple[_Run, list[Spelling]]]:
        """Give the runs of words from this one on whose keys lead to spellings, shortest first."""
        node = self._root
        taken: list[Word] = []
        joints: list[str] = []
        joint = ""
        article = _article_before(text, words, place)
        for here in range(place, len(words)):
            word = words[here]
            gap = text[words[here - 1].end : word.start] if taken else ""
            if _GAP.fullmatch(gap) is None:
                return
            joint = joint or ("and" if "&" in gap else word.reading.joint)
            if not word.reading.keys:
                continue
            following = _follow(node, word.reading.keys)
            if following is None:
                return
            node = following
            joints += [joint, *("" for _ in word.reading.keys[1:])]
            joint = ""
            taken.append(word)
            if node.ends:
                yield _Run(tuple(taken), tuple(joints[1:]), article), node.ends


def _follow(node: _Node, keys: tuple[str, ...]) -> _Node | None:
    for key in keys:
        following = node.next.get(key)
        if following is None:
            return None
        node = following
    return node


def _article_before(text: str, words: list[Word], place: int) -> int | None:
    """Give where the article of the name that begins at this word begins; None without one."""
    word = words[place]
    if word.reading.article:
        return word.start
    before = words[place - 1] if place else None
    if before is None or before.reading.keys or not before.reading.article:
        return None
    return before.start if _BEFORE_NAME.fullmatch(text[before.end : word.start]) else None


def _fits(spelling: Spelling, run: _Run) -> bool:
    """Say whether a run of words stands for this spelling."""
    if spelling.acronym is not None:
        return _is_acronym("".join(word.surface for word in run.words), spelling.acronym)
    if spelling.article and len(spelling.sounds) == 1 and run.article is None:
        return False
    in_capitals = not any(word.surface[0].islower() for word in run.words)
    return (
        spelling.joints == run.joints
        and (in_capitals or spelling.any_case)
        and _sound_alike(spelling.sounds, run.sounds)
    )


def _sound_alike(listed: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Say whether two names are spellings of one; a single word must sound just the same."""
    if len(listed) == 1:
        return listed == told
    return all(is_spelling(a, b) for a, b in zip(listed, told, strict=True))


def _is_acronym(told: str, listed: str) -> bool:
    """Say whether letters are this acronym: as the list has it, or in capitals unless in doubt."""
    letters = "".join(c for c in listed if c.isalnum())
    capitals = letters.upper()
    return told == letters or (told == capitals and capitals not in DOUBTFUL_ACRONYMS)


def _hit(span: Span, spellings: tuple[Spelling, ...], *, told: str) -> tuple[NameHit, ...]:
    """Give the hit at this place; nothing where only a name that is not listed stands."""
    listed = [spelling for spelling in spellings if spelling.entry is not None]
    if not listed:
        return ()
    best = min(listed, key=lambda s: (s.weak, -likeness(told, fold(s.name)), s.entry, s.name))
    entries = {s.entry for s in listed if s.entry is not None and s.type is best.type}
    return (
        NameHit(
            span=span,
            name=best.name,
            type=best.type,
            entries=tuple(sorted(entries)),
            weak=all(spelling.weak for spelling in listed),
        ),
    )
