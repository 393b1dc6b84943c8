"""Amounts as a lecturer writes them: numbers, shares, times. They are kept exactly."""

from __future__ import annotations

import math
import re
from datetime import timedelta
from fractions import Fraction

from grader.course.quoting import shown

_PERCENTAGE = re.compile(r"([0-9]+(?:\.[0-9]+)?)[ \t]*%")
_TIME = re.compile(r"([0-9]{1,6})[ \t]*(min|h|d|s)\b[ \t]*")
_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
MOST_TIME = timedelta(days=366)


class AmountError(ValueError):
    """No such amount: what was expected, and what came."""


def exact(number: float) -> Fraction:
    """The number that was typed: 0.1 is a tenth. Raises AmountError for what is none."""
    if isinstance(number, int):
        return Fraction(number)
    if not math.isfinite(number):
        raise AmountError(f"a number was expected, but {number} came")
    return Fraction(str(number))


def whole_hundredths(number: float, most: int) -> Fraction:
    """A number from 0 on with two decimals at most. Raises AmountError."""
    found = exact(number)
    if not 0 <= found <= most or (found * 100).denominator > 1:
        raise AmountError(
            f"a number from 0 to {most} with at most two decimals was expected, but "
            f"{shown(number)} came"
        )
    return found


def share(text: str) -> Fraction:
    """``"50%"`` is a half. Raises AmountError for what is none, and beyond 0% and 100%."""
    found = _PERCENTAGE.fullmatch(text.strip())
    if found is None or not 0 <= Fraction(found[1]) <= 100:
        raise AmountError(
            f'a share from 0% to 100% was expected, such as "50%", but {shown(text)} came'
        )
    return Fraction(found[1]) / 100


def duration(text: str) -> timedelta:
    """``"15min"``, ``"3d"``, ``"1d 12h"``. Raises AmountError for what is none."""
    left, seconds = text.strip(), 0
    while left and (found := _TIME.match(left)):
        seconds += int(found[1]) * _SECONDS[found[2]]
        left = left[found.end() :]
    if left or not text.strip() or seconds > MOST_TIME.total_seconds():
        raise AmountError(
            'a time of at most a year was expected, such as "15min", "36h" or "3d", '
            f"but {shown(text)} came"
        )
    return timedelta(seconds=seconds)
