"""Costs, counted one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, product


def macs_of_weights(weights: int, out_shape: Sequence[int]) -> int:
    """A walk over the positions of one output map, at each of which every weight is used."""
    return sum(weights for _ in product(*map(range, out_shape[1:])))


def separable_total(depthwise: int, pointwise: int) -> int:
    """The weights of both steps, counted."""
    return sum(1 for _ in chain(range(depthwise), range(pointwise)))
