"""The words of a question set against those of many names at once."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.match.names.arrays import MOST_WORDS, NameArrays
from sayso.match.names.asked import Asked, Finder
from sayso.match.names.nearby import Lexicon
from sayso.match.words.latin import Token
from sayso.match.words.likeness import likeness
from sayso.match.words.sameness import sameness

#: An initial answers every word that begins with it, so well; words written together or apart
#: answer each other so well, 0 to 1.
_INITIAL: Final = 0.5
_TOGETHER: Final = 0.95
#: Consonants alone may be those of many words: letters less alike than this, 0 to 1, are others.
_LEAST_TOGETHER: Final = 0.65
_EXACT: Final = 0.999
_SHORTEST_TOGETHER: Final = 4


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words answer each other, for each of C names; T words asked, L the most listed.

    Attributes:
        words: numbers of the listed words, -1 beyond a name's end, (C, L).
        listed_weights: of these, 0 beyond the end, (C, L).
        asked_likeness: how well each asked word is answered, 0 for not at all, (C, T).
        listed_likeness: the same for each listed word, (C, L).
        answers: the place in the name of each asked word's answer, -1 for none, (C, T).
        asked_sameness: how sure it is that each asked word and its answer are one word, (C, T).
        listed_sameness: the same for each listed word, (C, L).
    """

    words: NDArray[np.int32]
    listed_weights: NDArray[np.float64]
    asked_likeness: NDArray[np.float64]
    listed_likeness: NDArray[np.float64]
    answers: NDArray[np.int64]
    asked_sameness: NDArray[np.float64]
    listed_sameness: NDArray[np.float64]


