"""The second statements of the rules: PyTorch's operations, or cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def shifted(x: Any, by: int) -> Any:
    """Zeros are put in front, and as many cells cut off behind, by `pad`."""
    return functional.pad(_tensor(x), (by, -by)).numpy()


def rolled(x: Any, by: int) -> Any:
    """`torch.roll`."""
    return torch.roll(_tensor(x), by).numpy()


def turned(x: Any, turns: int) -> Any:
    """Quarter by quarter: the columns of the map, from the last to the first, become its rows."""
    rows = [list(row) for row in np.asarray(x, dtype=object)]
    for _ in range(turns):
        rows = [list(column) for column in zip(*rows, strict=True)][::-1]
    return np.array(rows, dtype=object)


def doubled(x: Any) -> Any:
    """`interpolate` to the nearest cell."""
    return functional.interpolate(_tensor(x)[None, None], scale_factor=2.0)[0, 0].numpy()


def maxima(maps: Sequence[Any]) -> Any:
    """Max-poolings with windows as long as the vectors."""
    return np.array([functional.max_pool1d(_tensor(x)[None], len(x)).item() for x in maps])


def follows(changed: Any, expected: Any, if_so: str, if_not: str) -> tuple[str, str]:
    """Cell by cell."""
    here, there = (np.asarray(each, dtype=object) for each in (changed, expected))
    if here.shape != there.shape:
        return ("no", if_not)
    differ = [a for a, b in zip(here.ravel(), there.ravel(), strict=True) if a - b]
    return ("no", if_not) if differ else ("yes", if_so)


def _tensor(x: Any) -> torch.Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))
