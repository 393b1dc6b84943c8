"""Means and correlations of a class, with intervals of 95 %, from sums alone.

Of a share of marks the interval is that of Wilson for a proportion. Marks may be partial, and then
their variance is smaller than that of a proportion with the same mean (at most m (1 - m), which is
the inequality of Bhatia and Davis): the interval is, if anything, too wide. Of a correlation it is
that of Fisher's z, which supposes that many students were marked, and is an approximation.

Sources: Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference";
Bhatia & Davis 2000, "A Better Bound on the Variance"; Fisher 1921, "On the 'Probable Error' of a
Coefficient of Correlation Deduced from a Small Sample".
"""

from __future__ import annotations

import math
from typing import NamedTuple

Z = 1.959963984540054
"""What 95 % of a normal distribution lies within, in standard deviations."""
_LEAST = 4
"""With three pairs any line is a good one, and Fisher's interval has no width."""
_NOTHING = 1e-12


class Interval(NamedTuple):
    """Where a number lies with 95 %."""

    low: float
    high: float


def wilson(mean: float, number: int) -> Interval:
    """The interval of a mean share, between 0 and 1, of so many students (1 at least).

    Raises ValueError for anything else.
    """
    if number < 1 or not 0 <= mean <= 1:
        raise ValueError(f"a share of at least one student was expected, but {mean} of {number}")
    square = Z * Z
    middle = (mean + square / (2 * number)) / (1 + square / number)
    half = Z * math.sqrt(mean * (1 - mean) / number + square / (4 * number * number))
    half /= 1 + square / number
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def fisher(correlation: float, number: int) -> Interval | None:
    """The interval of a correlation of so many pairs; None where there is none.

    There is none for fewer than four pairs, and where all of them lie on one line.
    """
    if number < _LEAST or abs(correlation) >= 1 - _NOTHING:
        return None
    z, half = math.atanh(correlation), Z / math.sqrt(number - 3)
    return Interval(math.tanh(z - half), math.tanh(z + half))


class Pairs:
    """Sums of pairs of numbers that come one by one, from which their correlation follows.

    They are kept around the means, as Welford has it, so that nothing is lost where the numbers
    are large and near to each other.
    """

    __slots__ = ("_both", "_first", "_second", "mean", "mean_of_second", "number")

    def __init__(self) -> None:
        self.number = 0
        self.mean = self.mean_of_second = 0.0
        self._first = self._second = self._both = 0.0

    def add(self, first: float, second: float) -> None:
        """One more pair."""
        self.number += 1
        from_mean, from_mean_of_second = first - self.mean, second - self.mean_of_second
        self.mean += from_mean / self.number
        self.mean_of_second += from_mean_of_second / self.number
        self._first += from_mean * (first - self.mean)
        self._second += from_mean_of_second * (second - self.mean_of_second)
        self._both += from_mean * (second - self.mean_of_second)

    @property
    def correlation(self) -> float | None:
        """Between -1 and 1; None for fewer than four pairs, or where one of both never changes."""
        nothing = _NOTHING * max(self.number, 1)
        if self.number < _LEAST or self._first <= nothing or self._second <= nothing:
            return None
        found = self._both / math.sqrt(self._first * self._second)
        return max(-1.0, min(1.0, found))
