"""Rules of pooling layers with their state, and the mistakes that are made in them.

A vector is (N,), a map (H, W) or (C, H, W), pooled by windows (..., H', W') or globally (C,). A
window has a side for each axis. ``first_x`` is the first input that a layer ever got, ``other_x``
that of another layer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip, WouldFailError
from problems.rules.whole_numbers import is_whole, kept_as
from reference import global_pooling, pooling
from reference.errors import ShapeError
from reference.geometry import PoolWindow

Array = NDArray[Any]
Forward = Callable[[Any, PoolWindow], Array]
Backward = Callable[[Any, Any, PoolWindow], Array]
Share = Callable[[Array, Any], Array]
"""What each cell of a window gets, from these cells and the gradient of its output."""

# -- windows ---------------------------------------------------------------------------------------


def _sides(window: PoolWindow) -> tuple[int, ...]:
    """The size of a window along each axis, of which it says how many there are."""
    return tuple(int(n) for n in np.atleast_1d(np.asarray(window.kernel)))


def _strides(window: PoolWindow) -> tuple[int, ...]:
    if window.stride is None:
        return _sides(window)
    return tuple(int(n) for n in np.broadcast_to(np.asarray(window.stride), (len(_sides(window)),)))


def _as_used(window: PoolWindow) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
    """Sides, strides and rounding: the same for windows that are the same, however given."""
    return _sides(window), _strides(window), window.ceil_mode


def _max_pool(x: Any, window: PoolWindow) -> Array:
    pool = pooling.max_pool1d if len(_sides(window)) == 1 else pooling.max_pool2d
    return pool(x, window)


def _mean_pool(x: Any, window: PoolWindow) -> Array:
    pool = pooling.mean_pool1d if len(_sides(window)) == 1 else pooling.mean_pool2d
    return pool(x, window)


def _region(place: Sequence[int], window: PoolWindow) -> tuple[slice, ...]:
    """The cells of the input that the window of an output has, along the axes that are pooled."""
    along = zip(place, _sides(window), _strides(window), strict=True)
    return tuple(slice(s * i, s * i + k) for i, k, s in along)


def _merged(merge: Callable[[Array], Any]) -> Forward:
    """Each window merged into one number by a function of its cells, in a row."""

    def pooled(x: Any, window: PoolWindow) -> Array:
        cells, axes = np.asarray(x), len(_sides(window))
        out = _max_pool(cells, window).shape[-axes:]
        lead = cells.shape[:-axes]
        found = np.zeros((*lead, *out))
        for place in np.ndindex(*lead, *out):
            own = cells[(*place[:-axes], *_region(place[-axes:], window))]
            found[place] = merge(own.ravel())
        return found

    return pooled


def _further_from_zero(cells: Array) -> Any:
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


def _exchanged(window: PoolWindow) -> PoolWindow:
    """Height for width. Raises NotApplicableError for a square window."""
    sides = _sides(window)
    if sides == sides[::-1]:
        raise NotApplicableError("a window is needed that is no square")
    return window.but(kernel=sides[::-1], stride=_strides(window)[::-1])


def _reshaped(x: Any, window: PoolWindow) -> Array:
    """A map (..., H, W) read into (..., H', W', K L) as its numbers lie, not window by window.

    Raises NotApplicableError for windows that overlap or leave cells out between them.
    """
    cells, sides = np.asarray(x), _sides(window)
    if sides != _strides(window):
        raise NotApplicableError("windows side by side are needed")
    rows, columns = np.shape(_max_pool(cells, window))[-2:]
    covered = cells[..., : rows * sides[0], : columns * sides[1]]
    return covered.reshape(*cells.shape[:-2], rows, columns, sides[0] * sides[1])


_RESHAPED = "windows-read-by-reshape"


def _stride_of_axis(axis: int) -> Callable[[PoolWindow], PoolWindow]:
    """The stride along one axis alone. Raises NotApplicableError where there is none."""

    def change(window: PoolWindow) -> PoolWindow:
        stride = _strides(window)
        if 1 in stride:
            raise NotApplicableError("a stride along both axes is needed")
        return window.but(stride=(stride[0], 1) if axis == 0 else (1, stride[1]))

    return change


def _same_stride(*axes: int) -> Callable[[PoolWindow], PoolWindow]:
    """The strides of these axes in the place of those down and to the right.

    Raises NotApplicableError where both are one.
    """

    def change(window: PoolWindow) -> PoolWindow:
        stride = _strides(window)
        if stride[0] == stride[1]:
            raise NotApplicableError("two strides are needed")
        return window.but(stride=tuple(stride[axis] for axis in axes))

    return change


_OTHER_STRIDES = {
    "stride-along-one-axis": (_stride_of_axis(0), _stride_of_axis(1)),
    "stride-of-the-other-axis": (_same_stride(0, 0), _same_stride(1, 1)),
    "strides-swapped": (_same_stride(1, 0),),
}
"""By the key of a mistake in the strides of maps, the windows that it leads to."""
_STAYS_INSIDE = ("stride-along-one-axis",)
"""Where no window goes further than the right ones do."""


def _moved(merge: Callable[[Array], Any], change: Callable[[PoolWindow], PoolWindow]) -> Forward:
    """As many outputs as there should be, of other windows, cut off where the input ends.

    Raises WouldFailError for a window that begins beyond it.
    """

    def wrong(x: Any, window: PoolWindow) -> Array:
        cells, other = np.asarray(x), change(window)
        if _as_used(other) == _as_used(window):
            raise NotApplicableError("another window is needed")
        axes = len(_sides(window))
        found = np.zeros(_max_pool(cells, window).shape)
        for place in np.ndindex(*found.shape):
            own = cells[(*place[:-axes], *_region(place[-axes:], other))]
            if not own.size:
                raise WouldFailError(words=("zero-size", "empty"))
            found[place] = merge(own.ravel())
        return found

    return wrong


def _of_other_strides(pool: Forward, merge: Callable[[Array], Any]) -> tuple[Slip, ...]:
    """The slips of a forward pass over maps by windows at another stride."""

    def ways(changes: Sequence[Callable[[PoolWindow], PoolWindow]]) -> list[Forward]:
        return [
            *(_other_window(pool, change) for change in changes),
            *(_moved(merge, change) for change in changes),
        ]

    return tuple(
        Slip(key, first, other_ways=tuple(others), may_fail=key not in _STAYS_INSIDE)
        for key, (first, *others) in (
            (key, ways(changes)) for key, changes in _OTHER_STRIDES.items()
        )
    )


def _of_windows(pool: Forward, axes: int) -> tuple[Slip, ...]:
    """The slips of a forward pass by windows, of either kind."""
    other = {
        "stride-forgotten": lambda window: window.but(stride=1),
        "windows-side-by-side": lambda window: window.but(stride=_sides(window)),
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

    def exchanged(x: Any, window: PoolWindow) -> Array:
        """No outputs where such a window does not fit."""
        other = _exchanged(window)
        fits = all(n >= k for n, k in zip(np.shape(x)[-2:], _sides(other), strict=True))
        if fits:
            return np.asarray(pool(x, other))
        along = zip(np.shape(x)[-2:], _sides(other), strict=True)
        return np.zeros((*np.shape(x)[:-2], *(n // k for n, k in along)))

    return (
        *slips,
        Slip("sides-of-window-exchanged", exchanged),
        Slip("rows-and-columns-swapped", lambda x, window: np.swapaxes(pool(x, window), -1, -2)),
    )


def _by_reshaping(merge: Callable[..., Any]) -> Slip:
    return Slip(_RESHAPED, lambda x, window: merge(_reshaped(x, window), axis=-1))


def _channels(x: Any) -> int:
    """How many there are. Raises NotApplicableError where there are not several."""
    cells = np.asarray(x)
    if cells.ndim != 3 or len(cells) < 2:
        raise NotApplicableError("several channels are needed")
    return len(cells)


def _over_channels(pool: Forward, merge: Callable[..., Any]) -> Slip:
    """One map for all channels: the same for each, or it alone."""

    def one_map(x: Any, window: PoolWindow) -> Array:
        _channels(x)
        return np.asarray(merge(pool(x, window), axis=0))

    def for_each(x: Any, window: PoolWindow) -> Array:
        return np.broadcast_to(one_map(x, window), (_channels(x), *one_map(x, window).shape))

    return Slip(_OVER_CHANNELS, for_each, other_ways=(one_map,))


_OVER_CHANNELS = "pooled-over-all-channels"
_CHANNELS_COUNTED = "channels-counted-in-mean"


def _max_forward(key: str, pool: Forward, axes: int) -> Rule:
    return Rule(
        key,
        pool,
        slips=(
            Slip("mean-for-max", _mean_pool),
            Slip("sum-for-max", _merged(lambda cells: cells.sum())),
            Slip("minimum-for-max", _merged(lambda cells: cells.min())),
            Slip("largest-magnitude", _merged(_further_from_zero)),
            Slip("maximum-begun-at-zero", lambda x, window: np.maximum(pool(x, window), 0)),
            *((_by_reshaping(np.max), _over_channels(pool, np.max)) if axes > 1 else ()),
            *_of_windows(pool, axes),
            *(_of_other_strides(pool, np.max) if axes > 1 else ()),
        ),
    )


def _mean_forward(key: str, pool: Forward, axes: int) -> Rule:
    def cut_off(cut: Callable[[Array], Array]) -> Forward:
        def wrong(x: Any, window: PoolWindow) -> Array:
            mean = np.asarray(pool(np.asarray(x, dtype=float), window))
            return cut(mean) if is_whole(x) else mean

        return wrong

    def by_side(axis: int) -> Forward:
        """The sum divided by the side along one axis: the mean times the other side."""
        return lambda x, window: pool(np.asarray(x, dtype=float), window) * _sides(window)[1 - axis]

    of_side = Slip("mean-divided-by-side", by_side(1), other_ways=(by_side(0),))
    of_channels = (
        _over_channels(pool, np.mean),
        Slip(
            _CHANNELS_COUNTED,
            lambda x, window: pool(np.asarray(x, dtype=float), window) / _channels(x),
            mistake=_OVER_CHANNELS,
        ),
    )
    return Rule(
        key,
        pool,
        slips=(
            Slip("max-for-mean", _max_pool),
            Slip("sum-for-mean", _merged(lambda cells: cells.sum())),
            *((of_side,) if axes > 1 else ()),
            Slip("integer-dtype-kept", cut_off(np.trunc), other_ways=(cut_off(np.floor),)),
            *((_by_reshaping(np.mean), *of_channels) if axes > 1 else ()),
            *_of_windows(pool, axes),
            *(_of_other_strides(pool, np.mean) if axes > 1 else ()),
        ),
    )


MAX_OF_VECTOR = _max_forward("max-layer-vector", pooling.max_pool1d, axes=1)
MAX_FORWARD = _max_forward("max-layer-forward", pooling.max_pool2d, axes=2)
MEAN_OF_VECTOR = _mean_forward("mean-layer-vector", pooling.mean_pool1d, axes=1)
MEAN_FORWARD = _mean_forward("mean-layer-forward", pooling.mean_pool2d, axes=2)

# -- back from windows -----------------------------------------------------------------------------


def _shared(
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
        if _max_pool(cells, window).shape != arriving.shape:
            raise ShapeError("the gradient has another shape than the output")
        if overwritten and _sides(window) == _strides(window):
            raise NotApplicableError("windows that overlap are needed")
        window = other(window)
        found, axes = np.zeros(cells.shape), len(_sides(window))
        for place in np.ndindex(*arriving.shape):
            region = (*place[:-axes], *_region(place[-axes:], window))
            part = share(cells[region], arriving[place])
            found[region] = part if overwritten else found[region] + part
        return found

    return gradient


def _side_by_side(share: Callable[[PoolWindow], Share]) -> Slip:
    """A window for each output, or as many as fit, each of which begins where the last one ends.

    What lies beyond the input is cut off.
    """

    def by_side(window: PoolWindow) -> PoolWindow:
        if _sides(window) == _strides(window):
            raise NotApplicableError("windows that overlap are needed")
        return window.but(stride=_sides(window))

    def of_all(x: Any, dq: Any, window: PoolWindow) -> Array:
        return _shared(share(window), other=by_side)(x, dq, window)

    def of_fitting(x: Any, dq: Any, window: PoolWindow) -> Array:
        cells, apart, axes = np.asarray(x), by_side(window), len(_sides(window))
        fitting = _max_pool(cells, apart).shape[-axes:]
        own: Any = (..., *(slice(n) for n in fitting))
        reached = (k * n for k, n in zip(_sides(window), fitting, strict=True))
        part: Any = (..., *(slice(n) for n in reached))
        found = np.zeros(cells.shape)
        found[part] = _shared(share(window))(cells[part], np.asarray(dq)[own], apart)
        return found

    def failing(numbers: Callable[[Sequence[int], Sequence[int]], Sequence[int]], word: str) -> Any:
        """An error where a gradient comes with another shape than that of the layer's outputs."""

        def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
            own, arriving = _max_pool(x, by_side(window)).shape, np.shape(dq)
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


