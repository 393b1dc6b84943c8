"""Decimals in place of fractions: whether a number is another one that was rounded."""

from __future__ import annotations

from fractions import Fraction
from math import floor, isfinite, log10
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.forms import Decimal, Form, Rational, agree, cells_that_agree

_NEAR = 0.006
"""How far off a fraction that was rounded to two places may be.

That is 0.005, or, where it was rounded to more places before, 0.00556 at most; the rest is room for
floats.
"""
_LEAST_PLACES = 2
_LEAST_DIGITS = 3
_SIMPLE = 20  # the largest denominator of a fraction that small whole numbers make
_MOST_PLACES = 15  # of a float
_NEAREST = 1e-9
_HALF_A_TENTH = 0.05 * (1 + 1e-9)  # where floats are at the edge
_AT_MOST = Decimal(tolerance=0.6)
"""Half of a whole number, rounded more than once, and room: what is further off was not rounded."""
_TWICE = Fraction(10, 9)  # 0.5 + 0.05 + ... of the last place, where it was rounded more than once


def is_near(form: Form, found: Any, value: Any) -> bool:
    """Whether a number, or tensor, is a fraction that was rounded to two places or more.

    Cells that need no rounding have to be exact, and nothing that is not 0 is rounded to 0.
    """
    if not isinstance(form, Rational) or not agree(Decimal(tolerance=_NEAR), found, value):
        return False
    was_rounded = ~exact_cells(form, found, value)
    return _leave_something(np.asarray(found)[was_rounded], np.asarray(value)[was_rounded])


def is_rounded(form: Form, found: Any, value: Any) -> bool:
    """Whether a number, or tensor, is what a fraction is in decimals, as it was written.

    A number of two places is within half of the second place, one of four within half of the
    fourth; or it is the fraction to three significant digits or more. So of two fractions that are
    near to each other, one is meant by a number of enough places. Cells that need no rounding have
    to be exact, and nothing that is not 0 is rounded to 0.
    """
    if not isinstance(form, Rational) or not agree(_AT_MOST, found, value):
        return False
    cells = cells_that_agree(form, found, value)
    if cells is None or not _are_rational(value):
        return False
    pairs = np.asarray(found, object)[~cells], np.asarray(value, object)[~cells]
    return bool(pairs[0].size) and _leave_something(*pairs) and all(map(_is_rounded, *pairs))


def are_decimals_of(form: Form, found: Any, value: Any) -> bool:
    """Whether a number or a shape, not all of it whole, is another one in decimals."""
    if isinstance(found, tuple):
        if not isinstance(value, tuple) or len(found) != len(value):
            return False
        found, value = np.array(found, object), np.array(value, object)
    return is_rounded(Rational(), found, value)


def is_in_tenths(form: Form, found: Any) -> bool:
    """Whether a number is among those found that has one place, so that it may be coarse."""
    if not isinstance(form, Rational | Decimal):
        return False
    numbers = np.asarray(found, object).ravel().tolist()
    try:
        return any(type(n) is not int and _is_decimal(n) and _has_one_place(n) for n in numbers)
    except OverflowError:  # of a number beyond all floats
        return True


def _has_one_place(number: float | Fraction) -> bool:
    tenths = float(number) * 10
    if abs(tenths - round(tenths)) > _NEAREST * (1 + abs(tenths)):
        return False
    exactly = Fraction(str(number)) * 10
    return exactly.denominator == 1 and int(exactly) % 10 != 0


def is_coarse(form: Form, found: Any, value: Any) -> bool:
    """Whether a number, or tensor, is a value that was rounded to one place only: 0.7 for 0.665.

    So it is wrong where decimals were asked for, or fractions. A cell may have been rounded to a
    whole number so (0.04 to 0.0), if another one shows the place.
    """
    if not isinstance(form, Rational | Decimal):
        return False
    cells = cells_that_agree(form, found, value)
    if cells is None or cells.all():
        return False
    numbers = np.asarray(found, object)[~cells]
    tenths = [Fraction(str(number)) * 10 for number in numbers.flat if _is_decimal(number)]
    if len(tenths) < numbers.size or any(number.denominator != 1 for number in tenths):
        return False
    pairs = zip(tenths, np.asarray(value, object)[~cells].flat, strict=True)
    return any(int(number) % 10 for number in tenths) and all(
        abs(float(number) / 10 - float(right)) <= _HALF_A_TENTH for number, right in pairs
    )


def _is_decimal(number: Any) -> bool:
    """Whether it is a plain number, of which it is known how it was written."""
    return isinstance(number, int | float | Fraction) and isfinite(number)


def unrounded(form: Form, found: Any) -> Any:
    """The simple fractions that decimals were rounded from, if all cells are near some; else None.

    It is for what has more than one right value, so that there is none to compare with.
    """
    if not isinstance(form, Rational):
        return None
    cells = np.asarray(found, object)
    near = np.array([Fraction(cell).limit_denominator(_SIMPLE) for cell in cells.flat], object)
    value = near.reshape(cells.shape)
    return value if is_near(form, found, value) else None


def exact_cells(form: Form, found: Any, value: Any) -> NDArray[np.bool_]:
    """Which cells of an answer that is near a value are that value: truth values in its shape."""
    cells = cells_that_agree(form, found, value)
    assert cells is not None, "what is near a value has its shape"
    return cells


def _are_rational(value: Any) -> bool:
    return all(isinstance(cell, int | Fraction) for cell in np.asarray(value, object).flat)


def _leave_something(found: Any, values: Any) -> bool:
    """Whether there was something to round, and something is left of it."""
    return all(value != int(value) for value in values.flat) and bool(np.all(found != 0))


def _is_rounded(found: Any, value: Fraction) -> bool:
    number = Fraction(f"{found:.{_MOST_PLACES}g}") if isinstance(found, float) else Fraction(found)
    places = next((n for n in range(_MOST_PLACES) if (number * 10**n).denominator == 1), None)
    if places is None:  # a fraction that is none in decimals
        return False
    digits_before = floor(log10(abs(value))) + 1
    # Places beyond those that are written may have been zeros.
    places = max(places, min(_LEAST_PLACES, _LEAST_DIGITS - digits_before))
    return abs(number - value) <= Fraction(1, 2) * _TWICE / Fraction(10) ** places
