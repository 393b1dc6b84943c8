"""The second statements of the rules: PyTorch's transposed convolutions, and counting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional


def transposed(x: Any, w: Any, stride: int, padding: int = 0, output_padding: int = 0) -> Any:
    """`functional.conv_transpose1d` or `functional.conv_transpose2d`."""
    map_, kernel = _tensor(x)[None, None], _tensor(w)[None, None]
    run = functional.conv_transpose1d if np.ndim(x) == 1 else functional.conv_transpose2d
    q = run(map_, kernel, stride=stride, padding=padding, output_padding=output_padding)
    return q[0, 0].numpy()


def with_zeros_between(x: Any, stride: int, around: int) -> Any:
    """A transposed convolution with a kernel of one cell lays the values down apart."""
    spread = functional.conv_transpose1d(
        _tensor(x)[None, None], torch.ones(1, 1, 1).double(), stride=stride
    )
    return functional.pad(spread[0, 0], (around, around)).numpy()


def slid_flipped(z: Any, w: Any) -> Any:
    """`functional.conv1d` with the kernel turned round."""
    return functional.conv1d(_tensor(z)[None, None], _tensor(w).flip(0)[None, None])[0, 0].numpy()


def dot(left: Any, right: Any) -> Any:
    """`torch.dot`."""
    return torch.dot(_tensor(left), _tensor(right)).item()


def added_maps(parts: Sequence[Any]) -> Any:
    """`torch.stack` and a sum."""
    return torch.stack([_tensor(part) for part in parts]).sum(dim=0).numpy()


def transposed_size(
    size: int, kernel: int, stride: int, padding: int = 0, output_padding: int = 0
) -> int:
    """What a layer of PyTorch's gives for one line of cells."""
    layer = nn.ConvTranspose1d(1, 1, kernel, stride, padding, output_padding, device="meta")
    return int(layer(torch.empty(1, size, device="meta")).shape[-1])


def transposed_shape(
    in_shape: Sequence[int],
    channels: int,
    kernel: int,
    stride: int,
    padding: int = 0,
    output_padding: int = 0,
) -> tuple[int, ...]:
    """What a layer of PyTorch's gives."""
    layer = nn.ConvTranspose2d(
        in_shape[0], channels, kernel, stride, padding, output_padding, device="meta"
    )
    return tuple(layer(torch.empty(*in_shape, device="meta")).shape)


def output_padding_to(size: int, back: int) -> int:
    """How often 1 can be added before the size is reached."""
    return sum(1 for _ in range(back, size))


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))
