"""Max- and mean-pooling by windows, with their gradients.

The last axis (1D), the last two (2D) or three (3D) are pooled; all others, channels and batch, are
kept: 1D takes (N,), (C, N), (B, C, N), 2D (H, W), (C, H, W), (B, C, H, W), 3D those with D as well.
A `PoolWindow` has its kernel, stride and padding as one number or one per axis. Exact in, exact
out.

Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 9.3; where the definition
leaves a choice (ties, rounding, what a mean divides by) it is PyTorch's (`MaxPool2d`, `AvgPool2d`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache, reduce
from itertools import product
from math import inf, prod
from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.geometry import PoolWindow, Sizes
from reference.numbers import Array, as_numbers, is_exact, per_axis, same_numbers
from reference.sizes import pool_output_size

__all__ = [
    "max_pool1d",
    "max_pool1d_gradient",
    "max_pool2d",
    "max_pool2d_gradient",
    "max_pool3d",
    "max_pool3d_gradient",
    "mean_pool1d",
    "mean_pool1d_gradient",
    "mean_pool2d",
    "mean_pool2d_gradient",
    "mean_pool3d",
    "mean_pool3d_gradient",
]


def max_pool1d(x: Any, window: PoolWindow) -> Array:
    """Largest cell of each window: (..., N) -> (..., N').

    Raises ShapeError. Source: Goodfellow et al. 2016, section 9.3.
    """
    return _largest(1, x, window)


def max_pool2d(x: Any, window: PoolWindow) -> Array:
    """Largest cell of each window: (..., H, W) -> (..., H', W').

    Raises ShapeError. Source: Goodfellow et al. 2016, section 9.3.
    """
    return _largest(2, x, window)


def max_pool3d(x: Any, window: PoolWindow) -> Array:
    """Largest cell of each window: (..., D, H, W) -> (..., D', H', W').

    Raises ShapeError. Source: Goodfellow et al. 2016, section 9.3.
    """
    return _largest(3, x, window)


def max_pool1d_gradient(x: Any, dq: Any, window: PoolWindow) -> Array:
    """Gradient (..., N) with respect to the input, from dq (..., N').

    Each window's goes to its first maximum; windows that overlap add up. Raises ShapeError.
    Source: PyTorch's choice at a tie.
    """
    return _max_gradient(1, x, dq, window)


def max_pool2d_gradient(x: Any, dq: Any, window: PoolWindow) -> Array:
    """Gradient (..., H, W) with respect to the input, from dq (..., H', W').

    Each window's goes to its first maximum in row-major order; windows that overlap add up.
    Raises ShapeError. Source: PyTorch's choice at a tie.
    """
    return _max_gradient(2, x, dq, window)


def max_pool3d_gradient(x: Any, dq: Any, window: PoolWindow) -> Array:
    """Gradient (..., D, H, W) with respect to the input, from dq (..., D', H', W').

    As in `max_pool2d_gradient`. Raises ShapeError. Source: PyTorch's choice at a tie.
    """
    return _max_gradient(3, x, dq, window)


def mean_pool1d(x: Any, window: PoolWindow) -> Array:
    """Mean of each window: (..., N) -> (..., N').

    The sum is divided by the window's cells in the padded input, or, without `count_include_pad`,
    by those in the input. Raises ShapeError. Source: Goodfellow et al. 2016, section 9.3.
    """
    return _mean(1, x, window)


def mean_pool2d(x: Any, window: PoolWindow) -> Array:
    """Mean of each window: (..., H, W) -> (..., H', W'); see `mean_pool1d`. Raises ShapeError.

    Source: Goodfellow et al. 2016, section 9.3.
    """
    return _mean(2, x, window)


def mean_pool3d(x: Any, window: PoolWindow) -> Array:
    """Mean of each window: (..., D, H, W) -> (..., D', H', W'); see `mean_pool1d`.

    Raises ShapeError. Source: Goodfellow et al. 2016, section 9.3.
    """
    return _mean(3, x, window)


def mean_pool1d_gradient(dq: Any, in_size: Sizes, window: PoolWindow) -> Array:
    """Gradient (..., in_size) of `mean_pool1d` with respect to its input, from dq (..., N').

    Each window's is spread evenly over what it was the mean of. Raises ShapeError.
    """
    return _mean_gradient(1, dq, in_size, window)


def mean_pool2d_gradient(dq: Any, in_size: Sizes, window: PoolWindow) -> Array:
    """Gradient (..., H, W) of `mean_pool2d` with respect to its input of size (H, W).

    From dq (..., H', W'): each window's is spread evenly over what it was the mean of.
    Raises ShapeError.
    """
    return _mean_gradient(2, dq, in_size, window)


def mean_pool3d_gradient(dq: Any, in_size: Sizes, window: PoolWindow) -> Array:
    """Gradient (..., D, H, W) of `mean_pool3d` with respect to its input of size (D, H, W).

    From dq (..., D', H', W'), as in `mean_pool2d_gradient`. Raises ShapeError.
    """
    return _mean_gradient(3, dq, in_size, window)


@dataclass(frozen=True)
class _Windows:
    """Where windows lie on an input, along its last axes.

    `room` is the spatial size of a canvas that holds all windows: the padding before the input, the
    input, and as much after it as the last window needs.
    """

    lead: tuple[int, ...]
    size: tuple[int, ...]
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[int, ...]
    out: tuple[int, ...]
    room: tuple[int, ...]

    @property
    def stay_inside(self) -> bool:
        """Whether no window reaches beyond the input."""
        return self.room == self.size

    @cached_property
    def taps(self) -> Sequence[tuple[Any, ...]]:
        """For each cell of a window, in row-major order: the index of those cells of the canvas."""
        along = (
            [slice(o, o + (n - 1) * s + 1, s) for o in range(k)]
            for k, n, s in zip(self.kernel, self.out, self.stride, strict=True)
        )
        return [(..., *slices) for slices in product(*along)]

    def inside(self) -> tuple[Any, ...]:
        """The index of the input on the canvas."""
        return (..., *(slice(p, p + n) for p, n in zip(self.padding, self.size, strict=True)))

    def canvas(self, x: Array, around: float = 0) -> Array:
        """The input amid zeros, or another number; itself where that is all of the canvas."""
        if self.stay_inside:
            return x
        canvas = np.full((*x.shape[: -len(self.size)], *self.room), around, dtype=x.dtype)
        canvas[self.inside()] = x
        return canvas

    def divisors(self, count_include_pad: bool) -> Array:
        """How many cells each window counts in its mean: one number where all are alike."""
        if self.stay_inside:
            return np.array(prod(self.kernel))
        counts = np.zeros(self.room, dtype=np.int64)
        if count_include_pad:
            # A window that rounding up lets over the padding's edge does not count what is beyond.
            both = zip(self.size, self.padding, strict=True)
            counts[tuple(slice(0, n + 2 * p) for n, p in both)] = 1
        else:
            counts[self.inside()] = 1
        total = np.zeros(self.out, dtype=np.int64)
        for met in self.taps:
            total += counts[met]
        return total

    def require_gradient(self, dq: Array) -> None:
        if dq.shape != (*self.lead, *self.out):
            raise ShapeError(
                f"the output has shape {(*self.lead, *self.out)}, "
                f"but the gradient has shape {dq.shape}"
            )


def _windows(axes: int, shape: Sequence[int], window: PoolWindow) -> _Windows:
    if not axes <= len(shape) <= axes + 2 or 0 in shape:
        raise ShapeError(
            f"the input must have {axes} to {axes + 2} axes and no empty one, "
            f"but its shape is {tuple(shape)}"
        )
    size = tuple(shape[-axes:])
    kernels = per_axis("the kernel", window.kernel, axes)
    strides = kernels if window.stride is None else per_axis("the stride", window.stride, axes)
    pads = per_axis("the padding", window.padding, axes, 0)
    return _laid(tuple(shape[:-axes]), size, kernels, strides, pads, window.ceil_mode)


@lru_cache(maxsize=256)
def _laid(
    lead: tuple[int, ...],
    size: tuple[int, ...],
    kernels: tuple[int, ...],
    strides: tuple[int, ...],
    pads: tuple[int, ...],
    ceil_mode: bool,
) -> _Windows:
    """Windows of those numbers along each axis: those of one layer are often met again."""
    along = list(zip(size, kernels, strides, pads, strict=True))
    out = tuple(pool_output_size(*each, ceil_mode=ceil_mode) for each in along)
    room = tuple(
        max(n + 2 * p, (m - 1) * s + k) for (n, k, s, p), m in zip(along, out, strict=True)
    )
    return _Windows(lead, size, kernels, strides, pads, out, room)


def _largest(axes: int, x: Any, window: PoolWindow) -> Array:
    x = as_numbers(x)
    windows = _windows(axes, x.shape, window)
    if windows.stay_inside or is_exact(x):
        canvas = windows.canvas(x, -inf)
        best = np.asarray(reduce(np.maximum, (canvas[met] for met in windows.taps)))
        if is_exact(x):
            if windows.stay_inside or -inf not in best.ravel().tolist():
                return best
        elif not np.isnan(best).any():  # which spreads here, and not below
            return best
    return _first_largest(x, windows)[0]


def _first_largest(x: Array, windows: _Windows) -> tuple[Array, Array]:
    """The largest cell of each window, and which of the window's cells is the first that large."""
    canvas = windows.canvas(x)
    real = np.zeros(windows.room, dtype=bool)
    real[windows.inside()] = True
    best = np.zeros((*windows.lead, *windows.out), dtype=x.dtype)
    first = np.full(best.shape, -1)
    for number, met in enumerate(windows.taps):
        cells = canvas[met]
        better = real[met] & ((first < 0) | (cells > best).astype(bool))
        np.copyto(best, cells, where=better)
        first[better] = number
    return best, first


def _max_gradient(axes: int, x: Any, dq: Any, window: PoolWindow) -> Array:
    x, dq = same_numbers(x, dq)
    windows = _windows(axes, x.shape, window)
    windows.require_gradient(dq)
    _, first = _first_largest(x, windows)
    total = np.zeros((*windows.lead, *windows.room), dtype=dq.dtype)
    for number, met in enumerate(windows.taps):
        total[met] += np.where(first == number, dq, np.zeros((), dtype=dq.dtype))
    return np.array(total[windows.inside()])


def _mean(axes: int, x: Any, window: PoolWindow) -> Array:
    x = as_numbers(x)
    windows = _windows(axes, x.shape, window)
    canvas = windows.canvas(x)
    total = np.zeros((*windows.lead, *windows.out), dtype=x.dtype)
    for met in windows.taps:
        total += canvas[met]
    return _divided(total, windows.divisors(window.count_include_pad))


def _mean_gradient(axes: int, dq: Any, in_size: Sizes, window: PoolWindow) -> Array:
    dq = as_numbers(dq)
    size = per_axis("the input size", in_size, axes)
    shape = (*dq.shape[: max(dq.ndim - axes, 0)], *size)
    windows = _windows(axes, shape, window)
    windows.require_gradient(dq)
    shares = _divided(dq, windows.divisors(window.count_include_pad))
    total = np.zeros((*windows.lead, *windows.room), dtype=dq.dtype)
    for met in windows.taps:
        total[met] += shares
    return np.array(total[windows.inside()])


def _divided(x: Array, counts: Array) -> Array:
    if not is_exact(x):
        return np.asarray(x / counts)
    shares = np.array([Fraction(1, int(n)) for n in counts.flat], dtype=object)
    return np.asarray(x * shares.reshape(counts.shape))
