"""The second statements of the rules: by lists of all places, and PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def wrong_line(lines: Sequence[Any], printed: Sequence[Any]) -> int:
    """The least of the numbers of all lines that differ."""
    return min(n + 1 for n in range(len(printed)) if np.any(np.subtract(lines[n], printed[n])))


def total_of_lines(lines: Sequence[Any]) -> int:
    """One after another."""
    total = 0
    for line in lines:
        total += int(line)
    return total


def wrong_row(q: Any, printed: Any) -> int:
    """The first row of the difference of the maps that is not all zeros."""
    difference = np.asarray(q, dtype=np.float64) - np.asarray(printed, dtype=np.float64)
    return int(np.argmax(np.abs(difference).sum(axis=1) > 0)) + 1


def cell_of_map(x: Any, w: Any, row: int, column: int) -> Any:
    """A cell of PyTorch's convolution, which does not flip."""
    cells, kernel = (torch.tensor(np.asarray(each, dtype=np.float64)) for each in (x, w))
    return functional.conv2d(cells[None, None], kernel[None, None])[
        0, 0, row - 1, column - 1
    ].item()
