"""What people decided, of which only the decisions that stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.findings import Judgement

#: The verdicts on one thing, and on a pair of things.
UNDO: Final = "undo"
ON_CLAIMS: Final = frozenset({"accept", "reject", "edit", "unsure"})
ON_PAIRS: Final = frozenset({"same", "different", "unsure"})


@dataclass(frozen=True, slots=True)
class Decisions:
    """What stands after every undoing, the latest of two that concern the same thing.

    Attributes:
        rejected: ids of what was rejected.
        same, different: judgements on pairs of entities, oldest first.
    """

    rejected: frozenset[str] = frozenset()
    same: tuple[Judgement, ...] = ()
    different: tuple[Judgement, ...] = ()


def decide(judgements: Sequence[Judgement]) -> Decisions:
    """Give what stands; it does not depend on the order of the judgements but on their dates."""
    single: dict[str, Judgement] = {}
    pairs: dict[frozenset[str], Judgement] = {}
    for judgement in _standing(judgements):
        if judgement.other is None:
            if judgement.verdict in ON_CLAIMS:
                single[judgement.about] = judgement
        elif judgement.verdict in ON_PAIRS:
            pair = frozenset({judgement.about, judgement.other})
            pairs.pop(pair, None)
            pairs[pair] = judgement
    return Decisions(
        rejected=frozenset(about for about, j in single.items() if j.verdict == "reject"),
        same=tuple(j for j in pairs.values() if j.verdict == "same"),
        different=tuple(j for j in pairs.values() if j.verdict == "different"),
    )


def _standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Give the judgements that were not undone, oldest first; an undoing can be undone."""
    undone: set[str] = set()
    standing: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.verdict == UNDO:
            undone.add(judgement.about)
        else:
            standing.append(judgement)
    return standing[::-1]
