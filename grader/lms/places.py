"""Numbers as systems read them: decimals of twelve places, as whole numbers of the last one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from grader.messages.numbers import number_in_words
from problems.sentences import Language

PLACES = 12
ONE: int = 10**PLACES
_EXACT = 1000.0
"""Floats below this have their twelfth place as exactly as they have any."""


def in_places(value: Any) -> int:
    """An integer, a rational or a float, to twelve places.

    Raises OverflowError or ValueError for a float that is not finite.
    """
    kind = type(value)
    if kind is int:  # as most are
        return int(value) * ONE
    if kind is float and -_EXACT < value < _EXACT:
        places: float = value * ONE
        return round(places)
    exact: Fraction = value if kind is Fraction else Fraction(value)
    scaled, rest = divmod(exact.numerator * ONE, exact.denominator)
    return scaled + (2 * rest >= exact.denominator)


def decimal(number: int) -> str:
    """A number in digits, without an exponent and without idle zeros: ``-0.25``."""
    digits = f"{abs(number):0{PLACES + 1}d}"
    text = f"{digits[:-PLACES]}.{digits[-PLACES:]}".rstrip("0").rstrip(".")
    return f"-{text}" if number < 0 else text


def sign_of_decimals(language: Language) -> str:
    """What stands before the decimals in a language: a point or a comma."""
    return number_in_words(Fraction(1, 2), language)[1]


def as_written(number: str, language: Language) -> str:
    """A decimal in digits as a language has it: ``0.005`` or ``0,005``."""
    return number.replace(".", sign_of_decimals(language))
