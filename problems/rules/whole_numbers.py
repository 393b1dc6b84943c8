"""What becomes of decimals in an array of the input's own type, if that holds whole numbers."""

from __future__ import annotations

from typing import Any

import numpy as np


def is_whole(x: Any) -> bool:
    """Whether an array holds integers, whatever their number of bits."""
    return np.asarray(x).dtype.kind in "iu"


def kept_as(x: Any, value: Any) -> Any:
    """An array ``value`` of any shape as one of the type of x keeps it: integers lose decimals."""
    return np.trunc(value) if is_whole(x) else value
