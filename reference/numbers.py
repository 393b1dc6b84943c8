"""The two kinds of number that the engine computes with: exact, and float64.

Exact numbers (integers, fractions, SymPy expressions) live in object arrays, so that the same NumPy
code computes with them and nothing overflows or is rounded. Where a float meets rationals, the
result is float64.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reference.errors import ShapeError

__all__ = [
    "Array",
    "as_numbers",
    "as_scalar",
    "counted",
    "is_exact",
    "matrix_product",
    "per_axis",
    "same_numbers",
]

Array = NDArray[Any]
_PYTHON_RATIONALS = (int, Fraction)
_RATIONAL_TYPES = frozenset(_PYTHON_RATIONALS)


def as_numbers(x: Any) -> Array:
    """Numbers as a new array: float64, or objects for exact ones (integers become Python's).

    Raises ShapeError for ragged lists and TypeError for what is no real number.
    """
    try:
        given = np.asarray(x)
    except ValueError as error:
        raise ShapeError(
            "rows of equal length are needed, but the rows differ in length"
        ) from error
    kind = given.dtype.kind
    if kind == "f":
        return given.astype(np.float64)
    if kind in "iu":
        return given.astype(object)  # Python's integers cannot overflow
    if kind == "b":
        return given.astype(np.uint8).astype(object)  # booleans count as 0 and 1
    if kind != "O":
        raise TypeError(f"real numbers are needed, but the data are of type {given.dtype}")
    if _are_rational(given):
        return given.copy()  # as most arrays are that come from this engine
    plain = [_plain(value) for value in given.flat]
    if any(isinstance(v, float) for v in plain) and all(
        isinstance(v, (float, *_PYTHON_RATIONALS)) for v in plain
    ):
        return np.array([float(v) for v in plain], dtype=np.float64).reshape(given.shape)
    result = np.empty(given.size, dtype=object)
    result[:] = plain
    return result.reshape(given.shape)


def _are_rational(x: Array) -> bool:
    """Whether the objects in an array are Python's own integers and fractions."""
    return _RATIONAL_TYPES.issuperset(map(type, x.ravel().tolist()))


def _plain(value: Any) -> Any:
    """One element: NumPy's scalars become Python's; SymPy's stay; other things are refused."""
    if isinstance(value, bool | np.bool_ | np.integer):
        return int(value)
    if isinstance(value, np.floating):
        return float(value)
    # SymPy's numbers and expressions are told by their arithmetic, so that SymPy is not imported.
    if isinstance(value, (float, *_PYTHON_RATIONALS)) or hasattr(value, "free_symbols"):
        return value
    raise TypeError(f"real numbers are needed, but one of the values is a {type(value).__name__}")


def is_exact(x: Array) -> bool:
    """Whether an array from `as_numbers` holds exact numbers."""
    return x.dtype.kind == "O"


def same_numbers(*arrays: Any) -> tuple[Array, ...]:
    """Arrays of one kind: all exact, or all float64 if a float is among rationals."""
    read = tuple([as_numbers(x) for x in arrays])
    kinds = {x.dtype.char for x in read}
    if len(kinds) == 1:
        return read
    if all(x.dtype.kind != "O" or _are_rational(x) for x in read):
        return tuple([x.astype(np.float64, copy=False) for x in read])
    # Symbols: floats join them as they are.
    return tuple([x.astype(object, copy=False) for x in read])


def matrix_product(a: Array, b: Array) -> Array:
    """`a @ b` of arrays of one kind, as `same_numbers` gives them.

    Fractions are brought to one denominator for each side, so that the product is one of integers:
    a sum of fractions finds a common divisor for every term, which takes many times as long.
    """
    if a.dtype.kind != "O" or not (_has_fractions(a) or _has_fractions(b)):
        return np.asarray(a @ b)
    if not (_are_rational(a) and _are_rational(b)):
        return np.asarray(a @ b)
    (left, below_left), (right, below_right) = _on_one_denominator(a), _on_one_denominator(b)
    below = below_left * below_right
    product = np.asarray(left @ right)
    result = np.empty(product.shape, dtype=object)
    result.ravel()[:] = [Fraction(above, below) for above in product.ravel().tolist()]
    return result


def _has_fractions(x: Array) -> bool:
    return Fraction in map(type, x.ravel().tolist())


def _on_one_denominator(x: Array) -> tuple[Array, int]:
    """Rationals as integers, and the number below all of them."""
    cells = x.ravel().tolist()
    below = math.lcm(*(cell.denominator for cell in cells))
    above = np.empty(x.shape, dtype=object)
    above.ravel()[:] = [cell.numerator * (below // cell.denominator) for cell in cells]
    return above, below


def as_scalar(x: Any) -> Any:
    """An array as it is; an array without axes as the Python number that it holds."""
    return x.item() if isinstance(x, np.ndarray | np.generic) and x.ndim == 0 else x


def counted(name: str, value: Any, least: int = 1) -> int:
    """A whole number that is at least `least`.

    Raises TypeError for other kinds of number, and ShapeError for smaller ones and for fractions.
    """
    try:
        whole = operator.index(value)
    except TypeError as error:
        if isinstance(value, Fraction):
            raise ShapeError(f"{name} must be a whole number, but {value} came") from error
        raise TypeError(f"{name} must be a whole number, but {value!r} came") from error
    if whole < least:
        raise ShapeError(f"{name} must be at least {least}, but {whole} came")
    return whole


def per_axis(name: str, value: Any, axes: int, least: int = 1) -> tuple[int, ...]:
    """One whole number for each of so many axes, from one for all or from a sequence."""
    one_for_all = isinstance(value, int) or not isinstance(value, (Sequence, np.ndarray))
    if one_for_all or np.ndim(value) == 0:
        return (counted(name, value, least),) * axes
    if len(value) != axes:
        raise ShapeError(f"{name} needs 1 number or {axes}, one per axis, but {len(value)} came")
    return tuple(counted(name, v, least) for v in value)
