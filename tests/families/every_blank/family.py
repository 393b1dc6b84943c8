"""A family that has a blank of every kind; it is planted in the catalogue by tests."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, TypedDict

import numpy as np

from problems.family import ByHand, Example, Family, Level
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Integer,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    exact,
)
from problems.formula import variable
from problems.rule import Rule, Slip
from problems.stream import Stream
from problems.working import Working


class Parameters(TypedDict):
    """Two maps of 3 × 2, a factor, and a layer: kernel, stride, padding, and how it pools."""

    maps: list[list[list[int]]]
    factor: int
    kernel: int
    stride: int
    padding: int
    pooling: str


def draw(stream: Stream, level: Level) -> Parameters:
    """Maps without a tie, and a layer that keeps the size or does not."""
    del level
    values = stream.shuffled(range(2, 20), 12)
    return {
        "maps": [[values[i : i + 2] for i in (0, 2, 4)], [values[i : i + 2] for i in (6, 8, 10)]],
        "factor": stream.integer(3, 5),
        "kernel": stream.choice((3, 5)),
        "stride": stream.choice((1, 2)),
        "padding": stream.choice((1, 2)),
        "pooling": stream.choice(("max", "mean")),
    }


def pooled(maps: Any, pooling: str) -> Any:
    """(C, H, W) -> (C, H): the maximum or the mean of each row."""
    if pooling == "max":
        return np.max(maps, axis=2)
    return exact([[Fraction(sum(row), len(row)) for row in one] for one in maps.tolist()])


def keeps_size(kernel: int, stride: int, padding: int) -> Reasoned:
    """Whether a layer keeps the size of its input, and why."""
    if stride > 1:
        return Reasoned("no", "strided")
    if 2 * padding == kernel - 1:
        return Reasoned("yes", "padded")
    return Reasoned("no", "cut")


def conv_size(size: Any, kernel: Any, stride: Any) -> Any:
    """The size of an output; sizes are numbers or formulas."""
    return (size - kernel) // stride + 1


def conv_cost(out: Any, kernel: Any) -> Any:
    """Multiplications of a square layer; sizes are numbers or formulas."""
    return out**2 * kernel**2


SCALED = Rule(
    "scaled",
    lambda maps, factor: maps * factor,
    (
        Slip("factor-added", lambda maps, factor: maps + factor),
        Slip("first-map-only", lambda maps, factor: np.stack([maps[0] * factor, maps[1]])),
    ),
)
POOLED = Rule(
    "pooled",
    pooled,
    (
        Slip(
            "other-pooling",
            lambda maps, pooling: pooled(maps, "mean" if pooling == "max" else "max"),
        ),
        Slip("maps-pooled", lambda maps: np.max(maps, axis=0)),
    ),
)
POOLED_SHAPE = Rule(
    "pooled-shape",
    lambda maps: maps.shape[:2],
    (Slip("axis-kept", lambda maps: (*maps.shape[:2], 1)),),
)
POOLING = Rule(
    "pooling",
    lambda pooling: pooling,
    (Slip("other-pooling", lambda pooling: "mean" if pooling == "max" else "max"),),
)
KEEPS_SIZE = Rule(
    "keeps-size",
    keeps_size,
    (
        Slip("padding-not-needed", lambda: Reasoned("yes", "odd")),
        Slip("padding-taken-for-cut", lambda: Reasoned("no", "cut")),
    ),
)
SIZE = Rule(
    "size",
    conv_size,
    (
        Slip("plus-one-forgotten", lambda size, kernel, stride: (size - kernel) // stride),
        Slip("rounded-up", lambda size, kernel, stride: -((kernel - size) // stride) + 1),
    ),
)
COST = Rule(
    "cost",
    conv_cost,
    (Slip("side-for-area", lambda out, kernel: out**2 * kernel),),
)
SHARE = Rule("share", lambda maps: float(maps.flat[0]) / float(sum(maps.flat)))


def working(p: Parameters) -> Working:
    """A blank of every kind, and a table of them with a hole."""
    w = Working()
    maps = w.given("maps", exact(p["maps"]))
    layer: dict[str, Any] = {"kernel": p["kernel"], "stride": p["stride"], "padding": p["padding"]}

    scaled = w.derive("scaled", SCALED, maps=maps, factor=p["factor"])
    w.ask(scaled, Rational(), marks=12, per_cell=True)
    w.ask(w.derive("share", SHARE, maps=scaled), Decimal(tolerance=0.001))

    rows = w.derive("rows", POOLED, maps=scaled, pooling=p["pooling"])
    w.ask(rows, Rational(), marks=3, size_told=False)
    shape = w.derive("rows_shape", POOLED_SHAPE, maps=scaled)
    w.ask(shape, Shape("C, H"), size_told=False)
    w.ask(w.derive("pooling", POOLING, pooling=p["pooling"]), Choice(("max", "mean")))
    same = w.derive("same", KEEPS_SIZE, **layer)
    w.ask(same, ReasonedChoice(("yes", "no"), ("odd", "padded", "strided", "cut")), marks=2)

    w.lay_out("layer", columns=("number", "formula"))
    number = w.derive("out", SIZE, size=31, kernel=p["kernel"], stride=p["stride"])
    w.ask(number, Integer("px"), cell=("size", "number"), table="layer")
    n, k, s = map(variable, ("n", "k", "s"))
    size = w.derive("size", SIZE, "n′", size=n, kernel=k, stride=s)
    formula = Expression(("n", "k", "s"), where=lambda n, k: k <= n)
    w.ask(size, formula, marks=2, cell=("size", "formula"), table="layer")
    cost = w.derive("cost", COST, out=size, kernel=k)
    w.ask(cost, formula, cell=("cost", "formula"), table="layer")
    return w


FAMILY = Family(
    key="every-blank",
    draw=draw,
    task=ByHand(working),
    core=dict.fromkeys(("easy", "standard", "hard"), ("factor-added", "plus-one-forgotten")),
    examples={
        "plain": Example(
            {
                "maps": [[[1, 8], [2, 9], [3, 5]], [[4, 12], [7, 6], [11, 10]]],
                "factor": 3,
                "kernel": 3,
                "stride": 1,
                "padding": 1,
                "pooling": "max",
            },
            source="made up",
        ),
    },
)
