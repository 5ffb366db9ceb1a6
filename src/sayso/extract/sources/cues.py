"""The words that bring in what somebody says, read from their table."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources

from sayso.extract.sources.stances import Stance, stance_of
from sayso.model.vocabulary import Realis


@dataclass(frozen=True, slots=True, kw_only=True)
class CueClass:
    """A family of cues, with the stance that each of its uses gives to what is said."""

    name: str
    plain: Stance
    negated: Stance
    unsaid: Stance
    objects: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue classes of verbs and of nouns, by lemma."""

    verbs: Mapping[str, CueClass]
    nouns: Mapping[str, CueClass]


@functools.cache
def cues() -> Cues:
    """Give the table of cues, read once a process."""
    text = resources.files("sayso.extract.sources").joinpath("tables/cues.toml").read_text("utf-8")
    verbs: dict[str, CueClass] = {}
    nouns: dict[str, CueClass] = {}
    for name, row in tomllib.loads(text).items():
        realis = Realis(row.get("realis", Realis.ACTUAL))
        plain, negated, unsaid = (
            _in_time(stance_of(row[use]), realis) for use in ("plain", "negated", "unsaid")
        )
        family = CueClass(
            name=name,
            plain=plain,
            negated=negated,
            unsaid=unsaid,
            objects=row.get("objects", False),
        )
        verbs |= dict.fromkeys(row["verbs"], family)
        nouns |= dict.fromkeys(row["nouns"], family)
    return Cues(verbs, nouns)


def _in_time(stance: Stance, realis: Realis) -> Stance:
    """Give the stance with the realis of its class, where that says more than the stance."""
    return stance if realis is Realis.ACTUAL else replace(stance, realis=realis)
