"""The fonts that ship, so that names in every script are shown alike on every machine."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final

#: Families of ours, in the order in which they are asked for a letter: `typefaces/` has them.
OURS: Final = (
    "Noto Naskh Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Thai",
    "Noto Sans Ethiopic",
    "Noto Sans Sinhala",
    "Noto Sans Tamil",
    "Noto Sans Myanmar",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Telugu",
    "Noto Sans Kannada",
    "Noto Sans Malayalam",
    "Noto Sans Khmer",
    "Noto Sans Lao",
    "Noto Sans Oriya",
    "Sayso Han",
    "Sayso Hangul",
)


def font_files() -> tuple[Path, ...]:
    """Give the files of our fonts, by name."""
    return tuple(sorted(_ours().glob("*.ttf")))


def font_folders() -> Iterator[Path]:
    """Give the folders of the fonts that ship: ours, and matplotlib's without importing it."""
    yield _ours()
    found = find_spec("matplotlib")
    places = () if found is None else found.submodule_search_locations or ()
    for place in places:
        folder = Path(place) / "mpl-data" / "fonts" / "ttf"
        if folder.is_dir():
            yield folder


def _ours() -> Path:
    return Path(str(files("sayso.views.wording").joinpath("typefaces")))
