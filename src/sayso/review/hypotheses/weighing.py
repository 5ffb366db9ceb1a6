"""What the ratings come to: inconsistency, diagnosticity, and what would change the order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.model.hypotheses import WEIGHTS, EvidenceRow, Rating, Score, Without

#: Where each rating stands between II and CC; "not applicable" stands nowhere.
SCALE: Final[Mapping[Rating, int]] = {
    Rating.VERY_CONSISTENT: 2,
    Rating.CONSISTENT: 1,
    Rating.NEUTRAL: 0,
    Rating.INCONSISTENT: -1,
    Rating.VERY_INCONSISTENT: -2,
}


def diagnosticity_of(ratings: Iterable[Rating]) -> int | None:
    """Give the steps between the highest and the lowest rating, 0 to 4; None for fewer than two.

    Evidence that agrees equally with every hypothesis has 0: it tells none of them apart.
    """
    places = [SCALE[rating] for rating in ratings if rating in SCALE]
    return max(places) - min(places) if len(places) > 1 else None


def scores_of(hypotheses: Sequence[str], rows: Sequence[EvidenceRow]) -> tuple[Score, ...]:
    """Give the scores, the least inconsistent first, ties in the order of the hypotheses."""
    scores = [
        Score(
            hypothesis=key,
            inconsistency=sum(WEIGHTS.get(r.ratings[key], 0) for r in rows if key in r.ratings),
            unrated=sum(key not in row.ratings for row in rows),
        )
        for key in hypotheses
    ]
    return tuple(sorted(scores, key=lambda score: score.inconsistency))


def least_of(scores: Sequence[Score], rows: Sequence[EvidenceRow]) -> tuple[str, ...]:
    """Give the hypotheses that are least inconsistent; none while nothing is rated."""
    if not any(row.ratings for row in rows):
        return ()
    least = min(score.inconsistency for score in scores)
    return tuple(score.hypothesis for score in scores if score.inconsistency == least)


def without_roots(hypotheses: Sequence[str], rows: Sequence[EvidenceRow]) -> tuple[Without, ...]:
    """Give what the order would be without each root, by name.

    A row falls when no root is left on whose word it stands.
    """
    named = {root.casefold(): root for row in reversed(rows) for root in row.grounds.roots}
    return tuple(
        _without(named[key], {row.key for row in rows if _rests_on(row, key)}, hypotheses, rows)
        for key in sorted(named)
    )


def without_rows(hypotheses: Sequence[str], rows: Sequence[EvidenceRow]) -> tuple[Without, ...]:
    """Give what the order would be without each row, in the order of the rows."""
    return tuple(_without(row.key, {row.key}, hypotheses, rows) for row in rows)


def _rests_on(row: EvidenceRow, root: str) -> bool:
    """Say whether a row has no other root."""
    return {name.casefold() for name in row.grounds.roots} == {root}


def _without(
    what: str, gone: set[str], hypotheses: Sequence[str], rows: Sequence[EvidenceRow]
) -> Without:
    """Give what the order would be if these rows were not there."""
    left = [row for row in rows if row.key not in gone]
    scores = scores_of(hypotheses, left)
    least = least_of(scores, left)
    return Without(
        what=what,
        rows=tuple(row.key for row in rows if row.key in gone),
        scores=scores,
        least=least,
        changes=set(least) != set(least_of(scores_of(hypotheses, rows), rows)),
    )