def _of_other_windows(
    share: Share, axes: int, share_of: Callable[[PoolWindow], Share] | None = None
) -> tuple[Slip, ...]:
    """The slips of a backward pass by windows that are not those of the sheet.

    ``share_of`` is what the cells get of a window of which a part may be cut off.
    """
    of_cut = share_of or (lambda window: share)
    one_apart = _shared(share, other=lambda window: window.but(stride=(1,) * axes))
    if axes == 1:
        return (Slip("stride-forgotten", one_apart),)
    return (
        Slip("stride-forgotten", one_apart),
        Slip("sides-of-window-exchanged", _shared(share, other=_exchanged), may_fail=True),
        _side_by_side(of_cut),
        *(
            Slip(key, first, other_ways=tuple(others), may_fail=key not in _STAYS_INSIDE)
            for key, (first, *others) in (
                (key, [_shared(share, other=change) for change in changes])
                for key, changes in _OTHER_STRIDES.items()
            )
        ),
    )


def _left_over_cut(gradient: Backward) -> Slip:
    """As many cells as the windows reach."""

    def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
        axes, cells = len(_sides(window)), np.asarray(x)
        last = _region([n - 1 for n in np.shape(dq)[-axes:]], window)
        reached = tuple(along.stop for along in last)
        if reached == cells.shape[-axes:]:
            raise NotApplicableError("cells are needed that no window reaches")
        own: Any = (..., *(slice(n) for n in reached))
        return np.asarray(gradient(cells[own], dq, window))

    return Slip("left-over-cells-without-gradient", wrong)


