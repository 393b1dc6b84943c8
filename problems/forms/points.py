"""The points at which formulas are compared: positive whole numbers, the same each time."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from problems.formula import as_formula
from problems.stream import Stream

MOST_BITS_OF_A_COORDINATE = 9
"""A coordinate of a point is below 2 to the power of this."""

Point: TypeAlias = Mapping[str, int]

_POINTS = 64
_MOST_TRIES = 100 * _POINTS
_LARGEST = (3, 9, 40, 300)
"""A coordinate is up to one of these: small ones leave remainders, and meet the edges of floors."""


@cache
def points(variables: tuple[str, ...], where: Callable[..., bool] | None = None) -> Sequence[Point]:
    """The points for these variables, those alone for which ``where`` holds.

    Without variables there is one point. Raises ValueError if there are too few of them to tell
    formulas apart.
    """
    if not variables:
        return ({},)
    stream = Stream("", f"points/{','.join(variables)}")
    found: dict[tuple[int, ...], Point] = {}
    for _ in range(_MOST_TRIES):
        at = {name: stream.integer(1, stream.choice(_LARGEST)) for name in variables}
        if where is None or _holds(where, at):
            found.setdefault(tuple(at.values()), at)
        if len(found) == _POINTS:
            return tuple(found.values())
    raise ValueError(
        f"{_POINTS} points are needed to compare formulas in {', '.join(variables)}, but the "
        f"condition holds on {len(found)} of {_MOST_TRIES} that were tried"
    )


def _holds(where: Callable[..., bool], at: Point) -> bool:
    return where(**{name: at[name] for name in inspect.signature(where).parameters})


def are_equal(a: Any, b: Any, at: Sequence[Point]) -> bool:
    """Whether two formulas have the same values at points.

    A point where one of them is a quotient by 0 says nothing, but half of the points have to say
    something. What is no formula equals none.
    """
    first, second = as_formula(a), as_formula(b)
    if first is None or second is None:
        return False
    compared = 0
    for point in at:
        try:
            if first.value(point) != second.value(point):
                return False
        except ZeroDivisionError:
            continue
        compared += 1
    return 2 * compared >= len(at)
