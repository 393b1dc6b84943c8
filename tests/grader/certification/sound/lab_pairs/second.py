"""The rules once more, in other words."""

from __future__ import annotations

from typing import Any

import numpy as np


def pair_maxima(x: Any) -> Any:
    """The last of each pair once it is sorted."""
    return np.sort(np.reshape(x, (-1, 2)), axis=1)[:, -1]


def whole_sum(r: Any) -> int:
    """Counted up, one number after the other."""
    total = 0
    for number in r:
        total += int(number)
    return total