_NOT_OF_INPUT = frozenset({"x"})
"""What a gradient leaves out that is spread over windows, wherever their maxima are."""


def _to_maximum(cells: Array, value: Any) -> Array:
    if not cells.size:
        raise WouldFailError(words=("empty",))
    found = np.zeros(cells.shape)
    found.flat[int(np.argmax(cells))] = value
    return found


def _to_maxima(cells: Array, value: Any) -> Array:
    return np.where(cells == cells.max(), value, 0.0)


def _evenly_to_maxima(cells: Array, value: Any) -> Array:
    return _to_maxima(cells, value / np.count_nonzero(cells == cells.max()))


def _to_last_maximum(cells: Array, value: Any) -> Array:
    return np.flip(_to_maximum(np.flip(cells), value))


def _evenly(cells: Array, value: Any) -> Array:
    return np.full(cells.shape, value / max(cells.size, 1))


def _evenly_to_all(window: PoolWindow) -> Share:
    """The same where the size of the window is known, however much of it there is."""
    count = int(np.prod(_sides(window)))
    return lambda cells, value: np.full(cells.shape, value / count)


def _begun_at_zero(cells: Array, value: Any) -> Array:
    """The place of the first cell stays where none is greater than 0."""
    return _to_maximum(cells, value) if cells.max() > 0 else _to_first_cell(cells, value)


