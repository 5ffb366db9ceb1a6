"""Why a name agrees, in words: the features of one comparison."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from sayso.match.names.arrays import MOST_WORDS, RAREST
from sayso.match.names.measures import MEASURED_RARITY, MEASURES, TELLING
from sayso.match.names.search import Compared
from sayso.match.weighing.model import AGREEMENT, GROUPS, MISSING, ORDER, QUALITY, RARITY
from sayso.match.words.latin import surfaces_of, tokens_of
from sayso.match.words.parentheses import readings_of
from sayso.model.matches import Feature

#: Agreeing words are rare from here on, where 1 is a word that one entry alone bears.
RARE: Final = 1.2
_SAME: Final = 0.999
_WRITTEN_APART: Final = 0.94
_IN_ORDER: Final = MEASURES.index("in_order")
_WEAK: Final = MEASURES.index("weak")
_RARITY: Final = MEASURES.index("rarity")
_ASKED_MISSING: Final = MEASURES.index("asked_missing")
_LISTED_MISSING: Final = MEASURES.index("listed_missing")
Pairs = tuple[tuple[str, str, str], ...]


class _Words(NamedTuple):
    """The words of the two names as they are written."""

    asked: tuple[str, ...]
    listed: tuple[str, ...]


def name_features(
    asked: str, listed: str, compared: Compared, row: int, odds: Sequence[float]
) -> tuple[Feature, ...]:
    """Give one row of comparisons as features, one for each group of terms.

    Args:
        asked: the question's name.
        listed: the name that it is compared with.
        compared: all comparisons of the question.
        row: the one to tell.
        odds: what each of `GROUPS` weighs.
    """
    words = _Words(surfaces_of(asked), _listed_surfaces(compared, row, listed))
    pairs = _pairs(compared, row, words)
    return tuple(
        Feature(
            name=group,
            log_odds=weighs,
            query=asked,
            entry=listed,
            note=_missing(compared, row, words)
            if group == MISSING
            else _NOTES[group](compared, row, pairs),
            measure=round(_MEASURES[group](compared, row), 3) if group in _MEASURES else 0.0,
            pairs=pairs if group == AGREEMENT else (),
        )
        for group, weighs in zip(GROUPS, odds, strict=True)
    )


def _agreement(_: Compared, __: int, pairs: Pairs) -> str:
    return "agree: " + ", ".join(_pair(*pair) for pair in pairs) if pairs else "no word agrees"


def _rarity(compared: Compared, row: int, _: Pairs) -> str:
    rare = _rarity_of(compared, row) >= RARE
    return f"the agreeing words are {'rare' if rare else 'common'}"


def _rarity_of(compared: Compared, row: int) -> float:
    rarity = float(compared.measures[row, _RARITY]) * MEASURED_RARITY
    return rarity / RAREST


def _lacking(compared: Compared, row: int) -> float:
    return float(compared.measures[row, _ASKED_MISSING] + compared.measures[row, _LISTED_MISSING])


def _missing(compared: Compared, row: int, words: _Words) -> str:
    found = compared.alignment
    alone = [
        words.asked[place]
        for place in range(len(compared.asked.tokens))
        if found.answers[row, place] < 0 and compared.asked.weights[place] >= TELLING
    ]
    missing = [
        words.listed[place]
        for place in range(len(words.listed))
        if not found.listed_likeness[row, place] and found.listed_weights[row, place] >= TELLING
    ]
    told = (("entry", alone), ("question", missing))
    notes = [f"the {side} lacks: {', '.join(dict.fromkeys(one))}" for side, one in told if one]
    return "; ".join(notes) or "no word is missing"


def _order(compared: Compared, row: int, _: Pairs) -> str:
    same = compared.measures[row, _IN_ORDER]
    return "the words stand in the same order" if same else "the words stand in another order"


def _quality(compared: Compared, row: int, _: Pairs) -> str:
    weak = compared.measures[row, _WEAK]
    return "the list calls this alias low quality" if weak else "not a low-quality alias"


_NOTES: Final[Mapping[str, Callable[[Compared, int, Pairs], str]]] = {
    AGREEMENT: _agreement,
    RARITY: _rarity,
    ORDER: _order,
    QUALITY: _quality,
}


_MEASURES: Final[Mapping[str, Callable[[Compared, int], float]]] = {
    RARITY: _rarity_of,
    MISSING: _lacking,
}


def _listed_surfaces(compared: Compared, row: int, listed: str) -> tuple[str, ...]:
    """Give the words of the listed name as it writes them: with what is in parentheses, or not."""
    forms = [compared.forms[word] for word in compared.alignment.words[row].tolist() if word >= 0]
    for text in readings_of(listed):
        if [token.form for token in tokens_of(text)[:MOST_WORDS]] == forms:
            return surfaces_of(text)[:MOST_WORDS]
    return tuple(forms)


def _pairs(compared: Compared, row: int, words: _Words) -> Pairs:
    """Give the words that answer each other, each pair with the kind of its difference."""
    found, told = compared.alignment, list[tuple[str, str, str]]()
    for place, token in enumerate(compared.asked.tokens):
        answer = int(found.answers[row, place])
        if answer >= 0:
            word = int(found.words[row, answer])
            likeness = float(found.asked_likeness[row, place])
            across = token.bare != bool(compared.bare[word])
            kind = _kind(token.form, compared.forms[word], likeness, across=across)
            told.append((words.asked[place], words.listed[answer], kind))
    return tuple(told)


def _kind(asked: str, listed: str, likeness: float, *, across: bool) -> str:
    if likeness >= _SAME:
        return "same"
    if len(asked) == 1 or len(listed) == 1:
        return "initial"
    if listed in asked or asked in listed:
        return "written apart" if likeness > _WRITTEN_APART else "cut off"
    return "another script" if across else "spelling"


def _pair(asked: str, listed: str, kind: str) -> str:
    if kind == "same":
        return asked if asked.casefold() == listed.casefold() else f"{asked} ~ {listed}"
    return f"{asked} ~ {listed} ({kind})"
