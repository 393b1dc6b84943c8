"""Formulas: short exact expressions in named variables, such as ``m*n - k + 1``.

A rule whose function is generic over the number type gives a formula when it is applied to
variables, as it gives a number when it is applied to numbers; so do its slips. ``//`` rounds down,
and so does ``math.floor``; ``math.ceil`` rounds up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from numbers import Rational
from typing import Any, Literal, TypeAlias

from problems.frozen import frozen

__all__ = [
    "MOST_EXPONENT",
    "Formula",
    "Operation",
    "Operator",
    "as_formula",
    "combined",
    "is_exponent",
    "variable",
]

MOST_EXPONENT = 64

Operator: TypeAlias = Literal["+", "-", "*", "/", "//", "^", "floor", "ceil"]
"""``-`` takes one operand or two; ``^`` a whole number on its right."""

_SUM, _PRODUCT, _SIGNED, _POWER, _ATOM = range(1, 6)
_BINDING: Mapping[Operator, int] = {
    **{"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "//": _PRODUCT, "^": _POWER},
    **{"floor": _ATOM, "ceil": _ATOM},
}


@frozen
class Operation:
    """An operator, and what it is applied to."""

    operator: Operator
    operands: tuple[Formula, ...]


@frozen
class Formula:
    """A number, a variable's name, or an operation: equal to another if it is written alike.

    Compare values to compare what is meant. A formula is neither true nor false, so that a rule
    that branches on one fails aloud and does not take one of its branches for all values.
    """

    tree: Fraction | str | Operation

    def value(self, at: Mapping[str, int]) -> Fraction:
        """The exact value where the variables have these values.

        Raises ZeroDivisionError where a divisor is 0, and KeyError for a variable without a value.
        """
        match self.tree:
            case Fraction():
                return self.tree
            case str():
                return Fraction(at[self.tree])
            case Operation(operator, operands):
                return _worked_out(operator, [each.value(at) for each in operands])

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names of the variables that it is written with."""
        match self.tree:
            case str():
                return frozenset([self.tree])
            case Operation(_, operands):
                return frozenset().union(*(each.variables for each in operands))
        return frozenset()

    @property
    def number(self) -> Fraction | None:
        """The number that it is; None if it is more than a number."""
        return self.tree if isinstance(self.tree, Fraction) else None

    def __str__(self) -> str:
        """The text that a student would type: ``(n + 2*p - k)//s + 1``."""
        match self.tree:
            case Fraction() | str():
                return str(self.tree)
            case Operation("-", (x,)):
                return f"-{x._bracketed(_SIGNED)}"
            case Operation(("floor" | "ceil") as name, (x,)):
                return f"{name}({x})"
            case Operation("^", (x, y)):
                return f"{x._bracketed(_ATOM)}^{y._bracketed(_SIGNED)}"
            case Operation(("+" | "-") as sign, (x, y)):
                return f"{x} {sign} {y._bracketed(_SUM if sign == '+' else _PRODUCT)}"
            case Operation(sign, (x, y)):
                return f"{x._bracketed(_PRODUCT)}{sign}{y._bracketed(_SIGNED)}"
        raise TypeError(f"no formula has the tree {self.tree!r}")

    def _bracketed(self, at_least: int) -> str:
        return f"({self})" if self._binding < at_least else str(self)

    @property
    def _binding(self) -> int:
        """How tightly its text holds."""
        match self.tree:
            case str():
                return _ATOM
            case Fraction() as number if number.denominator != 1:
                return _PRODUCT
            case Fraction() as number:
                return _SIGNED if number < 0 else _ATOM
            case Operation("-", (_,)):
                return _SIGNED
            case Operation(operator, _):
                return _BINDING[operator]

    def __bool__(self) -> bool:
        raise TypeError(f"the formula {self} is neither true nor false")

    def __neg__(self) -> Formula:
        return combined("-", self)

    def __pos__(self) -> Formula:
        return self

    def __add__(self, other: Any) -> Formula:
        return _applied("+", self, other)

    def __radd__(self, other: Any) -> Formula:
        return _applied("+", other, self)

    def __sub__(self, other: Any) -> Formula:
        return _applied("-", self, other)

    def __rsub__(self, other: Any) -> Formula:
        return _applied("-", other, self)

    def __mul__(self, other: Any) -> Formula:
        return _applied("*", self, other)

    def __rmul__(self, other: Any) -> Formula:
        return _applied("*", other, self)

    def __truediv__(self, other: Any) -> Formula:
        return _applied("/", self, other)

    def __rtruediv__(self, other: Any) -> Formula:
        return _applied("/", other, self)

    def __floordiv__(self, other: Any) -> Formula:
        return _applied("//", self, other)

    def __rfloordiv__(self, other: Any) -> Formula:
        return _applied("//", other, self)

    def __pow__(self, exponent: Any) -> Formula:
        return _applied("^", self, exponent)

    def __floor__(self) -> Formula:
        match self.tree:
            case Operation("/", (x, y)):
                return combined("//", x, y)
        return combined("floor", self)

    def __ceil__(self) -> Formula:
        return combined("ceil", self)

    __array_ufunc__ = None  # numbers of NumPy's leave arithmetic to the formula


