"""A family that has a blank of every kind; tests plant it in the catalogue."""

from __future__ import annotations

from typing import Any, TypedDict

from problems.family import LEVELS, ByHand, Example, Family, Level
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Integer,
    Rational,
    ReasonedChoice,
    Shape,
    exact,
)
from problems.formula import variable
from problems.stream import Stream
from problems.working import Working

from .rules import COST, KEEPS_SIZE, POOLED, POOLED_SHAPE, POOLING, SCALED, SHARE, SIZE


class Parameters(TypedDict):
    """Maps, a factor, and a layer: kernel, stride, padding, pooling, and the side of its input."""

    maps: list[list[list[int]]]
    factor: int
    kernel: int
    stride: int
    padding: int
    pooling: str
    side: int


SHAPES: dict[Level, tuple[int, int, int]] = {
    "easy": (2, 2, 2),
    "standard": (2, 3, 2),
    "hard": (2, 4, 3),
}
"""Channels, rows and columns of the maps."""


def draw(stream: Stream, level: Level) -> Parameters:
    """Maps without a tie, and a layer that keeps the size or does not."""
    channels, rows, columns = SHAPES[level]
    values = iter(stream.shuffled(range(2, 30), channels * rows * columns))
    return {
        "maps": [
            [[next(values) for _ in range(columns)] for _ in range(rows)] for _ in range(channels)
        ],
        "factor": stream.integer(3, 5),
        "kernel": stream.choice((3, 5)),
        "stride": stream.choice((1, 2)),
        "padding": stream.choice((1, 2)),
        "pooling": stream.choice(("max", "mean")),
        "side": stream.integer(21, 40),
    }


def working(p: Parameters) -> Working:
    """A blank of every kind, and a table of them with a hole."""
    w = Working()
    maps = w.given("maps", exact(p["maps"]), symbol="X")
    factor = w.given("factor", p["factor"], symbol="c")
    layer: dict[str, Any] = {"kernel": p["kernel"], "stride": p["stride"], "padding": p["padding"]}

    scaled = w.derive("scaled", SCALED, symbol="Y", maps=maps, factor=factor)
    w.ask(scaled, Rational(), marks=maps.value.size, per_cell=True)
    w.ask(w.derive("share", SHARE, maps=scaled), Decimal(tolerance=0.001))

    rows = w.derive("rows", POOLED, maps=scaled, pooling=p["pooling"])
    w.ask(rows, Rational(), marks=3, size_told=False)
    shape = w.derive("rows_shape", POOLED_SHAPE, maps=scaled)
    w.ask(shape, Shape("C, H"), size_told=False)
    w.ask(w.derive("pooling", POOLING, pooling=p["pooling"]), Choice(("max", "mean")))
    same = w.derive("same", KEEPS_SIZE, **layer)
    w.ask(same, ReasonedChoice(("yes", "no"), ("odd", "padded", "strided", "cut")), marks=2)

    w.lay_out("layer", columns=("number", "formula"))
    number = w.derive("out", SIZE, size=p["side"], kernel=p["kernel"], stride=p["stride"])
    w.ask(number, Integer("px"), cell=("size", "number"), table="layer")
    n, k, s = map(variable, ("n", "k", "s"))
    size = w.derive("size", SIZE, symbol="n'", size=n, kernel=k, stride=s)
    formula = Expression(("n", "k", "s"), where=lambda n, k: k <= n)
    w.ask(size, formula, marks=2, cell=("size", "formula"), table="layer")
    cost = w.derive("cost", COST, out=size, kernel=k)
    w.ask(cost, formula, cell=("cost", "formula"), table="layer", meaning="cost")
    return w


FAMILY = Family(
    key="every-blank",
    draw=draw,
    task=ByHand(working),
    core=dict.fromkeys(LEVELS, ("factor-added", "plus-one-forgotten")),
    examples={
        "plain": Example(
            {
                "maps": [[[1, 8], [2, 9], [3, 5]], [[4, 12], [7, 6], [11, 10]]],
                "factor": 3,
                "kernel": 3,
                "stride": 1,
                "padding": 1,
                "pooling": "max",
                "side": 31,
            },
            source="made up",
            answers={
                "scaled": [[[3, 24], [6, 27], [9, 15]], [[12, 36], [21, 18], [33, 30]]],
                "share": "3/234",
                "rows": [[24, 27, 15], [36, 21, 33]],
                "rows_shape": (2, 3),
                "pooling": "max-pooling",
                "same": "yes, b",
                "out": 29,
                "size": "(n - k)//s + 1",
                "cost": "((n - k)//s + 1)^2 * k^2",
            },
        ),
    },
)
