"""How a gradient is shared out among the cells of a window, rightly and by mistake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from problems.pooling_layer_code.windows import (
    OTHER_STRIDES,
    STAYS_INSIDE,
    Array,
    Backward,
    exchanged,
    max_pool,
    region_of,
    sides_of,
    strides_of,
)
from problems.rule import NotApplicableError, Slip, WouldFailError
from reference.errors import ShapeError
from reference.geometry import PoolWindow

Share = Callable[[Array, Any], Array]
"""What each cell of a window gets, from these cells and the gradient of its output."""


def shared_out(
    share: Share,
    *,
    overwritten: bool = False,
    other: Callable[[PoolWindow], PoolWindow] = lambda window: window,
) -> Backward:
    """The gradient to which each window adds what its cells get, or in which it overwrites it.

    There are as many windows as outputs; by an ``other`` window they may reach beyond the input,
    and a program fails that finds none of it in one of them.
    """

    def gradient(x: Any, dq: Any, window: PoolWindow) -> Array:
        cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
        if max_pool(cells, window).shape != arriving.shape:
            raise ShapeError("the gradient has another shape than the output")
        if overwritten and sides_of(window) == strides_of(window):
            raise NotApplicableError("windows that overlap are needed")
        window = other(window)
        found, axes = np.zeros(cells.shape), len(sides_of(window))
        for place in np.ndindex(*arriving.shape):
            region = (*place[:-axes], *region_of(place[-axes:], window))
            part = share(cells[region], arriving[place])
            found[region] = part if overwritten else found[region] + part
        return found

    return gradient


def _side_by_side(share: Callable[[PoolWindow], Share]) -> Slip:
    """A window for each output, or as many as fit, each of which begins where the last one ends.

    What lies beyond the input is cut off.
    """

    def by_side(window: PoolWindow) -> PoolWindow:
        if sides_of(window) == strides_of(window):
            raise NotApplicableError("windows that overlap are needed")
        return window.but(stride=sides_of(window))

    def of_all(x: Any, dq: Any, window: PoolWindow) -> Array:
        return shared_out(share(window), other=by_side)(x, dq, window)

    def of_fitting(x: Any, dq: Any, window: PoolWindow) -> Array:
        cells, apart, axes = np.asarray(x), by_side(window), len(sides_of(window))
        fitting = max_pool(cells, apart).shape[-axes:]
        own: Any = (..., *(slice(n) for n in fitting))
        reached = (k * n for k, n in zip(sides_of(window), fitting, strict=True))
        part: Any = (..., *(slice(n) for n in reached))
        found = np.zeros(cells.shape)
        found[part] = shared_out(share(window))(cells[part], np.asarray(dq)[own], apart)
        return found

    def failing(numbers: Callable[[Sequence[int], Sequence[int]], Sequence[int]], word: str) -> Any:
        """An error where a gradient comes with another shape than that of the layer's outputs."""

        def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
            own, arriving = max_pool(x, by_side(window)).shape, np.shape(dq)
            if own == arriving:
                return of_all(x, dq, window)
            raise WouldFailError(*numbers(own, arriving), words=(word,))

        return wrong

    return Slip(
        "windows-side-by-side",
        of_all,
        other_ways=(
            of_fitting,
            failing(lambda own, arriving: (*own, *arriving), "broadcast"),
            failing(lambda own, arriving: (_first_beyond(own, arriving),), "out of bounds"),
        ),
        may_fail=True,
    )


def _first_beyond(own: Sequence[int], arriving: Sequence[int]) -> int:
    """The index at which loops over all that arrives leave an array first, row by row."""
    sides = list(zip(own, arriving, strict=True))
    return next((have for have, need in reversed(sides) if need > have), sides[-1][0])


def of_other_windows(
    share: Share, axes: int, share_of: Callable[[PoolWindow], Share] | None = None
) -> tuple[Slip, ...]:
    """The slips of a backward pass by windows that are not those of the sheet.

    ``share_of`` is what the cells get of a window of which a part may be cut off.
    """
    of_cut = share_of or (lambda window: share)
    one_apart = shared_out(share, other=lambda window: window.but(stride=(1,) * axes))
    if axes == 1:
        return (Slip("stride-forgotten", one_apart),)
    return (
        Slip("stride-forgotten", one_apart),
        Slip("sides-of-window-exchanged", shared_out(share, other=exchanged), may_fail=True),
        _side_by_side(of_cut),
        *(
            Slip(key, first, other_ways=tuple(others), may_fail=key not in STAYS_INSIDE)
            for key, (first, *others) in (
                (key, [shared_out(share, other=change) for change in changes])
                for key, changes in OTHER_STRIDES.items()
            )
        ),
    )


def left_over_cut(gradient: Backward) -> Slip:
    """As many cells as the windows reach."""

    def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
        axes, cells = len(sides_of(window)), np.asarray(x)
        last = region_of([n - 1 for n in np.shape(dq)[-axes:]], window)
        reached = tuple(along.stop for along in last)
        if reached == cells.shape[-axes:]:
            raise NotApplicableError("cells are needed that no window reaches")
        own: Any = (..., *(slice(n) for n in reached))
        return np.asarray(gradient(cells[own], dq, window))

    return Slip("left-over-cells-without-gradient", wrong)


NOT_OF_INPUT = frozenset({"x"})
"""What a gradient leaves out that is spread over windows, wherever their maxima are."""


def to_maximum(cells: Array, value: Any) -> Array:
    """All of it to the first of the largest cells. Raises WouldFailError if there are none."""
    if not cells.size:
        raise WouldFailError(words=("empty",))
    found = np.zeros(cells.shape)
    found.flat[int(np.argmax(cells))] = value
    return found


def to_maxima(cells: Array, value: Any) -> Array:
    """All of it to each of the largest cells."""
    return np.where(cells == cells.max(), value, 0.0)


def _evenly_to_maxima(cells: Array, value: Any) -> Array:
    return to_maxima(cells, value / np.count_nonzero(cells == cells.max()))


def _to_last_maximum(cells: Array, value: Any) -> Array:
    return np.flip(to_maximum(np.flip(cells), value))


def evenly(cells: Array, value: Any) -> Array:
    """The same part to every cell."""
    return np.full(cells.shape, value / max(cells.size, 1))


def evenly_to_all(window: PoolWindow) -> Share:
    """The same where the size of the window is known, however much of it there is."""
    count = int(np.prod(sides_of(window)))
    return lambda cells, value: np.full(cells.shape, value / count)


def begun_at_zero(cells: Array, value: Any) -> Array:
    """The place of the first cell stays where none is greater than 0."""
    return to_maximum(cells, value) if cells.max() > 0 else to_first_cell(cells, value)


def only_above_zero(cells: Array, value: Any) -> Array:
    """To the first of the largest cells, where it is greater than 0."""
    return to_maximum(cells, value if cells.max() > 0 else 0.0)


def to_each(cells: Array, value: Any) -> Array:
    """All of it to every cell."""
    return np.full(cells.shape, value)


def to_first_cell(cells: Array, value: Any) -> Array:
    """All of it to the first cell, however large that is."""
    found = np.zeros(cells.shape)
    found.flat[0] = value
    return found


MAX_SHARES: tuple[Share, ...] = (to_maximum, _evenly_to_maxima, _to_last_maximum)
"""What may be done with the gradient of a window: all is right that keeps the total."""
