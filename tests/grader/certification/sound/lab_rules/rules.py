"""The rules of the family, and their mistakes."""

from __future__ import annotations

from typing import Any

import numpy as np

from problems.rule import Rule, Slip


def adaptive_max(x: Any, regions: int) -> Any:
    """(N,) -> (regions,): region i goes from floor(i N / q) to ceil((i + 1) N / q)."""
    n = len(x)
    edges = [(i * n // regions, -(-(i + 1) * n // regions)) for i in range(regions)]
    return np.array([max(x[a:b]) for a, b in edges], dtype=object)


def product(weights: Any, vector: Any) -> Any:
    """(O, I) times (I,)."""
    return np.asarray(weights) @ np.asarray(vector)


def memory(vector: Any, product: Any) -> int:
    """Bytes of two vectors of numbers of four bytes each."""
    return 4 * (len(vector) + len(product))


ADAPTIVE_MAX = Rule(
    "adaptive-max",
    adaptive_max,
    slips=(Slip("first-of-region", lambda x, regions: x[:regions]),),
)

PRODUCT = Rule(
    "lab-product",
    product,
    slips=(
        Slip("product-transposed-signs", lambda weights, vector: -product(weights, vector)),
        Slip("product-of-absolutes", lambda weights, vector: product(abs(weights), vector)),
    ),
    operations=lambda weights: np.size(weights),
)

MEMORY = Rule(
    "lab-memory",
    memory,
    slips=(Slip("only-one-vector", lambda vector: 4 * len(vector)),),
)
