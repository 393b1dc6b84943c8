"""Global max-pooling, forward and backward."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import degenerate, operations
from problems.rules.symbols import in_symbols
from reference import global_pooling as pooling
from reference.errors import ShapeError

Array = NDArray[Any]


def _spread_evenly(x: Array, dq: Any) -> Array:
    return pooling.global_mean_gradient(dq, np.shape(x))


def _to_every_cell(x: Array, dq: Any) -> Array:
    return np.full(np.shape(x), dq, dtype=object)


def _to_every_positive_cell(x: Array, dq: Any) -> Array:
    return np.where(np.asarray(x, dtype=object) > 0, dq, np.zeros((), dtype=object))


def _to_the_minimum(x: Array, dq: Any) -> Array:
    return pooling.global_max_gradient(-np.asarray(x, dtype=object), dq)


def _to_cell(place: int) -> Callable[[Array, Any], Array]:
    """The gradient goes to the cell of that number, counted row by row from 0."""

    def wrong(x: Array, dq: Any) -> Array:
        if place >= np.size(x):
            raise NotApplicableError(f"a map of more than {place} cells is needed")
        gradient = np.zeros(np.shape(x), dtype=object)
        gradient.flat[place] = dq
        return gradient

    return wrong


_PLACES = 16  # of the largest map that is drawn


def _to_every_tie(x: Array, dq: Any) -> Array:
    x = np.asarray(x, dtype=object)
    return np.where(x == x.max(), dq, np.zeros((), dtype=object))


def _largest_magnitude(before_relu: Array) -> Any:
    return abs(np.asarray(before_relu, dtype=object)).max()


def _to_largest_magnitude(before_relu: Array, dq: Any) -> Array:
    """To the cell that is largest without its sign, with the derivative of the absolute value."""
    sizes = abs(np.asarray(before_relu, dtype=object))
    signed = np.where(np.asarray(before_relu) < 0, -1, 1) * dq
    return np.asarray(np.where(sizes == sizes.max(), signed, 0))


def _positive(x: Array) -> Array:
    """Which cells are positive. Raises NotApplicableError if no two of them differ."""
    cells = np.asarray(x, dtype=object)
    found = cells > 0
    if not found.any() or (cells[found] == cells.max()).all():
        raise NotApplicableError("a map is needed that has positive cells beside its maximum")
    return np.asarray(found)


def _mean_of_positive(x: Array) -> Any:
    where = _positive(x)
    return np.asarray(x, dtype=object)[where].sum() * Fraction(1, int(where.sum()))


def _among_positive(x: Array, dq: Any) -> Array:
    where = _positive(x)
    return np.where(where, dq * Fraction(1, int(where.sum())), np.zeros((), dtype=object))


def _second_largest(x: Array) -> Any:
    """The largest value below the maximum. Raises NotApplicableError if none is positive."""
    cells = np.asarray(x, dtype=object)
    below = cells[cells < cells.max()]
    if below.size == 0 or below.max() <= 0:
        raise NotApplicableError("a map is needed that has positive cells beside its maximum")
    return below.max()


def _to_second_largest(x: Array, dq: Any) -> Array:
    cells = np.asarray(x, dtype=object)
    return pooling.global_max_gradient(np.where(cells == _second_largest(x), 1, 0), dq)


GLOBAL_MAX = Rule(
    "global-max",
    pooling.global_max,
    slips=(
        Slip("mean-for-max", pooling.global_mean),
        Slip("sum-for-max", lambda x: np.sum(np.asarray(x, dtype=object))),
        Slip("maximum-of-magnitude", _largest_magnitude),
        Slip("mean-of-positive-cells", _mean_of_positive),
        Slip("largest-overlooked", _second_largest),
    ),
    symbolic=in_symbols("global_max"),
    degenerate=degenerate.tie,
    operations=operations.of_relu,
)


def _at_old_place(x: Array, old_map: Array) -> Any:
    before = np.asarray(old_map, dtype=object)
    if before.shape != np.shape(x):
        raise ShapeError(f"a map of shape {before.shape} is needed, but {np.shape(x)} came")
    return np.asarray(x).flat[int(np.argmax(before))]


AT_OLD_PLACE = Slip("maximum-at-old-place", _at_old_place)
"""A slip in the maximum of a map that has changed. It takes the map before, ``old_map``."""


def _cut_at_maximum(x: Array, dq: Any, other_dq: Any) -> Array:
    """The gradient in an array of integers.

    Zeros may come of anything, unless something is left of the gradient of another map,
    ``other_dq``. Raises NotApplicableError.
    """
    if int(dq) == int(other_dq) == 0:
        raise NotApplicableError("a gradient is needed of which a whole number is left")
    return pooling.global_max_gradient(x, int(dq))


def _at_maximum_of_other(x: Array, dq: Any, other_map: Array) -> Array:
    """The gradient of one map where another has its maximum. Raises NotApplicableError."""
    found = pooling.global_max_gradient(other_map, dq)
    if np.array_equal(found, pooling.global_max_gradient(x, dq)):
        raise NotApplicableError("maxima in two places are needed")
    return found


GLOBAL_MAX_GRADIENT = Rule(
    "global-max-gradient",
    pooling.global_max_gradient,
    slips=(
        Slip("max-gradient-spread-evenly", _spread_evenly, mistake="mean-for-max"),
        Slip("max-gradient-to-every-cell", _to_every_cell, mistake="sum-for-max"),
        Slip("max-gradient-to-every-positive-cell", _to_every_positive_cell),
        Slip("max-gradient-to-the-minimum", _to_the_minimum),
        Slip("maximum-of-magnitude", _to_largest_magnitude),
        Slip("max-gradient-to-every-tie", _to_every_tie),
        Slip(
            "max-gradient-to-another-cell",  # always to the first one, say
            _to_cell(0),
            other_ways=tuple(map(_to_cell, range(1, _PLACES))),
            last_resort=True,
        ),
        Slip(
            "max-gradient-is-maximum",
            lambda x: pooling.global_max_gradient(x, np.asarray(x, dtype=object).max()),
            last_resort=True,
        ),
        Slip(
            "max-gradient-sign-turned",
            lambda x, dq: pooling.global_max_gradient(x, -dq),
            last_resort=True,
        ),
        Slip(
            "max-gradient-transposed",
            lambda x, dq: np.transpose(pooling.global_max_gradient(x, dq)),
        ),
        Slip("max-gradient-at-place-of-other-map", _at_maximum_of_other),
        Slip(
            "max-gradient-times-maximum",
            lambda x, dq: pooling.global_max_gradient(x, dq * np.asarray(x, dtype=object).max()),
            last_resort=True,
        ),
        Slip("mean-of-positive-cells", _among_positive),
        Slip("largest-overlooked", _to_second_largest),
        Slip("integer-result", _cut_at_maximum),
        Slip("max-gradient-is-one", lambda x: pooling.global_max_gradient(x, 1)),
    ),
    accepts=lambda value, x, dq: pooling.is_global_max_subgradient(value, x, dq),
    alternatives=pooling.global_max_subgradients,
    operations=operations.one,
)