def _only_above_zero(cells: Array, value: Any) -> Array:
    return _to_maximum(cells, value if cells.max() > 0 else 0.0)


def _to_each(cells: Array, value: Any) -> Array:
    return np.full(cells.shape, value)


def _to_first_cell(cells: Array, value: Any) -> Array:
    found = np.zeros(cells.shape)
    found.flat[0] = value
    return found


MAX_SHARES: tuple[Share, ...] = (_to_maximum, _evenly_to_maxima, _to_last_maximum)
"""What may be done with the gradient of a window: all is right that keeps the total."""


def is_max_layer_gradient(value: Any, x: Any, dq: Any, window: PoolWindow) -> bool:
    """Whether each window's gradient went to its maxima, however it was split among them.

    Maxima that are equal in a window are looked at where no other window has a part in them.
    """
    found, cells = np.asarray(value, dtype=float), np.asarray(x)
    if found.shape != cells.shape:
        return False
    firm = _shared(lambda own, part: _to_maxima(own, part) if _is_alone(own) else 0 * own)
    rest = found - firm(x, dq, window)
    tied = _shared(lambda own, part: 0 * own if _is_alone(own) else _to_maxima(own, 1.0))
    count = tied(x, dq, window)
    if not np.allclose(rest[count == 0], 0, atol=1e-9) or np.any(count > 1):
        return False
    total = _merged(lambda own: own.sum())(np.where(count > 0, rest, 0), window)
    has_tie = _merged(lambda own: np.count_nonzero(own == own.max()) > 1)(cells, window)
    arriving = np.where(has_tie > 0, np.asarray(dq, dtype=float), 0)
    kept = np.allclose(np.where(has_tie > 0, total, 0), arriving, atol=1e-9)
    signs = _shared(lambda own, part: np.full(own.shape, np.sign(part)))(x, arriving, window)
    return bool(kept) and bool(np.all(rest * np.sign(signs) * (count > 0) >= -1e-9))


