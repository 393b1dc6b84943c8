"""Marks as numbers: exact where they are reckoned with, and at most two decimals where shown.

A mark in a result is a float: 5 of 9 cells earn 10 · 5/9 of 10 points, which no float is. Sums of
such parts are off by some 1e-15; what is said here is not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

_DECIMALS = 9
_MOST_PARTS = 10**6


def total(marks: Iterable[float]) -> float:
    """The sum of marks, of which three thirds are 1."""
    return round(math.fsum(marks), _DECIMALS)


def exact(mark: float) -> Fraction:
    """The number that a mark stands for: of those with at most a million parts, the nearest."""
    return Fraction(mark).limit_denominator(_MOST_PARTS)


def rounded(mark: float | Fraction) -> Fraction:
    """A mark to two decimals; what lies between two is rounded up."""
    hundredths = (exact(mark) if isinstance(mark, float) else Fraction(mark)) * 100
    return Fraction(math.floor(hundredths + Fraction(1, 2)), 100)


@lru_cache(maxsize=4096)  # the same few marks are told again and again
def written(mark: float | Fraction) -> str:
    """A mark in at most two decimals: ``2.67``, ``9``."""
    return f"{float(rounded(mark)):.2f}".rstrip("0").rstrip(".")
