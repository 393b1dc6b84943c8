"""Padding by `functional.pad`, axis by axis, and its gradient."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reference.autograd.numbers import given, gradient, leaf, tensor, torch_refusals
from reference.errors import ShapeError

_TORCH_MODES = {
    "zero": "constant",
    "edge": "replicate",
    "reflect": "reflect",
    "circular": "circular",
}


def pad(x: Any, padding: Any, mode: str = "zero", axes: Sequence[int] | None = None) -> Any:
    """`functional.pad`, axis by axis."""
    return given(padded(tensor(x), padding, mode, axes))


def pad_gradient(
    dq: Any,
    x_shape: Sequence[int],
    padding: Any,
    mode: str = "zero",
    axes: Sequence[int] | None = None,
) -> Any:
    """Autograd of `functional.pad`."""
    x = leaf(*x_shape)
    return given(gradient(padded(x, padding, mode, axes), x, dq))


def padded(x: Tensor, padding: Any, mode: str, axes: Sequence[int] | None) -> Tensor:
    """The tensor padded along `axes`; without them, along as many last ones as are meant."""
    widths: Any = np.asarray(padding)
    if axes is None:
        count = min(x.ndim, 2 if widths.ndim == 0 else len(widths))
        axes = range(x.ndim - count, x.ndim)
    if widths.ndim == 1 and not (len(axes) == 1 and len(widths) == 2):
        widths = widths[:, None]
    for axis, (before, after) in zip(axes, np.broadcast_to(widths, (len(axes), 2)), strict=True):
        x = _pad_last(x.movedim(axis, -1), int(before), int(after), mode).movedim(-1, axis)
    return x


def _pad_last(x: Tensor, before: int, after: int, mode: str) -> Tensor:
    """Pad the last axis of a tensor of any shape."""
    rows = x.reshape(1, -1, x.shape[-1])
    if mode == "mirror":  # PyTorch has none: pieces of the mirrored row on both sides
        back = rows.flip(-1)
        if max(before, after) > x.shape[-1]:
            raise ShapeError(f"{x.shape[-1]} cells cannot be mirrored {before} and {after} wide")
        rows = torch.cat([back[..., x.shape[-1] - before :], rows, back[..., :after]], dim=-1)
    elif mode in _TORCH_MODES:
        with torch_refusals():
            rows = functional.pad(rows, (before, after), _TORCH_MODES[mode])
    else:
        raise ValueError(f"unknown padding mode {mode!r}")
    return rows.reshape(*x.shape[:-1], rows.shape[-1])