def _is_alone(cells: Array) -> bool:
    return bool(np.count_nonzero(cells == cells.max()) == 1)


def _of_state(gradient: Callable[[Any, Any, PoolWindow], Any]) -> tuple[Slip, ...]:
    """Mistakes about state and types, of a gradient that takes x, dq and the window."""

    def truncated(x: Any, dq: Any, window: PoolWindow) -> Any:
        return kept_as(x, np.asarray(gradient(x, dq, window), dtype=float))

    def truncated_as_added(x: Any, dq: Any, window: PoolWindow) -> Any:
        return gradient(x, kept_as(x, dq), window)

    def of_other(kept: Any, dq: Any, window: PoolWindow) -> Any:
        """The gradient in the shape of another input, of which the windows are as many as come."""
        axes, cells = len(_sides(window)), np.asarray(kept)
        last = _region([n - 1 for n in np.shape(dq)[-axes:]], window)
        seen: Any = (..., *(slice(along.stop) for along in last))
        looked_at = cells[seen]
        found = np.asarray(gradient(looked_at, dq, window), dtype=float)
        beyond = [(0, n - m) for n, m in zip(cells.shape, found.shape, strict=True)]
        return np.pad(found, beyond)

    return (
        Slip("first-input-kept", lambda first_x, dq, window: of_other(first_x, dq, window)),
        Slip("state-shared-by-layers", lambda other_x, dq, window: of_other(other_x, dq, window)),
        Slip("integer-dtype-kept", truncated, other_ways=(truncated_as_added,)),
        Slip("gradient-negated", lambda x, dq, window: -np.asarray(gradient(x, dq, window))),
        Slip(
            "incoming-gradient-ignored",
            lambda x, dq, window: gradient(x, np.ones(np.shape(dq)), window),
        ),
    )


