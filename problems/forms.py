"""Forms: what kind of value an answer is, and when two such values agree.

Each kind of value is kept in one way: integers as ``int``, rationals as ``int`` or ``Fraction``,
tensors as object arrays of these (float64 arrays for decimals), shapes as tuples of ``int``, and
choices as their option's key.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from numbers import Rational as RationalNumber
from typing import Any

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.bool_]

_NEAREST = 1e-9


@dataclass(frozen=True)
class Integer:
    """A whole number, compared exactly; a sheet says its ``unit``, such as ``"px"``."""

    unit: str = ""


@dataclass(frozen=True)
class Shape:
    """A tuple of whole numbers; ``axes`` says their order, such as ``"C, H, W"``."""

    axes: str


@dataclass(frozen=True)
class Shapes:
    """The shapes of several tensors, compared regardless of their order: tuples in a sequence."""


@dataclass(frozen=True)
class Rational:
    """A rational, or a tensor of rationals, compared exactly.

    A student's earlier mistake may have led to a value that is not rational; that one is right
    within ``tolerance``.
    """

    tolerance: float = 0.005


@dataclass(frozen=True)
class Decimal:
    """A real number, or a tensor of them, right within ``tolerance`` (absolute)."""

    tolerance: float


@dataclass(frozen=True)
class Choice:
    """One of a few named options."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Numeric:
    """What a function of a student's returns: numbers in float32 or better.

    A value agrees within ``atol + rtol * |truth|``; the defaults leave room for float32 sums of a
    few hundred terms of the size of the inputs that checks use.
    """

    rtol: float = 1e-4
    atol: float = 1e-4


Form = Integer | Shape | Shapes | Rational | Decimal | Choice | Numeric


def exact(value: Any) -> Any:
    """Integers and nested lists of them, ready for exact arithmetic: object arrays of ``int``."""
    array = np.asarray(value, dtype=object)
    return array.item() if array.ndim == 0 else array


def shape_of(value: Any) -> tuple[int, ...]:
    """The shape of a number (``()``) or of a tensor; of ragged lists that of the outermost."""
    try:
        return tuple(np.shape(value))
    except ValueError:
        return (len(value),)


def counted_shapes(value: Any) -> Counter[tuple[int, ...]] | None:
    """How often each shape is there; None if the value is no sequence of shapes."""
    if not isinstance(value, list | tuple):
        return None
    if not all(isinstance(s, list | tuple) and all(type(n) is int for n in s) for s in value):
        return None
    return Counter(tuple(shape) for shape in value)


def cells_that_agree(form: Form, found: Any, true: Any) -> Cells | None:
    """Which cells of ``found`` are right; None where the shapes (or kinds) differ.

    A value without cells gives an array of shape ``()``.
    """
    match form:
        case Integer() | Choice() | Shape():
            return np.array(type(found) is type(true) and found == true)
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
    cells = cells_that_agree(form, found, true)
    return cells is not None and bool(cells.all())


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
        close = distance <= atol + rtol * np.abs(true_numbers)
    return np.asarray(close & np.isfinite(distance))


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
