"""How much work a variant is: operations, signs and digits.

A person who works a variant out carries out operations (each rule says how many), and writes down
values, whose digits and signs can be got wrong. In an exercise in code it is what the model
solution consists of: the nodes of its syntax tree that compute, call, loop, branch or assign, and
the numbers and words that it passes on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fractions import Fraction
from numbers import Rational
from typing import Any

import numpy as np

from problems.frozen import frozen
from problems.quantity import Values
from problems.working import Working

_DIGITS_OF_A_DECIMAL = 4  # as a sheet asks for them


@frozen
class Effort:
    """What there is to do by hand, or in a program (which has no signs and digits to carry)."""

    operations: int
    signs: int = 0
    digits: int = 0

    @property
    def total(self) -> int:
        """The measure by which variants are compared."""
        return self.operations + self.signs + self.digits


def effort_by_hand(working: Working, truth: Values) -> Effort:
    """The effort of a working whose true values are known.

    Every step counts, whether it is asked or lies between: somebody has to work it out. A number
    of one digit is carried in the head, so that digits count from the second on.
    """
    operations = signs = digits = 0
    for step in working.steps:
        cells = list(_cells(truth[step.name]))
        own = step.rule.operations_on(working.inputs(step, truth))
        operations += len(cells) if own is None else own
        signs += sum(_is_negative(cell) for cell in cells)
        digits += sum(_further_digits(cell) for cell in cells)
    return Effort(operations, signs, digits)


def effort_in_code(solution: str) -> Effort:
    """The effort of a program. Raises SyntaxError if it is none."""
    counted = (ast.operator, ast.cmpop, ast.unaryop, ast.Call, ast.Subscript, ast.keyword)
    statements = (ast.Assign, ast.AugAssign, ast.For, ast.If, ast.Return, ast.FunctionDef)
    nodes = list(ast.walk(ast.parse(solution)))
    operations = sum(isinstance(node, (*counted, *statements)) for node in nodes)
    return Effort(operations, digits=sum(map(_has_to_be_got_right, nodes)))


def _has_to_be_got_right(node: ast.AST) -> bool:
    """Whether a node is a number other than 0 and 1, which are usual, or a keyword with a word."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return number not in (0, 1)
        case ast.keyword(value=ast.Constant(value=str())):
            return True
    return False


def _cells(value: Any) -> Iterator[Any]:
    if isinstance(value, str) or value is None:
        yield value
    else:
        yield from np.asarray(value, dtype=object).flat


def _is_negative(cell: Any) -> bool:
    return isinstance(cell, int | float | Fraction | np.number) and bool(cell < 0)


def _further_digits(cell: Any) -> int:
    if isinstance(cell, Rational):
        parts = (cell.numerator,) if cell.denominator == 1 else (cell.numerator, cell.denominator)
        return sum(len(str(abs(part))) for part in parts) - 1
    is_decimal = isinstance(cell, float | np.floating) and cell != 0
    return _DIGITS_OF_A_DECIMAL - 1 if is_decimal else 0
