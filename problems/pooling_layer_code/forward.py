"""Rules of the outputs of pooling layers, and the mistakes that are made in them.

A vector is (N,), a map (H, W) or (C, H, W), pooled by windows (..., H', W').
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from problems.pooling_layer_code.windows import (
    CHANNELS_COUNTED,
    OVER_CHANNELS,
    Array,
    Forward,
    by_reshaping,
    channels_of,
    further_from_zero,
    max_pool,
    mean_pool,
    merged,
    of_other_strides,
    of_windows,
    over_channels,
    sides_of,
)
from problems.rule import Rule, Slip
from problems.rules.whole_numbers import is_whole
from reference import pooling
from reference.geometry import PoolWindow


def _max_forward(key: str, pool: Forward, axes: int) -> Rule:
    return Rule(
        key,
        pool,
        slips=(
            Slip("mean-for-max", mean_pool),
            Slip("sum-for-max", merged(lambda cells: cells.sum())),
            Slip("minimum-for-max", merged(lambda cells: cells.min())),
            Slip("largest-magnitude", merged(further_from_zero)),
            Slip("maximum-begun-at-zero", lambda x, window: np.maximum(pool(x, window), 0)),
            *((by_reshaping(np.max), over_channels(pool, np.max)) if axes > 1 else ()),
            *of_windows(pool, axes),
            *(of_other_strides(pool, np.max) if axes > 1 else ()),
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
        return lambda x, window: (
            pool(np.asarray(x, dtype=float), window) * sides_of(window)[1 - axis]
        )

    of_side = Slip("mean-divided-by-side", by_side(1), other_ways=(by_side(0),))
    of_channels = (
        over_channels(pool, np.mean),
        Slip(
            CHANNELS_COUNTED,
            lambda x, window: pool(np.asarray(x, dtype=float), window) / channels_of(x),
            mistake=OVER_CHANNELS,
        ),
    )
    return Rule(
        key,
        pool,
        slips=(
            Slip("max-for-mean", max_pool),
            Slip("sum-for-mean", merged(lambda cells: cells.sum())),
            *((of_side,) if axes > 1 else ()),
            Slip("integer-dtype-kept", cut_off(np.trunc), other_ways=(cut_off(np.floor),)),
            *((by_reshaping(np.mean), *of_channels) if axes > 1 else ()),
            *of_windows(pool, axes),
            *(of_other_strides(pool, np.mean) if axes > 1 else ()),
        ),
    )


MAX_OF_VECTOR = _max_forward("max-layer-vector", pooling.max_pool1d, axes=1)
MAX_FORWARD = _max_forward("max-layer-forward", pooling.max_pool2d, axes=2)
MEAN_OF_VECTOR = _mean_forward("mean-layer-vector", pooling.mean_pool1d, axes=1)
MEAN_FORWARD = _mean_forward("mean-layer-forward", pooling.mean_pool2d, axes=2)
