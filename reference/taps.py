"""Where the cells of a kernel touch the cells of its input, along one, two or three axes.

The places are worked out once for a size, a kernel and a geometry, and kept: many arrays of one
size are convolved one after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reference.geometry import PLAIN, Geometry
from reference.numbers import Array, per_axis
from reference.padding import pad_axes, padding_pairs
from reference.sizes import conv_output_size

__all__ = ["Taps"]

Sizes: TypeAlias = tuple[int, ...]

_MOST_KEPT = 4096
"""Places of so many pairs of cells are kept (32 kB); those of more are worked out each time."""


@dataclass(frozen=True)
class Taps:
    """How a kernel moves over its input: padding, stride and dilation of each axis, in cells."""

    pairs: tuple[tuple[int, int], ...]
    strides: Sizes
    dilations: Sizes
    mode: str

    @classmethod
    def of(cls, axes: int, geometry: Geometry) -> Taps:
        """A geometry along so many axes. Raises ShapeError, and TypeError, for what is none."""
        if geometry is PLAIN:
            return _plain(axes)
        return cls(
            padding_pairs(geometry.padding, axes),
            per_axis("the stride", geometry.stride, axes),
            per_axis("the dilation", geometry.dilation, axes),
            geometry.mode,
        )

    @property
    def pads(self) -> bool:
        """Whether there is any padding; an unknown mode has to be refused where it is used."""
        return self.mode != "zero" or any(map(any, self.pairs))

    def padded(self, batch: Array) -> Array:
        """(B, C, ...) with its padding. Raises ShapeError."""
        if not self.pads:
            return batch
        return pad_axes(batch, list(enumerate(self.pairs, start=2)), self.mode)

    def padded_size(self, size: Sequence[int]) -> Sizes:
        """Spatial size of an input of this size with its padding."""
        return tuple(
            n + before + after for n, (before, after) in zip(size, self.pairs, strict=True)
        )

    def output(self, padded: Sizes, kernel: Sizes) -> Sizes:
        """Spatial size of the output, from that of the padded input. Raises ShapeError."""
        return _output(padded, kernel, self.strides, self.dilations)

    def met(self, padded: Array, kernel: Sizes, out: Sizes) -> Array:
        """What each cell of a kernel meets in (B, C, ...): (C, cells of the kernel, B, places).

        With ``out`` from ``output``, which refuses a kernel that would reach beyond the last cell.
        """
        batch, channels, *size = padded.shape
        cells = padded.reshape(batch, channels, -1)
        pairs = prod(kernel) * prod(out)
        index = _met if pairs <= _MOST_KEPT else _met.__wrapped__
        found = cells[:, :, index(tuple(size), kernel, out, self.strides, self.dilations)]
        return found.transpose(1, 2, 0, 3)

    def spread(self, gradient: Array, kernel: Sizes, padded: Sizes) -> Array:
        """The gradient (B, C, ...) of each place, as far apart as the places are, and zeros around.

        So wide that a kernel at each cell of the padded input meets all places that have met it.
        """
        reach = [(k - 1) * d for k, d in zip(kernel, self.dilations, strict=True)]
        size = [n + more for n, more in zip(padded, reach, strict=True)]
        wide = np.zeros((*gradient.shape[:2], *size), dtype=gradient.dtype)
        along = zip(reach, gradient.shape[2:], self.strides, strict=True)
        places: Any = (..., *(slice(at, at + (m - 1) * s + 1, s) for at, m, s in along))
        wide[places] = gradient
        return wide

    @property
    def one_by_one(self) -> Taps:
        """The same kernel, at every cell and without padding."""
        return Taps(((0, 0),) * len(self.pairs), (1,) * len(self.pairs), self.dilations, PLAIN.mode)


@cache
def _plain(axes: int) -> Taps:
    return Taps(((0, 0),) * axes, (1,) * axes, (1,) * axes, PLAIN.mode)


@lru_cache(maxsize=512)
def _output(padded: Sizes, kernel: Sizes, strides: Sizes, dilations: Sizes) -> Sizes:
    along = zip(padded, kernel, strides, dilations, strict=True)
    return tuple(conv_output_size(n, k, stride=s, dilation=d) for n, k, s, d in along)


@lru_cache(maxsize=256)
def _met(
    size: Sizes, kernel: Sizes, out: Sizes, strides: Sizes, dilations: Sizes
) -> NDArray[np.intp]:
    """Number of the cell that each kernel cell (row) meets at each place (column), row-major."""
    index = np.zeros((1, 1), dtype=np.intp)
    for n, k, m, s, d in zip(size, kernel, out, strides, dilations, strict=True):
        # No step leads beyond the last cell, however large it is: it is never taken.
        along = np.add.outer(np.arange(k) * min(d, n), np.arange(m) * min(s, n))
        rows, columns = len(index) * k, index.shape[1] * m
        both = index[:, None, :, None] * n + along[None, :, None, :]
        index = both.reshape(rows, columns)
    index.flags.writeable = False
    return index
