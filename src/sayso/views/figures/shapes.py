"""The shapes of provinces, from the TopoJSON that the page's map ships with.

Made from Natural Earth (public domain), one file a country by its ISO code.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from typing import Final, TypedDict

Point = tuple[float, float]
Ring = tuple[Point, ...]

_COUNTRY_LENGTH: Final = 2
#: Of moving numbers apart: rounds at most, degrees more than needed, radians between equal points.
_MOST_STEPS: Final = 200
_A_LITTLE: Final = 1e-3
_TURN: Final = 2.4


@dataclass(frozen=True, slots=True)
class Shape:
    """One province: its outer rings and holes as degrees, and where its number stands.

    Attributes:
        code: ISO 3166-2.
        middle: of its largest ring, as (longitude, latitude).
    """

    code: str
    name: str
    rings: tuple[Ring, ...]
    middle: Point


class _Geometry(TypedDict):
    type: str
    arcs: list[list[int]]  # of a MultiPolygon one list deeper
    properties: dict[str, str]


class _Transform(TypedDict):
    scale: list[float]
    translate: list[float]


class _Geometries(TypedDict):
    geometries: list[_Geometry]


class _Topology(TypedDict):
    arcs: list[list[list[int]]]
    transform: _Transform
    objects: dict[str, _Geometries]


def provinces(country: str) -> tuple[Shape, ...]:
    """Give the provinces of a country in the order of their codes; none where no shapes ship.

    Args:
        country: ISO 3166 alpha-2.
    """
    if not (country.isascii() and country.isalpha() and len(country) == _COUNTRY_LENGTH):
        return ()
    file = files("sayso").joinpath("web", "static", "maps", f"{country.upper()}.json")
    if not file.is_file():
        return ()
    topology: _Topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    every = [g for held in topology["objects"].values() for g in held["geometries"]]
    shapes = [_shape(geometry, arcs) for geometry in every if geometry.get("arcs")]
    return tuple(sorted(shapes, key=lambda shape: shape.code))


def _degrees(arc: list[list[int]], transform: _Transform) -> list[Point]:
    """Give an arc as degrees: each point of it is kept as its step from the one before."""
    (scale_x, scale_y), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * scale_x + left, y * scale_y + low))
    return points


def _shape(geometry: _Geometry, arcs: list[list[Point]]) -> Shape:
    held: list[list[list[int]]] | list[list[int]] = geometry["arcs"]
    rings = tuple(_ring(ring, arcs) for ring in _rings(held))
    known = geometry["properties"]
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    return Shape(known["id"], known["name"], rings, _middle(largest))


def _rings(held: Iterable[list[int] | list[list[int]]]) -> Iterator[list[int]]:
    """Give the rings of one polygon, or of several that are held one list deeper."""
    for ring in held:
        indices = [index for index in ring if isinstance(index, int)]
        if indices:
            yield indices
        else:
            yield from _rings(inner for inner in ring if isinstance(inner, list))


def _ring(indices: list[int], arcs: list[list[Point]]) -> Ring:
    """Join arcs to a ring; one that is counted from the end (-1 is arc 0) runs backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def _area(ring: Ring) -> float:
    ends = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x * v - u * y for (x, y), (u, v) in ends) / 2


def _middle(ring: Ring) -> Point:
    """Give the centroid of a ring; the mean of its points where it has no area."""
    area = _area(ring)
    if not area:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    ends = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    across = [((x, y), (u, v), x * v - u * y) for (x, y), (u, v) in ends]
    along_x = sum((x + u) * cross for (x, _), (u, _), cross in across) / (6 * area)
    along_y = sum((y + v) * cross for (_, y), (_, v), cross in across) / (6 * area)
    return along_x, along_y


def apart(points: Sequence[Point], room: float) -> list[Point]:
    """Give points moved away from each other until each has its room; those that have it stay.

    Args:
        points: as degrees, in an order that decides which way equal ones go.
        room: between two of them, in degrees of latitude.
    """
    placed = list(points)
    for _ in range(_MOST_STEPS):
        pushes = [[0.0, 0.0] for _ in placed]
        for (first, (x, y)), (second, (u, v)) in combinations(enumerate(placed), 2):
            distance = math.hypot(u - x, v - y)
            if distance >= room:
                continue
            short = (room - distance) / 2 + _A_LITTLE
            angle = math.atan2(v - y, u - x) if distance else _TURN * (first + 1)
            for place, sign in ((first, -1), (second, 1)):
                pushes[place][0] += sign * short * math.cos(angle)
                pushes[place][1] += sign * short * math.sin(angle)
        if not any(x or y for x, y in pushes):
            break
        placed = [(x + p[0], y + p[1]) for (x, y), p in zip(placed, pushes, strict=True)]
    return placed
