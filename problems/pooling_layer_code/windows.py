"""Windows of pooling layers: what they meet, and the mistakes that are made in laying them.

A vector is (N,), a map (H, W) or (C, H, W), pooled by windows (..., H', W'). A window has a side
for each axis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Slip, WouldFailError
from reference import pooling
from reference.geometry import PoolWindow

Array = NDArray[Any]
Forward = Callable[[Any, PoolWindow], Array]
Backward = Callable[[Any, Any, PoolWindow], Array]


def sides_of(window: PoolWindow) -> tuple[int, ...]:
    """The size of a window along each axis, of which it says how many there are."""
    return tuple(int(n) for n in np.atleast_1d(np.asarray(window.kernel)))


def strides_of(window: PoolWindow) -> tuple[int, ...]:
    """The stride of a window along each axis: its size, if it has none."""
    if window.stride is None:
        return sides_of(window)
    strides = np.broadcast_to(np.asarray(window.stride), (len(sides_of(window)),))
    return tuple(int(n) for n in strides)


def _as_used(window: PoolWindow) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
    """Sides, strides and rounding: the same for windows that are the same, however given."""
    return sides_of(window), strides_of(window), window.ceil_mode


def max_pool(x: Any, window: PoolWindow) -> Array:
    """The maxima of windows of a vector or a map."""
    pool = pooling.max_pool1d if len(sides_of(window)) == 1 else pooling.max_pool2d
    return pool(x, window)


def mean_pool(x: Any, window: PoolWindow) -> Array:
    """The means of windows of a vector or a map."""
    pool = pooling.mean_pool1d if len(sides_of(window)) == 1 else pooling.mean_pool2d
    return pool(x, window)


def region_of(place: Sequence[int], window: PoolWindow) -> tuple[slice, ...]:
    """The cells of the input that the window of an output has, along the axes that are pooled."""
    along = zip(place, sides_of(window), strides_of(window), strict=True)
    return tuple(slice(s * i, s * i + k) for i, k, s in along)


def merged(merge: Callable[[Array], Any]) -> Forward:
    """Each window merged into one number by a function of its cells, in a row."""

    def pooled(x: Any, window: PoolWindow) -> Array:
        cells, axes = np.asarray(x), len(sides_of(window))
        out = max_pool(cells, window).shape[-axes:]
        lead = cells.shape[:-axes]
        found = np.zeros((*lead, *out))
        for place in np.ndindex(*lead, *out):
            own = cells[(*place[:-axes], *region_of(place[-axes:], window))]
            found[place] = merge(own.ravel())
        return found

    return pooled


def further_from_zero(cells: Array) -> Any:
    """The cell that is furthest from 0, with its sign."""
    return cells[np.argmax(np.abs(cells))]


def _last_left_out(pool: Forward, axis: int) -> Forward:
    def wrong(x: Any, window: PoolWindow) -> Array:
        found = np.array(pool(x, window), dtype=float)
        np.moveaxis(found, axis, 0)[-1] = 0
        return found

    return wrong


def _other_window(pool: Forward, change: Callable[[PoolWindow], PoolWindow]) -> Forward:
    """The pooling by another window. Raises NotApplicableError where it is the same."""

    def wrong(x: Any, window: PoolWindow) -> Array:
        other = change(window)
        if _as_used(other) == _as_used(window):
            raise NotApplicableError("another window is needed")
        return np.asarray(pool(x, other))

    return wrong


def exchanged(window: PoolWindow) -> PoolWindow:
    """Height for width. Raises NotApplicableError for a square window."""
    sides = sides_of(window)
    if sides == sides[::-1]:
        raise NotApplicableError("a window is needed that is no square")
    return window.but(kernel=sides[::-1], stride=strides_of(window)[::-1])


def reshaped(x: Any, window: PoolWindow) -> Array:
    """A map (..., H, W) read into (..., H', W', K L) as its numbers lie, not window by window.

    Raises NotApplicableError for windows that overlap or leave cells out between them.
    """
    cells, sides = np.asarray(x), sides_of(window)
    if sides != strides_of(window):
        raise NotApplicableError("windows side by side are needed")
    rows, columns = np.shape(max_pool(cells, window))[-2:]
    covered = cells[..., : rows * sides[0], : columns * sides[1]]
    return covered.reshape(*cells.shape[:-2], rows, columns, sides[0] * sides[1])


RESHAPED = "windows-read-by-reshape"


def _stride_of_axis(axis: int) -> Callable[[PoolWindow], PoolWindow]:
    """The stride along one axis alone. Raises NotApplicableError where there is none."""

    def change(window: PoolWindow) -> PoolWindow:
        stride = strides_of(window)
        if 1 in stride:
            raise NotApplicableError("a stride along both axes is needed")
        return window.but(stride=(stride[0], 1) if axis == 0 else (1, stride[1]))

    return change


def _same_stride(*axes: int) -> Callable[[PoolWindow], PoolWindow]:
    """The strides of these axes in the place of those down and to the right.

    Raises NotApplicableError where both are one.
    """

    def change(window: PoolWindow) -> PoolWindow:
        stride = strides_of(window)
        if stride[0] == stride[1]:
            raise NotApplicableError("two strides are needed")
        return window.but(stride=tuple(stride[axis] for axis in axes))

    return change


OTHER_STRIDES = {
    "stride-along-one-axis": (_stride_of_axis(0), _stride_of_axis(1)),
    "stride-of-the-other-axis": (_same_stride(0, 0), _same_stride(1, 1)),
    "strides-swapped": (_same_stride(1, 0),),
}
"""By the key of a mistake in the strides of maps, the windows that it leads to."""
STAYS_INSIDE = ("stride-along-one-axis",)
"""Where no window goes further than the right ones do."""


def _moved(merge: Callable[[Array], Any], change: Callable[[PoolWindow], PoolWindow]) -> Forward:
    """As many outputs as there should be, of other windows, cut off where the input ends.

    Raises WouldFailError for a window that begins beyond it.
    """

    def wrong(x: Any, window: PoolWindow) -> Array:
        cells, other = np.asarray(x), change(window)
        if _as_used(other) == _as_used(window):
            raise NotApplicableError("another window is needed")
        axes = len(sides_of(window))
        found = np.zeros(max_pool(cells, window).shape)
        for place in np.ndindex(*found.shape):
            own = cells[(*place[:-axes], *region_of(place[-axes:], other))]
            if not own.size:
                raise WouldFailError(words=("zero-size", "empty"))
            found[place] = merge(own.ravel())
        return found

    return wrong


def of_other_strides(pool: Forward, merge: Callable[[Array], Any]) -> tuple[Slip, ...]:
    """The slips of a forward pass over maps by windows at another stride."""

    def ways(changes: Sequence[Callable[[PoolWindow], PoolWindow]]) -> list[Forward]:
        return [
            *(_other_window(pool, change) for change in changes),
            *(_moved(merge, change) for change in changes),
        ]

    return tuple(
        Slip(key, first, other_ways=tuple(others), may_fail=key not in STAYS_INSIDE)
        for key, (first, *others) in (
            (key, ways(changes)) for key, changes in OTHER_STRIDES.items()
        )
    )


def of_windows(pool: Forward, axes: int) -> tuple[Slip, ...]:
    """The slips of a forward pass by windows, of either kind."""
    other = {
        "stride-forgotten": lambda window: window.but(stride=1),
        "windows-side-by-side": lambda window: window.but(stride=sides_of(window)),
        "rounded-up": lambda window: window.but(ceil_mode=True),
    }
    slips = (
        *(Slip(key, _other_window(pool, change)) for key, change in other.items()),
        Slip(
            "last-output-not-computed" if axes == 1 else "last-row-not-computed",
            _last_left_out(pool, -1),
            other_ways=(_last_left_out(pool, -2),) if axes > 1 else (),
        ),
    )
    if axes == 1:
        return slips

    def with_sides_exchanged(x: Any, window: PoolWindow) -> Array:
        """No outputs where such a window does not fit."""
        other = exchanged(window)
        fits = all(n >= k for n, k in zip(np.shape(x)[-2:], sides_of(other), strict=True))
        if fits:
            return np.asarray(pool(x, other))
        along = zip(np.shape(x)[-2:], sides_of(other), strict=True)
        return np.zeros((*np.shape(x)[:-2], *(n // k for n, k in along)))

    return (
        *slips,
        Slip("sides-of-window-exchanged", with_sides_exchanged),
        Slip("rows-and-columns-swapped", lambda x, window: np.swapaxes(pool(x, window), -1, -2)),
    )


def by_reshaping(merge: Callable[..., Any]) -> Slip:
    """Windows that are read by reshaping: right where they lie side by side along one axis."""
    return Slip(RESHAPED, lambda x, window: merge(reshaped(x, window), axis=-1))


def channels_of(x: Any) -> int:
    """How many there are. Raises NotApplicableError where there are not several."""
    cells = np.asarray(x)
    if cells.ndim != 3 or len(cells) < 2:
        raise NotApplicableError("several channels are needed")
    return len(cells)


def over_channels(pool: Forward, merge: Callable[..., Any]) -> Slip:
    """One map for all channels: the same for each, or it alone."""

    def one_map(x: Any, window: PoolWindow) -> Array:
        channels_of(x)
        return np.asarray(merge(pool(x, window), axis=0))

    def for_each(x: Any, window: PoolWindow) -> Array:
        return np.broadcast_to(one_map(x, window), (channels_of(x), *one_map(x, window).shape))

    return Slip(OVER_CHANNELS, for_each, other_ways=(one_map,))


OVER_CHANNELS = "pooled-over-all-channels"
CHANNELS_COUNTED = "channels-counted-in-mean"
