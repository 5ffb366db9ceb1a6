"""Screening by others, for comparison: each is imported only when it is asked for.

`rapidfuzz` and `metaphone` search all names. `logic-v1` and `logic-v2` are nomenklatura's, which
compares pairs and searches nothing: they rank the fifty entries that the product gives, so that
what they miss they do not miss for want of a candidate; the milliseconds hold both.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, Self

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from bench.engines.screening import MOST, Asking, Engine
from bench.screening_rows import Question
from bench.screening_scores import Hit
from sayso.errors import Unavailable
from sayso.match.words.scripts import ascii_of
from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry

#: From which score a peer alerts, as its makers set it or, where they do not, as is usual.
_LIKE_NAMES, _LOGIC = 0.85, 0.7
_MOST_NAMES: Final = 2_000
_LACKING: Final = "not installed: install the `peers` extra"


class Peer(Engine, Protocol):
    """Another's engine."""

    threshold: float

    def alike(self, asked: str, listed: str, schema: str) -> float:
        """Give how sure it is that two names are of one party, 0 to 1."""
        ...


@dataclass(frozen=True, slots=True)
class _Listed:
    """All names of a list, and whose each is."""

    texts: Sequence[str]
    entries: Sequence[EntryId]

    @classmethod
    def of(cls, entries: Sequence[ListEntry]) -> Self:
        named = [(name.text, entry.id) for entry in entries for name in entry.names]
        return cls([text for text, _ in named], [entry for _, entry in named])

    def hits(self, scored: Mapping[int, float]) -> tuple[Hit, ...]:
        """Give the entries of the best names, each once."""
        best: dict[EntryId, Hit] = {}
        for name in sorted(scored, key=lambda name: (-scored[name], name)):
            entry = self.entries[name]
            best.setdefault(entry, Hit(entry, scored[name], self.texts[name]))
            if len(best) == MOST:
                break
        return tuple(best.values())


class RapidFuzz:
    """`token_sort_ratio` of each listed name in ASCII letters."""

    threshold = _LIKE_NAMES

    def __init__(self, entries: Sequence[ListEntry]) -> None:
        self._listed = _Listed.of(entries)
        self._sorted = [_in_order(text) for text in self._listed.texts]

    def ask(self, question: Question, asking: Asking) -> tuple[Hit, ...]:
        """Compare with every name."""
        del asking  # it knows names alone
        scores = cdist([_in_order(question.name)], self._sorted, scorer=fuzz.ratio)[0] / 100
        best = np.argpartition(-scores, min(20 * MOST, scores.size - 1))[: 20 * MOST]
        return self._listed.hits({int(name): float(scores[name]) for name in best})

    def alike(self, asked: str, listed: str, schema: str) -> float:
        """Compare two names."""
        del schema
        return fuzz.ratio(_in_order(asked), _in_order(listed)) / 100


class Metaphone:
    """Names that share a sound by double metaphone; words paired by their Jaro-Winkler likeness."""

    threshold = _LIKE_NAMES

    def __init__(self, entries: Sequence[ListEntry]) -> None:
        try:
            from metaphone import doublemetaphone  # noqa: PLC0415  # only when it is asked for
        except ImportError as bad:
            raise Unavailable(f"metaphone: {_LACKING}") from bad
        self._sounds_of: Callable[[str], tuple[str, ...]] = doublemetaphone
        self._listed = _Listed.of(entries)
        self._words = [_words(text) for text in self._listed.texts]
        self._bearers: defaultdict[str, list[int]] = defaultdict(list)
        for name, words in enumerate(self._words):
            for sound in self._sounds(words):
                self._bearers[sound].append(name)

    def ask(self, question: Question, asking: Asking) -> tuple[Hit, ...]:
        """Compare with the names that share most, the rarer sounds first."""
        del asking
        words, shared = _words(question.name), defaultdict[int, float](float)
        for sound in self._sounds(words):
            names = self._bearers.get(sound, [])
            for name in names:
                shared[name] += 1 / len(names) ** 0.5
        likest = sorted(shared, key=lambda name: (-shared[name], name))[:_MOST_NAMES]
        return self._listed.hits({name: _paired(words, self._words[name]) for name in likest})

    def alike(self, asked: str, listed: str, schema: str) -> float:
        """Compare two names."""
        del schema
        return _paired(_words(asked), _words(listed))

    def _sounds(self, words: Sequence[str]) -> set[str]:
        return {sound for word in words for sound in self._sounds_of(word) if sound}


