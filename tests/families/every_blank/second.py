"""The rules once more, in other words: counted cell by cell, window by window."""

from __future__ import annotations

from fractions import Fraction
from typing import Any


def scaled(maps: Any, factor: int) -> Any:
    """Each cell added to itself as often as the factor says."""
    return [[[sum([cell] * factor) for cell in row] for row in one] for one in maps]


def share(maps: Any) -> float:
    """One over the sum of all, in units of the first cell."""
    first = maps[0][0][0]
    return float(1 / sum(Fraction(int(c), int(first)) for one in maps for row in one for c in row))


def pooled(maps: Any, pooling: str) -> Any:
    """The last of each row once it is sorted, or the middle about which its cells balance."""
    if pooling == "max":
        return [[sorted(row)[-1] for row in one] for one in maps]
    return [[_balance(list(row)) for row in one] for one in maps]


def _balance(row: list[int]) -> Fraction:
    return row[0] + sum((Fraction(cell - row[0], len(row)) for cell in row), Fraction())


def pooled_shape(maps: Any) -> tuple[int, ...]:
    """The maps and the rows of one, counted."""
    return sum(1 for _ in maps), sum(1 for _ in maps[0])


def kind_of_pooling(pooling: str) -> str:
    """One of the two that there are."""
    return {kind: kind for kind in ("max", "mean")}[pooling]


def keeps_size(kernel: int, stride: int, padding: int) -> tuple[str, str]:
    """Windows counted on inputs of several sizes."""
    sizes = range(kernel, kernel + 5)
    if all(_windows(size + 2 * padding, kernel, stride) == size for size in sizes):
        return "yes", "padded"
    if any(
        _windows(size + 2 * padding, kernel, 1) > _windows(size + 2 * padding, kernel, stride)
        for size in sizes
    ):
        return "no", "strided"
    return "no", "cut"


def output_size(size: int, kernel: int, stride: int) -> int:
    """The windows, counted."""
    return _windows(size, kernel, stride)


def _windows(size: int, kernel: int, stride: int) -> int:
    return sum(1 for start in range(0, size, stride) if start + kernel <= size)


def layer_cost(out: int, kernel: int) -> int:
    """Row by row of the kernel, for all outputs."""
    return sum(out * out * kernel for _ in range(kernel))
