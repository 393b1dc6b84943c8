"""The second statements of the rules: the matrices of the transforms, and tiles that are cut."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

G = torch.tensor([[2, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]], dtype=torch.float64) / 2
B = torch.tensor([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]], dtype=torch.float64).T
A = torch.tensor([[1, 1, 1, 0], [0, 1, -1, -1]], dtype=torch.float64).T


def kernel_transform(g: Any) -> Any:
    """`G g`, or `G g G^T`."""
    return _from_both_sides(G, _tensor(g))


def data_transform(d: Any) -> Any:
    """`B^T d`, or `B^T d B`."""
    return _from_both_sides(B.T, _tensor(d))


def tile_transforms(x: Any) -> Any:
    """Windows of 4, two cells apart, times B."""
    return (_tensor(x).unfold(0, 4, 2) @ B).numpy()


def products(u: Any, v: Any) -> Any:
    """`torch.mul`, which repeats the kernel for each tile."""
    return torch.mul(_tensor(u), _tensor(v)).numpy()


def output_transform(m: Any) -> Any:
    """`A^T m`, or `A^T m A`."""
    return _from_both_sides(A.T, _tensor(m))


def tile_outputs(m: Any) -> Any:
    """Each tile times A."""
    return (_tensor(m) @ A).flatten().numpy()


def direct_of_vector(length: int) -> int:
    """The cells of all windows of 3."""
    return torch.zeros(length).unfold(0, 3, 1).numel()


def fast_of_vector(length: int) -> int:
    """The cells of all windows of 4 that begin at every second output."""
    return sum(4 for _ in range(0, length - 2, 2))


def direct_of_layer(height: int, width: int, inputs: int, outputs: int) -> int:
    """What a convolution of ones with ones adds up, where nothing is padded."""
    maps = torch.ones(1, inputs, height + 2, width + 2, dtype=torch.float64)
    kernels = torch.ones(outputs, inputs, 3, 3, dtype=torch.float64)
    return int(functional.conv2d(maps, kernels).sum().item())


def fast_of_layer(height: int, width: int, inputs: int, outputs: int, tile: int) -> int:
    """A walk over the corners of the tiles."""
    corners = [(r, c) for r in range(0, height, tile) for c in range(0, width, tile)]
    cells = torch.empty(len(corners), inputs, outputs, tile + 2, tile + 2, device="meta")
    return cells.numel()


def times_fewer_products(direct: int, fast: int) -> Any:
    """By what the second number is to be multiplied."""
    return direct * Fraction(1, fast)


def _from_both_sides(matrix: Tensor, x: Tensor) -> Any:
    return (matrix @ x if x.ndim == 1 else matrix @ x @ matrix.T).numpy()


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))
