"""Pooling of a whole map, and its gradients."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reference.autograd.numbers import given, gradient, leaf, tensor


def global_max(x: Any) -> Any:
    """`amax`."""
    return given(_rows(tensor(x)).amax(-1))


def global_mean(x: Any) -> Any:
    """`mean`."""
    return given(_rows(tensor(x)).mean(-1))


def global_max_gradient(x: Any, dq: Any) -> Any:
    """Autograd of a max-pooling with a window as large as the map."""
    image = tensor(x).requires_grad_()
    flat = image if image.ndim < 2 else image.flatten(-2)
    width = flat.shape[-1]
    q = functional.max_pool1d(flat.reshape(-1, 1, width), width).reshape(image.shape[:-2])
    return given(gradient(q, image, dq))


def global_mean_gradient(dq: Any, in_size: Any) -> Any:
    """Autograd of `mean`."""
    x = leaf(*np.shape(dq), *np.atleast_1d(in_size).tolist())
    return given(gradient(_rows(x).mean(-1), x, dq))


def global_max_subgradients(x: Any, dq: Any) -> tuple[Any, ...]:
    """Autograd of `amax` where one of the tied cells of each map is raised, and where none is."""
    image = tensor(x)
    rows = _rows(image).reshape(-1, max(_rows(image).shape[-1], 1))
    tied = [(row == row.amax()).nonzero().flatten() for row in rows]
    raised = torch.cartesian_prod(*tied).reshape(-1, len(rows))[:64]
    bumps = [functional.one_hot(cells, rows.shape[1]).reshape(image.shape) for cells in raised]
    if len(bumps) > 1:
        bumps.append(torch.zeros_like(bumps[0]))
    found = []
    for bump in bumps:
        bumped = (image + bump).requires_grad_()
        found.append(given(gradient(_rows(bumped).amax(-1), bumped, dq)))
    return tuple(found)


def _rows(x: Tensor) -> Tensor:
    """Each map as one row."""
    return x.flatten() if x.ndim < 3 else x.flatten(-2)