def _max_back(key: str, gradient: Backward, axes: int) -> Rule:
    spread, to_each = _shared(_evenly), _shared(_to_each)
    to_minimum = _shared(lambda cells, value: _to_maximum(-cells, value))
    return Rule(
        key,
        gradient,
        slips=(
            Slip("max-gradient-spread-evenly", spread, leaves_out=_NOT_OF_INPUT),
            Slip("mean-for-max", spread, leaves_out=_NOT_OF_INPUT, last_resort=True),
            Slip("max-gradient-to-every-cell", to_each, leaves_out=_NOT_OF_INPUT),
            Slip("sum-for-max", to_each, leaves_out=_NOT_OF_INPUT, last_resort=True),
            Slip("max-gradient-to-every-tie", _shared(_to_maxima)),
            Slip("max-gradient-in-corner", _shared(_to_first_cell), leaves_out=_NOT_OF_INPUT),
            Slip("max-gradient-to-the-minimum", to_minimum),
            Slip("minimum-for-max", to_minimum, last_resort=True),
            Slip(
                "largest-magnitude",
                _shared(lambda cells, value: _to_maximum(np.abs(cells), value)),
            ),
            Slip(
                "gradient-overwritten",
                _shared(_to_maximum, overwritten=True),
                other_ways=(_latest_at_maximum, _shared(_to_maxima, overwritten=True)),
            ),
            Slip(
                "maximum-begun-at-zero",
                _shared(_begun_at_zero),
                other_ways=(_shared(_only_above_zero),),
            ),
            Slip(
                "window-offset-forgotten",
                _without_offset(added=False),
                other_ways=(_without_offset(added=True),),
            ),
            *((Slip(_RESHAPED, _to_reshaped_maximum),) if axes > 1 else ()),
            *_of_other_windows(_to_maximum, axes),
            *((_to_maximum_of_all(),) if axes > 1 else ()),
            _left_over_cut(gradient),
            *_of_state(gradient),
        ),
        accepts=is_max_layer_gradient,
        alternatives=lambda x, dq, window: tuple(
            _shared(share)(x, dq, window) for share in MAX_SHARES
        ),
    )


def _without_offset(*, added: bool) -> Backward:
    """Places within a window taken for places of the input, added up or each overwritten."""

    def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
        cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
        found, axes = np.zeros(cells.shape), len(_sides(window))
        for place in np.ndindex(*arriving.shape):
            lead, own = place[:-axes], cells[(*place[:-axes], *_region(place[-axes:], window))]
            at = (*lead, *np.unravel_index(int(np.argmax(own)), own.shape))
            found[at] = found[at] + arriving[place] if added else arriving[place]
        return found

    return wrong


def _to_maximum_of_all() -> Slip:
    """The maximum of a window of all channels gets their gradients, or that of its own channel."""

    def of_windows(*, summed: bool) -> Backward:
        def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
            cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
            _channels(cells)
            found = np.zeros(cells.shape)
            for place in np.ndindex(*arriving.shape[1:]):
                region = (slice(None), *_region(place, window))
                own, parts = cells[region], arriving[(slice(None), *place)]
                channel = int(np.argmax(own)) // own[0].size
                value = parts.sum() if summed else parts[channel]
                found[region] += _to_maximum(own, value)
            return found

        return wrong

    return Slip(_OVER_CHANNELS, of_windows(summed=True), other_ways=(of_windows(summed=False),))


def _to_reshaped_maximum(x: Any, dq: Any, window: PoolWindow) -> Array:
    """Where the maximum of what was read by reshaping would lie in the window itself."""
    blocks, arriving = _reshaped(x, window), np.asarray(dq, dtype=float)
    found, sides = np.zeros(np.shape(x)), _sides(window)
    for place in np.ndindex(*arriving.shape):
        down, right = divmod(int(np.argmax(blocks[place])), sides[1])
        row, column = place[-2] * sides[0] + down, place[-1] * sides[1] + right
        found[(*place[:-2], row, column)] += arriving[place]
    return found


