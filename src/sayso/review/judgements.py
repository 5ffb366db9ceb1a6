"""What people decided, of which only the decisions that stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.model.findings import Judgement

#: The verdicts on one thing, and on a pair of things.
UNDO: Final = "undo"
ON_CLAIMS: Final = frozenset({"accept", "reject", "edit", "unsure"})
ON_PAIRS: Final = frozenset({"same", "different", "unsure"})
#: How what a judge saw of a claim begins; then its id, a colon and the digest of its reading.
SEEN_CLAIM: Final = "claim:"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What stands after every undoing, the latest of two that concern the same thing.

    Attributes:
        claims: the judgement that stands on a claim; one on a finding is on the claims that its
            judge saw in it.
        edits: all edits of a claim, oldest first.
        same, different: judgements on pairs of entities, oldest first.
    """

    claims: Mapping[str, Judgement] = field(default_factory=dict)
    edits: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    same: tuple[Judgement, ...] = ()
    different: tuple[Judgement, ...] = ()

    @property
    def rejected(self) -> frozenset[str]:
        """Give the ids of the claims that were rejected."""
        return frozenset(about for about, j in self.claims.items() if j.verdict == "reject")


def decide(judgements: Sequence[Judgement]) -> Decisions:
    """Give what stands; it does not depend on the order of the judgements but on their dates."""
    single: dict[str, Judgement] = {}
    edits: dict[str, tuple[Judgement, ...]] = {}
    pairs: dict[frozenset[str], Judgement] = {}
    for judgement in standing(judgements):
        if judgement.other is None:
            if judgement.verdict in ON_CLAIMS:
                single |= dict.fromkeys(claims_of(judgement), judgement)
            if judgement.verdict == "edit":
                edits[judgement.about] = (*edits.get(judgement.about, ()), judgement)
        elif judgement.verdict in ON_PAIRS:
            pair = frozenset({judgement.about, judgement.other})
            pairs.pop(pair, None)
            pairs[pair] = judgement
    return Decisions(
        claims=single,
        edits=edits,
        same=tuple(j for j in pairs.values() if j.verdict == "same"),
        different=tuple(j for j in pairs.values() if j.verdict == "different"),
    )


def standing(judgements: Sequence[Judgement], *, undoings: bool = False) -> tuple[Judgement, ...]:
    """Give the judgements that were not undone, oldest first; an undoing can be undone.

    Args:
        judgements: in any order.
        undoings: give those that undo others, too.
    """
    undone: set[str] = set()
    kept: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.verdict == UNDO:
            undone.add(judgement.about)
        if undoings or judgement.verdict != UNDO:
            kept.append(judgement)
    return tuple(kept[::-1])


def claims_of(judgement: Judgement) -> tuple[str, ...]:
    """Give the claims that a judgement is on: those its judge saw, else the one that it names."""
    return tuple(claim for claim, _ in seen(judgement)) or (judgement.about,)


def seen(judgement: Judgement) -> tuple[tuple[str, str], ...]:
    """Give the claims that a judge saw, each with the digest of how it was read then."""
    parts = (part.split(":") for part in judgement.basis if part.startswith(SEEN_CLAIM))
    return tuple((claim, digest) for _, claim, digest in parts)
