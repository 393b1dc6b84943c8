"""The rules of the family, and their mistakes."""

from __future__ import annotations

from typing import Any

import numpy as np

from problems.rule import Rule, Slip


def pair_maxima(x: Any) -> Any:
    """(2 N,) -> (N,): the larger number of each pair."""
    return np.array([max(x[i], x[i + 1]) for i in range(0, len(x), 2)], dtype=object)


def whole_sum(r: Any) -> int:
    """The sum of whole numbers."""
    return int(sum(r))


def tie(x: Any) -> str | None:
    """Pairs of equal numbers."""
    return "tie" if any(x[i] == x[i + 1] for i in range(0, len(x), 2)) else None


PAIR_MAXIMA = Rule(
    "pair-maxima",
    pair_maxima,
    slips=(
        Slip("minimum-for-maximum", lambda x: -pair_maxima(-x)),
        Slip("first-of-pair", lambda x: np.array(x[::2], dtype=object)),
    ),
    degenerate=tie,
)

SUM = Rule(
    "whole-sum",
    whole_sum,
    slips=(
        Slip("last-left-out", lambda r: int(sum(r[:-1]))),
        Slip("one-too-many", lambda r: int(sum(r)) + 1),
    ),
)
