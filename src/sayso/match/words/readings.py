"""How words in Latin letters may be meant to sound: two readings, and what is left of vowels."""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final

_KEPT: Final = 1 << 17
_KEY_BYTES: Final = 8

_VOWELS_AND_DOUBLES: Final = (
    ("oo|ou|o", "u"),
    (r"(.)\1+", r"\1"),
    ("(?<=[aiu])h(?=$|[^aiu])", ""),
)
#: As English, French or Arabic names are romanised: "ch" is a hiss, "kh" a "k".
_USUAL: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch|tsch|tch|ch|sh|sz", "s"),
        ("dzh|dj|zh", "j"),
        ("ph", "f"),
        ("kh|ck|q|c|x", "k"),
        ("gh", "g"),
        ("th", "t"),
        ("dh", "d"),
        ("tz|ts|z", "s"),
        ("w", "v"),
        ("ee|ie|ei|y|e", "i"),
        *_VOWELS_AND_DOUBLES,
    )
)
#: As Swedish, Czech, Estonian or German write them: "tj" is a hiss, "j" an "i", "ch" an "h".
_OTHER: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sjtj|sjt|schtsch|shch|stj|sch|sh|sj|tj|cz|sz|ts|tz", "s"),
        ("zj|zh", "s"),
        ("ch|kh|x", "h"),
        ("ph", "f"),
        ("ck|q", "k"),
        ("gh", "g"),
        ("th", "t"),
        ("dh", "d"),
        ("[cz]", "s"),
        ("w", "v"),
        ("ee|ie|ei|j|y|e", "i"),
        *_VOWELS_AND_DOUBLES,
    )
)
_INNER_VOWEL: Final = re.compile("(?<=.)[aiuh]")
_DOUBLE: Final = re.compile(r"(.)\1+")
_COARSE: Final = str.maketrans("gdbjlzcqfv", "ktpsrskkpp")
_SHORTEST_BONES: Final = 2
#: From so many consonants on, one of them may be wrong; from so many letters on, one letter.
_BONES_WITH_ONE_WRONG: Final = 4
_FORM_WITH_ONE_WRONG: Final = 3
#: Longer words with the same beginning are looked at too: one may be cut off.
_BEGINNING: Final = 6


@lru_cache(maxsize=_KEPT)
def usual_reading(form: str) -> str:
    """Give how a word sounds as most lists romanise names."""
    for pattern, sound in _USUAL:
        form = pattern.sub(sound, form)
    return form


@lru_cache(maxsize=_KEPT)
def other_reading(form: str) -> str:
    """Give how a word sounds as continental spellings go."""
    for pattern, sound in _OTHER:
        form = pattern.sub(sound, form)
    return form


@lru_cache(maxsize=_KEPT)
def bones(reading: str) -> str:
    """Give the consonants of a reading, and that it begins with a vowel."""
    inner = _INNER_VOWEL.sub("", reading)
    if inner[:1] in {"a", "i", "u"}:
        inner = "a" + inner[1:]
    return _DOUBLE.sub(r"\1", inner)


@lru_cache(maxsize=_KEPT)
def bare_bones(form: str) -> str:
    """Give the consonants that also a script without vowels writes: no glides within a word."""
    told = bones(usual_reading(form))
    return told[:1] + told[1:].replace("v", "").replace("j", "g")


@lru_cache(maxsize=_KEPT)
def coarse(reading: str) -> str:
    """Give a reading without what scripts do not tell apart: voiced or not, "l" or "r"."""
    return _DOUBLE.sub(r"\1", reading.translate(_COARSE))


@lru_cache(maxsize=_KEPT)
def keys_of(form: str) -> tuple[int, ...]:
    """Give the 64-bit keys under which a word is found: those of two words near are often shared.

    Its letters, its consonants in both readings, these with one left out, its beginning.
    """
    return tuple(sorted({key(told) for told in _keys(form)}))


def key(told: str) -> int:
    """Give 64 bits for a text, the same on every machine: itself if it is short, or a digest."""
    written = told.encode()
    short = len(written) <= _KEY_BYTES
    return int.from_bytes(written if short else blake2b(written, digest_size=8).digest(), "little")


def _keys(form: str) -> Iterator[str]:
    yield f"f{form}"
    usual, bare = bones(usual_reading(form)), bare_bones(form)
    for told in (usual, bones(other_reading(form))):
        if len(told) >= _SHORTEST_BONES:
            yield f"s{told}"
    if len(bare) >= _SHORTEST_BONES:
        yield f"m{bare}"
    if len(usual) >= _BONES_WITH_ONE_WRONG:
        yield from (f"s{usual[:i]}{usual[i + 1 :]}" for i in range(len(usual)))
    if len(form) >= _FORM_WITH_ONE_WRONG:
        yield from (f"f{form[:i]}{form[i + 1 :]}" for i in range(len(form)))
    if len(form) >= _BEGINNING:
        yield f"p{form[:_BEGINNING]}"
