"""Agreement: when two values of a form count as the same answer, and which cells of them do."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from numbers import Rational as RationalNumber
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from problems.forms.form import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Numeric,
    PlainData,
    Rational,
    ReasonedChoice,
    Shape,
    Shapes,
)
from problems.forms.points import are_equal, points
from problems.forms.value import counted_shapes, shape_of

Cells: TypeAlias = NDArray[np.bool_]

_NEAREST = 1e-9
_EDGE = 1e-9
"""How near to the edge of a tolerance floats do not tell on which side of it a number is."""

_NEAR = 1e-6
"""What is as near to the edge as that gets a closer look: a part of tolerance and truth."""

_RATIONALS = frozenset((int, Fraction))
_NUMBERS = frozenset((int, float, Fraction))


def cells_that_agree(form: Form, found: Any, true: Any) -> Cells | None:
    """Which cells of ``found`` are right; None where the shapes (or kinds) differ.

    A value without cells gives an array of shape ``()``.
    """
    match form:
        case Integer() | Choice() | ReasonedChoice() | Shape() | PlainData():
            return np.array(type(found) is type(true) and found == true)
        case Expression(variables=variables, where=where):
            return np.array(are_equal(found, true, points(variables, where)))
        case Shapes():
            shapes = counted_shapes(found)
            return np.array(shapes is not None and shapes == counted_shapes(true))
        case Rational(tolerance=tolerance):
            if not _is_rational(true):
                return _within(found, true, atol=tolerance, rtol=0.0)
            if shape_of(found) != shape_of(true):
                return None
            return _equal_or_nearest(found, true)
        case Decimal(tolerance=tolerance):
            return _within(found, true, atol=tolerance, rtol=0.0)
        case Numeric(rtol=rtol, atol=atol):
            return _within(found, true, atol=atol, rtol=rtol)


def agree(form: Form, found: Any, true: Any) -> bool:
    """Whether the two values count as the same answer."""
    return agreement_with(form, found)(true)


def agreement_with(form: Form, found: Any) -> Callable[[Any], bool]:
    """What says of a true value whether the one found counts as it: `agree`, for many of them."""
    if isinstance(form, _EXACT_FORMS):
        return partial(_is_equal, found)
    if isinstance(form, _WITH_CELLS) and (plain := _Plain.of(found)) is not None:
        return partial(_agree_plainly, form, found, plain)
    return partial(_agree_by_cells, form, found)


_EXACT_FORMS = (Integer, Choice, ReasonedChoice, Shape, PlainData)
_WITH_CELLS = (Rational, Decimal)


def _is_equal(found: Any, true: Any) -> bool:
    return type(found) is type(true) and bool(found == true)


def _agree_by_cells(form: Form, found: Any, true: Any) -> bool:
    cells = cells_that_agree(form, found, true)
    return cells is not None and bool(cells.all())


@dataclass(frozen=True, slots=True)
class _Plain:
    """The shape and the cells of a tensor or a number, and whether all are rational."""

    shape: tuple[int, ...]
    cells: list[Any]
    is_rational: bool

    @classmethod
    def of(cls, value: Any) -> _Plain | None:
        """None for what is neither."""
        if isinstance(value, np.ndarray):
            cells = value.ravel().tolist()
            return cls(value.shape, cells, _RATIONALS.issuperset(map(type, cells)))
        kind = type(value)
        return cls((), [value], kind in _RATIONALS) if kind in _NUMBERS else None


def _agree_plainly(form: Rational | Decimal, found: Any, plain: _Plain, true: Any) -> bool:
    """As ``agree``, for numbers and tensors of them, of which one is ``plain`` already.

    It takes a closer look where a float stands for a rational, near to the edge of a tolerance,
    and at what is no number.
    """
    if isinstance(true, np.ndarray):
        if true.shape != plain.shape:
            return False
        cells = true.ravel().tolist()
    elif type(true) not in _NUMBERS:
        return _agree_by_cells(form, found, true)
    elif plain.shape:
        return False
    else:
        cells = [true]
    if isinstance(form, Rational):
        if plain.is_rational and _RATIONALS.issuperset(map(type, cells)):
            return plain.cells == cells
    elif (are_near := _are_near(plain.cells, cells, form.tolerance)) is not None:
        return are_near
    return _agree_by_cells(form, found, true)


def _are_near(found: list[Any], true: list[Any], tolerance: float) -> bool | None:
    """Whether all cells are within a tolerance; None where that takes a closer look."""
    inside, outside = tolerance * (1 - _NEAR), tolerance * (1 + _NEAR)
    are_inside = True
    try:
        for a, b in zip(found, true, strict=True):
            distance = abs(a - b)
            if not distance <= inside:
                if distance > outside + _NEAR * max(map(abs, true)):
                    return False
                are_inside = False
    except (TypeError, OverflowError):
        return None
    return True if are_inside else None


def _equal_or_nearest(found: Any, true: Any) -> Cells:
    """Equal cells; a float also counts where it is as near to the rational as floats come."""
    pairs = zip(np.asarray(found, object).flat, np.asarray(true, object).flat, strict=True)
    cells = [
        math.isclose(a, _float(b), rel_tol=_NEAREST, abs_tol=_NEAREST)
        if isinstance(a, float)
        else a == b
        for a, b in pairs
    ]
    return np.array(cells, dtype=bool).reshape(np.shape(true))


def _is_rational(value: Any) -> bool:
    return all(isinstance(cell, RationalNumber) for cell in np.asarray(value, dtype=object).flat)


def _within(found: Any, true: Any, *, atol: float, rtol: float) -> Cells | None:
    if shape_of(found) != shape_of(true):
        return None
    try:
        found_numbers, true_numbers = _floats(found), _floats(true)
    except (TypeError, ValueError):  # lists of different lengths, or no numbers
        return None
    with np.errstate(invalid="ignore", over="ignore"):  # inf - inf is not close to anything
        distance = np.abs(found_numbers - true_numbers)
        close = np.asarray(distance <= atol + rtol * np.abs(true_numbers))
    if not rtol:
        on_edge = np.abs(distance - atol) <= _EDGE * (1 + np.abs(true_numbers))
        for cell in map(tuple, np.argwhere(on_edge & np.isfinite(distance))):
            close[cell] = _are_within(_cell(found, cell), _cell(true, cell), atol)
    return np.asarray(close & np.isfinite(distance))


def _are_within(a: Any, b: Any, tolerance: float) -> bool:
    """Whether two numbers are as near as that, as the decimals that they are written as."""
    return abs(_decimal(a) - _decimal(b)) <= _decimal(tolerance)


def _decimal(number: Any) -> Fraction:
    """A rational as it is; of a float the decimal that it was meant to be.

    That has no more than 15 digits, which is what a float keeps, and 12 places, beyond which a sum
    of a few terms that should come out as 0 leaves something.
    """
    if isinstance(number, float):
        return round(Fraction(f"{number:.15g}"), 12)
    return Fraction(number)


def _cell(value: Any, index: tuple[int, ...]) -> Any:
    """A cell of a tensor in its own kind of number; a number has the index ``()``."""
    return np.asarray(value, dtype=object)[index]


def _floats(value: Any) -> NDArray[np.float64]:
    """The nearest floats; infinite where a number (``10**400``) is beyond all of them."""
    try:
        with np.errstate(over="ignore"):
            return np.asarray(value, dtype=np.float64)
    except OverflowError:
        cells = np.asarray(value, dtype=object)
        return np.array([_float(cell) for cell in cells.flat]).reshape(cells.shape)


def _float(number: Any) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf
