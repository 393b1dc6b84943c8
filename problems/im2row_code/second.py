"""The second statements of the rules: PyTorch's `unfold`, `fold` and convolution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional


def im2row(
    x: Any,
    size: Sequence[int],
    how: Mapping[str, Any],
) -> Any:
    """`functional.unfold`, which has the places in columns and channel after channel."""
    maps = _tensor(x)
    batch = maps.reshape(1, -1, *maps.shape[-2:])
    columns = functional.unfold(
        batch, _pair(size), padding=_pair(how["padding"]), stride=_pair(how["stride"])
    )[0]
    if how["order"] == "cells":
        columns = columns.unflatten(0, (batch.shape[1], -1)).transpose(0, 1).flatten(0, 1)
    return (columns.T if how["layout"] == "rows" else columns).numpy()


def conv2d(x: Any, w: Any, bias: Any, how: Mapping[str, Any]) -> Any:
    """`functional.conv2d`."""
    batch, pairs = _tensor(x)[None], (_pair(how["stride"]), _pair(how["padding"]))
    return functional.conv2d(batch, _tensor(w), _tensor(bias), *pairs)[0].numpy()


def row2im(
    rows: Any,
    shape: Sequence[int],
    size: Sequence[int],
    how: Mapping[str, Any],
) -> Any:
    """`functional.fold`, which has the places in columns and channel after channel."""
    columns = _tensor(rows).T if how["layout"] == "rows" else _tensor(rows)
    if how["order"] == "cells":
        columns = columns.unflatten(0, (-1, shape[0])).transpose(0, 1).flatten(0, 1)
    sizes = _pair(shape[1:]), _pair(size)
    return functional.fold(
        columns[None], *sizes, padding=_pair(how["padding"]), stride=_pair(how["stride"])
    )[0].numpy()


def toeplitz(w: Any, shape: Sequence[int], stride: Sequence[int] = (1, 1)) -> Any:
    """Column i is what the convolution makes of a 1 in cell i."""
    height, width = shape
    ones = torch.eye(height * width, dtype=torch.float64).reshape(-1, 1, height, width)
    q = functional.conv2d(ones, _tensor(w)[None, None], stride=_pair(stride))
    return q.flatten(1).T.numpy()


def _pair(numbers: Sequence[int]) -> tuple[int, int]:
    down, right = numbers
    return int(down), int(right)


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))