class Nomenklatura:
    """One of nomenklatura's algorithms, over the product's candidates."""

    threshold = _LOGIC

    def __init__(self, name: str, entries: Sequence[ListEntry], candidates: Engine) -> None:
        try:
            from followthemoney import model  # noqa: PLC0415
            from nomenklatura.matching import get_algorithm  # noqa: PLC0415
        except ImportError as bad:
            raise Unavailable(f"{name}: {_LACKING}") from bad
        self._model, self._algorithm = model, get_algorithm(name)
        self._config = self._algorithm.default_config()
        self._candidates = candidates
        self._entry_of = {entry.id: entry for entry in entries}
        self._proxies: dict[EntryId, Any] = {}

    def ask(self, question: Question, asking: Asking) -> tuple[Hit, ...]:
        """Rank the candidates of the product."""
        told = {"name": [question.name]}
        if asking.with_party:
            told |= {"birthDate": [question.birth or ""], "country": [question.country or ""]}
        asked = self._proxy(f"asked:{question.qid}", question.schema or "LegalEntity", told)
        hits = [
            Hit(hit.entry, self._score(asked, self._listed(hit.entry)), hit.name)
            for hit in self._candidates.ask(question, asking)
        ]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.entry)))

    def alike(self, asked: str, listed: str, schema: str) -> float:
        """Compare two names."""
        one, other = (self._proxy(name, schema, {"name": [name]}) for name in (asked, listed))
        return self._score(one, other)

    def _listed(self, entry_id: EntryId) -> Any:  # noqa: ANN401  # theirs, which may be absent
        if entry_id not in self._proxies:
            entry = self._entry_of[entry_id]
            told = {
                "name": [name.text for name in entry.names if name.quality != "weak"],
                "weakAlias": [name.text for name in entry.names if name.quality == "weak"],
                "birthDate": [birth.surface for birth in entry.births],
                "country": list(entry.nationalities),
            }
            self._proxies[entry_id] = self._proxy(entry_id, entry.schema, told)
        return self._proxies[entry_id]

    def _proxy(self, key: str, schema: str, told: Mapping[str, Sequence[str]]) -> Any:  # noqa: ANN401
        proxy = self._model.make_entity(schema)
        proxy.id = key
        for name, values in told.items():
            if name in proxy.schema.properties:
                proxy.add(name, [value for value in values if value], cleaned=False)
        return proxy

    def _score(self, asked: Any, listed: Any) -> float:  # noqa: ANN401
        return float(self._algorithm.compare(asked, listed, self._config).score)


def peer_of(name: str, entries: Sequence[ListEntry], candidates: Engine) -> Peer:
    """Give a peer that knows these entries.

    Raises:
        Unavailable: it is not installed.
    """
    if name == "rapidfuzz":
        return RapidFuzz(entries)
    return Metaphone(entries) if name == "metaphone" else Nomenklatura(name, entries, candidates)


PEERS: Final = ("rapidfuzz", "metaphone", "logic-v1", "logic-v2")


def _words(name: str) -> list[str]:
    latin = "".join(c if c.isalnum() else " " for c in ascii_of(name).lower())
    return latin.split()


def _in_order(name: str) -> str:
    return " ".join(sorted(_words(name)))


def _paired(asked: Sequence[str], listed: Sequence[str]) -> float:
    """Give the mean likeness of words paired one to one, the likest first; 0 without a partner."""
    if not asked or not listed:
        return 0.0
    alike = cdist(asked, listed, scorer=JaroWinkler.similarity)
    total, longest = 0.0, max(len(asked), len(listed))
    for _ in range(min(len(asked), len(listed))):
        row, column = np.unravel_index(alike.argmax(), alike.shape)
        total += float(alike[row, column])
        alike[row, :], alike[:, column] = -1.0, -1.0
    return total / longest
