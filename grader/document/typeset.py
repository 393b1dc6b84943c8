"""Values as formulas."""

from __future__ import annotations

import re
from fractions import Fraction as Rational
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.document.formula import (
    Digits,
    Fenced,
    Formula,
    Fraction,
    Letter,
    Matrix,
    Name,
    Root,
    Row,
    Scripts,
    Sign,
    Slices,
    Word,
    parts_of,
    row_of,
)
from grader.document.signs import GREEK, SIGNS
from problems.formula import Formula as Symbolic
from problems.formula import Operation
from problems.values import (
    Number,
    Product,
    Shape,
    Tensor,
    Value,
    in_one_form,
    is_expression,
    is_short,
    plain_number,
    together,
)

_MINUS, _PLUS, _DOT, _TIMES = SIGNS["-"], SIGNS["+"], SIGNS[r"\cdot"], SIGNS[r"\times"]


def formula_of(value: Value) -> Formula:
    """A value as a formula: a rational as a fraction, a tensor of order 2 as a matrix.

    What is typed as ``(n - k)//s`` is a fraction in brackets that round it down.
    """
    match value:
        case Number(number=number):
            return _number(number)
        case Shape(sizes=sizes):
            return _joined([_size(size) for size in sizes], _TIMES)
        case Product(factors=factors):
            return _joined([_number(factor) for factor in factors], _DOT)
        case Tensor(cells=cells):
            return _tensor(in_one_form(cells))
        case Symbolic():
            return _symbolic(value)


def is_rounded(value: Value) -> bool:
    """Whether the formula of a value has decimals in place of something exact."""
    match value:
        case Number(number=number):
            return isinstance(number, float) or _is_long(number)
        case Tensor(cells=cells):
            return any(isinstance(cell, float) or _is_long(cell) for cell in cells.flat)
    return False


def _is_long(cell: Any) -> bool:
    return is_expression(cell) and not is_short(cell)


def _joined(parts: list[Formula], sign: Sign) -> Formula:
    between: list[Formula] = []
    for part in parts:
        between += [sign, part] if between else [part]
    return row_of(tuple(between))


def _size(size: int | str) -> Formula:
    if isinstance(size, int | np.integer):
        return Digits(str(size))
    return Letter(size) if len(size) == 1 else Name(size)


def _tensor(cells: NDArray[np.object_]) -> Formula:
    """A vector as a list, as it is typed; a matrix in brackets; slices of what has more axes."""
    if cells.ndim == 1:
        parts: list[Formula] = [_number(cell) for cell in cells]
        return Fenced("[", _joined(parts, SIGNS[","]), "]")
    if cells.ndim == 2:
        return Matrix(tuple(tuple(_number(cell) for cell in row) for row in cells))
    return Slices(tuple(_tensor(part) for part in cells))


def _number(number: Any) -> Formula:
    if number is None:
        return Word("–")
    if isinstance(number, Symbolic):
        return _symbolic(number)
    if isinstance(number, np.generic):
        number = number.item()
    if is_expression(number) and is_short(number):
        return _expression(together(number))
    if isinstance(number, Rational) and number.denominator != 1:
        over, under = Digits(str(abs(number.numerator))), Digits(str(number.denominator))
        return _signed(number < 0, Fraction(over, under))
    return _written(plain_number(number))


def _written(text: str) -> Formula:
    """A number by its digits; a power of ten (``1e-05``) as such."""
    negative, digits = text.startswith("-"), text.removeprefix("-")
    found = re.fullmatch(r"(\d+(?:\.\d+)?)e([+-]?)0*(\d+)", digits)
    if found is None:
        made: Formula = Digits(digits) if digits[:1].isdigit() else Word(digits)
    else:
        exponent = _signed(found[2] == "-", Digits(found[3]))
        made = Row((Digits(found[1]), _DOT, Scripts(Digits("10"), above=exponent)))
    return _signed(negative, made)


def _signed(negative: bool, formula: Formula) -> Formula:
    return row_of((_MINUS, formula)) if negative else formula


# -- exact expressions of SymPy's, told by their own names: SymPy need not be loaded here ----------


def _expression(given: Any) -> Formula:
    over, under = given.as_numer_denom()
    if under == 1:
        return _sum(over)
    if not over.is_Add and over.could_extract_minus_sign():
        return Row((_MINUS, Fraction(_sum(-over), _sum(under))))
    return Fraction(_sum(over), _sum(under))


def _sum(given: Any) -> Formula:
    parts: list[Formula] = []
    for term in given.as_ordered_terms():
        negative = term.could_extract_minus_sign()
        if parts or negative:
            parts.append(_MINUS if negative else _PLUS)
        parts.append(_product(-term if negative else term))
    return row_of(tuple(parts))