def variable(name: str) -> Formula:
    """A variable by its name."""
    return Formula(name)


def as_formula(value: Any) -> Formula | None:
    """A formula, or a rational as one; None for anything else."""
    if isinstance(value, Formula):
        return value
    if isinstance(value, Rational) and not isinstance(value, bool):
        return Formula(Fraction(int(value.numerator), int(value.denominator)))
    return None


def _applied(operator: Operator, *values: Any) -> Formula:
    operands = [as_formula(value) for value in values]
    if None in operands:
        return NotImplemented  # type: ignore[no-any-return]  # Python then says what is amiss
    return combined(operator, *(each for each in operands if each is not None))


def combined(operator: Operator, *operands: Formula) -> Formula:
    """An operator at its operands, worked out where these are numbers or leave nothing to do.

    Raises ZeroDivisionError for a divisor that is the number 0, and ValueError for an exponent that
    is no whole number, or one that is beyond ``MOST_EXPONENT``.
    """
    numbers = [each.number for each in operands]
    if operator == "^" and not is_exponent(operands[1]):
        raise ValueError(
            f"an exponent has to be a whole number from -{MOST_EXPONENT} to {MOST_EXPONENT}, "
            f"but {operands[1]} came"
        )
    if operator in ("/", "//") and numbers[1] == 0:
        raise ZeroDivisionError(f"{operands[0]} is divided by 0")
    if all(number is not None for number in numbers):
        known = [number for number in numbers if number is not None]
        return Formula(_worked_out(operator, known))
    simple = _simple(operator, operands, numbers)
    return Formula(Operation(operator, operands)) if simple is None else simple


def is_exponent(formula: Formula) -> bool:
    """Whether a formula is a whole number that is small enough to be an exponent."""
    number = formula.number
    return number is not None and number.denominator == 1 and abs(number) <= MOST_EXPONENT


def _simple(
    operator: Operator, operands: Sequence[Formula], numbers: Sequence[Fraction | None]
) -> Formula | None:
    """What is left of an operation with a 0, a 1 or a sign too many; None if all of it is."""
    match operator, operands, numbers:
        case ("+", [x, _], [_, 0]) | ("-", [x, _], [_, 0]):
            return x
        case ("+", [_, x], [0, _]) | ("*", [_, x], [1, _]):
            return x
        case (("*" | "/" | "^"), [x, _], [_, 1]):
            return x
        case ("*", _, [0, _]) | ("*", _, [_, 0]) | (("/" | "//"), _, [0, _]):
            return Formula(Fraction(0))
        case "^", _, [_, 0]:
            return Formula(Fraction(1))
        case "-", [x, y], [0, _]:
            return -y
        case (("+" | "-"), [x, y], [_, Fraction() as number]) if number < 0:
            return x - Formula(-number) if operator == "+" else x + Formula(-number)
        case "-", [Formula(tree=Operation("-", (x,)))], _:
            return x
        case "+", [x, Formula(tree=Operation("-", (y,)))], _:
            return x - y
        case "-", [x, Formula(tree=Operation("-", (y,)))], _:
            return x + y
        case "//", [x, _], [_, 1]:
            return combined("floor", x)
    return None


def _worked_out(operator: Operator, numbers: Sequence[Fraction]) -> Fraction:
    match operator, numbers:
        case "+", [x, y]:
            return x + y
        case "-", [x]:
            return -x
        case "-", [x, y]:
            return x - y
        case "*", [x, y]:
            return x * y
        case "/", [x, y]:
            return x / y
        case "//", [x, y]:
            return Fraction(x // y)
        case "^", [x, y]:
            return Fraction(x**y.numerator)
        case "floor", [x]:
            return Fraction(math.floor(x))
        case "ceil", [x]:
            return Fraction(math.ceil(x))
    raise TypeError(f"{operator!r} does not take {len(numbers)} operands")
