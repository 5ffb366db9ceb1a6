"""What is measured of a question and a name that are set against each other."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.match.names.alignment import Alignment
from sayso.match.names.arrays import NameArrays
from sayso.match.names.asked import Asked
from sayso.match.words.likeness import begun_alike, letters_shared

#: Rarity from which a word tells (natural log).
TELLING: Final = 1.5
#: Natural log of one unit of the measure `rarity`.
MEASURED_RARITY: Final = 20
_EXACT: Final = 0.999
_HEAVY: Final = 2.0

#: The measures in the order of the columns. Weighted by rarity: `asked_covered`, `listed_covered`
#: (the share that is answered, by sameness), `sameness` (of the answered words), `exact` (the share
#: answered by the same word). `least_sameness`: of the telling words that are answered; `doubt`:
#: the rarest word whose answer may be another word, tenths. `asked_alone`, `listed_alone`: the
#: rarest word without an answer, tenths; `asked_missing`, `listed_missing`: how many telling words
#: have none; `first_missing`, `last_missing`: the asked one at the edge has none;
#: `syllables_missing`: how many asked parts of a Chinese or Korean name have none, or one that is
#: hardly the same. `rarity`: of all answered words, by sameness, twentieths; `asked_rarity`,
#: `listed_rarity`: of all words. `written`, `written_sorted`, `written_begins`: the whole names as
#: strings. `in_order`: the answers stand in the question's order. `answered`: telling words that
#: are. `weak`: the list calls the name of low quality. `asked_words`, `listed_words`: how many; of
#: words written together the side counts that has more.
MEASURES: Final = (
    *("asked_covered", "listed_covered", "sameness", "least_sameness", "asked_alone"),
    *("listed_alone", "rarity", "written", "written_sorted", "written_begins", "exact"),
    *("in_order", "asked_missing", "listed_missing", "answered", "weak", "asked_words"),
    *("listed_words", "first_missing", "last_missing", "asked_rarity", "listed_rarity", "doubt"),
    "syllables_missing",
)


def measures_of(
    arrays: NameArrays,
    forms: Sequence[str],
    asked: Asked,
    names: NDArray[np.int64],
    found: Alignment,
) -> NDArray[np.float64]:
    """Give the measures of a question and each name, one row a name, columns as in `MEASURES`."""
    sure, weights, listed = found.asked_sameness, asked.weights[None, :], found.listed_weights
    whole, listed_whole = weights.sum(), listed.sum(axis=1)
    answered, listed_answered = found.asked_likeness > 0, found.listed_likeness > 0
    rarity = (sure * weights).sum(axis=1)
    telling, listed_tells = weights >= TELLING, listed >= TELLING
    order = np.where(answered, found.answers, found.words.shape[1])
    syllables = (1 - sure) * [bool(token.syllables) for token in asked.tokens]
    columns = (
        rarity / whole,
        (found.listed_sameness * listed).sum(axis=1) / np.maximum(listed_whole, 1e-9),
        rarity / np.maximum((answered * weights).sum(axis=1), 1e-9),
        np.where(answered, sure + 0.5 * (weights < _HEAVY), 1.0).min(axis=1),
        np.where(answered, 0.0, weights).max(axis=1) / 10,
        np.where(listed_answered, 0.0, listed).max(axis=1) / 10,
        rarity / MEASURED_RARITY,
        *_as_strings(forms, asked, found, syllables),
        ((sure >= _EXACT) * weights).sum(axis=1) / whole,
        (np.sort(order, axis=1) == order).all(axis=1),
        (~answered & telling).sum(axis=1),
        (~listed_answered & listed_tells).sum(axis=1),
        np.maximum((answered & telling).sum(axis=1), (listed_answered & listed_tells).sum(axis=1)),
        arrays.name_weak[names],
        np.maximum(len(asked.tokens), listed_answered.sum(axis=1)),
        (found.words >= 0).sum(axis=1),
        ~answered[:, 0],
        ~answered[:, -1],
        np.full(names.size, whole / MEASURED_RARITY),
        listed_whole / MEASURED_RARITY,
        np.where(answered, (1 - sure) * weights, 0.0).max(axis=1) / 10,
        syllables.sum(axis=1),
    )
    return np.column_stack(columns).astype(np.float64)


def _as_strings(
    forms: Sequence[str], asked: Asked, found: Alignment, others: NDArray[np.float64]
) -> tuple[NDArray[np.floating], ...]:
    """Give how alike the names are as strings; not by letters of syllables that are `others`."""
    told = [token.form for token in asked.tokens]
    lengths = np.array([len(form) for form in told])
    kept = 1 - (others * lengths).sum(axis=1) / lengths.sum()
    listed = [[forms[word] for word in row if word >= 0] for row in found.words.tolist()]
    together = ["".join(words) for words in listed]
    in_order = [" ".join(sorted(words)) for words in listed]
    return (
        kept * letters_shared("".join(told), together),
        kept * letters_shared(" ".join(sorted(told)), in_order),
        kept * begun_alike("".join(told), together),
    )
