"""Scores clusters of mentions: MUC, B³ and CEAF-φ4, summed over documents.

Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005; as CoNLL 2012 averages them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.assignment import best_pairs
from bench.figures import f1, mean

Mention = tuple[int, int]
Cluster = frozenset[Mention]


@dataclass(frozen=True, slots=True)
class Share:
    """The numerator and the denominator of recall, or of precision."""

    right: float = 0.0
    of: float = 0.0

    def __add__(self, other: "Share") -> "Share":
        """Add up two documents."""
        return Share(self.right + other.right, self.of + other.of)

    @property
    def figure(self) -> float:
        """Give the fraction; of nothing it is 0."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Scored:
    """Recall and precision by one measure."""

    recall: Share = Share()
    precision: Share = Share()

    def __add__(self, other: "Scored") -> "Scored":
        """Add up two documents."""
        return Scored(self.recall + other.recall, self.precision + other.precision)

    @property
    def f1(self) -> float | None:
        """Give the harmonic mean of recall and precision; None where there is nothing to score."""
        if not self.recall.of and not self.precision.of:
            return None
        recall, precision = self.recall.figure, self.precision.figure
        return f1(recall * precision, recall, precision) or 0.0


def plural(clusters: Iterable[Iterable[Mention]]) -> list[Cluster]:
    """Give the clusters of more than one mention; a mention of two is the first one's alone."""
    seen: set[Mention] = set()
    kept: list[Cluster] = []
    for cluster in clusters:
        own = frozenset(cluster) - seen
        seen |= own
        if len(own) > 1:
            kept.append(own)
    return kept


def muc(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Scored:
    """Count the links that are kept: a cluster less the parts into which the others cut it."""
    return Scored(_links(gold, predicted), _links(predicted, gold))


def _links(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> Share:
    """Give how many of the links that the clusters need the others have."""
    home = {mention: n for n, other in enumerate(others) for mention in other}
    parts = [
        len({home[m] for m in c if m in home}) + sum(m not in home for m in c) for c in clusters
    ]
    needed = [len(c) - 1 for c in clusters]
    return Share(sum(len(c) for c in clusters) - sum(parts), sum(needed))


def b_cubed(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Scored:
    """Give each mention the share of its cluster that is with it on the other side."""
    return Scored(_company(gold, predicted), _company(predicted, gold))


def _company(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> Share:
    """Give the sum of these shares, and the number of mentions."""
    right = sum(len(c & o) ** 2 / len(c) for c in clusters for o in others)
    return Share(right, sum(len(c) for c in clusters))


def ceaf_e(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Scored:
    """Pair clusters one to one in the best way, by φ4: twice what two share over their sizes."""
    worth = [[2 * len(g & p) / (len(g) + len(p)) for p in predicted] for g in gold]
    right = sum(worth[i][j] for i, j in best_pairs(worth))
    return Scored(Share(right, len(gold)), Share(right, len(predicted)))


def figures(
    documents: Iterable[tuple[Sequence[Cluster], Sequence[Cluster]]],
) -> dict[str, float | None]:
    """Give the F figures over documents of gold and predicted clusters, and their mean."""
    seen = list(documents)
    scores = {
        name: sum((measure(g, p) for g, p in seen), Scored()).f1
        for name, measure in (("muc_f1", muc), ("b3_f1", b_cubed), ("ceafe_f1", ceaf_e))
    }
    return {"conll_f1": mean(scores.values()), **scores}
