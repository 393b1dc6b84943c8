"""The second statements of the rules: PyTorch's `interpolate` and its layers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional


def linear_corners(x: Any, size: int) -> Any:
    """`functional.interpolate` with aligned corners."""
    return _interpolated(x, "linear", (size,), align_corners=True)


def places_with_corners(length: int, size: int) -> Any:
    """`torch.linspace` from the first cell to the last one."""
    return torch.linspace(0, length - 1, size, dtype=torch.float64).numpy()


def places_of_cells(length: int, size: int) -> Any:
    """What interpolation makes of the cells' own numbers."""
    return _interpolated(range(length), "linear", (size,), align_corners=False)


def at_places(x: Any, places: Any) -> Any:
    """`np.interp`."""
    numbers = np.asarray(x, dtype=np.float64)
    return np.interp(np.asarray(places, dtype=np.float64), np.arange(len(numbers)), numbers)


def bilinear_corners(x: Any, height: int, width: int) -> Any:
    """`functional.interpolate` with aligned corners."""
    return _interpolated(x, "bilinear", (height, width), align_corners=True)


def bilinear_centres(x: Any, height: int, width: int) -> Any:
    """`functional.interpolate` without aligned corners."""
    return _interpolated(x, "bilinear", (height, width), align_corners=False)


def nearest(x: Any, factor: int) -> Any:
    """`functional.interpolate` by the nearest value."""
    return functional.interpolate(_tensor(x)[None, None], scale_factor=factor)[0, 0].numpy()


def overlaps(size: int, kernel: int, stride: int) -> Any:
    """A transposed convolution of ones with ones."""
    ones = torch.ones(1, 1, size, dtype=torch.float64)
    taps = torch.ones(1, 1, kernel, dtype=torch.float64)
    return functional.conv_transpose1d(ones, taps, stride=stride)[0, 0].numpy()


def weights_of(inputs: int, outputs: int, kernel: int) -> int:
    """The numbers of a layer of PyTorch's."""
    return nn.ConvTranspose2d(inputs, outputs, kernel, bias=False, device="meta").weight.numel()


def macs_at_outputs(weights: int, height: int, width: int, factor: int) -> int:
    """The weights by the cells of a map that PyTorch has made larger."""
    larger = nn.Upsample(scale_factor=factor)(torch.zeros(1, 1, height, width))
    return sum(weights for _ in range(larger.numel()))


def macs_at_inputs(weights: int, height: int, width: int) -> int:
    """The weights, once for each cell."""
    return sum(weights for _ in range(height) for _ in range(width))


def cost_ratio(more: int, fewer: int) -> Any:
    """By what the second number is to be multiplied."""
    return more * Fraction(1, fewer)


def _interpolated(x: Any, mode: str, size: tuple[int, ...], *, align_corners: bool) -> Any:
    maps = _tensor(x)[None, None]
    return functional.interpolate(maps, size, mode=mode, align_corners=align_corners)[0, 0].numpy()


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))
