"""Separable kernels, by the rank and the singular value decomposition."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
import torch

from reference.autograd.numbers import given, tensor, torch_refusals


def is_separable(kernel: Any) -> bool:
    """`matrix_rank`, to the precision of float64."""
    return int(torch.linalg.matrix_rank(tensor(kernel))) == 1


def separability(kernel: Any) -> str:
    """Whether `matrix_rank` is 1."""
    return {True: "yes", False: "no"}[is_separable(kernel)]


def column_factor(kernel: Any) -> Any:
    """The first left singular vector, scaled to whole numbers."""
    if not is_separable(kernel):
        raise ValueError("a kernel of rank one is needed")
    vector = torch.linalg.svd(tensor(kernel)).U[:, 0].numpy()
    first = vector[np.flatnonzero(abs(vector) > 1e-9)[0]]
    ratios = [Fraction(float(v / first)).limit_denominator(10_000) for v in vector]
    whole = [r * lcm(*(r.denominator for r in ratios)) for r in ratios]
    return np.array([float(v) for v in whole])


def row_factor(kernel: Any, column: Any) -> Any:
    """The least-squares solution for the row."""
    cells, heights = tensor(kernel), tensor(column).reshape(-1, 1)
    with torch_refusals():
        row = torch.linalg.lstsq(heights, cells).solution
    if not torch.allclose(heights @ row, cells):
        raise ValueError("the kernel is no outer product of this column and a row")
    return given(row[0])
