"""Reads what a model answered: proposals of the shape that was asked for, and nothing else."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

NO_JSON: Final = "the model's answer is no JSON object with claims"
BAD_SHAPE: Final = "the model's claim is not of the shape asked for"
TOO_MANY: Final = "more claims in one answer than are read"

#: Claims of one answer; sources and arguments of one claim; characters of one stretch of words.
MOST_CLAIMS, MOST_PARTS, LONGEST_WORDS = 200, 12, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A claim as a model proposes it: all words are still to be found in the text.

    Attributes:
        sentence: its number among those that were asked about, from 1.
        arguments: pairs of role and words.
        sources: outermost first.
    """

    sentence: int
    content: str
    trigger: str
    predicate: str
    arguments: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    cue: str | None
    factuality: str
    modality: str
    realis: str
    place: str | None
    time: str | None


def read_answer(text: str) -> tuple[tuple[Proposed, ...], Counter[str]]:
    """Give the proposals of an answer in its order, and what was refused, by reason."""
    refused: Counter[str] = Counter()
    told = _object_in(text)
    claims = None if told is None else told.get("claims")
    if not isinstance(claims, list):
        refused[NO_JSON] += 1
        return (), refused
    if len(claims) > MOST_CLAIMS:
        refused[TOO_MANY] += len(claims) - MOST_CLAIMS
    proposals = [_proposed(claim) for claim in claims[:MOST_CLAIMS]]
    refused[BAD_SHAPE] += proposals.count(None)
    return tuple(p for p in proposals if p is not None), +refused


def _object_in(text: str) -> Mapping[str, object] | None:
    """Give the JSON object of an answer, also out of a fence or between other words."""
    for candidate in (text, text[text.find("{") : text.rfind("}") + 1]):
        try:
            told = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict):
            return told
    return None


def _proposed(claim: object) -> Proposed | None:
    """Give one proposal; None where a part is missing or of another type."""
    if not isinstance(claim, dict):
        return None
    number = claim.get("sentence")
    words = {name: _words(claim.get(name)) for name in _STATED}
    arguments, sources = _arguments(claim.get("arguments")), _list(claim.get("sources"))
    if type(number) is not int or None in words.values() or arguments is None or sources is None:
        return None
    stated = {name: word for name, word in words.items() if word is not None}
    optional = {name: _words(claim.get(name)) for name in _OPTIONAL}
    if any(optional[name] is None and claim.get(name) not in {None, ""} for name in _OPTIONAL):
        return None
    return Proposed(
        sentence=number,
        content=stated["content"],
        trigger=stated["trigger"],
        predicate=stated["predicate"],
        factuality=stated["factuality"],
        modality=stated["modality"],
        realis=stated["realis"],
        arguments=arguments,
        sources=sources,
        cue=optional["cue"],
        place=optional["place"],
        time=optional["time"],
    )


_STATED: Final = ("content", "trigger", "predicate", "factuality", "modality", "realis")
_OPTIONAL: Final = ("cue", "place", "time")


def _words(told: object) -> str | None:
    """Give words; None where there are none, or too many to be a sentence's."""
    return told if isinstance(told, str) and told.strip() and len(told) <= LONGEST_WORDS else None


def _list(told: object) -> tuple[str, ...] | None:
    """Give a short list of words."""
    if not isinstance(told, list) or len(told) > MOST_PARTS:
        return None
    words = tuple(w for w in map(_words, told) if w is not None)
    return words if len(words) == len(told) else None


def _arguments(told: object) -> tuple[tuple[str, str], ...] | None:
    """Give a short list of roles with their words."""
    if not isinstance(told, list) or not all(isinstance(part, dict) for part in told):
        return None
    roles, words = _list([p.get("role") for p in told]), _list([p.get("words") for p in told])
    return None if roles is None or words is None else tuple(zip(roles, words, strict=True))
