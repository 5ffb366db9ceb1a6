"""A question on an invented group, built step by step."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sayso.model.hypotheses import Grounds, Matrix, Rating, Step
from sayso.review.hypotheses import asking
from sayso.review.hypotheses.asking import Exhibit, Signature
from sayso.review.hypotheses.matrix import matrices_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
QUESTION = "Is the Kandor Front independent?"
LETTERS = {
    "CC": Rating.VERY_CONSISTENT,
    "C": Rating.CONSISTENT,
    "N": Rating.NEUTRAL,
    "I": Rating.INCONSISTENT,
    "II": Rating.VERY_INCONSISTENT,
    "NA": Rating.NOT_APPLICABLE,
}


class Table:
    """Steps under way, and what each piece of evidence rests on: its own words name the roots."""

    def __init__(self, *hypotheses: str) -> None:
        self.steps: list[Step] = []
        self.grounds: dict[str, Grounds] = {}
        self.take(asking.open_question((), QUESTION, hypotheses, self.signed()))

    def take(self, steps: Sequence[Step]) -> None:
        """Append steps as the store does."""
        self.steps += steps

    def signed(self, by: str = "Ada Okoye", reason: str = "as it reads") -> Signature:
        """Sign, a minute after the last step."""
        return Signature(by=by, at=NOON + timedelta(minutes=len(self.steps)), reason=reason)

    def evidence(
        self, *roots: str, about: str | None = None, grounds: Grounds | None = None
    ) -> str:
        """Put evidence forward and give its key."""
        exhibit = Exhibit(about=about, words="" if about else f"said by {', '.join(roots)}")
        self.take(asking.put_forward(self.matrix(), (exhibit,), self.signed()))
        self.grounds[self.steps[-1].id] = grounds or Grounds(roots=roots)
        return self.matrix().evidence[-1].key

    def row(self, roots: str, *letters: str) -> str:
        """Put evidence forward, rated for H1, H2, … with Heuer's letters; "" leaves a cell."""
        key = self.evidence(*roots.split(", "))
        self.rate(key, *letters)
        return key

    def rate(self, row: str, *letters: str, by: str = "Ada Okoye") -> None:
        """Rate a row for H1, H2 and so on."""
        cells = {f"H{n}": LETTERS[x] for n, x in enumerate(letters, 1) if x}
        self.take(asking.rate(self.matrix(), row, cells, self.signed(by)))

    def undo(self, step: str) -> None:
        """Take a step back."""
        self.take(asking.undo(self.matrix(), step, self.signed()))

    def last(self) -> str:
        """Give the number of the last step."""
        return f"S{len(self.steps)}"

    def matrix(self) -> Matrix:
        """Give the matrix as it stands."""
        [matrix] = matrices_of(self.steps, lambda step: self.grounds.get(step.id, Grounds()))
        return matrix


def figures(matrix: Matrix) -> dict[str, int]:
    """Give the inconsistency of each hypothesis, in the order of the scores."""
    return {score.hypothesis: score.inconsistency for score in matrix.scores}