def _product(given: Any) -> Formula:
    if given.is_Rational and not given.is_Integer:
        return Fraction(Digits(str(given.p)), Digits(str(given.q)))
    if not given.is_Mul:
        return _power(given)
    factors = [_power(factor) for factor in given.as_ordered_factors()]
    return _joined([Fenced("(", f, ")") if _is_sum(f) else f for f in factors], _DOT)


def _is_sum(formula: Formula) -> bool:
    return isinstance(formula, Row) and any(
        isinstance(part, Sign) and part.kind == "sum" for part in formula.parts
    )


def _power(given: Any) -> Formula:
    name = type(given).__name__
    if given.is_Integer:
        return _written(str(given))
    if given.is_Rational:
        return _number(Rational(int(given.p), int(given.q)))
    if name == "Exp1":
        return Letter("e")
    if name == "exp":
        return Scripts(Letter("e"), above=_expression(given.args[0]))
    if name == "log":
        return Row((Word("ln"), Fenced("(", _expression(given.args[0]), ")")))
    if name == "Pow" and given.args[1] == Rational(1, 2):
        return Root(_expression(given.args[0]))
    if given.is_Add:
        return _sum(given)
    return _written(plain_number(float(given)))


# -- formulas in variables -------------------------------------------------------------------------

_SUBSCRIPTED = re.compile(r"([A-Za-z])_([A-Za-z]+|\d+)")


def _symbolic(given: Symbolic) -> Formula:
    """A formula in variables, with the brackets without which it would be another."""
    match given.tree:
        case Rational():
            return _number(given.tree)
        case str():
            return _variable(given.tree)
        case Operation(operator, operands):
            return _operation(operator, tuple(map(_symbolic, operands)))


def _variable(name: str) -> Formula:
    """A variable: one letter, perhaps with a subscript, as such; else as a program has it."""
    if len(name) == 1:
        return Letter(name)
    if (greek := GREEK.get(f"\\{name}")) is not None:
        return Letter(greek)
    found = _SUBSCRIPTED.fullmatch(name)
    if found is None:
        return Name(name)
    letter, below = found[1], found[2]
    if below.isdigit():
        return Scripts(Letter(letter), below=Digits(below))
    return Scripts(Letter(letter), below=Letter(below) if len(below) == 1 else Word(below))


def _operation(operator: str, operands: tuple[Formula, ...]) -> Formula:
    match operator, operands:
        case "+", (x, y):
            return row_of((x, y) if _begins_with_minus(y) else (x, _PLUS, y))
        case "-", (x,):
            return row_of((_MINUS, _grouped(x)))
        case "-", (x, y):
            return row_of((x, _MINUS, _grouped(y)))
        case "*", (x, y):
            return row_of((_first_factor(x), _DOT, _grouped(y)))
        case "/", (x, y):
            return Fraction(x, y)
        case "//", (x, y):
            return Fenced("⌊", Fraction(x, y), "⌋")
        case "^", (x, y):
            return Scripts(_base(x), above=y)
        case "floor", (x,):
            return Fenced("⌊", x, "⌋")
        case "ceil", (x,):
            return Fenced("⌈", x, "⌉")
    raise TypeError(f"no formula has {operator!r} at {len(operands)} operands")


def _begins_with_minus(formula: Formula) -> bool:
    return parts_of(formula)[0] == _MINUS


def _grouped(formula: Formula) -> Formula:
    """A sum, or what has a sign, in brackets: a product may be a part of a product as it is."""
    return Fenced("(", formula, ")") if _is_sum(formula) else formula


def _first_factor(formula: Formula) -> Formula:
    """A sum in brackets; a sign in front may be that of the product as well."""
    parts = parts_of(formula)
    return formula if parts[0] == _MINUS and not _is_sum(row_of(parts[1:])) else _grouped(formula)


def _base(formula: Formula) -> Formula:
    """What an exponent is written at: one thing, in brackets if it is none."""
    is_open = isinstance(formula, Row | Fraction) or (
        isinstance(formula, Scripts) and formula.above is not None
    )
    return Fenced("(", formula, ")") if is_open else formula


# -- in prose --------------------------------------------------------------------------------------


def words_of(value: Value) -> str | None:
    """A value as words of a sentence; None for what has to be typeset, such as a fraction.

    What belongs together does not break: blanks are U+00A0.
    """
    match value:
        case Number(number=None):
            return "–"
        case Number(number=number) if not is_expression(number):
            text = plain_number(number)
            return None if "/" in text or "e" in text else text.replace("-", "−")
        case Shape(sizes=sizes) if all(isinstance(size, int | np.integer) for size in sizes):
            return "\u00a0×\u00a0".join(map(str, sizes))
        case Product(factors=factors):
            return "·".join(map(str, factors))
    return None
