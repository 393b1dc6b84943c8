"""Exact values as plain data for JSON."""

from __future__ import annotations

from typing import Any

import numpy as np


def plain_data(value: Any) -> Any:
    """Whole numbers as they are, other exact values as strings (``"1/2"``, ``"log(2)"``).

    Tensors and shapes are lists.
    """
    if isinstance(value, tuple):
        return [plain_data(part) for part in value]
    if isinstance(value, np.ndarray):
        return plain_data(value.item()) if value.ndim == 0 else [plain_data(part) for part in value]
    if isinstance(value, np.generic):
        return plain_data(value.item())
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value)
    return int(text) if text.removeprefix("-").isdigit() else text
