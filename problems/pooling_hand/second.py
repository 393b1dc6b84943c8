"""The second statements of the rules: PyTorch's layers, or another way to the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional


def max_across_maps(x: Any) -> Any:
    """Max-pooling over the axis of the channels, as deep as there are."""
    maps = _tensor(x)
    return functional.max_pool3d(maps[None], (len(maps), 1, 1))[0, 0].numpy()


def k_max(x: Any, k: int) -> Any:
    """What is left of each row when its least value is taken away until there are k.

    The last of equal values goes first.
    """
    rows = np.asarray(x, dtype=object)
    left = []
    for row in rows.reshape(-1, rows.shape[-1]).tolist():
        while len(row) > k:
            row.reverse()
            row.remove(min(row))
            row.reverse()
        left.append(row)
    return np.array(left, dtype=object).reshape(*rows.shape[:-1], k)


def adaptive_max_pool2d(x: Any, grid: int) -> Any:
    """`functional.adaptive_max_pool2d`."""
    q = functional.adaptive_max_pool2d(_maps(x), grid)
    return q.reshape(*np.shape(x)[:-2], grid, grid).numpy()


def adaptive_mean_pool2d(x: Any, grid: int) -> Any:
    """`functional.adaptive_avg_pool2d`."""
    q = functional.adaptive_avg_pool2d(_maps(x), grid)
    return q.reshape(*np.shape(x)[:-2], grid, grid).numpy()


def more_parameters_without(
    follows: str, in_shape: Sequence[int], out_shape: Sequence[int], features: int, size: int
) -> tuple[str, str]:
    """Whether a layer that PyTorch makes for one shape has more numbers than for the other."""
    reasons = {"conv": "weights-shared", "flatten": "weight-per-value", "global": "value-per-map"}
    without, with_pooling = (_layer(follows, s, features, size) for s in (in_shape, out_shape))
    more = _numbers_in(without) > _numbers_in(with_pooling)
    return ("yes" if more else "no", reasons[follows])


def vector_still_fits(
    in_shape: Sequence[int],
    other_shape: Sequence[int],
    kernel: int | None = None,
    grid: int | None = None,
) -> tuple[str, str]:
    """Whether a fully connected layer made for the first maps takes what the others give."""
    pool = nn.MaxPool2d(kernel) if kernel else nn.AdaptiveMaxPool2d(grid or 1)
    front = nn.Sequential(pool, nn.Flatten())
    layer = nn.Linear(front(_blank(in_shape)).shape[1], 1, device="meta")
    try:
        layer(front(_blank(other_shape)))
    except RuntimeError:
        return ("no", "other-length")
    return ("yes", "remainder-dropped" if kernel else "fixed-grid")


def _layer(follows: str, shape: Sequence[int], features: int, size: int) -> nn.Module:
    if follows == "conv":
        return nn.Conv2d(shape[0], features, size, device="meta")
    x = _blank(shape)
    if follows == "global":
        x = nn.AdaptiveAvgPool2d(1)(x)
    return nn.Linear(nn.Flatten()(x).shape[1], features, device="meta")


def _numbers_in(layer: nn.Module) -> int:
    return sum(p.numel() for p in layer.parameters())


def _blank(shape: Sequence[int]) -> Tensor:
    """A batch of one datum that has a shape and no numbers."""
    return torch.empty((1, *shape), device="meta")


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))


def _maps(x: Any) -> Tensor:
    """All maps as the channels of one datum."""
    maps = _tensor(x)
    return maps.reshape(1, -1, *maps.shape[-2:])
