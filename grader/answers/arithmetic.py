"""Numbers as students write them: rational while that is exact, and else an operator's tree.

Nothing large is ever computed: what an operator would give is looked at first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import Literal, TypeAlias

from problems.frozen import frozen

__all__ = ["Irrational", "Number", "Operator", "Refusal", "combine", "text_of"]

MOST_DIGITS = 40
MOST_PLACES = 100
LARGEST: int = 10**MOST_DIGITS  # the size of a number
FINEST: int = 10**MOST_PLACES  # an exact denominator
MOST_EXPONENT = 64
MOST_OPERATIONS = 100  # one on top of another, on irrational numbers: trees are walked recursively
_MOST_POWER_BITS = 1_000  # beyond it a power is beyond the other limits, without computing it

Operator: TypeAlias = Literal[
    "e", "pi", "exp", "ln", "log2", "log10", "sqrt", "+", "-", "*", "/", "^"
]


@frozen
class Irrational:
    """A number that is not known to be rational: an operator, and what it is applied to.

    ``e`` and ``pi`` have no operand, the functions one, and ``-`` one or two. Two are equal if they
    are written alike: ``e/e`` is neither ``1`` nor ``pi/pi``; compare values to compare numbers.
    A rational with a denominator beyond the limits comes as one of these too.
    """

    operator: Operator
    operands: tuple[Fraction | Irrational, ...] = ()

    def value(self) -> float:
        """The nearest float that the math module gives, step by step.

        Raises OverflowError, ValueError or ZeroDivisionError if there is none; what ``read``
        returns has one, and it is finite.
        """
        return self._value

    @cached_property
    def _value(self) -> float:
        numbers = [
            each.value() if isinstance(each, Irrational) else float(each) for each in self.operands
        ]
        match self.operator, numbers:
            case "e", []:
                return math.e
            case "pi", []:
                return math.pi
            case "exp", [x]:
                return math.exp(x)
            case "ln", [x]:
                return math.log(x)
            case "log2", [x]:
                return math.log2(x)
            case "log10", [x]:
                return math.log10(x)
            case "sqrt", [x]:
                return math.sqrt(x)
            case "-", [x]:
                return -x
            case "+", [x, y]:
                return x + y
            case "-", [x, y]:
                return x - y
            case "*", [x, y]:
                return x * y
            case "/", [x, y]:
                return x / y
            case "^", [x, y]:
                return math.pow(x, y)
        raise ValueError(f"{self.operator!r} does not take {len(numbers)} operands")

    @cached_property
    def _depth(self) -> int:
        return 1 + max((x._depth for x in self.operands if isinstance(x, Irrational)), default=0)

    @property
    def text(self) -> str:
        """The number as ``read`` reads it back: ``e/(1 + e)``."""
        match self.operator, self.operands:
            case name, ():
                return name
            case "-", (x,):
                return "-" + _bracketed(x, at_least=3)
            case ("exp" | "ln" | "log2" | "log10" | "sqrt") as name, (x,):
                return f"{name}({text_of(x)})"
            case "^", (x, y):
                return _bracketed(x, at_least=5) + "^" + _bracketed(y, at_least=3)
            case ("*" | "/") as name, (x, y):
                return _bracketed(x, at_least=2) + name + _bracketed(y, at_least=4)
            case name, (x, y):
                return f"{text_of(x)} {name} {_bracketed(y, at_least=2)}"
        raise ValueError(f"{self.operator!r} does not take {len(self.operands)} operands")


Number: TypeAlias = Fraction | Irrational


@frozen
class Refusal:
    """Why an operator gives no number: a key of the messages on a ``text``, and its limit."""

    key: str
    limit: int | None = None


def text_of(number: Number) -> str:
    """The text of a number: ``-3/4``, ``e/(1 + e)``."""
    return number.text if isinstance(number, Irrational) else str(number)


def _binding(number: Number) -> int:
    """How tightly a number's text holds: sum 1, product 2, signed 3, power 4, atom 5."""
    if isinstance(number, Fraction):
        return 2 if number.denominator != 1 else (3 if number < 0 else 5)
    match number.operator, len(number.operands):
        case "-", 1:
            return 3
        case (("+" | "-"), 2):
            return 1
        case (("*" | "/"), _):
            return 2
        case "^", _:
            return 4
    return 5


def _bracketed(number: Number, *, at_least: int) -> str:
    text = text_of(number)
    return f"({text})" if _binding(number) < at_least else text


def combine(operator: Operator, numbers: Sequence[Number]) -> Number | Refusal:
    """The value of an operator or a function at real numbers, exact where that is known.

    Known are the rational operations, whole powers, roots of squares, and what ``e``, 0 and 1 make
    simple. Refused are values that do not exist among the reals, and those beyond the limits.
    """
    if refusal := _refusal(operator, numbers):
        return refusal
    value = _exact(operator, numbers)
    if value is None or (isinstance(value, Fraction) and value.denominator > FINEST):
        value = Irrational(operator, tuple(numbers))
        if value._depth > MOST_OPERATIONS:
            return Refusal("too-many-operations", MOST_OPERATIONS)
    return value if _is_small(value) else Refusal("too-large", MOST_DIGITS)


def _is_small(number: Number) -> bool:
    if isinstance(number, Fraction):
        return abs(number) <= LARGEST
    try:
        return abs(number.value()) <= LARGEST
    except OverflowError:
        return False


def _float(number: Number) -> float:
    return number.value() if isinstance(number, Irrational) else float(number)


def _refusal(operator: Operator, numbers: Sequence[Number]) -> Refusal | None:
    """Why a value does not exist, or is not even to be tried."""
    match operator, [_float(each) for each in numbers]:
        case "/", [_, y] if y == 0:
            return Refusal("division-by-zero")
        case (("ln" | "log2" | "log10"), [x]) if x <= 0:
            return Refusal("no-logarithm")
        case "sqrt", [x] if x < 0:
            return Refusal("no-root")
        case "^", [_, y] if abs(y) > MOST_EXPONENT:
            return Refusal("exponent-too-large", MOST_EXPONENT)
        case "^", [x, y] if x == 0 and y < 0:
            return Refusal("division-by-zero")
        case "^", [x, y] if x < 0 and not y.is_integer():
            return Refusal("no-power")
    return None


def _exact(operator: Operator, numbers: Sequence[Number]) -> Number | None:
    """The exact value, or None if none is known or it would be long."""
    match operator, numbers:
        case "+", [x]:
            return x
        case "-", [Fraction() as x]:
            return -x
        case "+", [Fraction() as x, Fraction() as y]:
            return x + y
        case "-", [Fraction() as x, Fraction() as y]:
            return x - y
        case "*", [Fraction() as x, Fraction() as y]:
            return x * y
        case "/", [Fraction() as x, Fraction() as y]:
            return x / y
        case "^", [Fraction() as x, Fraction() as y] if y.denominator == 1:
            bits = max(x.numerator.bit_length(), x.denominator.bit_length())
            return Fraction(x**y) if bits * abs(y) <= _MOST_POWER_BITS else None
        case "sqrt", [Fraction() as x]:
            root = Fraction(math.isqrt(x.numerator), math.isqrt(x.denominator))
            return root if root * root == x else None
        case ("exp", [Fraction(numerator=0)]) | ("ln", [Irrational(operator="e")]):
            return Fraction(1)
        case (("ln" | "log2" | "log10"), [Fraction(numerator=1, denominator=1)]):
            return Fraction(0)
        case "*", ([Fraction(numerator=0), _] | [_, Fraction(numerator=0)]):
            return Fraction(0)
    return None
