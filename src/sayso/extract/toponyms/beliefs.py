"""How strongly each place is believed to be meant, when all names of a text are read together."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.toponyms.evidence import Evidence
from sayso.extract.toponyms.questions import Question, by_name
from sayso.extract.toponyms.signs import Case, Company, score
from sayso.extract.where_when.places import Place
from sayso.model.vocabulary import PlaceLevel

#: How often the names of a text are read anew in each other's light.
ROUNDS = 2
#: Degrees: the edge of a cell; names in a cell and its eight neighbours are near each other.
CELL = 0.5
Beliefs = dict[Place, float]
Cell = tuple[int, int]


class Ground:
    """What is believed to lie where, and what may, by the name that lies there."""

    def __init__(self, beliefs: Mapping[str, Beliefs]) -> None:
        self.cells: dict[Cell, dict[str, float]] = defaultdict(dict)
        self.divisions: dict[str, dict[str, float]] = defaultdict(dict)
        self.countries: dict[str, dict[str, float]] = defaultdict(dict)
        self.may: dict[Cell, dict[str, float]] = defaultdict(dict)
        self.may_divide: dict[str, dict[str, float]] = defaultdict(dict)
        self.rare = {name: 1 / (1 + math.log(len(places))) for name, places in beliefs.items()}
        for name, places in beliefs.items():
            for place, belief in places.items():
                add(self.countries[place.country or ""], name, belief)
                if place.level is PlaceLevel.COUNTRY or place.level is PlaceLevel.REGION:
                    continue
                add(self.divisions[place.division or ""], name, belief)
                self.may_divide[place.division or ""][name] = self.rare[name]
                if place.level is not PlaceLevel.ADMIN1:
                    add(self.cells[cell_of(place)], name, belief)
                    for cell in around(cell_of(place)):
                        self.may[cell][name] = self.rare[name]

    def company(self, place: Place, name: str) -> Company:
        """Give how the names other than this one stand to a place."""
        others = max(1, len(self.rare) - 1)
        whole = max(1.0, but(self.rare, name))
        return Company(
            nearby=sum(but(self.cells.get(cell, {}), name) for cell in around(cell_of(place))),
            division=but(self.divisions.get(place.division or "", {}), name) / others,
            country=but(self.countries.get(place.country or "", {}), name) / others,
            possible=but(self.may.get(cell_of(place), {}), name),
            possible_division=but(self.may_divide.get(place.division or "", {}), name) / whole,
        )


def add(weights: dict[str, float], name: str, belief: float) -> None:
    """Add a belief to what a name weighs somewhere."""
    weights[name] = weights.get(name, 0.0) + belief


def but(weights: Mapping[str, float], name: str) -> float:
    """Give the sum of what all names but one weigh."""
    return sum(weight for own, weight in weights.items() if own != name)


def cell_of(place: Place) -> Cell:
    """Give the cell that a place lies in."""
    return (math.floor(place.latitude / CELL), math.floor(place.longitude / CELL))


def around(cell: Cell) -> Iterator[Cell]:
    """Give a cell and its neighbours."""
    row, column = cell
    return ((r, c) for r in (row - 1, row, row + 1) for c in (column - 1, column, column + 1))


def cases_of(asked: Sequence[Question], evidence: Evidence) -> tuple[tuple[Case, ...], ...]:
    """Give a case for each place that each name may mean, without company yet."""
    holders = {name: [asked[n].holder for n in numbers] for name, numbers in by_name(asked).items()}
    return tuple(
        tuple(
            Case(place, question, others(holders[question.name], question), evidence)
            for place in question.options
        )
        for question in asked
    )


def others(holders: Sequence[tuple[Place, ...]], question: Question) -> tuple[Place, ...]:
    """Give what may hold a name where it stands elsewhere in the text, if nothing does here."""
    if question.holder:
        return ()
    return tuple(dict.fromkeys(place for holder in holders for place in holder))


def in_company(cases: Sequence[tuple[Case, ...]]) -> tuple[tuple[Case, ...], ...]:
    """Give the cases with their company, as it is believed after the last round."""
    current = tuple(cases)
    for _ in range(ROUNDS):
        ground = Ground(beliefs_of(current))
        current = tuple(
            tuple(
                replace(case, company=ground.company(case.place, case.question.name))
                for case in options
            )
            for options in current
        )
    return current


def beliefs_of(cases: Sequence[tuple[Case, ...]]) -> dict[str, Beliefs]:
    """Give the mean belief in each place that each name may mean."""
    found: dict[str, list[Beliefs]] = defaultdict(list)
    for options in cases:
        if options:
            found[options[0].question.name].append(believed(options))
    return {name: mean(several) for name, several in found.items()}


def believed(options: Sequence[Case]) -> Beliefs:
    """Give the belief (0 to 1, in all 1) in each place that a name may mean."""
    scores = [score(case) for case in options]
    top = max(scores)
    weights = [math.exp(s - top) for s in scores]
    total = sum(weights)
    return {case.place: w / total for case, w in zip(options, weights, strict=True)}


def mean(several: Sequence[Beliefs]) -> Beliefs:
    """Give the mean of several beliefs of one name."""
    found: Beliefs = defaultdict(float)
    for one in several:
        for place, belief in one.items():
            found[place] += belief / len(several)
    return dict(found)
