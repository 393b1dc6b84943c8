"""Separable kernels: those that are the outer product of a column and a row. All of it is exact.

Source: R. Szeliski, Computer Vision: Algorithms and Applications (2010), section 3.2.1.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isfinite, lcm
from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.numbers import Array, as_numbers

__all__ = ["column_factor", "is_column_factor", "is_separable", "row_factor", "separability"]


_OF_FLOATS = Fraction(1, 10**9)
"""How far off floats may be, in parts of the largest."""
_EXACT = frozenset((int, Fraction))


def is_separable(kernel: Any) -> bool:
    """Whether a kernel (H, W) has rank one; a kernel of zeros has rank 0 and is not.

    Floats are taken at their exact value. Raises ShapeError if the kernel is not (H, W).
    """
    cells = _rationals("the kernel", kernel, 2)
    pivot = _first_nonzero(cells)
    return pivot is not None and _has_rank_one(cells, pivot)


def separability(kernel: Any) -> str:
    """`yes` if a kernel (H, W) is separable, else `no`: `is_separable` in a word.

    Raises ShapeError if the kernel is not (H, W).
    """
    return "yes" if is_separable(kernel) else "no"


def column_factor(kernel: Any) -> Array:
    """The column (H,) of a separable kernel (H, W): coprime integers, the first nonzero positive.

    Raises ShapeError if the kernel is not (H, W), ValueError if it is not separable.
    """
    cells = _rationals("the kernel", kernel, 2)
    pivot = _first_nonzero(cells)
    if pivot is None or not _has_rank_one(cells, pivot):
        raise ValueError("a kernel of rank one is needed, but this one is not separable")
    column = cells[:, pivot[1]]
    whole = [int(v * lcm(*(u.denominator for u in column))) for v in column]
    first = next(v for v in whole if v)
    scale = gcd(*whole) * (1 if first > 0 else -1)
    return np.array([v // scale for v in whole], dtype=object)


def row_factor(kernel: Any, column: Any) -> Array:
    """The row (W,) of fractions with which `outer(column, row)` is the kernel (H, W).

    The column is (H,), or as a person may write it, (H, 1). Raises ShapeError if it does not have H
    numbers, ValueError if there is no such row; floats are near to one by 1e-9 of the largest cell.
    """
    cells = _rationals("the kernel", kernel, 2)
    heights = _rationals("the column", np.reshape(column, -1), 1)
    if len(heights) != len(cells):
        raise ShapeError(
            f"the column needs {len(cells)} numbers, one per row of the kernel, "
            f"but has {len(heights)}"
        )
    tall = int(np.argmax(abs(heights)))
    if not heights[tall]:
        raise ValueError("the column needs a number other than 0, but has none")
    row = cells[tall] * (1 / Fraction(heights[tall]))
    # Times the tallest, so that whole numbers stay whole.
    off = heights[:, None] * cells[tall] - cells * heights[tall]
    if any(isinstance(v, float) for v in np.asarray(column, dtype=object).ravel().tolist()):
        off = abs(off) > _OF_FLOATS * np.max(abs(cells)) * abs(heights[tall])
    if off.any():
        raise ValueError("the kernel is no outer product of this column and a row")
    return np.asarray(row)


def is_column_factor(value: Any, kernel: Any) -> bool:
    """Whether a value, (H,) or (H, 1), is a nonzero multiple of the kernel's `column_factor`.

    Floats are one as far as floats can be (1e-9 of the largest cell): those of an SVD, say. False
    for a value of another shape. Raises what `column_factor` raises for the kernel.
    """
    right = column_factor(kernel)
    column = as_numbers(value)
    if column.shape not in {right.shape, (*right.shape, 1)}:
        return False
    try:
        cells = _rationals("the value", column.reshape(-1), 1)
    except ValueError:  # not finite
        return False
    first = next(place for place, v in enumerate(right) if v)
    has_floats = any(isinstance(v, float) for v in column.flat)
    room = _OF_FLOATS * abs(right[first]) * max(abs(cells)) if has_floats else 0
    if abs(cells[first]) * abs(right[first]) <= room:
        return False
    return bool(np.all(abs(cells * right[first] - right * cells[first]) <= room))


def _rationals(name: str, x: Any, ndim: int) -> Array:
    cells = as_numbers(x)
    if cells.ndim != ndim or not cells.size:
        needed = "(H, W)" if ndim == 2 else "(H,)"
        raise ShapeError(f"{name} must be {needed}, but has shape {cells.shape}")
    numbers = cells.ravel().tolist()
    if _EXACT.issuperset(map(type, numbers)):
        return cells
    if not all(isfinite(v) for v in numbers if isinstance(v, float)):
        raise ValueError(f"{name} needs finite numbers")
    exact = np.empty(cells.size, dtype=object)
    exact[:] = [v if isinstance(v, int) else Fraction(v) for v in numbers]
    return exact.reshape(cells.shape)


def _has_rank_one(cells: Array, pivot: tuple[int, int]) -> bool:
    """Whether all cells come of the row and the column of one that is not 0."""
    top, left = pivot
    crossed = cells[:, left, None] * cells[top]
    return bool((crossed == cells * cells[top, left]).all())


def _first_nonzero(cells: Array) -> tuple[int, int] | None:
    """Row and column of the first nonzero cell in row-major order."""
    places = (place for place, cell in enumerate(cells.ravel().tolist()) if cell)
    first = next(places, None)
    return None if first is None else divmod(first, cells.shape[1])
