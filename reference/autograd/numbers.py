"""What this engine's operations share: tensors from numbers and back, gradients, refusals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor

from reference.errors import ShapeError

# What is checked is small: more threads only wait for each other. It holds for the whole process.
torch.set_num_threads(1)


@contextmanager
def torch_refusals() -> Iterator[None]:
    """Turns what PyTorch refuses inside of the `with` into a ShapeError."""
    try:
        yield
    except (RuntimeError, ValueError, IndexError) as error:
        raise ShapeError(f"PyTorch needs other shapes: {error}") from error


def tensor(x: Any) -> Tensor:
    """Numbers of any kind as a new tensor of float64."""
    return torch.tensor(np.asarray(x, dtype=np.float64))


def leaf(*shape: int) -> Tensor:
    """Zeros by which autograd can differentiate: for what is linear, the point does not matter."""
    return torch.zeros(shape, dtype=torch.float64, requires_grad=True)


def meta(*shape: int) -> Tensor:
    """A tensor that has a shape and no numbers."""
    return torch.empty(shape, device="meta")


def given(x: Tensor) -> Any:
    """What goes back: an array, or a Python number for a tensor without axes."""
    values = x.detach().numpy().copy()
    return values if values.ndim else values.item()


def gradient(result: Tensor, by: Tensor, dq: Any) -> Tensor:
    """Autograd of `result` by a tensor; dq has the shape of `result`. Raises ShapeError."""
    upstream = tensor(dq)
    if upstream.shape != result.shape:
        raise ShapeError(f"the result is {tuple(result.shape)}, its gradient {upstream.shape}")
    (found,) = torch.autograd.grad(result, by, upstream)
    return found


def ints(value: Any, axes: int) -> tuple[int, ...]:
    """One number per axis, from one for all or from a sequence."""
    return tuple(int(v) for v in np.broadcast_to(np.asarray(value), (axes,)))
