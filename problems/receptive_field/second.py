"""The second statements of the rules: PyTorch's layers, or a walk over the cells."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch.nn import functional


def cells_before(cells: int, kernel: int, stride: int, dilation: int = 1) -> int:
    """The span of the gradient of so many outputs of a convolution."""
    room = cells * stride + kernel * dilation
    x = torch.ones(1, 1, room, dtype=torch.float64, requires_grad=True)
    w = torch.ones(1, 1, kernel, dtype=torch.float64)
    q = functional.conv1d(x, w, stride=stride, dilation=dilation)[0, 0, :cells]
    (gradient,) = torch.autograd.grad(q.sum(), x)
    seen = gradient[0, 0].nonzero().flatten()
    return int(seen[-1] - seen[0]) + 1


def least_depth(field: int, kernel: int, rf_in: int = 1, jump_in: int = 1, growth: int = 1) -> int:
    """Layers are added until the pixels that one value sees reach far enough."""
    first, last, layers = 0, rf_in - 1, 0
    while last - first + 1 < field:
        taps = [tap * growth**layers * jump_in for tap in range(kernel)]
        last += taps[-1] - taps[0]
        layers += 1
    return layers


def greatest_depth(size: int, kernel: int) -> int:
    """Convolutions on the meta device, until PyTorch refuses one."""
    x, w = torch.empty(1, 1, size, device="meta"), torch.empty(1, 1, kernel, device="meta")
    layers = 0
    while x.shape[-1] >= kernel:
        x = functional.conv1d(x, w)
        layers += 1
    return layers


def block_sizes(size: int, kernel: int, region: int = 2) -> Any:
    """Convolutions and poolings on the meta device, until PyTorch refuses one."""
    x, w = torch.empty(1, 1, size, device="meta"), torch.empty(1, 1, kernel, device="meta")
    found: list[int] = []
    while True:
        try:
            x = functional.max_pool1d(functional.conv1d(x, w), region)
        except RuntimeError:
            return np.array(found, dtype=object)
        found.append(x.shape[-1])


def what_to_change(rf: int, jump: int, extent: int, precision: int) -> tuple[str, str]:
    """By what one value sees of a pattern, and by how many places fall into one value."""
    if not set(range(extent)) <= set(range(rf)):
        return ("larger-field", "pattern-not-seen")
    if len(range(jump)) > precision:
        return ("smaller-regions", "place-lost")
    return ("more-channels", "priors-fit")
