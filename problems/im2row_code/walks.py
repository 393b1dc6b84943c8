"""How windows are read: for each place of the kernel the cells under it, and the mistakes in that.

A walk is an array (H', W', K) of the numbers of cells: the places of the kernel, and the K cells
under it in their order. Cells of maps (C, H, W) are counted from 0, channel after channel and row
by row; one more number than there are cells stands for the padding. So a walk tells what a window
holds, where a cell goes back to, and where a weight stands in the matrix of a convolution.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.frozen import frozen
from problems.rule import NotApplicableError, WouldFailError

Array = NDArray[Any]
Pair = Sequence[int]


@frozen
class Reading:
    """How a kernel of the given height and width moves over maps (C, H, W), and what it reads.

    ``stride`` is down and to the right. ``padding`` are the cells (above, below) and (on the left,
    on the right). ``order`` is ``channels``, one after the other, or ``cells``, with all channels
    of a cell side by side.
    """

    shape: Sequence[int]
    size: Pair
    stride: Pair = (1, 1)
    padding: tuple[Pair, Pair] = ((0, 0), (0, 0))
    order: str = "channels"

    def but(self, **changes: Any) -> Reading:
        """The same with some fields changed."""
        return Reading(**{**self.__dict__, **changes})


Walk = Callable[[Reading], Array]


def walk(one: Reading) -> Array:
    """The cells under the kernel at each place; there is none where the kernel does not fit."""
    channels_last = one.order == "cells"
    return _walked(one, lambda window: window.transpose(1, 2, 0) if channels_last else window)


def _walked(one: Reading, turned: Callable[[Array], Array]) -> Array:
    cells = np.pad(
        np.arange(prod(one.shape)).reshape(tuple(one.shape)),
        ((0, 0), *(tuple(pair) for pair in one.padding)),
        constant_values=prod(one.shape),
    )
    height, width = one.size
    rows, columns = (
        range(0, n - k + 1, s)
        for n, k, s in zip(cells.shape[1:], one.size, one.stride, strict=True)
    )
    windows = [
        turned(cells[:, row : row + height, column : column + width]).ravel()
        for row in rows
        for column in columns
    ]
    inside = one.shape[0] * height * width
    return np.array(windows, dtype=int).reshape(len(rows), len(columns), inside)


# -- windows that are read otherwise ---------------------------------------------------------------


def cells_by_columns(one: Reading) -> Array:
    """The cells of a window column by column."""
    axes = (2, 1, 0) if one.order == "cells" else (0, 2, 1)
    return _walked(one, lambda window: window.transpose(axes))


def cells_reversed(one: Reading) -> Array:
    """The cells of a window from the last to the first, as under a kernel that is turned round."""
    axes = (1, 2, 0) if one.order == "cells" else (0, 1, 2)
    return _walked(one, lambda window: window[:, ::-1, ::-1].transpose(axes))


def in_the_other_order(one: Reading) -> Array:
    """The channels as in the other order."""
    return walk(one.but(order="channels" if one.order == "cells" else "cells"))


def places_by_columns(one: Reading) -> Array:
    """The places of the kernel column by column; they stay as many down and to the right."""
    right = walk(one)
    return right.transpose(1, 0, 2).reshape(right.shape)


def sides_swapped(one: Reading) -> Array:
    """The kernel as wide as it should be high."""
    return walk(one.but(size=one.size[::-1]))


def first_channel(one: Reading) -> Array:
    """The cells of the first channel alone."""
    channels = one.shape[0]
    right = walk(one)
    if one.order == "cells":
        return right[..., ::channels]
    return right[..., : right.shape[-1] // channels]


# -- places that are counted otherwise -------------------------------------------------------------


def with_stride(change: Callable[[Pair], Pair]) -> Walk:
    """As many places as there are with another stride."""
    return lambda one: walk(one.but(stride=change(one.stride)))


def moved_by(change: Callable[[Pair], Pair]) -> Walk:
    """As many places as there should be, at another stride."""

    def moved(one: Reading) -> Array:
        rows, columns, _ = walk(one).shape
        stride = change(one.stride)
        narrow = walk(one.but(stride=stride))
        if any(n < m for n, m in zip(narrow.shape, (rows, columns), strict=False)):
            raise NotApplicableError("there is no room for so many places")
        return narrow[:rows, :columns]

    return moved


def outputs_turned(one: Reading) -> Array:
    """As many places down as there should be to the right: windows run over an end and are cut off.

    Raises WouldFailError where these are not as many.
    """
    right = walk(one)
    if right.shape[0] != right.shape[1]:
        raise WouldFailError(words=("broadcast", "inhomogeneous", "out of bounds", "reshape"))
    return right


def without_overlap(one: Reading) -> Array:
    """The kernel moves on by its own size, where it should do so by one cell."""
    if tuple(one.stride) != (1, 1):
        raise NotApplicableError("a stride of 1 is needed")
    return walk(one.but(stride=one.size))


def part(rows: slice, columns: slice) -> Walk:
    """Not all places."""
    return lambda one: walk(one)[rows, columns]


def without_last_fitting(axes: tuple[bool, bool]) -> Walk:
    """Without the last places along these axes, where the kernel ends with the last cell there."""

    def some(one: Reading) -> Array:
        sides = (n + sum(pair) for n, pair in zip(one.shape[1:], one.padding, strict=True))
        rows, columns = (
            slice(-1) if less and (side - size) % stride == 0 else slice(None)
            for less, side, size, stride in zip(axes, sides, one.size, one.stride, strict=True)
        )
        return walk(one)[rows, columns]

    return some


def without_the_very_last(one: Reading) -> Array:
    """All places but the last one of all, one below the other."""
    right = walk(one)
    return right.reshape(-1, 1, right.shape[-1])[:-1]


# -- padding ---------------------------------------------------------------------------------------


def padded(change: Callable[[Pair, Pair], tuple[Pair, Pair]]) -> Walk:
    """With another padding; as it is where there is none."""
    return lambda one: walk(one.but(padding=change(*one.padding)))
