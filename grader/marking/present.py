"""Presents: values that an earlier answer has made trivial, so that little was left to work out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from problems.derivation import Derivation
from problems.forms import Reasoned
from problems.forms.points import Point, are_equal, points
from problems.formula import Formula
from problems.quantity import RULE_ERRORS, Step, Values

_ROUNDED_OFF = 1e-9
_NUMBERS = (int, float, Fraction, np.int64, np.float64)
_DISTANCES = (1, -1, 2, 4, 7, 37, 101)  # beyond what a stride of 8, or a whole layer, rounds away


def is_present(step: Step, *, own: Derivation, true: Derivation) -> bool:
    """Whether a step is trivial from the student's own values, and is not from the true ones.

    Trivial is a value that is zero everywhere, empty or not finite, and one that depends on fewer
    of the inputs that the student did have right than it truly does (a field that no longer depends
    on the kernel, because the jump was given as 0).
    """
    if _is_trivial(own.value(step)) and not _is_trivial(true.value(step)):
        return True
    own_inputs, true_inputs = own.inputs(step), true.inputs(step)
    shared = [name for name in step.taken if same(own_inputs[name], true_inputs[name])]
    ignored = [name for name in shared if not _matters(step, own, own_inputs, name)]
    if not ignored:
        return False
    truly = {name for name in shared if _matters(step, true, true_inputs, name)}
    return truly > set(shared).difference(ignored)


def _is_trivial(value: Any) -> bool:
    if isinstance(value, str | Reasoned):
        return False
    if isinstance(value, Formula):
        return are_equal(value, 0, _points_of(value))
    array = np.asarray(value)
    if array.size == 0 or not np.any(array != 0):
        return True
    return array.dtype.kind == "f" and not bool(np.isfinite(array).all())


def _points_of(*formulas: Formula) -> Sequence[Point]:
    return points(tuple(sorted(frozenset().union(*(each.variables for each in formulas)))))


def is_one_whole_number(value: Any) -> bool:
    """Whether a value is zero, or one whole number in each of several cells.

    Many mistakes end in such: a gradient that got lost is zero, wherever it got lost.
    """
    cells = np.asarray(value, object).ravel().tolist()
    if not cells or not all(type(cell) in _NUMBERS for cell in cells):
        return False
    first = cells[0] if len(cells) > 1 else 0
    return bool(first % 1 == 0) and all(same(cell, first) for cell in cells)


def same(a: Any, b: Any) -> bool:
    """Whether two values of quantities are the same, formulas by what they are worth."""
    if type(a) is int and type(b) is int:
        return a == b
    if type(a) in _NUMBERS and type(b) in _NUMBERS:
        return _is_same_number(a, b)
    if isinstance(a, Formula) and isinstance(b, Formula):
        return are_equal(a, b, _points_of(a, b))
    if isinstance(a, Formula | Reasoned) or isinstance(b, Formula | Reasoned):
        return bool(a == b)
    if isinstance(a, tuple | list) and isinstance(b, tuple | list):  # arrays of any shapes, too
        return len(a) == len(b) and all(map(same, a, b))
    if np.shape(a) != np.shape(b):
        return False
    return all(map(_is_same_number, np.asarray(a, object).flat, np.asarray(b, object).flat))


def identical(a: Any, b: Any) -> bool:
    """Whether two values are of one kind, and equal to the last digit: nothing tells them apart."""
    if a is b:
        return True
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        if a.dtype != b.dtype or a.shape != b.shape:
            return False
        if a.dtype != object:
            return bool((a == b).all())
        return all(map(identical, a.ravel().tolist(), b.ravel().tolist()))
    if type(a) is not type(b):
        return False
    if isinstance(a, tuple | list):
        return len(a) == len(b) and all(map(identical, a, b))
    return not isinstance(a, Formula) and bool(a == b)


def _is_same_number(a: Any, b: Any) -> bool:
    """Whether two numbers are equal, of floats up to what rounding leaves of nothing."""
    if a == b:
        return True
    if isinstance(a, float) or isinstance(b, float):
        try:
            return math.isclose(a, b, rel_tol=_ROUNDED_OFF, abs_tol=_ROUNDED_OFF)
        except OverflowError:  # one of them is beyond all floats
            return False
    return False


def _matters(step: Step, derivation: Derivation, inputs: Values, name: str) -> bool:
    """Whether some other value of an input would change the outcome, as far as it can be tried."""
    value = derivation.value(step)
    for distance in _DISTANCES:  # rounding may hide one of them
        moved = _moved(inputs[name], distance)
        if moved is None:
            return False
        try:
            if not same(value, step.rule({**inputs, name: moved})):
                return True
        except RULE_ERRORS:
            continue
    return False


def _moved(value: Any, distance: int) -> Any:
    """A value of the same kind, each cell moved by another amount; None if there is none."""
    if isinstance(value, bool) or not isinstance(
        value, int | Fraction | Formula | tuple | list | np.ndarray
    ):
        return None
    if isinstance(value, tuple | list):
        parts = type(value)(_moved(part, distance) for part in value)
        return parts if parts and all(part is not None for part in parts) else None
    if isinstance(value, int | Fraction | Formula):
        return value + distance
    steps = np.arange(1, value.size + 1) ** abs(distance)  # another pattern for each distance
    return value + np.sign(distance) * steps.astype(object).reshape(value.shape)
