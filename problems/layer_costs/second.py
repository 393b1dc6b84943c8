"""The second statements of the rules: PyTorch's layers, or cells that are counted."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import torch
from torch import nn
from torch.nn import functional


def dense_connections(in_shape: Sequence[int], out_shape: Sequence[int]) -> int:
    """The weights of a `Linear` between the flattened values."""
    before, after = (torch.empty(*shape, device="meta") for shape in (in_shape, out_shape))
    return nn.Linear(before.numel(), after.numel(), bias=False, device="meta").weight.numel()


def local_connections(in_shape: Sequence[int], out_shape: Sequence[int], kernel: int) -> int:
    """The cells of a window of PyTorch's kernels, for each cell of the output."""
    axes = len(in_shape) - 1
    layer = (nn.Conv1d, nn.Conv2d)[axes - 1](in_shape[0], 1, kernel, bias=False, device="meta")
    outputs = torch.empty(*out_shape, device="meta")
    return sum(layer.weight.numel() for _ in range(out_shape[0])) * outputs[0].numel()


def times_fewer(more: int, fewer: int) -> Fraction:
    """The quotient by long division, of what is common to both."""
    a, b = more, fewer
    while b:
        a, b = b, a % b
    return Fraction(f"{more // a}/{fewer // a}")


def with_biases(connections: int, out_shape: Sequence[int]) -> int:
    """A weight per connection, and the numbers of a bias of the shape of the output."""
    bias = torch.empty(*out_shape, device="meta")
    return sum((connections, bias.numel()))


def plain_parameters(in_shape: Sequence[int], channels: int, kernel: int) -> int:
    """Numbers in the parameters of a `Conv2d` without bias."""
    layer = nn.Conv2d(in_shape[0], channels, kernel, bias=False, device="meta")
    return sum(p.numel() for p in layer.parameters())


def norm_learned(channels: int) -> int:
    """Numbers in the parameters of a `BatchNorm2d`."""
    return sum(p.numel() for p in nn.BatchNorm2d(channels, device="meta").parameters())


def norm_stored(channels: int) -> int:
    """Numbers in the state of a `BatchNorm2d`, the count of batches left out."""
    state = nn.BatchNorm2d(channels, device="meta").state_dict()
    return sum(value.numel() for value in state.values() if value.dim())


def arithmetic_operations(connections: int) -> int:
    """One by kind."""
    return sum(connections for _ in ("multiplication", "addition"))


def activation_bytes(out_shape: Sequence[int], images: int = 1, width: int = 4) -> int:
    """The size of a tensor whose numbers are so wide."""
    kinds = {1: torch.int8, 2: torch.float16, 4: torch.float32, 8: torch.float64}
    return torch.empty(images, *out_shape, dtype=kinds[width], device="meta").nbytes


def in_units(count: int, unit: int) -> float:
    """The whole units, and what part of one is left."""
    whole, rest = divmod(count, unit)
    return float(whole + Fraction(rest, unit))


def valid_size(size: int, kernel: int) -> int:
    """How many windows `unfold` finds."""
    return torch.empty(size, device="meta").unfold(0, kernel, 1).shape[0]


def same_shape(in_shape: Sequence[int], channels: int, stride: int) -> tuple[int, ...]:
    """The places where a kernel of one cell stands."""
    w = torch.empty(channels, in_shape[0], 1, 1, device="meta")
    x = torch.empty(1, *in_shape, device="meta")
    return tuple(functional.conv2d(x, w, stride=stride).shape[1:])


def same_before(size: int, kernel: int, stride: int) -> int:
    """Zeros are put behind and in front by turns until all windows are there; those in front."""
    return _zeros(size, kernel, stride)[0]


def same_after(size: int, kernel: int, stride: int) -> int:
    """Those behind; see `same_before`."""
    return _zeros(size, kernel, stride)[1]


def _zeros(size: int, kernel: int, stride: int) -> tuple[int, int]:
    windows = len(range(0, size, stride))
    zeros = [0, 0]
    while size + sum(zeros) < (windows - 1) * stride + kernel:
        zeros[1 if zeros[1] == zeros[0] else 0] += 1
    return zeros[0], zeros[1]


def pair_parameters(parameters: int, out_shape: Sequence[int]) -> int:
    """PyTorch's count of the last layer beside that of the shared one."""
    outputs = torch.Size(out_shape).numel()
    head = torch.nn.Linear(2 * outputs, 1, device="meta")
    return parameters + sum(each.numel() for each in head.parameters())
