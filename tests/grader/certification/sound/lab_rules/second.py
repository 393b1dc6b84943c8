"""The rules once more, in other words."""

from __future__ import annotations

from fractions import Fraction
from typing import Any


def adaptive_max(x: Any, regions: int) -> Any:
    """Cell j of N is in region i of q if the intervals (j, j + 1) and (i, i + 1) N / q overlap."""
    width = Fraction(len(x), regions)
    return [
        max(v for j, v in enumerate(x) if j < (i + 1) * width and j + 1 > i * width)
        for i in range(regions)
    ]


def product(weights: Any, vector: Any) -> Any:
    """Row by row, number by number."""
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in weights]


def memory(vector: Any, product: Any) -> int:
    """Four bytes for each number, counted."""
    return sum(1 for number in (*vector, *product) for byte in range(4))
