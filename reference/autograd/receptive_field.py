"""Receptive fields: the cells that have a gradient from one output cell."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from reference.autograd.numbers import leaf, meta
from reference.geometry import Window


def receptive_field(rf_in: int, jump_in: int, kernel: int, dilation: int = 1) -> int:
    """Span of the gradient behind a layer of that field and jump, and this one."""
    return _field_and_jump([(rf_in, jump_in, 1), (kernel, 1, dilation)])[0]


def jump(jump_in: int, stride: int) -> int:
    """Distance between the supports of two neighbouring outputs."""
    return _field_and_jump([(1, jump_in, 1), (1, stride, 1)])[1]


def affine_receptive_field(rf_in: int, jump_in: int, map_size: int, in_size: int) -> int:
    """Span of the gradient of a kernel as large as the map, on the input with zeros after it.

    The fields of neighbours must touch (rf_in >= jump_in): a hole at the input's end is not seen.
    """
    windows = [(rf_in, jump_in, 1), (map_size, 1, 1)]
    x = leaf(in_size)
    room = max(_long_enough(windows, 1) - in_size, 0)
    first, last = _support(_through(functional.pad(x, (0, room)), windows)[0], x)
    return last - first + 1


def vector_field(rf_in: int) -> int:
    """Span of the gradient of a `linear` on numbers that each see as much of the input."""
    x = leaf(rf_in)
    seen = functional.linear(x, torch.ones(3, rf_in, dtype=x.dtype))
    first, last = _support(functional.linear(seen, torch.ones(1, 3, dtype=x.dtype))[0], x)
    return last - first + 1


def forward_analysis(windows: Sequence[Window]) -> tuple[tuple[int, int], ...]:
    """Field and jump of every stack of first layers."""
    plain = [(w.kernel, w.stride, w.dilation) for w in windows]
    return tuple(_field_and_jump(plain[: n + 1]) for n in range(len(plain)))


def backward_analysis(windows: Sequence[Window]) -> int:
    """Field of the whole stack."""
    return _field_and_jump([(w.kernel, w.stride, w.dilation) for w in windows])[0]


def _through(x: Tensor, windows: Sequence[tuple[int, int, int]]) -> Tensor:
    """Outputs of layers on an input (N,): (kernel, stride, dilation) of each, positive weights."""
    maps = x[None, None]
    for kernel, stride, dilation in windows:
        # Weights that sum to 1: no overflow however deep.
        weights = torch.full((1, 1, kernel), 1 / kernel, dtype=x.dtype, device=x.device)
        maps = functional.conv1d(maps, weights, stride=stride, dilation=dilation)
    return maps.flatten()


def _long_enough(windows: Sequence[tuple[int, int, int]], outputs: int) -> int:
    """An input length that leaves so many outputs, found by doubling."""
    length = 1
    while True:
        try:
            if len(_through(meta(length), windows)) >= outputs:
                return length
        except RuntimeError:  # the kernel is longer than the input
            pass
        length *= 2


def _support(output: Tensor, x: Tensor) -> tuple[int, int]:
    """First and last input cell that the output cell depends on."""
    (gradient,) = torch.autograd.grad(output, x, retain_graph=True)
    touched = gradient.nonzero().flatten()
    return int(touched[0]), int(touched[-1])


def _field_and_jump(windows: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    x = leaf(_long_enough(windows, 2))
    outputs = _through(x, windows)
    (first, last), (second, _) = _support(outputs[0], x), _support(outputs[1], x)
    return last - first + 1, second - first
