"""The words in which a layer's geometry is told: data alone, shared by both engines.

Kernel, stride and dilation are one number of cells for all axes, or one per axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

__all__ = ["PLAIN", "Geometry", "Padding", "PoolWindow", "Sizes", "Window"]

Sizes = int | Sequence[int]
"""One number for all axes, or one per axis."""

Padding = int | Sequence[int] | Sequence[tuple[int, int]]
"""Cells on either side: one number for all axes, one per axis, or (before, after) per axis."""


@dataclass(frozen=True)
class Geometry:
    """How a kernel moves over its input; a kernel's own size is that of its array.

    ``padding`` is in cells and ``mode`` says with what: ``zero``, ``edge``, ``mirror``, ``reflect``
    or ``circular``. Dilation 1 is none. ``groups`` divide the input and the output channels.
    """

    stride: Sizes = 1
    padding: Padding = 0
    dilation: Sizes = 1
    groups: int = 1
    mode: str = "zero"

    def but(self, **changes: Any) -> Geometry:
        """The same with some fields changed: ``geometry.but(stride=1)``."""
        return replace(self, **changes)


PLAIN = Geometry()
"""Every position, one at a time, without padding."""


@dataclass(frozen=True)
class PoolWindow:
    """How pooling looks at its input; the stride is the kernel's size unless given.

    ``ceil_mode`` rounds sizes up. ``count_include_pad`` says that a mean is divided by the cells of
    padding too; a maximum does not look at it, and never takes a cell of padding.
    """

    kernel: Sizes
    stride: Sizes | None = None
    padding: Sizes = 0
    ceil_mode: bool = False
    count_include_pad: bool = True

    def but(self, **changes: Any) -> PoolWindow:
        """The same with some fields changed: ``window.but(ceil_mode=True)``."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Window:
    """What a layer looks at along one axis, in cells of its input: a convolution or a pooling."""

    kernel: int
    stride: int = 1
    dilation: int = 1
