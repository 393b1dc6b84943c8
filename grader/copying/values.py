"""Values of blanks as they are looked up: where equal ones lie, and what they are made of.

An answer and a right value that count as the same lie in places of which one is looked up from the
other; whether they really are the same is then for `problems.forms.agree`.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from fractions import Fraction
from itertools import islice
from typing import Any

import numpy as np

from problems.forms import Decimal, Expression, Form, Rational, shape_of
from problems.forms.points import points
from problems.formula import as_formula

MOST_CELLS = 64
"""Of a value so many cells are looked at."""
_LEAST_TOLERANCE = 1e-6
_POINTS = 4


def places_of(form: Form, value: Any) -> Sequence[Hashable]:
    """Where a right value may lie that counts as this one; the first is where it lies itself.

    There is none for what no right value equals, such as what is not finite.
    """
    match form:
        case Rational() | Decimal():
            return _around(value, max(form.tolerance, _LEAST_TOLERANCE))
        case Expression(variables=variables, where=where):
            return _at_points(value, variables, where)
        case _:
            return ((type(value).__name__, str(value)),)


def _around(value: Any, tolerance: float) -> Sequence[Hashable]:
    """By shape and sum, of which each cell may have changed by the tolerance."""
    try:
        cells = np.asarray(value, dtype=np.float64)
    except (OverflowError, TypeError, ValueError):
        return ()
    width = 2.0 * tolerance * max(cells.size, 1)
    place = float(cells.sum()) / width
    if not math.isfinite(place):
        return ()
    own = math.floor(place)
    return tuple((cells.shape, each) for each in (own, own - 1, own + 1))


def _at_points(value: Any, variables: tuple[str, ...], where: Any) -> Sequence[Hashable]:
    formula = as_formula(value)
    if formula is None:
        return ()
    found: list[Fraction | None] = []
    for at in islice(points(variables, where), _POINTS):
        try:
            found.append(formula.value(at))
        except (ArithmeticError, ValueError):
            return ((variables, None),)
    return ((variables, *found), (variables, None))


def pieces_of(value: Any) -> Sequence[tuple[int, str]]:
    """What a value is made of: its cells with their places; a shape is one piece, and so is a word.

    The sides of a shape hang together, and the cells of an array hardly do.
    """
    if not isinstance(value, np.ndarray):
        return ((0, str(value)),)
    return [(place, _cell(cell)) for place, cell in enumerate(value.ravel().tolist()[:MOST_CELLS])]


def _cell(cell: Any) -> str:
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)


def is_of_one_shape(value: Any, other: Any) -> bool:
    """Whether the pieces of two values can be told apart place by place."""
    return shape_of(value) == shape_of(other)
