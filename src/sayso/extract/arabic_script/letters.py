"""Letters of the Arabic script in one writing, whatever the keyboard and the country."""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

ARTICLE = "ال"


@cache
def table(name: str) -> Mapping[str, Mapping[str, str | Sequence[str]]]:
    """Give a table of this folder by its name."""
    path = files("sayso.extract.arabic_script").joinpath(f"tables/{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _usual() -> Mapping[str, str]:
    """Give the usual letter of each: "" for signs that are left out."""
    letters = table("letters")
    usual = {other: letter for letter, others in letters["alike"].items() for other in others}
    return usual | dict.fromkeys(letters["left_out"]["signs"], "")


@lru_cache(maxsize=1 << 12)
def _plain(sign: str) -> str:
    """Give the usual writing of one sign; a form of presentation is its letter first."""
    letters = unicodedata.normalize("NFKC", sign) if "\ufb50" <= sign <= "\ufefc" else sign
    usual = _usual()
    return "".join(
        usual.get(letter, "" if unicodedata.combining(letter) else letter) for letter in letters
    )


def is_left_out(sign: str) -> bool:
    """Say whether a sign changes no letter: a vowel sign, tatweel, a joiner."""
    return not _plain(sign) and unicodedata.name(sign, "") != "ARABIC LETTER HAMZA"


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Give a text with one letter for each of its readings; white space is one space.

    Hamzas, vowel signs, tatweel and joiners are gone; alef, ya and kaf are one each, and so are ha
    and ta marbuta.
    """
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(map(_plain, composed)).split())


def is_arabic_script(text: str) -> bool:
    """Say whether most letters of a text are of the Arabic script."""
    letters = [c for c in text if c.isalpha()]
    arabic = sum("\u0600" <= c <= "\u08ff" or "\ufb50" <= c <= "\ufefc" for c in letters)
    return 2 * arabic > len(letters)
