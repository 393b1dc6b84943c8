"""Counts as tools print them: rounded, with a unit."""

from __future__ import annotations

from functools import wraps
from typing import Any

from problems.rule import Function, NotApplicableError, Slip

_PLACES = (6, 5, 4, 3, 7, 2, 1)
"""Zeros at the end of a rounded count: of 10 M, 10.3 M, 10.26 M, 10.264 M and so on."""


def count_rounded(count: Function) -> Slip:
    """A count of operations that is rounded to so many million or thousand.

    ``count`` works out the exact number, and names what it takes. So print fvcore, ptflops and
    torchinfo (``10.26 M``).
    """

    def to(places: int) -> Function:
        @wraps(count)
        def rounded(*args: Any, **inputs: Any) -> int:
            exact = count(*args, **inputs)
            found = round(exact, -places)
            if found in (exact, 0):
                raise NotApplicableError("a count is needed that rounding changes")
            return int(found)

        return rounded

    first, *others = map(to, _PLACES)
    return Slip("count-rounded", first, other_ways=tuple(others), last_resort=True)