class Aligner:
    """Aligns questions with names of one index."""

    def __init__(self, arrays: NameArrays, lexicon: Lexicon, finder: Finder) -> None:
        self._arrays = arrays
        self._finder = finder
        self._lexicon = lexicon
        self._first = np.array([ord(form[0]) for form in lexicon.forms], np.uint8)
        self._is_initial = np.array([_is_initial(form) for form in lexicon.forms], np.bool_)

    def align(self, asked: Asked, names: NDArray[np.int64]) -> Alignment:
        """Pair words one to one, those that say most together first."""
        words = self._words(names)
        valid = words >= 0
        weights = np.where(valid, self._arrays.word_weights[words], 0.0).astype(np.float64)
        options = self._options(asked, words, valid)
        found = _paired(asked, words, weights, options)
        self._together(asked, names, found)
        self._tell_sameness(asked, found)
        _answer_again(asked, found)
        return found

    def _words(self, names: NDArray[np.int64]) -> NDArray[np.int32]:
        arrays = self._arrays
        starts, ends = arrays.name_starts[names], arrays.name_starts[names + 1]
        longest = int((ends - starts).max(initial=1))
        places = starts[:, None] + np.arange(min(longest, MOST_WORDS))
        valid = places < ends[:, None]
        return np.where(valid, arrays.name_words[np.where(valid, places, 0)], -1)

    def _options(
        self, asked: Asked, words: NDArray[np.int32], valid: NDArray[np.bool_]
    ) -> NDArray[np.float64]:
        """Give how alike each asked and each listed word are, (C, T, L)."""
        options = np.zeros((words.shape[0], len(asked.tokens), words.shape[1]))
        first = self._first[words]
        initial = self._is_initial[words]
        for place, (token, near) in enumerate(zip(asked.tokens, asked.near, strict=True)):
            if near.words.size:
                at = np.searchsorted(near.words, words)
                at[at == near.words.size] = 0
                options[:, place] = np.where(near.words[at] == words, near.likeness[at], 0.0)
            one_is_initial = ~initial if _is_initial(token.form) else initial
            by_initial = valid & one_is_initial & (first == ord(token.form[0]))
            options[:, place] = np.where(
                by_initial, np.maximum(options[:, place], _INITIAL), options[:, place]
            )
        return options

    def _together(self, asked: Asked, names: NDArray[np.int64], found: Alignment) -> None:
        """Let two words answer one that is both written together, where nothing better does."""
        forms = [token.form for token in asked.tokens]
        for place in range(len(forms) - 1):
            one = self._one_word(forms[place] + forms[place + 1], found)
            if one.max(initial=-1) < 0:
                continue
            open_ = found.asked_likeness[:, place : place + 2].min(axis=1) < _TOGETHER
            rows = np.flatnonzero((one >= 0) & open_)
            found.asked_likeness[rows, place : place + 2] = _TOGETHER
            found.listed_likeness[rows, one[rows]] = _TOGETHER
            found.answers[rows, place : place + 2] = one[rows, None]
            found.asked_sameness[rows, place : place + 2] = 1.0
            found.listed_sameness[rows, one[rows]] = 1.0
        for place, token in enumerate(asked.tokens):
            self._as_two(token, place, names, found)

    def _as_two(self, token: Token, place: int, names: NDArray[np.int64], found: Alignment) -> None:
        """Let two listed words answer an asked one that sounds like both written together."""
        joined, first = self._finder.joined(token.form)
        if not joined.size:
            return
        at = np.searchsorted(joined, names)
        at[at == joined.size] = 0
        two = first[at].astype(np.int64)
        fits = (joined[at] == names) & (two >= 0) & (two + 1 < found.words.shape[1])
        for row in np.flatnonzero(fits & (found.asked_likeness[:, place] < _TOGETHER)):
            both = slice(two[row], two[row] + 2)
            told = "".join(self._lexicon.forms[word] for word in found.words[row, both])
            sure = _are_together(token, told)
            if not sure:
                continue
            found.answers[row, place] = two[row]
            found.asked_likeness[row, place] = _TOGETHER
            found.listed_likeness[row, both] = _TOGETHER
            found.asked_sameness[row, place] = sure
            found.listed_sameness[row, both] = sure

    def _tell_sameness(self, asked: Asked, found: Alignment) -> None:
        """Say how sure it is of each answer that both are one word, where it was not said."""
        told = found.asked_sameness
        rows, places = np.nonzero((found.answers >= 0) & (told == 0))
        answers = found.answers[rows, places]
        words = found.words[rows, answers]
        sure = np.ones(rows.size)
        open_ = np.flatnonzero(found.asked_likeness[rows, places] < _EXACT)
        pairs, back = np.unique(
            places[open_] * len(self._is_initial) + words[open_], return_inverse=True
        )
        sure[open_] = self._sameness(asked, pairs)[back]
        told[rows, places] = sure
        np.maximum.at(found.listed_sameness, (rows, answers), sure)

    def _sameness(self, asked: Asked, pairs: NDArray[np.int64]) -> NDArray[np.float64]:
        """Give the sameness of pairs, each a place in the question and a listed word's number."""
        words = len(self._is_initial)
        one = [asked.tokens[place] for place in (pairs // words).tolist()]
        forms, bare = self._lexicon.forms, self._arrays.bare
        other = [Token(forms[word], bool(bare[word])) for word in (pairs % words).tolist()]
        initial = [
            _is_initial(a.form) or _is_initial(b.form) for a, b in zip(one, other, strict=True)
        ]
        return np.where(initial, _INITIAL, sameness(one, other))

    def _one_word(self, together: str, found: Alignment) -> NDArray[np.int64]:
        """Give where in each name stands the one word that is these letters; -1 for nowhere."""
        word = self._lexicon.number(together) if len(together) >= _SHORTEST_TOGETHER else None
        if word is None:
            return np.full(found.words.shape[0], -1, np.int64)
        stands = (found.words == word) & (found.listed_likeness < _TOGETHER)
        return np.where(stands.any(axis=1), stands.argmax(axis=1), -1)


@lru_cache(maxsize=1 << 14)
def _are_together(token: Token, told: str) -> float:
    """Give how sure it is that a word is two listed ones with its consonants; 0 for hardly."""
    if likeness(token.form, told) < _LEAST_TOGETHER:
        return 0.0
    return 1.0 if told == token.form else float(sameness([token], [Token(told, token.bare)])[0])


def _is_initial(form: str) -> bool:
    return len(form) == 1 and form.isalpha()


def _answer_again(asked: Asked, found: Alignment) -> None:
    """Let a word that stands twice on one side be answered there as well as it is once."""
    ordered = np.sort(found.words, axis=1)
    twice = (ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)
    rows = np.flatnonzero(twice.any(axis=1))
    words = found.words[rows]
    same = (words[:, :, None] == words[:, None, :]) & (words >= 0)[:, :, None]
    for listed in (found.listed_likeness, found.listed_sameness):
        listed[rows] = np.maximum(listed[rows], (same * listed[rows][:, None, :]).max(axis=2))
    for place, token in enumerate(asked.tokens):
        twins = [other for other, twin in enumerate(asked.tokens) if twin == token]
        if len(twins) > 1:
            for told in (found.asked_likeness, found.asked_sameness):
                np.maximum(told[:, place], told[:, twins].max(axis=1), out=told[:, place])


def _paired(
    asked: Asked,
    words: NDArray[np.int32],
    weights: NDArray[np.float64],
    options: NDArray[np.float64],
) -> Alignment:
    count, _, longest = options.shape
    found = Alignment(
        words=words,
        listed_weights=weights,
        asked_likeness=np.zeros(options.shape[:2]),
        listed_likeness=np.zeros(words.shape),
        answers=np.full(options.shape[:2], -1, np.int64),
        asked_sameness=np.zeros(options.shape[:2]),
        listed_sameness=np.zeros(words.shape),
    )
    gains = options * (asked.weights[None, :, None] + weights[:, None, :])
    every = np.arange(count)
    for _ in asked.tokens:
        best = gains.reshape(count, -1).argmax(axis=1)
        place, answer = best // longest, best % longest
        rows = every[gains[every, place, answer] > 0]
        if not rows.size:
            break
        place, answer = place[rows], answer[rows]
        likeness = options[rows, place, answer]
        found.asked_likeness[rows, place] = likeness
        found.listed_likeness[rows, answer] = likeness
        found.answers[rows, place] = answer
        gains[rows, place, :] = 0.0
        gains[rows, :, answer] = 0.0
    return found