def _latest_at_maximum(x: Any, dq: Any, window: PoolWindow) -> Array:
    """A cell that is the maximum of several windows has the gradient of the last one alone."""
    if _sides(window) == _strides(window):
        raise NotApplicableError("windows that overlap are needed")
    cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
    found, axes = np.zeros(cells.shape), len(_sides(window))
    for place in np.ndindex(*arriving.shape):
        region = (*place[:-axes], *_region(place[-axes:], window))
        found[region] = np.where(
            _to_maximum(cells[region], 1.0) > 0, arriving[place], found[region]
        )
    return found


def _mean_back(key: str, gradient: Callable[..., Array], axes: int) -> Rule:
    def of_window(x: Any, dq: Any, window: PoolWindow) -> Array:
        return gradient(np.asarray(dq, dtype=float), np.shape(x)[-axes:], window)

    def by_side(axis: int) -> Backward:
        return lambda x, dq, window: of_window(x, dq, window) * _sides(window)[1 - axis]

    def of_channels(x: Any, dq: Any, window: PoolWindow) -> Array:
        return of_window(x, dq, window) / _channels(x)

    def of_all_channels(x: Any, dq: Any, window: PoolWindow) -> Array:
        arriving = np.asarray(dq, dtype=float)
        mean = np.broadcast_to(arriving.mean(axis=0), (_channels(x), *arriving.shape[1:]))
        return of_window(x, mean, window)

    of_side = Slip("mean-divided-by-side", by_side(1), other_ways=(by_side(0),))
    over_channels = (
        Slip(_CHANNELS_COUNTED, of_channels, mistake=_OVER_CHANNELS),
        Slip(_OVER_CHANNELS, of_all_channels),
    )
    return Rule(
        key,
        gradient,
        slips=(
            Slip("mean-gradient-not-divided", _shared(_to_each)),
            Slip("sum-for-mean", _shared(_to_each), last_resort=True),
            Slip("mean-gradient-to-the-maximum", _shared(_to_maximum)),
            Slip("max-for-mean", _shared(_to_maximum), last_resort=True),
            *((of_side, *over_channels) if axes > 1 else ()),
            Slip("gradient-overwritten", _shared(_evenly, overwritten=True)),
            Slip(
                "gradient-times-input",
                lambda x, dq, window: of_window(x, dq, window) * np.asarray(x),
            ),
            *_of_other_windows(_evenly, axes, _evenly_to_all),
            _left_over_cut(of_window),
            *_of_state(of_window),
        ),
    )


MAX_VECTOR_GRADIENT = _max_back("max-layer-vector-gradient", pooling.max_pool1d_gradient, axes=1)
MAX_GRADIENT = _max_back("max-layer-gradient", pooling.max_pool2d_gradient, axes=2)
MEAN_VECTOR_GRADIENT = _mean_back(
    "mean-layer-vector-gradient", pooling.mean_pool1d_gradient, axes=1
)
MEAN_GRADIENT = _mean_back("mean-layer-gradient", pooling.mean_pool2d_gradient, axes=2)

# -- globally --------------------------------------------------------------------------------------


def _largest_of_all(x: Any) -> Array:
    """The same number for each channel."""
    return np.full(len(x), np.max(x))


GLOBAL_MAX_FORWARD = Rule(
    "global-max-layer-forward",
    global_pooling.global_max,
    slips=(
        Slip("mean-for-max", global_pooling.global_mean),
        Slip("sum-for-max", lambda x: np.sum(x, axis=(-2, -1))),
        Slip(
            _OVER_CHANNELS,
            _largest_of_all,
            other_ways=(lambda x: np.max(x),),
        ),
        Slip("pooled-across-channels", lambda x: np.max(x, axis=0)),
        Slip("maximum-begun-at-zero", lambda x: np.maximum(global_pooling.global_max(x), 0)),
    ),
)
GLOBAL_MEAN_FORWARD = Rule(
    "global-mean-layer-forward",
    global_pooling.global_mean,
    slips=(
        Slip(
            _CHANNELS_COUNTED,
            lambda x: np.asarray(global_pooling.global_mean(x)) / len(x),
            mistake=_OVER_CHANNELS,
        ),
        Slip("max-for-mean", global_pooling.global_max),
        Slip("sum-for-mean", lambda x: np.sum(x, axis=(-2, -1))),
        Slip(
            _OVER_CHANNELS,
            lambda x: np.full(len(x), np.mean(x)),
            other_ways=(lambda x: np.mean(x),),
        ),
        Slip("pooled-across-channels", lambda x: np.mean(x, axis=0)),
    ),
)


