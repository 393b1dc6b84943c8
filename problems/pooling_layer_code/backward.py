"""Rules of the gradients of pooling layers with their state, and the mistakes made in them.

A vector is (N,), a map (H, W) or (C, H, W), pooled by windows (..., H', W'). ``first_x`` is the
first input that a layer ever got, ``other_x`` that of another layer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from problems.pooling_layer_code.shares import (
    MAX_SHARES,
    NOT_OF_INPUT,
    begun_at_zero,
    evenly,
    evenly_to_all,
    left_over_cut,
    of_other_windows,
    only_above_zero,
    shared_out,
    to_each,
    to_first_cell,
    to_maxima,
    to_maximum,
)
from problems.pooling_layer_code.windows import (
    CHANNELS_COUNTED,
    OVER_CHANNELS,
    RESHAPED,
    Array,
    Backward,
    channels_of,
    merged,
    region_of,
    reshaped,
    sides_of,
    strides_of,
)
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules.whole_numbers import kept_as
from reference import pooling
from reference.geometry import PoolWindow


def is_max_layer_gradient(value: Any, x: Any, dq: Any, window: PoolWindow) -> bool:
    """Whether each window's gradient went to its maxima, however it was split among them.

    Maxima that are equal in a window are looked at where no other window has a part in them.
    """
    found, cells = np.asarray(value, dtype=float), np.asarray(x)
    if found.shape != cells.shape:
        return False
    firm = shared_out(lambda own, part: to_maxima(own, part) if _is_alone(own) else 0 * own)
    rest = found - firm(x, dq, window)
    tied = shared_out(lambda own, part: 0 * own if _is_alone(own) else to_maxima(own, 1.0))
    count = tied(x, dq, window)
    if not np.allclose(rest[count == 0], 0, atol=1e-9) or np.any(count > 1):
        return False
    total = merged(lambda own: own.sum())(np.where(count > 0, rest, 0), window)
    has_tie = merged(lambda own: np.count_nonzero(own == own.max()) > 1)(cells, window)
    arriving = np.where(has_tie > 0, np.asarray(dq, dtype=float), 0)
    kept = np.allclose(np.where(has_tie > 0, total, 0), arriving, atol=1e-9)
    signs = shared_out(lambda own, part: np.full(own.shape, np.sign(part)))(x, arriving, window)
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
        axes, cells = len(sides_of(window)), np.asarray(kept)
        last = region_of([n - 1 for n in np.shape(dq)[-axes:]], window)
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
    spread, to_every_cell = shared_out(evenly), shared_out(to_each)
    to_minimum = shared_out(lambda cells, value: to_maximum(-cells, value))
    return Rule(
        key,
        gradient,
        slips=(
            Slip("max-gradient-spread-evenly", spread, leaves_out=NOT_OF_INPUT),
            Slip("mean-for-max", spread, leaves_out=NOT_OF_INPUT, last_resort=True),
            Slip("max-gradient-to-every-cell", to_every_cell, leaves_out=NOT_OF_INPUT),
            Slip("sum-for-max", to_every_cell, leaves_out=NOT_OF_INPUT, last_resort=True),
            Slip("max-gradient-to-every-tie", shared_out(to_maxima)),
            Slip("max-gradient-in-corner", shared_out(to_first_cell), leaves_out=NOT_OF_INPUT),
            Slip("max-gradient-to-the-minimum", to_minimum),
            Slip("minimum-for-max", to_minimum, last_resort=True),
            Slip(
                "largest-magnitude",
                shared_out(lambda cells, value: to_maximum(np.abs(cells), value)),
            ),
            Slip(
                "gradient-overwritten",
                shared_out(to_maximum, overwritten=True),
                other_ways=(_latest_at_maximum, shared_out(to_maxima, overwritten=True)),
            ),
            Slip(
                "maximum-begun-at-zero",
                shared_out(begun_at_zero),
                other_ways=(shared_out(only_above_zero),),
            ),
            Slip(
                "window-offset-forgotten",
                _without_offset(added=False),
                other_ways=(_without_offset(added=True),),
            ),
            *((Slip(RESHAPED, _to_reshaped_maximum),) if axes > 1 else ()),
            *of_other_windows(to_maximum, axes),
            *((_to_maximum_of_all(),) if axes > 1 else ()),
            left_over_cut(gradient),
            *_of_state(gradient),
        ),
        accepts=is_max_layer_gradient,
        alternatives=lambda x, dq, window: tuple(
            shared_out(share)(x, dq, window) for share in MAX_SHARES
        ),
    )


def _without_offset(*, added: bool) -> Backward:
    """Places within a window taken for places of the input, added up or each overwritten."""

    def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
        cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
        found, axes = np.zeros(cells.shape), len(sides_of(window))
        for place in np.ndindex(*arriving.shape):
            lead, own = place[:-axes], cells[(*place[:-axes], *region_of(place[-axes:], window))]
            at = (*lead, *np.unravel_index(int(np.argmax(own)), own.shape))
            found[at] = found[at] + arriving[place] if added else arriving[place]
        return found

    return wrong


def _to_maximum_of_all() -> Slip:
    """The maximum of a window of all channels gets their gradients, or that of its own channel."""

    def of_windows(*, summed: bool) -> Backward:
        def wrong(x: Any, dq: Any, window: PoolWindow) -> Array:
            cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
            channels_of(cells)
            found = np.zeros(cells.shape)
            for place in np.ndindex(*arriving.shape[1:]):
                region = (slice(None), *region_of(place, window))
                own, parts = cells[region], arriving[(slice(None), *place)]
                channel = int(np.argmax(own)) // own[0].size
                value = parts.sum() if summed else parts[channel]
                found[region] += to_maximum(own, value)
            return found

        return wrong

    return Slip(OVER_CHANNELS, of_windows(summed=True), other_ways=(of_windows(summed=False),))


def _to_reshaped_maximum(x: Any, dq: Any, window: PoolWindow) -> Array:
    """Where the maximum of what was read by reshaping would lie in the window itself."""
    blocks, arriving = reshaped(x, window), np.asarray(dq, dtype=float)
    found, sides = np.zeros(np.shape(x)), sides_of(window)
    for place in np.ndindex(*arriving.shape):
        down, right = divmod(int(np.argmax(blocks[place])), sides[1])
        row, column = place[-2] * sides[0] + down, place[-1] * sides[1] + right
        found[(*place[:-2], row, column)] += arriving[place]
    return found


def _latest_at_maximum(x: Any, dq: Any, window: PoolWindow) -> Array:
    """A cell that is the maximum of several windows has the gradient of the last one alone."""
    if sides_of(window) == strides_of(window):
        raise NotApplicableError("windows that overlap are needed")
    cells, arriving = np.asarray(x), np.asarray(dq, dtype=float)
    found, axes = np.zeros(cells.shape), len(sides_of(window))
    for place in np.ndindex(*arriving.shape):
        region = (*place[:-axes], *region_of(place[-axes:], window))
        found[region] = np.where(to_maximum(cells[region], 1.0) > 0, arriving[place], found[region])
    return found


def _mean_back(key: str, gradient: Callable[..., Array], axes: int) -> Rule:
    def of_window(x: Any, dq: Any, window: PoolWindow) -> Array:
        return gradient(np.asarray(dq, dtype=float), np.shape(x)[-axes:], window)

    def by_side(axis: int) -> Backward:
        return lambda x, dq, window: of_window(x, dq, window) * sides_of(window)[1 - axis]

    def of_channels(x: Any, dq: Any, window: PoolWindow) -> Array:
        return of_window(x, dq, window) / channels_of(x)

    def of_all_channels(x: Any, dq: Any, window: PoolWindow) -> Array:
        arriving = np.asarray(dq, dtype=float)
        mean = np.broadcast_to(arriving.mean(axis=0), (channels_of(x), *arriving.shape[1:]))
        return of_window(x, mean, window)

    of_side = Slip("mean-divided-by-side", by_side(1), other_ways=(by_side(0),))
    over_channels = (
        Slip(CHANNELS_COUNTED, of_channels, mistake=OVER_CHANNELS),
        Slip(OVER_CHANNELS, of_all_channels),
    )
    return Rule(
        key,
        gradient,
        slips=(
            Slip("mean-gradient-not-divided", shared_out(to_each)),
            Slip("sum-for-mean", shared_out(to_each), last_resort=True),
            Slip("mean-gradient-to-the-maximum", shared_out(to_maximum)),
            Slip("max-for-mean", shared_out(to_maximum), last_resort=True),
            *((of_side, *over_channels) if axes > 1 else ()),
            Slip("gradient-overwritten", shared_out(evenly, overwritten=True)),
            Slip(
                "gradient-times-input",
                lambda x, dq, window: of_window(x, dq, window) * np.asarray(x),
            ),
            *of_other_windows(evenly, axes, evenly_to_all),
            left_over_cut(of_window),
            *_of_state(of_window),
        ),
    )


MAX_VECTOR_GRADIENT = _max_back("max-layer-vector-gradient", pooling.max_pool1d_gradient, axes=1)
MAX_GRADIENT = _max_back("max-layer-gradient", pooling.max_pool2d_gradient, axes=2)
MEAN_VECTOR_GRADIENT = _mean_back(
    "mean-layer-vector-gradient", pooling.mean_pool1d_gradient, axes=1
)
MEAN_GRADIENT = _mean_back("mean-layer-gradient", pooling.mean_pool2d_gradient, axes=2)
