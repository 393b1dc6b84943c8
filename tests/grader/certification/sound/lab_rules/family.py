"""A small sound family with rules of its own: adaptive pooling, a matrix product, memory."""

from __future__ import annotations

from typing import TypedDict

from problems.family import LEVELS, ByHand, Example, Family, Level
from problems.forms import Integer, Rational, exact
from problems.lab_rules.rules import ADAPTIVE_MAX, MEMORY, PRODUCT
from problems.stream import Stream
from problems.working import Working


class Parameters(TypedDict):
    """A vector, into how many regions it is pooled, and a matrix for what comes out."""

    x: list[int]
    regions: int
    weights: list[list[int]]


SIZES: dict[Level, tuple[int, int, int]] = {
    "easy": (5, 3, 2),
    "standard": (8, 5, 3),
    "hard": (11, 7, 4),
}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose numbers."""
    length, regions, rows = SIZES[level]
    return {
        "x": stream.shuffled(range(1, 40), length),
        "regions": regions,
        "weights": stream.matrix(rows, regions, (-2, -1, 1, 2)),
    }


def working(p: Parameters) -> Working:
    """The pooled vector, its product with the matrix, and the bytes of both."""
    w = Working()
    x = w.given("x", exact(p["x"]))
    weights = w.given("A", exact(p["weights"]))
    r = w.derive("r", ADAPTIVE_MAX, x=x, regions=p["regions"])
    y = w.derive("y", PRODUCT, weights=weights, vector=r)
    size = w.derive("size", MEMORY, vector=r, product=y)
    w.ask(r, Rational())
    w.ask(y, Rational())
    w.ask(size, Integer())
    return w


FAMILY = Family(
    key="lab-rules",
    draw=draw,
    task=ByHand(working),
    core=dict.fromkeys(LEVELS, ("product-transposed-signs",)),
    examples={
        "lecture": Example(
            {"x": [1, 5, 2, 4, 3], "regions": 3, "weights": [[1, 0, 1], [0, 1, -1]]},
            source="worked out on paper: regions 1 5, 5 2 4, 4 3",
            answers={"r": [5, 5, 4], "y": [9, 1], "size": 20},
        ),
    },
)
