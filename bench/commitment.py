"""Scores against CommitmentBank whether the speaker is committed to what a clause says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict

from bench.engines import commitment as engine
from bench.figures import Tally, mean
from bench.rows import Row, json_rows
from bench.run import Benchmark, run
from sayso.errors import BadInput

#: Ratings from here on, or down from its opposite, are a yes or a no; -3 to 3.
SURE: Final = 1.0
LABELS: Final = ("yes", "unclear", "no")


@dataclass(frozen=True, slots=True)
class Item:
    """What the speaker says in a context, and the clause asked about; `label` is the gold."""

    doc_id: str
    context: str
    target: str
    prompt: str
    label: str


class Commitment(TypedDict):
    """What is predicted of one item."""

    label: str


def read(path: Path) -> Iterator[Item]:
    """Give the items of a file, in order.

    Raises:
        BadInput: the file cannot be read, or a row is no item of CommitmentBank.
    """
    for row in json_rows(path):
        yield Item(
            doc_id=row.take("uID", str),
            context=row.take("Context", str),
            target=row.take("Target", str),
            prompt=row.take("Prompt", str),
            label=label_of(_rating(row)),
        )


def _rating(row: Row) -> float:
    words = row.take("Mean", str)
    try:
        return float(words)
    except ValueError as bad:
        raise BadInput(f"{row.place}: Mean {words!r} is no number; get the file again") from bad


def label_of(rating: float) -> str:
    """Give what a mean rating says."""
    return "yes" if rating >= SURE else "no" if rating <= -SURE else "unclear"


def score(pairs: Sequence[tuple[Item, Commitment]]) -> dict[str, object]:
    """Give the mean of the F figures of the three answers."""
    tally = Tally.empty()
    for item, answer in pairs:
        for label in LABELS:
            gold = {item.doc_id} if item.label == label else set()
            given = {item.doc_id} if answer["label"] == label else set()
            tally.add(label, gold, given)
    return {"macro_f1": mean(tally.f1(label) for label in LABELS), "per_label": tally.per_kind()}


def predict(item: Item) -> Commitment:
    """Give what the engine makes of an item; it is not shown the ratings."""
    return {"label": engine.label_of(item.context, item.target, item.prompt)}


if __name__ == "__main__":
    run(Benchmark(__doc__, read, predict, score))