def _of_global_state(gradient: Callable[[Any, Any], Any]) -> tuple[Slip, ...]:
    def truncated(x: Any, dq: Any) -> Any:
        return kept_as(x, np.asarray(gradient(x, dq), dtype=float))

    return (
        Slip("first-input-kept", lambda first_x, dq: gradient(first_x, dq)),
        Slip("state-shared-by-layers", lambda other_x, dq: gradient(other_x, dq)),
        Slip("integer-dtype-kept", truncated),
        Slip("gradient-negated", lambda x, dq: -np.asarray(gradient(x, dq))),
        Slip("incoming-gradient-ignored", lambda x, dq: gradient(x, np.ones(np.shape(dq)))),
    )


def _spread(x: Any, dq: Any, divisor: int) -> Array:
    each = np.asarray(dq, dtype=float)[:, None, None] / divisor
    return np.broadcast_to(each, np.shape(x)).copy()


def _cells(x: Any) -> int:
    return int(np.prod(np.shape(x)[-2:]))


def _undivided(x: Any, dq: Any) -> Array:
    return _spread(x, dq, 1)


def _global_mean_back(x: Any, dq: Any) -> Array:
    return _spread(x, dq, _cells(x))


def _to_largest_of_all(*, summed: bool) -> Callable[[Any, Any], Array]:
    """The largest cell of all channels gets their gradients, or that of its own channel."""

    def wrong(x: Any, dq: Any) -> Array:
        cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
        channel = int(np.argmax(cells)) // _cells(cells)
        return _to_maximum(cells, arriving.sum() if summed else arriving[channel])

    return wrong


GLOBAL_MAX_GRADIENT = Rule(
    "global-max-layer-gradient",
    global_pooling.global_max_gradient,
    slips=(
        Slip("max-gradient-spread-evenly", _global_mean_back, leaves_out=_NOT_OF_INPUT),
        Slip("mean-for-max", _global_mean_back, leaves_out=_NOT_OF_INPUT, last_resort=True),
        Slip("max-gradient-to-every-cell", _undivided, leaves_out=_NOT_OF_INPUT),
        Slip(
            _OVER_CHANNELS,
            _to_largest_of_all(summed=True),
            other_ways=(_to_largest_of_all(summed=False),),
        ),
        Slip("sum-for-max", _undivided, leaves_out=_NOT_OF_INPUT, last_resort=True),
        *_of_global_state(global_pooling.global_max_gradient),
    ),
    accepts=lambda value, x, dq: global_pooling.is_global_max_subgradient(value, x, dq),
)
GLOBAL_MEAN_GRADIENT = Rule(
    "global-mean-layer-gradient",
    global_pooling.global_mean_gradient,
    slips=(
        Slip("mean-gradient-not-divided", _undivided),
        Slip("sum-for-mean", _undivided, last_resort=True),
        Slip(
            "mean-gradient-to-the-maximum",
            lambda x, dq: global_pooling.global_max_gradient(x, dq),
        ),
        Slip(
            "max-for-mean",
            lambda x, dq: global_pooling.global_max_gradient(x, dq),
            last_resort=True,
        ),
        Slip(
            "mean-divided-by-side",
            lambda x, dq: _spread(x, dq, np.shape(x)[-1]),
            other_ways=(lambda x, dq: _spread(x, dq, np.shape(x)[-2]),),
        ),
        Slip(
            _CHANNELS_COUNTED,
            lambda x, dq: _spread(x, dq, np.size(x)),
            mistake=_OVER_CHANNELS,
        ),
        Slip(
            _OVER_CHANNELS,
            lambda x, dq: _spread(x, np.full(np.shape(dq), np.sum(dq)), np.size(x)),
        ),
        *_of_global_state(_global_mean_back),
    ),
)
