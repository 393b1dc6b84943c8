"""Values in texts: numbers, shapes, tensors, formulas, which a text names and a writer writes.

A value says what it is, not how it looks: a notebook typesets a tensor, a terminal aligns it.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.figures import Figure
from problems.formula import Formula
from problems.frozen import frozen

_LONGEST_EXPRESSION = 16
_ROUNDING_ERROR = 1e-12
_NO_EXPRESSIONS = (int, float, Fraction, str, np.generic, Formula, type(None))


@frozen
class Number:
    """A number: whole, rational, decimal, an exact expression of SymPy's, or None for none."""

    number: Any


@frozen
class Shape:
    """The sizes of a tensor, from the outermost axis; a letter stands for a size left open."""

    sizes: tuple[int | str, ...]


@frozen
class Product:
    """The factors of a product that is not worked out."""

    factors: tuple[int, ...]


@frozen(eq=False)
class Tensor:
    """A vector, a matrix, or a tensor of higher order; its cells are numbers."""

    cells: NDArray[np.object_]


Value = Number | Shape | Product | Tensor | Formula
"""A value; a formula is one in variables, such as ``(n - k)//s + 1``."""


@frozen
class Source:
    r"""A text, and what it refers to: ``\value{0}`` is the first of its values.

    A block of code in the language ``figure`` has the number of one of its figures.
    """

    text: str
    values: tuple[Value, ...]
    figures: tuple[Figure, ...] = ()


def value_of(given: Any) -> Value:
    """What a plain Python value is: tuples are shapes, lists and arrays are tensors.

    A formula is a value as it is.
    Raises TypeError for what is no value at all, such as a truth value or a mapping.
    """
    match given:
        case Number() | Shape() | Product() | Tensor() | Formula():
            return given
        case bool() | str() | dict():
            raise TypeError(f"a number, a shape or a tensor was needed, but got {given!r}")
        case tuple():
            return Shape(given)
        case list() | np.ndarray():
            cells = np.array(given, dtype=object)
            return Tensor(cells) if cells.ndim else Number(cells.item())
    return Number(given)


def as_number(given: Any) -> Number:
    """A number; a text such as ``"1/10"`` is that rational."""
    return Number(Fraction(given)) if isinstance(given, str) else Number(given)


def as_shape(given: Any) -> Shape:
    """A list or tuple of sizes as a shape."""
    return Shape(tuple(given))


def as_product(given: Any) -> Product:
    """A list or tuple of factors as their product."""
    return Product(tuple(given))


def as_tensor(given: Any) -> Tensor:
    """Nested lists of numbers as a tensor, of order 1 at least."""
    return Tensor(np.array(given, dtype=object, ndmin=1))


def plain_number(value: Any) -> str:
    """A number in ASCII: ``7``, ``1/2``, ``-3``, ``0.731``, ``1/(1 + exp(2))``, ``n*k - 1``.

    An exact expression comes over one denominator, and as a decimal if it is too long to read.
    """
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return _decimal(value)
    if not is_expression(value):
        return str(value)
    return str(together(value)) if is_short(value) else _decimal(_as_float(value))


def in_one_form(value: Any) -> NDArray[np.object_]:
    """An array whose expressions are all short enough to read, or else one without fractions.

    So no vector has an expression beside a decimal; whole numbers stay in either.
    """
    array = np.array(value, dtype=object)
    expressions = [cell for cell in array.flat if is_expression(cell)]
    if not all(map(is_short, expressions)):
        for at, cell in np.ndenumerate(array):
            if is_expression(cell) or isinstance(cell, Fraction):
                array[at] = _as_float(cell)
    return array


def is_expression(value: Any) -> bool:
    """Whether a value is an exact one of SymPy's, which need not be loaded to say so."""
    return not isinstance(value, _NO_EXPRESSIONS)


@lru_cache(maxsize=2**12)
def is_short(expression: Any) -> bool:
    """Whether an exact expression is short enough to be read as such."""
    return len(str(together(expression))) <= _LONGEST_EXPRESSION


@lru_cache(maxsize=2**12)
def together(expression: Any) -> Any:
    """An exact expression of SymPy's over one denominator; it is asked for again and again."""
    return expression.together()


@lru_cache(maxsize=2**12)
def _as_float(number: Any) -> float:
    return float(number)


def _decimal(value: float) -> str:
    """Four digits, and three places at least; what rounding errors have left of a zero is 0.

    So it is right within the tolerance of a blank, however large it is.
    """
    if abs(value) < _ROUNDING_ERROR:
        return "0"
    if abs(value) < 10 or not math.isfinite(value):
        return f"{value:.4g}"
    return f"{value:.3f}".rstrip("0").rstrip(".")
