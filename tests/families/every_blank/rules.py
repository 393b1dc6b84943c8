"""The rules of the family, and their mistakes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np

from problems.forms import Reasoned, exact
from problems.rule import Rule, Slip


def scaled(maps: Any, factor: int) -> Any:
    """(C, H, W) -> (C, H, W): the maps times a number."""
    return maps * factor


def share(maps: Any) -> float:
    """The share of the first cell in the sum of all."""
    return float(maps.flat[0]) / float(sum(maps.flat))


def pooled(maps: Any, pooling: str) -> Any:
    """(C, H, W) -> (C, H): the maximum or the mean of each row."""
    if pooling == "max":
        return np.max(maps, axis=2)
    return exact([[Fraction(sum(row), len(row)) for row in one] for one in maps.tolist()])


def pooled_shape(maps: Any) -> tuple[int, ...]:
    """(C, H, W) -> the shape (C, H)."""
    return tuple(maps.shape[:2])


def kind_of_pooling(pooling: str) -> str:
    """The kind of pooling is what it was said to be."""
    return pooling


def keeps_size(kernel: int, stride: int, padding: int) -> Reasoned:
    """Whether a layer keeps the size of its input, and why."""
    if stride > 1:
        return Reasoned("no", "strided")
    if 2 * padding == kernel - 1:
        return Reasoned("yes", "padded")
    return Reasoned("no", "cut")


def output_size(size: Any, kernel: Any, stride: Any) -> Any:
    """The size of an output without padding; sizes are numbers or formulas."""
    return (size - kernel) // stride + 1


def layer_cost(out: Any, kernel: Any) -> Any:
    """Multiplications of a square layer; sizes are numbers or formulas."""
    return out**2 * kernel**2


def other_pooling(pooling: str) -> str:
    """The mean for the maximum, and the other way round."""
    return "mean" if pooling == "max" else "max"


SCALED = Rule(
    "scaled",
    scaled,
    (
        Slip("factor-added", lambda maps, factor: maps + factor),
        Slip("first-map-only", lambda maps, factor: np.stack([maps[0] * factor, *maps[1:]])),
    ),
)
SHARE = Rule("share", share)
POOLED = Rule(
    "pooled",
    pooled,
    (
        Slip("other-pooling", lambda maps, pooling: pooled(maps, other_pooling(pooling))),
        Slip("maps-pooled", lambda maps: np.max(maps, axis=0)),
    ),
)
POOLED_SHAPE = Rule(
    "pooled-shape",
    pooled_shape,
    (Slip("axis-kept", lambda maps: (*maps.shape[:2], 1)),),
)
POOLING = Rule("kind-of-pooling", kind_of_pooling, (Slip("other-pooling", other_pooling),))
KEEPS_SIZE = Rule(
    "keeps-size",
    keeps_size,
    (
        Slip("padding-not-needed", lambda: Reasoned("yes", "odd")),
        Slip("padding-taken-for-cut", lambda: Reasoned("no", "cut")),
    ),
)
SIZE = Rule(
    "output-size",
    output_size,
    (
        Slip("plus-one-forgotten", lambda size, kernel, stride: (size - kernel) // stride),
        Slip("rounded-up", lambda size, kernel, stride: -((kernel - size) // stride) + 1),
    ),
)
COST = Rule(
    "layer-cost",
    layer_cost,
    (Slip("side-for-area", lambda out, kernel: out**2 * kernel),),
)
