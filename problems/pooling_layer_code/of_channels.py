"""Rules of global pooling layers, forward and backward, and the mistakes that are made in them.

A map is (C, H, W), and pooled it is (C,). ``first_x`` is the first input that a layer ever got,
``other_x`` that of another layer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from problems.pooling_layer_code.shares import NOT_OF_INPUT, to_maximum
from problems.pooling_layer_code.windows import CHANNELS_COUNTED, OVER_CHANNELS, Array
from problems.rule import Rule, Slip
from problems.rules.whole_numbers import kept_as
from reference import global_pooling


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
            OVER_CHANNELS,
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
            CHANNELS_COUNTED,
            lambda x: np.asarray(global_pooling.global_mean(x)) / len(x),
            mistake=OVER_CHANNELS,
        ),
        Slip("max-for-mean", global_pooling.global_max),
        Slip("sum-for-mean", lambda x: np.sum(x, axis=(-2, -1))),
        Slip(
            OVER_CHANNELS,
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
        return to_maximum(cells, arriving.sum() if summed else arriving[channel])

    return wrong


GLOBAL_MAX_GRADIENT = Rule(
    "global-max-layer-gradient",
    global_pooling.global_max_gradient,
    slips=(
        Slip("max-gradient-spread-evenly", _global_mean_back, leaves_out=NOT_OF_INPUT),
        Slip("mean-for-max", _global_mean_back, leaves_out=NOT_OF_INPUT, last_resort=True),
        Slip("max-gradient-to-every-cell", _undivided, leaves_out=NOT_OF_INPUT),
        Slip(
            OVER_CHANNELS,
            _to_largest_of_all(summed=True),
            other_ways=(_to_largest_of_all(summed=False),),
        ),
        Slip("sum-for-max", _undivided, leaves_out=NOT_OF_INPUT, last_resort=True),
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
            CHANNELS_COUNTED,
            lambda x, dq: _spread(x, dq, np.size(x)),
            mistake=OVER_CHANNELS,
        ),
        Slip(
            OVER_CHANNELS,
            lambda x, dq: _spread(x, np.full(np.shape(dq), np.sum(dq)), np.size(x)),
        ),
        *_of_global_state(_global_mean_back),
    ),
)
