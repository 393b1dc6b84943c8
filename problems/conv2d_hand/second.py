"""The second statements of the rules: PyTorch's layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional


def pad_map(x: Any, before: int, after: int) -> Any:
    """`functional.pad`."""
    maps = torch.tensor(np.asarray(x, dtype=np.float64))
    return functional.pad(maps, (before, after, before, after)).numpy()


def rectangular_shape(
    in_shape: Sequence[int],
    channels: int,
    kernels: Sequence[int],
    strides: Sequence[int],
    pads: Sequence[int],
    gaps: Sequence[int],
) -> Any:
    """The shape that `nn.Conv2d` gives of an image that has a shape and no numbers."""
    kernel, stride, padding, dilation = ((a, b) for a, b in (kernels, strides, pads, gaps))
    layer = nn.Conv2d(in_shape[0], channels, kernel, stride, padding, dilation, device="meta")
    return tuple(layer(torch.empty((1, *in_shape), device="meta")).shape[1:])
