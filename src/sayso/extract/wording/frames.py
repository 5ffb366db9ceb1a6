"""The words that ascribe something to somebody, read from their table."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Lemmas by what they bring in; the table says what each of them is.

    Attributes:
        links: verb → the prepositions that belong to it.
    """

    clause: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    whole: frozenset[str]
    told: frozenset[str]
    asking: frozenset[str]
    seeming: frozenset[str]
    links: Mapping[str, frozenset[str]]
    nouns: frozenset[str]
    light: frozenset[str]
    noun_links: frozenset[str]
    adjectives: frozenset[str]
    copulas: frozenset[str]
    adverbs: frozenset[str]
    media: frozenset[str]
    polls: frozenset[str]


@functools.cache
def frames() -> Frames:
    """Give the table, read once a process."""
    path = resources.files("sayso.extract.wording").joinpath("tables/frames.toml")
    rows = tomllib.loads(path.read_text("utf-8"))
    links = rows.pop("links")
    verbs = {verb for row in links.values() for verb in row}
    return Frames(
        links={v: frozenset(link for link, row in links.items() if v in row) for v in verbs},
        **{name: frozenset(row) for name, row in rows.items()},
    )
