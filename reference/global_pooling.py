"""Pooling of a whole map, with gradients, and the subgradients of a maximum that is tied.

A map is a vector (N,), an (H, W), or the last two axes of (C, H, W) and (B, C, H, W). Results are
one number per map: shape (C,) or (B, C), or a Python number for a single map. Exact in, exact out.

Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 9.3; for the subgradients of a
maximum S. Boyd, L. Vandenberghe, Subgradients (2008), section 3.4: the convex hull of the gradients
of those that are largest.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice, product
from math import prod
from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.numbers import Array, as_numbers, as_scalar, counted, is_exact, same_numbers

__all__ = [
    "global_max",
    "global_max_gradient",
    "global_max_subgradients",
    "global_mean",
    "global_mean_gradient",
    "is_global_max_subgradient",
]

_MOST_CHOICES = 64
"""Ties in many maps have more combinations than anybody will try."""


def global_max(x: Any) -> Any:
    """Largest cell of each map: (N,), (H, W) -> a number, (C, H, W) -> (C,). Raises ShapeError."""
    x = as_numbers(x)
    _require_maps(x.shape)
    return as_scalar(x.max(axis=_map_axes(x.ndim)))


def global_mean(x: Any) -> Any:
    """Mean of each map: (N,), (H, W) -> a number, (C, H, W) -> (C,). Raises ShapeError."""
    x = as_numbers(x)
    _require_maps(x.shape)
    total = x.sum(axis=_map_axes(x.ndim))
    cells = prod(x.shape[-2:])
    return as_scalar(total * Fraction(1, cells) if is_exact(x) else total / cells)


def global_max_gradient(x: Any, dq: Any) -> Array:
    """Gradient of `global_max` by x, of its shape: dq at the first maximum of each map, else 0.

    `dq` is a number for one map, else (C,) or (B, C). At a tie the first cell in row-major order
    takes all, as PyTorch's `max_pool2d` does. Raises ShapeError.
    """
    x, dq = _with_gradient(x, dq)
    maps = x.reshape(dq.size, -1)
    result = np.zeros(maps.shape, dtype=dq.dtype)
    result[np.arange(dq.size), maps.argmax(axis=1)] = dq.ravel()
    return result.reshape(x.shape)


def global_mean_gradient(dq: Any, in_size: int | Sequence[int]) -> Array:
    """Gradient of `global_mean` by its input: dq spread evenly over each map of size `in_size`.

    `in_size` is (H, W), or a number or (N,) for a vector; dq a number -> (H, W) or (N,);
    dq (C,) -> (C, H, W). Raises ShapeError.
    """
    dq = as_numbers(dq)
    sizes = in_size if isinstance(in_size, Sequence | np.ndarray) else (in_size,)
    size = tuple(counted("every size", n) for n in sizes)
    shape = (*dq.shape, *size)
    _require_maps(shape)
    if len(size) != min(len(shape), 2):
        raise ShapeError(f"{dq.ndim} axes of gradients need maps (H, W), but the size is {size}")
    cells = prod(size)
    share = as_numbers(dq * Fraction(1, cells) if is_exact(dq) else dq / cells)
    return np.array(np.broadcast_to(share[(..., *(None,) * len(size))], shape))


def is_global_max_subgradient(
    value: Any, x: Any, dq: Any, *, tolerance: float | None = None
) -> bool:
    """Whether `value`, of the shape of x, is a right gradient of `global_max` by x, ties included.

    In each map it must be 0 off the maxima and, on them, weights from 0 to 1 times dq that sum to
    dq. Exact numbers are compared exactly unless a tolerance is given, floats within `tolerance`
    times |dq| (1e-9 unless given). A value of another shape or not finite is none.
    Raises ShapeError if dq does not fit x.
    """
    x, dq = _with_gradient(x, dq)
    try:
        found = as_numbers(value)
    except (TypeError, ShapeError):
        return False
    if found.shape != x.shape:
        return False
    found, wanted = same_numbers(found, dq)
    inexact = not is_exact(found)
    if inexact and not np.all(np.isfinite(found)):
        return False
    slack = (1e-9 if inexact else 0) if tolerance is None else tolerance
    for at in np.ndindex(*wanted.shape):
        whole, shares, maxima = wanted[at], found[at].ravel(), _maxima(x[at])
        # Against dq's own sign a share may not go; that none exceeds dq follows from the sum.
        upright = shares if whole >= 0 else -shares
        most = abs(whole) * slack
        off = np.delete(shares, maxima)
        if (
            any(abs(v) > most for v in off)
            or any(v < -most for v in upright[maxima])
            or abs(shares[maxima].sum() - whole) > most
        ):
            return False
    return True


def global_max_subgradients(x: Any, dq: Any) -> tuple[Array, ...]:
    """Right gradients of `global_max` by x to try, each of the shape of x.

    One per maximum, the first maximum first, and, if there are several, the even split last. Where
    several maps have ties, their combinations (at most 64). Raises ShapeError.
    """
    x, dq = _with_gradient(x, dq)
    places = list(np.ndindex(*dq.shape))
    maxima = [_maxima(x[at]) for at in places]
    found = []
    for choice in islice(product(*maxima), _MOST_CHOICES):
        gradient = np.zeros(x.shape, dtype=dq.dtype)
        for at, cell in zip(places, choice, strict=True):
            gradient[at].flat[cell] = dq[at]
        found.append(gradient)
    if len(found) > 1:
        even = np.zeros(x.shape, dtype=dq.dtype)
        for at, cells in zip(places, maxima, strict=True):
            count = len(cells)
            share = dq[at] * Fraction(1, count) if is_exact(dq) else dq[at] / count
            for cell in cells:
                even[at].flat[cell] = share
        found.append(even)
    return tuple(found)


def _maxima(cells: Array) -> list[int]:
    """Places of the largest cells of one map, in row-major order."""
    return [int(place) for place in np.flatnonzero(cells.ravel() == cells.max())]


def _map_axes(ndim: int) -> tuple[int, ...]:
    return tuple(range(max(ndim - 2, 0), ndim))


def _require_maps(shape: Sequence[int]) -> None:
    if not 1 <= len(shape) <= 4 or 0 in shape:
        raise ShapeError(
            f"(N,), (H, W), (C, H, W) or (B, C, H, W) without empty axes is needed, "
            f"but the shape is {tuple(shape)}"
        )


def _with_gradient(x: Any, dq: Any) -> tuple[Array, Array]:
    x, dq = same_numbers(x, dq)
    _require_maps(x.shape)
    if dq.shape != x.shape[:-2]:
        needed = f"of shape {x.shape[:-2]}" if x.ndim > 2 else "that is one number"
        raise ShapeError(
            f"maps of shape {x.shape} need a gradient {needed}, but its shape is {dq.shape}"
        )
    return x, dq
